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
