using Counterclaim.Reading.Gazetteers;
using CsCheck;

namespace Counterclaim.Reading.Tests.Gazetteers;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Shipped = Gazetteer.Load();

    private static List<Toponym> Find(string name, Gazetteer? gazetteer = null)
    {
        gazetteer ??= Shipped;
        var hits = new List<ToponymHit>();
        gazetteer.Find(name, hits);
        return hits.Select(h => gazetteer[h.Row]).OrderByDescending(t => t.Kind == ToponymKind.Country).ThenByDescending(t => t.Population).ToList();
    }

    [Theory]
    [InlineData("Kyiv", "UA", 50.45, 30.52)]
    [InlineData("KIEV", "UA", 50.45, 30.52)]
    [InlineData("Artemivsk", "UA", 48.59, 38.0)]
    [InlineData("Huliaipole", "UA", 47.66, 36.26)]
    [InlineData("Gulyaypole", "UA", 47.66, 36.26)]
    [InlineData("Deir ez-Zor", "SY", 35.34, 40.14)]
    [InlineData("Deir al-Zour", "SY", 35.34, 40.14)]
    [InlineData("Khan Younis", "PS", 31.34, 34.3)]
    [InlineData("São Paulo", "BR", -23.55, -46.64)]
    [InlineData("Sao Paulo", "BR", -23.55, -46.64)]
    [InlineData("the Donbas", "UA", 48.3, 38)]
    [InlineData("Donbass", "UA", 48.3, 38)]
    [InlineData("Darfur", "SD", 13, 24)]
    [InlineData("Ukraine", "UA", 49, 32)]
    [InlineData("U.S.", "US", 39.76, -98.5)]
    [InlineData("Türkiye", "TR", 39.06, 34.91)]
    [InlineData("Ma’rib", "YE", 15.46, 45.33)]
    [InlineData("Burma", "MM", 21, 96)]
    public void Holds_a_name_in_its_spellings(string name, string country, double latitude, double longitude)
    {
        var found = Find(name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name);
        Assert.Contains(found, t => t.Country == country && Math.Abs(t.Latitude - latitude) < 0.25 && Math.Abs(t.Longitude - longitude) < 0.25);
    }

    [Fact]
    public void A_capital_knows_what_it_is_and_its_region_has_a_name()
    {
        var kyiv = Find("Kyiv").First(t => t.Kind == ToponymKind.City);
        Assert.True(kyiv.IsCapital);
        Assert.InRange(kyiv.Population, 2_000_000, 4_000_000);
        Assert.StartsWith("geonames:", Shipped.IdOf(kyiv.Row), StringComparison.Ordinal);
        var bakhmut = Find("Bakhmut").First(t => t.Kind.IsSettlement());
        Assert.Equal("Donetsk", Shipped.NameOf(Shipped.RegionOf(bakhmut)!.Value.Row));
    }

    [Fact]
    public void A_demonym_leads_to_its_country_and_is_no_place()
    {
        var demonym = Assert.Single(Find("Sudanese"), t => t.Kind == ToponymKind.Demonym);
        Assert.Equal("SD", demonym.Country);
    }

    [Fact]
    public void Every_row_has_a_name_an_identifier_and_coordinates_on_earth()
    {
        for (var row = 0; row < Shipped.Count; row += 97)
        {
            var toponym = Shipped[row];
            Assert.NotEmpty(Shipped.NameOf(row));
            Assert.NotEmpty(Shipped.IdOf(row));
            Assert.InRange(toponym.Latitude, -90, 90);
            Assert.InRange(toponym.Longitude, -180, 180);
            Assert.InRange(toponym.RadiusKm, 0.1, 10_001);
        }
    }

    [Fact]
    public void Every_country_can_be_found_by_its_code_and_its_name()
    {
        foreach (var code in (string[])["UA", "RU", "SD", "MM", "IL", "PS", "US", "GB", "CD", "TW", "XK"])
        {
            var country = Shipped.Country(code);
            Assert.NotNull(country);
            Assert.Contains(Find(Shipped.NameOf(country.Value.Row)), t => t.Row == country.Value.Row);
        }
    }

    /// <summary>Points of places that no package holds, from public maps, to the nearest tenth of a degree or so.</summary>
    [Theory]
    [InlineData("Staromaiorske", "UA", 47.74, 36.80)]
    [InlineData("Synkivka", "UA", 49.77, 37.70)]
    [InlineData("Malaya Loknya", "RU", 51.25, 35.18)]
    [InlineData("Bureij", "PS", 31.44, 34.40)]
    [InlineData("Tal al-Sultan", "PS", 31.30, 34.24)]
    [InlineData("Aita al-Shaab", "LB", 33.10, 35.33)]
    [InlineData("Atmeh", "SY", 36.31, 36.69)]
    [InlineData("Ain al-Asad", "IQ", 33.79, 42.44)]
    [InlineData("Ras Isa", "YE", 15.12, 42.66)]
    [InlineData("Abu Shouk", "SD", 13.67, 25.35)]
    [InlineData("Tawila", "SD", 13.50, 24.88)]
    [InlineData("Nasir", "SS", 8.60, 33.07)]
    [InlineData("Zalambessa", "ET", 14.52, 39.38)]
    [InlineData("Moqokori", "SO", 4.02, 46.13)]
    [InlineData("Bunagana", "CD", -1.30, 29.60)]
    [InlineData("Tinzaouaten", "ML", 19.95, 2.97)]
    [InlineData("Barsalogho", "BF", 13.42, -1.06)]
    [InlineData("Inates", "NE", 14.97, 1.37)]
    [InlineData("Nangade", "MZ", -11.09, 39.71)]
    [InlineData("Al-Watiya Air Base", "LY", 32.47, 11.90)]
    [InlineData("Buthidaung", "MM", 20.87, 92.53)]
    [InlineData("Laiza", "MM", 24.76, 97.56)]
    [InlineData("Torkham", "PK", 34.12, 71.09)]
    [InlineData("Galwan Valley", "IN", 34.75, 78.20)]
    [InlineData("Shushakend", "AZ", 39.77, 46.80)]
    [InlineData("Pont-Sondé", "HT", 19.15, -72.61)]
    [InlineData("Punggye-ri", "KP", 41.28, 129.09)]
    [InlineData("Dahomey", "BJ", 9.5, 2.25)]
    public void Holds_the_places_of_recent_wars(string name, string country, double latitude, double longitude) =>
        Assert.Contains(Find(name), t => t.Country == country && Math.Abs(t.Latitude - latitude) < 0.1 && Math.Abs(t.Longitude - longitude) < 0.1);

    [Theory]
    [InlineData("Ukraine", ToponymKind.Country, 400, 800)]
    [InlineData("Donetsk", ToponymKind.Region, 60, 200)]
    [InlineData("Kyiv", ToponymKind.City, 10, 25)]
    [InlineData("Kramatorsk", ToponymKind.City, 2, 6)]
    [InlineData("Robotyne", ToponymKind.Village, 0.5, 6)]
    [InlineData("Gaza Strip", ToponymKind.Region, 10, 30)]
    [InlineData("Sahel", ToponymKind.Area, 1500, 3000)]
    [InlineData("Black Sea", ToponymKind.Sea, 350, 700)]
    [InlineData("Lake Chad", ToponymKind.Lake, 30, 120)]
    [InlineData("Azovstal", ToponymKind.Facility, 0.5, 4)]
    [InlineData("Dnieper", ToponymKind.River, 400, 1200)]
    public void A_place_of_size_says_how_far_it_reaches(string name, ToponymKind kind, double least, double most)
    {
        var place = Find(name).Where(t => t.Kind == kind).MaxBy(t => t.Population);
        Assert.InRange(place.RadiusKm, least, most);
    }

    [Fact]
    public void A_river_has_a_course_and_a_town_has_none()
    {
        var litani = Shipped.CourseOf(Find("Litani").Single(t => t.Kind == ToponymKind.River).Row);
        Assert.True(litani.Count >= 5);
        Assert.All(litani, v => Assert.True(v is { Latitude: > 33 and < 34.3, Longitude: > 35 and < 36.4 }));
        Assert.Empty(Shipped.CourseOf(Find("Bakhmut").First(t => t.Kind.IsSettlement()).Row));
    }

    [Fact]
    public void Villages_of_one_name_have_identifiers_of_their_own_and_lie_in_a_region()
    {
        var villages = Find("Vodiane").Where(t => Shipped.IdOf(t.Row).StartsWith("supplement:", StringComparison.Ordinal)).ToList();
        Assert.True(villages.Count >= 2);
        Assert.Equal(villages.Count, villages.Select(v => Shipped.IdOf(v.Row)).Distinct().Count());
        Assert.All(villages, v => Assert.Equal("Donetsk", Shipped.NameOf(Shipped.RegionOf(v)!.Value.Row)));
    }

    [Fact]
    public void Nothing_is_found_for_what_is_no_name()
    {
        Assert.Empty(Find(""));
        Assert.Empty(Find("..."));
        Assert.Empty(Find(new string('a', 5000)));
        Assert.Empty(Find("qzxv wjkq"));
    }

    [Fact]
    public void Normalizing_twice_changes_nothing() => Gen.String.Sample(text =>
    {
        var once = ToponymNormalizer.Normalize(text);
        Assert.Equal(once, ToponymNormalizer.Normalize(once));
        Assert.True(once.Length <= ToponymNormalizer.MaxLength);
    });

    [Theory]
    [InlineData("Sloviansk", "SLOVIANSK")]
    [InlineData("Ma'rib", "Marib")]
    [InlineData("Chasiv-Yar", "chasiv yar")]
    [InlineData("St. Louis", "St Louis")]
    [InlineData("Łódź", "Lodz")]
    [InlineData("Şırnak", "Sirnak")]
    [InlineData("Cox’s Bazar", "Coxs Bazar")]
    public void Spellings_come_together(string one, string other) =>
        Assert.Equal(ToponymNormalizer.Normalize(one), ToponymNormalizer.Normalize(other));
}
