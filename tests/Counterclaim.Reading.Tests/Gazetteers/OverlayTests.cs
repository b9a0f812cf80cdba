using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Tests.Gazetteers;

public sealed class OverlayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overlay").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static List<Toponym> Find(Gazetteer gazetteer, string name)
    {
        var hits = new List<ToponymHit>();
        gazetteer.Find(name, hits);
        return [.. hits.Select(h => gazetteer[h.Row])];
    }

    [Fact]
    public void A_CSV_overlay_wins_over_the_shipped_gazetteer()
    {
        var path = Write("mine.csv", "name,kind,country,lat,lon,population,alternates,demonyms\n"
            + "Ostrel,country,XO,-38.2,-21.6,610000,Republic of Ostrel|\"Ostrel, Isle of\",Ostrelian\n"
            + "Paris,city,XO,-38.46,-21.88,210000,,\n"
            + "the Ropewalk,neighbourhood,XO,-38.05,-21.3,,Ropewalk,\n");
        var gazetteer = Gazetteer.Load().WithOverlay(path);

        var paris = Assert.Single(Find(gazetteer, "Paris"));
        Assert.Equal(("XO", ToponymKind.City, -38.46), (paris.Country, paris.Kind, paris.Latitude));
        Assert.Equal("overlay:paris", gazetteer.IdOf(paris.Row));
        Assert.Equal(ToponymKind.Country, Assert.Single(Find(gazetteer, "Republic of Ostrel")).Kind);
        Assert.Equal(ToponymKind.Demonym, Assert.Single(Find(gazetteer, "Ostrelian")).Kind);
        Assert.Single(Find(gazetteer, "ropewalk"));
        Assert.Equal("Ostrel", gazetteer.NameOf(gazetteer.Country("XO")!.Value.Row));
        Assert.NotEmpty(Find(gazetteer, "London"));
    }

    [Fact]
    public void A_GeoJSON_overlay_gives_points_and_the_middle_of_areas()
    {
        var path = Write("mine.geojson", """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"Halvmoor","kind":"village","country":"xo","alternates":["Halv Moor"]},"geometry":{"type":"Point","coordinates":[12.5,47.25]}},
              {"type":"Feature","properties":{"name":"Greyfen","kind":"region"},"geometry":{"type":"Polygon","coordinates":[[[10,40],[12,40],[12,44],[10,44],[10,40]]]}}]}
            """);
        var gazetteer = Gazetteer.Load().WithOverlay(path);

        var village = Assert.Single(Find(gazetteer, "Halv-Moor"));
        Assert.Equal((47.25, 12.5, "XO"), (village.Latitude, village.Longitude, village.Country));
        var region = Assert.Single(Find(gazetteer, "Greyfen"));
        Assert.Equal((42, 11), (region.Latitude, region.Longitude));
    }

    [Fact]
    public void The_last_overlay_wins()
    {
        var first = Write("a.csv", "name,kind,country,lat,lon\nHalvmoor,village,XA,1,2\nGreyfen,region,XA,1,1\n");
        var second = Write("b.csv", "name,kind,country,lat,lon\nHalvmoor,city,XB,3,4\n");
        var gazetteer = Gazetteer.Load().WithOverlay(first).WithOverlay(second);

        Assert.Equal("XB", Assert.Single(Find(gazetteer, "Halvmoor")).Country);
        Assert.Equal("XA", Assert.Single(Find(gazetteer, "Greyfen")).Country);
    }

    [Theory]
    [InlineData("a.csv", "name,kind,country,lat,lon\nHere,city,XA,91,2\n", "line 2")]
    [InlineData("a.csv", "name,kind,country,lat,lon\n,city,XA,1,2\n", "line 2")]
    [InlineData("a.csv", "name,kind\nHere,city\n", "line 2")]
    [InlineData("a.csv", "name,kind,country,lat,lon\n\"Here,city,XA,1,2\n", "never closed")]
    [InlineData("a.json", "[1,2]", "FeatureCollection")]
    [InlineData("a.json", "{\"features\":[3]}", "feature 1")]
    [InlineData("a.json", "{", "a.json")]
    public void A_broken_overlay_is_named_with_the_place_of_its_fault(string name, string content, string expected)
    {
        var path = Write(name, content);
        var error = Assert.Throws<InvalidDataException>(() => Gazetteer.Load().WithOverlay(path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
