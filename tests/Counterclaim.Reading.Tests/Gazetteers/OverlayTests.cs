using System.Globalization;
using System.Text;
using Counterclaim.Reading.Gazetteers;
using CsCheck;

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
        Assert.InRange(region.RadiusKm, 200, 280);
        Assert.Equal(1, village.RadiusKm);
    }

    [Fact]
    public void A_line_has_a_course_and_a_radius_may_be_given()
    {
        var lines = Write("lines.geojson", """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"Merrow Brook","kind":"river"},"geometry":{"type":"LineString","coordinates":[[10,40],[10.5,40.2],[11,40]]}},
              {"type":"Feature","properties":{"name":"Ostmoor","kind":"area","radius_km":12.5},"geometry":{"type":"Point","coordinates":[10,40]}}]}
            """);
        var table = Write("more.csv", "name,kind,lat,lon,radius_km,course\nTannet Road,road,40,10,,40 10;40.5 10.25;41 10\nWidefen,area,40,10,33,\n");
        var gazetteer = Gazetteer.Load().WithOverlay(lines).WithOverlay(table);

        var brook = Assert.Single(Find(gazetteer, "Merrow Brook"));
        Assert.Equal([new CoursePoint(40, 10), new CoursePoint(40.2, 10.5), new CoursePoint(40, 11)], gazetteer.CourseOf(brook.Row));
        Assert.Equal(12.5, Assert.Single(Find(gazetteer, "Ostmoor")).RadiusKm);
        var road = Assert.Single(Find(gazetteer, "Tannet Road"));
        Assert.Equal(3, gazetteer.CourseOf(road.Row).Count);
        Assert.InRange(road.RadiusKm, 100, 120);
        Assert.Equal(33, Assert.Single(Find(gazetteer, "Widefen")).RadiusKm);
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
    [InlineData("a.csv", "name,kind,country,lat,lon\nHere,city,XA,NaN,2\n", "line 2: \"NaN\"")]
    [InlineData("a.csv", "name,kind,country,lat,lon\nHere,city,XA,1e999,2\n", "line 2")]
    [InlineData("a.csv", "name,kind,country,lat,lon\nHere,city,XA,Infinity,2\n", "line 2")]
    [InlineData("a.csv", "name,name,lat,lon\nHere,There,1,2\n", "a column twice: name")]
    [InlineData("a.csv", "name,lat,lon,population\nHere,1,2,many\n", "line 2: \"many\" is no population")]
    [InlineData("a.csv", "name,lat,lon,radius_km\nHere,1,2,-4\n", "line 2: \"-4\" is no radius_km")]
    [InlineData("a.csv", "name,lat,lon,course\nHere,1,2,4 5;6\n", "line 2: \"6\" is no latitude and longitude")]
    [InlineData("a.csv", "name,lat,lon,course\nHere,1,2,4 500\n", "line 2")]
    [InlineData("a.csv", "name,lat,lon\n...,1,2\n", "line 2")]
    [InlineData("a.csv", "name,lat,lon\nHere,1,2,3\n", "line 2: 4 fields")]
    [InlineData("a.json", "{\"features\":[{\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e999,3]}}]}", "feature 1")]
    [InlineData("a.json", "{\"features\":[{\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"1\",3]}}]}", "feature 1: \"string\"")]
    [InlineData("a.json", "{\"features\":[{\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[]]}}]}", "feature 1: a geometry without")]
    [InlineData("a.json", "{\"features\":[{\"properties\":{\"name\":\"A\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,100],[1,-100]]}}]}", "feature 1")]
    [InlineData("a.json", "{\"features\":[{\"properties\":{\"name\":\"A\"},\"geometry\":7}]}", "feature 1")]
    [InlineData("a.json", "{\"features\":[{\"properties\":{\"name\":{},\"lat\":1,\"lon\":2}}]}", "feature 1: a place needs a name")]
    public void A_broken_overlay_is_named_with_the_place_of_its_fault(string name, string content, string expected)
    {
        var path = Write(name, content);
        var error = Assert.Throws<InvalidDataException>(() => Gazetteer.Load().WithOverlay(path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_overlay_is_refused_in_one_short_line()
    {
        var path = Path.Combine(_folder, "a.csv");
        var attacks = new List<byte[]>
        {
            Encoding.UTF8.GetBytes("name,lat,lon\nHere," + new string('9', 2_000_000) + ",2\n"),
            Encoding.UTF8.GetBytes("name,lat,lon\nHere\n" + string.Concat(Enumerable.Repeat(",", 1_000_000))),
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(i => "c" + i.ToString(CultureInfo.InvariantCulture) + ","))),
            Encoding.UTF8.GetBytes("name,lat,lon,alternates\nHere,1,2," + string.Concat(Enumerable.Repeat("a;", 1_000_000))),
            Encoding.UTF8.GetBytes("name,lat,lon\n\"" + new string('a', 2_000_000)),
            Encoding.UTF8.GetBytes("name,lat,lon\n" + new string('a', 2_000_000) + ",1,2\n"),
            Encoding.Latin1.GetBytes("name,lat,lon\nCafé,1,2\n"),
        };
        foreach (var attack in attacks)
        {
            File.WriteAllBytes(path, attack);
            var error = Assert.Throws<InvalidDataException>(() => Gazetteer.Load().WithOverlay(path));
            Assert.DoesNotContain('\n', error.Message);
            Assert.True(error.Message.Length < 300, error.Message[..Math.Min(100, error.Message.Length)]);
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_never_break_a_lookup()
    {
        string[] words = ["name", "lat", "lon", "kind", "course", "radius_km", ",", "\n", "\"", "1", "-91", "NaN", "1e400", "city", "{", "}", "[", "]",
            ":", "\"features\":", "\"geometry\":", "\"coordinates\":", "\"properties\":", "null", " ", ";", "é", "\uFEFF", "\0"];
        var base_ = Gazetteer.Load();
        Gen.Select(Gen.Int[0, words.Length - 1].Array[0, 60], Gen.Bool).Sample((parts, isJson) =>
        {
            var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + (isJson ? ".json" : ".csv"));
            File.WriteAllText(path, (isJson ? "" : "name,lat,lon,kind,course,radius_km\n") + string.Concat(parts.Select(p => words[p])));
            try
            {
                var gazetteer = base_.WithOverlay(path);
                for (var row = 1 << 24; row < (1 << 24) + gazetteer.Count - base_.Count; row++)
                {
                    var toponym = gazetteer[row];
                    Assert.True(double.IsFinite(toponym.Latitude) && double.IsFinite(toponym.Longitude) && double.IsFinite(toponym.RadiusKm));
                    _ = gazetteer.CourseOf(row).Count + gazetteer.IdOf(row).Length;
                }
            }
            catch (InvalidDataException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
            File.Delete(path);
        }, iter: 1500);
    }
}
