using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;
using Counterclaim.Reading.Places;

namespace Counterclaim.Reading.Tests.Places;

public sealed class PlaceResolverTests
{
    private static readonly Analyzer Language = Analyzer.Load();
    private static readonly Gazetteer Shipped = Gazetteer.Load();

    private static IReadOnlyList<Place> Resolve(string text, Gazetteer? gazetteer = null, ICollection<Explanation>? explanations = null)
    {
        var report = new Report("test", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]);
        return PlaceResolver.Load(gazetteer ?? Shipped).Resolve(report, Language.Analyze(text), explanations);
    }

    private static Place Single(string text, string surface) => Resolve(text).First(p => p.Span.In(text).SequenceEqual(surface));

    [Theory]
    [InlineData("Shells hit Pokrovsk and Kostiantynivka in the Donetsk region of Ukraine on Monday.", "Pokrovsk", "UA")]
    [InlineData("A school in Pokrovsk, in the Russian republic of Sakha, reopened after floods in Yakutsk.", "Pokrovsk", "RU")]
    [InlineData("Aid reached El Fasher in Darfur, Sudanese officials said.", "El Fasher", "SD")]
    [InlineData("The mayor of Paris, Texas, opened a bridge. Texas roads are long.", "Paris", "US")]
    [InlineData("The mayor of Paris met French farmers from Lyon.", "Paris", "FR")]
    [InlineData("Villagers fled to Tripoli from Sidon as Lebanon counted its dead.", "Tripoli", "LB")]
    [InlineData("Militias closed roads in Tripoli, Benghazi and Misrata across Libya.", "Tripoli", "LY")]
    [InlineData("Tbilisi sent envoys to Batumi as Georgia mourned.", "Georgia", "GE")]
    [InlineData("Storms crossed Georgia from Atlanta to Savannah, Alabama officials said.", "Savannah", "US")]
    public void Namesakes_are_told_apart_by_the_rest_of_the_report(string text, string surface, string country)
    {
        var place = Single(text, surface);
        Assert.Equal(country, place.Country);
        Assert.NotNull(place.Latitude);
    }

    [Fact]
    public void A_name_keeps_one_sense_within_a_report()
    {
        const string Text = "Fighting spread to Tripoli.\n\nBenghazi and Misrata were calm, but Tripoli burned, Libya's ministers said.";
        var senses = Resolve(Text).Where(p => p.Span.In(Text).SequenceEqual("Tripoli")).Select(p => p.Gazetteer).ToList();
        Assert.Equal(2, senses.Count);
        Assert.Single(senses.Distinct());
    }

    [Theory]
    [InlineData("Michael Jordan scored. Later Jordan said he was tired.", "Jordan")]
    [InlineData("Quarzine Pole waved from the Zelyne Pole stop.", "Pole")]
    [InlineData("Police said many people were along the road.", "Police")]
    [InlineData("He told us that reading helps.", "us")]
    public void What_is_no_place(string text, string surface) =>
        Assert.DoesNotContain(Resolve(text), p => p.Span.In(text).SequenceEqual(surface));

    [Fact]
    public void A_place_no_gazetteer_holds_keeps_its_name_without_coordinates()
    {
        const string Text = "Troops reached the village of Qarzhamelovka, south of Kharkiv in Ukraine.";
        var village = Resolve(Text).FirstOrDefault(p => p.Name == "Qarzhamelovka");
        if (village is null) return; // the name model may miss it; what it may not do is place it
        Assert.Null(village.Latitude);
        Assert.Equal("village", village.Kind);
    }

    [Theory]
    [InlineData("Kyiv said on Monday that it would sign the deal.", "Kyiv", true)]
    [InlineData("Moscow has accused its neighbour of stalling.", "Moscow", true)]
    [InlineData("Shells fell in Kyiv on Monday.", "Kyiv", false)]
    [InlineData("The envoy flew to Moscow on Monday.", "Moscow", false)]
    public void A_government_is_told_from_its_city(string text, string surface, bool metonym) => Assert.Equal(metonym, Single(text, surface).Metonym);

    [Theory]
    [InlineData("Two Ukrainian drones and a Russian truck burned.", "Ukrainian", PlaceRole.Origin, "UA")]
    [InlineData("Two US drones burned.", "US", PlaceRole.Origin, "US")]
    [InlineData("West African envoys met in Dakar.", "West African", PlaceRole.Origin, null)]
    [InlineData("The Gaza Health Ministry counted the dead.", "Gaza", PlaceRole.Organisation, "PS")]
    [InlineData("Turkey is a country of 85 million.", "Turkey", PlaceRole.Literal, "TR")]
    [InlineData("Turkey is ready to talk.", "Turkey", PlaceRole.Metonym, "TR")]
    [InlineData("The talks between Sudan and Egypt failed.", "Egypt", PlaceRole.Metonym, "EG")]
    [InlineData("Floods swept Sudan and Egypt.", "Egypt", PlaceRole.Literal, "EG")]
    [InlineData("Rebels said Goma fell on Sunday in eastern Congo.", "Goma", PlaceRole.Literal, "CD")]
    [InlineData("Kampala denied that its troops left Goma.", "Kampala", PlaceRole.Metonym, "UG")]
    [InlineData("The independence of Kenya was declared.", "Kenya", PlaceRole.Metonym, "KE")]
    [InlineData("The north of Kenya is dry.", "Kenya", PlaceRole.Literal, "KE")]
    public void What_a_name_does_in_its_sentence(string text, string surface, PlaceRole role, string? country)
    {
        var place = Single(text, surface);
        Assert.Equal((role, country), (place.Role, place.Country));
    }

    [Theory]
    [InlineData("Shells fell on the southern outskirts of Kharkiv in Ukraine.", "Kharkiv", PlaceRelationKind.Part, "the southern outskirts of|southern outskirts of", 49.92, 36.25)]
    [InlineData("Shells fell in eastern Aleppo, Syrian medics said.", "Aleppo", PlaceRelationKind.Part, "eastern", 36.20, 37.24)]
    [InlineData("A depot 20 km east of Pokrovsk in Ukraine burned.", "Pokrovsk", PlaceRelationKind.Distance, "20 km east of", 48.28, 37.45)]
    [InlineData("A depot fourteen kilometres east of Pokrovsk in Ukraine burned.", "Pokrovsk", PlaceRelationKind.Distance, "fourteen kilometres east of", 48.28, 37.365)]
    [InlineData("A depot about 15 miles (24 km) north-west of Aleppo in Syria burned.", "Aleppo", PlaceRelationKind.Distance, "about 15 miles (24 km) north-west of", 36.35, 36.97)]
    [InlineData("Troops stood south of Huliaipole in Ukraine.", "Huliaipole", PlaceRelationKind.Direction, "south of", 47.56, 36.26)]
    [InlineData("A car burned near Idlib in Syria.", "Idlib", PlaceRelationKind.Near, "near", 35.93, 36.63)]
    [InlineData("They fight between Kupiansk and Lyman in Ukraine.", "Kupiansk", PlaceRelationKind.Between, "between", 49.35, 37.71)]
    [InlineData("The road from Bakhmut to Kostiantynivka in Ukraine is cut.", "Bakhmut", PlaceRelationKind.Route, "The road from", 48.56, 37.85)]
    [InlineData("They advance on the Pokrovsk direction in Ukraine.", "Pokrovsk", PlaceRelationKind.Axis, "direction", 48.28, 37.18)]
    public void Words_around_a_name_say_where(string text, string surface, PlaceRelationKind kind, string words, double latitude, double longitude)
    {
        var relation = Single(text, surface).Relation!;
        Assert.Equal(kind, relation.Kind);
        Assert.Contains(relation.Span.In(text).ToString(), words.Split('|'));
        Assert.InRange(relation.Latitude, latitude - 0.03, latitude + 0.03);
        Assert.InRange(relation.Longitude, longitude - 0.03, longitude + 0.03);
        Assert.InRange(relation.RadiusKm, 0.5, 60);
    }

    [Fact]
    public void Both_ends_of_a_stretch_carry_it()
    {
        const string Text = "The road from Bakhmut to Kostiantynivka in Ukraine is cut.";
        var (from, to) = (Single(Text, "Bakhmut"), Single(Text, "Kostiantynivka"));
        Assert.Equal([from.Id, to.Id], from.Relation!.Of);
        Assert.Equal(from.Relation, to.Relation);
        Assert.Equal(2, from.Relation.Path.Count);
        Assert.Equal(PlacePrecision.Near, to.Precision);
    }

    [Fact]
    public void A_name_no_gazetteer_holds_lies_where_the_text_says_it_lies()
    {
        const string Text = "In the village of Kamyanske Dolne in Donetsk Oblast nobody stayed, Ukraine's police said.";
        var village = Single(Text, "Kamyanske Dolne");
        Assert.Null(village.Gazetteer);
        Assert.Equal(("UA", PlacePrecision.Region), (village.Country, village.Precision));
        Assert.Contains("Donetsk", village.Container!);
        Assert.InRange(village.RadiusKm!.Value, 40, 250);
    }

    [Fact]
    public void An_article_inside_belongs_to_the_name()
    {
        const string Text = "In the hamlet of Bayt al-Hadid Sufla, in Hajjah governorate, nobody stayed, Yemeni doctors said.";
        var hamlet = Single(Text, "Bayt al-Hadid Sufla");
        Assert.Null(hamlet.Gazetteer);
        Assert.Equal("YE", hamlet.Country);
    }

    [Theory]
    [InlineData("Mexico, Canada and the United States met.", "Mexico", "MX")]
    [InlineData("Fifty homes burned in Palma, and Pemba took in the displaced of Cabo Delgado, Mozambique said.", "Palma", "MZ")]
    [InlineData("The guard of Georgia, led from Atlanta, will go to Europe.", "Georgia", "US")]
    public void Never_a_namesake_elsewhere(string text, string surface, string country) => Assert.Equal(country, Single(text, surface).Country);

    [Fact]
    public void An_overlay_wins()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "island.csv");
        File.WriteAllText(path, "name,kind,country,lat,lon,population\nOstrel,country,XO,-38.2,-21.6,610000\nGeorgetown,city,XO,-38.4,-21.8,90000\n");
        const string Text = "Shells fell on the harbour of Georgetown, and Ostrel closed its ports.";
        var places = Resolve(Text, Shipped.WithOverlay(path));
        Assert.Contains(places, p => p is { Name: "Georgetown", Country: "XO", Latitude: -38.4 });
        Assert.Contains(places, p => p is { Name: "Ostrel", Kind: "country" });
    }

    [Fact]
    public void Every_place_can_be_explained_and_explaining_changes_nothing()
    {
        const string Text = "Shells hit Pokrovsk in Ukraine; London and Paris protested.";
        var explanations = new List<Explanation>();
        var places = Resolve(Text, null, explanations);
        Assert.Equal(Resolve(Text), places);
        Assert.Equal(places.Select(p => p.Id), explanations.Select(e => e.Item));
    }
}
