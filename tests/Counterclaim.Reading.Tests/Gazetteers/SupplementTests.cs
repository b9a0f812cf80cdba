using System.Globalization;
using System.Runtime.CompilerServices;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Tests.Gazetteers;

/// <summary>The table of our own places, and that the compiled gazetteer was made from it.</summary>
public sealed class SupplementTests
{
    private static readonly string[] Sources = ["own", "geonames", "ourairports"];

    private static readonly List<(int Line, Dictionary<string, string> Fields)> Table = Read();

    private static List<(int Line, Dictionary<string, string> Fields)> Read([CallerFilePath] string file = "")
    {
        using var reader = new StreamReader(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../eng/gazetteer/supplement.csv")));
        return [.. CsvReader.Read(reader)];
    }

    [Fact]
    public void Every_row_says_what_it_is_where_and_from_whom()
    {
        Assert.True(Table.Count >= 1500, $"{Table.Count} rows");
        Assert.All(Table, row =>
        {
            Assert.Contains(row.Fields["source"], Sources);
            Assert.NotEqual(ToponymKind.Other, ToponymKinds.Parse(row.Fields["kind"]));
            Assert.True(row.Fields["country"].Length is 0 or 2, $"line {row.Line}");
            Assert.True(row.Fields["radius_km"].Length == 0 || Number(row.Fields["radius_km"]) is > 0 and < 10_000, $"line {row.Line}");
        });
        var twice = Table.GroupBy(r => (r.Fields["name"], r.Fields["country"], r.Fields["lat"], r.Fields["lon"])).Where(g => g.Count() > 1).Select(g => g.Key.Item1);
        Assert.Empty(twice);
    }

    [Fact]
    public void A_course_runs_near_its_point()
    {
        foreach (var (line, fields) in Table.Where(r => r.Fields["course"].Length > 0))
        {
            var vertices = fields["course"].Split(';').Select(v => v.Split(' ').Select(Number).ToArray()).ToList();
            Assert.All(vertices, v => Assert.True(v is [>= -90 and <= 90, >= -180 and <= 180], $"line {line}"));
            var nearest = vertices.Min(v => GreatCircle.Kilometres(v[0], v[1], Number(fields["lat"]), Number(fields["lon"])));
            Assert.True(nearest < 250, $"line {line}: {fields["name"]} is {nearest:F0} km from its course");
        }
    }

    [Fact]
    public void The_compiled_gazetteer_holds_every_row_where_the_table_says()
    {
        var gazetteer = Gazetteer.Load();
        var hits = new List<ToponymHit>();
        var missing = new List<string>();
        foreach (var (line, fields) in Table)
        {
            var isRegion = ToponymKinds.Parse(fields["kind"]) is ToponymKind.Region; // may have become a name of the package's region, whose middle lies elsewhere
            foreach (var name in fields["alternates"].Split(';', StringSplitOptions.RemoveEmptyEntries).Prepend(fields["name"]))
            {
                hits.Clear();
                gazetteer.Find(name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name, hits);
                if (!hits.Exists(h => h.Kind != ToponymHitKind.Transliteration && gazetteer[h.Row] is var t && t.Country == fields["country"]
                    && (isRegion || GreatCircle.Kilometres(t.Latitude, t.Longitude, Number(fields["lat"]), Number(fields["lon"])) < 26)))
                    missing.Add($"line {line}: {name}");
            }
        }
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
