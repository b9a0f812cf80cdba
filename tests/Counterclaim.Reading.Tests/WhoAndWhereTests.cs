using Counterclaim.Model;

namespace Counterclaim.Reading.Tests;

/// <summary>Names that two steps could claim: towns that are surnames, bodies that hold a place's name, papers, ships.</summary>
public sealed class WhoAndWhereTests
{
    private static readonly ReportReader Reader = ReportReader.Load(new ReaderOptions());

    private static Model.Reading Read(string text, string? publisher = null) =>
        Reader.Read(new Report("test", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]) { Publisher = publisher, Published = new DateTimeOffset(2025, 3, 12, 0, 0, 0, TimeSpan.Zero) });

    private static Place? Place(string text, string name) => Read(text).Places.FirstOrDefault(p => p.Span.In(text).SequenceEqual(name));

    [Fact]
    public void A_listed_body_is_no_place_and_what_its_name_holds_belongs_to_it()
    {
        Assert.Null(Place("Hamas said its fighters had left Rafah.", "Hamas"));
        Assert.Null(Place("Two convoys of MONUSCO reached Goma.", "MONUSCO"));
        Assert.Equal(PlaceRole.Organisation, Place("Fighters of the Kachin Independence Army took two posts near Bhamo.", "Kachin")?.Role);
        Assert.Equal(PlaceRole.Organisation, Place("Ukraine's General Staff said the road to Pokrovsk was open.", "Ukraine")?.Role);
        Assert.Equal(PlaceRole.Origin, Place("The Congolese army said its men still held the road to Sake.", "Congolese")?.Role);
        Assert.Equal(PlaceRole.Metonym, Place("The United States struck a radar near Sanaa.", "United States")?.Role);
    }

    [Fact]
    public void A_town_stays_one_where_somebody_bears_its_name()
    {
        const string Text = "Gunmen burned a depot in Port-au-Prince, Haiti. Marie Delmas, who sells rice in Delmas, said she had fled. Delmas has four sons.";
        var reading = Read(Text);
        Assert.Contains(reading.Places, p => p.Span.Start == Text.IndexOf("in Delmas", StringComparison.Ordinal) + 3 && p.Country == "HT");
        Assert.DoesNotContain(reading.Actors.Single(a => a.Name == "Marie Delmas").Mentions, m => m.Start == Text.IndexOf("in Delmas", StringComparison.Ordinal) + 3);
    }

    [Fact]
    public void A_town_in_a_list_of_towns_stays_one_where_somebody_bears_its_name()
    {
        const string Text = "A million people left Tyre, Nabatieh and Baalbek in Lebanon. Nadine Tyre, a nurse in Sidon, said hospitals were full.";
        Assert.Equal("LB", Place(Text, "Tyre")?.Country);
    }

    [Fact]
    public void Two_towns_with_nothing_between_their_names_are_no_pins() =>
        Assert.DoesNotContain(Read("Refugees crossed into Adré in Chad from El Geneina. The Wadi Kaja is dry.").Places, p => p.Country is "IN" or "BF");

    [Fact]
    public void Two_names_of_one_listed_body_are_one_actor()
    {
        var actors = Read("Israeli troops crossed the river. The Israeli military said eight soldiers had died.").Actors.Where(a => a.Country == "IL").ToList();
        Assert.Equal(2, Assert.Single(actors).Mentions.Count);
        Assert.Equal(2, Read("Russia denied it. The Kremlin said talks would go on.").Actors.Count(a => a.Country == "RU"));
    }

    [Fact]
    public void A_dateline_is_where_a_report_was_filed() =>
        Assert.Equal(PlaceRole.Literal, Place("PORT-AU-PRINCE, Haiti — Gunmen burned three depots, unions said.", "PORT-AU-PRINCE")?.Role);

    [Fact]
    public void A_spelling_that_only_sounds_like_a_place_far_away_is_not_that_place()
    {
        const string Text = "Russia's army claimed the village of Yasenove, west of Toretsk. Shells fell on Kostiantynivka, Druzhkivka and Kramatorsk.";
        Assert.NotEqual("RU", Place(Text, "Yasenove")?.Country);
    }

    [Fact]
    public void The_article_of_a_city_does_not_hide_it() =>
        Assert.Equal("NL", Read("Judges in The Hague heard the case against the general.").Places.Single().Country);

    [Fact]
    public void Beside_a_wide_river_is_no_point_far_from_it()
    {
        const string Text = "Forces took seven villages east of the Euphrates in Syria.";
        var relation = Place(Text, "Euphrates")!.Relation!;
        Assert.InRange(relation.Longitude, 36, 45);
    }

    [Theory]
    [InlineData("The mayor told The Lantern that two barges had sunk.", "Lantern")]
    [InlineData("The weekly El Farol published a list of the dead.", "El Farol")]
    [InlineData("The mayor told the Courier that two barges had sunk.", "Courier")]
    [InlineData("Ada Reed told Quillhaven Evening on Monday that two barges had sunk.", "Quillhaven Evening")]
    public void What_brings_out_news_is_a_publication(string text, string name) =>
        Assert.Equal(ActorKind.Publication, Read(text, "Quillhaven Evening").Actors.Single(a => a.Name == name).Kind);

    [Fact]
    public void A_ship_is_nobody() =>
        Assert.DoesNotContain(Read("The tanker Khalissa was hit off Aden, the navy said.").Actors, a => a.Name == "Khalissa");

    [Fact]
    public void An_army_within_a_longer_name_is_no_other() =>
        Assert.DoesNotContain(Read("In Shan State, the Ta'ang National Liberation Army said it would talk.").Actors, a => a.Country == "CO");

    [Fact]
    public void A_distance_from_the_town_is_told_of_the_one_named_before()
    {
        var taken = Place("Shells fell in Kramatorsk on Monday. A truck hit a mine 12 km from the city, the army said.", "city");
        Assert.Equal("Kramatorsk", taken?.Name);
        Assert.Equal(PlaceRelationKind.Distance, taken?.Relation?.Kind);
        Assert.Null(Place("Shells fell in Kramatorsk on Monday. The army said the city was calm.", "city"));
        Assert.Null(Place("Shells fell in Kramatorsk and Sloviansk on Monday. A truck hit a mine 12 km from the city.", "city"));
    }

    [Fact]
    public void A_side_of_Gaza_is_of_the_strip() =>
        Assert.Equal("region", Place("Families walked out of northern Gaza, medics in Gaza City said.", "Gaza")?.Kind);

    [Fact]
    public void A_district_known_by_its_town_alone_is_wider_than_the_town() =>
        Assert.Equal(PlacePrecision.District, Place("Police searched homes in the Kupwara district of Indian-administered Kashmir.", "Kupwara")?.Precision);

    [Fact]
    public void A_small_town_on_another_continent_is_no_pin() =>
        Assert.NotEqual("AM", Place("The army held El Fasher, Nyala, Zalingei and El Obeid. Men were held at Garni, witnesses told monitors.", "Garni")?.Country);

    [Fact]
    public void Brussels_is_the_union_unless_a_report_is_of_Belgium()
    {
        Assert.DoesNotContain(Read("Brussels said it would fine the firm. Warsaw was against it.").Actors, a => a.Country == "BE");
        Assert.Contains(Read("Brussels said Belgian judges would try the case in Antwerp.").Actors, a => a.Country == "BE");
    }

    [Fact]
    public void South_Sudan_is_not_Sudan()
    {
        var actors = Read("The Sudanese army shelled the port. South Sudan's army denied that it had sent men.").Actors;
        Assert.Equal(["SD", "SS"], actors.Where(a => a.Kind == ActorKind.ArmedForce && a.Country is not null).Select(a => a.Country).Order());
    }

    [Fact]
    public void A_body_named_before_what_it_is_is_one_actor() =>
        Assert.Single(Read("Shelling went on, the Mizzima news agency said. Mizzima added that two monks had died.").Actors, a => a.Name.Contains("Mizzima", StringComparison.Ordinal));

    [Fact]
    public void An_office_every_state_has_is_the_listed_one_only_where_its_country_is_spoken_of() =>
        Assert.NotEqual("GB", Read("Islamabad rejected the claim. The Foreign Office said two shepherds had been abducted in the Neelum Valley.").Actors.FirstOrDefault(a => a.Name.Contains("Foreign Office", StringComparison.Ordinal))?.Country);

    [Fact]
    public void An_acronym_may_be_written_as_a_word() =>
        Assert.Null(Place("Monusco has left South Kivu.", "Monusco"));
}
