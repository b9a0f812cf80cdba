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
    [InlineData("Two Ukrainian drones and a Russian truck burned.", "Ukrainian")]
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
