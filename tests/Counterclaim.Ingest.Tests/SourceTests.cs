using System.Text;

namespace Counterclaim.Ingest.Tests;

public sealed class SourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_folder_is_read_deep_and_in_the_order_of_names()
    {
        foreach (var name in (string[])["b.txt", "a.html", "inner/z.txt", "inner/deeper/y.md", "picture.png", ".hidden.txt"]) Put(name);
        Assert.Equal(["a.html", "b.txt", "inner/z.txt", "inner/deeper/y.md"], await Names(_folder));
    }

    [Fact]
    public async Task A_glob_matches_within_and_across_folders()
    {
        foreach (var name in (string[])["one.txt", "two.html", "in/three.txt", "in/deep/four.txt"]) Put(name);
        Assert.Equal(["one.txt"], await Names(Path.Join(_folder, "*.txt")));
        Assert.Equal(["one.txt", "in/three.txt", "in/deep/four.txt"], await Names(Path.Join(_folder, "**", "*.txt")));
        Assert.Equal(["in/three.txt"], await Names(Path.Join(_folder, "i?", "t*")));
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        Assert.Equal(SourceErrorCode.NotFound, Assert.Single(await Read(Path.Join(_folder, "no.txt"))).Error?.Code);
        Assert.Equal(SourceErrorCode.NoMatch, Assert.Single(await Read(Path.Join(_folder, "*.md"))).Error?.Code);
        Assert.Equal(SourceErrorCode.EmptyFolder, Assert.Single(await Read(_folder)).Error?.Code);
    }

    [Fact]
    public void The_number_of_files_is_known_where_each_is_one_report()
    {
        Put("a.txt");
        Put("b.html");
        using var reader = new SourceReader(new IngestOptions());
        Assert.Equal(2, reader.CountKnown([_folder]));
        Put("c.jsonl");
        Assert.Null(reader.CountKnown([_folder]));
        Assert.Null(reader.CountKnown(["-"]));
    }

    [Fact]
    public async Task Each_line_of_a_JSONL_is_a_report_or_an_error_of_its_own()
    {
        var results = await Reading.Of("""
            {"id":"r1","text":"The quay is held,\nthe mayor said. 🚢","title":"Quay held","publisher":"The Lantern","published":"2031-05-04","url":"https://lantern.example/quay"}
            no json

            {"id":"r2"}
            {"id":7,"text":"Half a pair: \ud83d.","published":"2031-05-04T06:30:00+02:00"}
            """u8.ToArray());
        Assert.Equal([null, SourceErrorCode.BadJson, SourceErrorCode.MissingField, null], results.Select(r => r.Error?.Code));
        Assert.Equal(["-:2", "-:4"], results.Where(r => !r.IsReport).Select(r => r.Error!.Source));

        var first = results[0].Report!;
        Assert.Equal(("r1", "The quay is held,\nthe mayor said. 🚢", "Quay held", "The Lantern", "https://lantern.example/quay"), (first.Source, first.Text, first.Title, first.Publisher, first.Url));
        Assert.Equal((new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), true), (first.Published, first.PublishedIsDay));
        var last = results[3].Report!;
        Assert.Equal(("7", "Half a pair: \uFFFD.", false), (last.Source, last.Text, last.PublishedIsDay));
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 6, 30, 0, TimeSpan.FromHours(2)), last.Published);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_passed_over_and_the_next_is_read()
    {
        var options = new IngestOptions { Limits = IngestLimits.Untrusted with { TextBytes = 200_000 } };
        var lines = $$"""
            {"id":"a","text":"Short."}
            {"id":"b","text":"{{new string('x', 900_000)}}"}
            {"id":"c","text":"Short again."}
            """;
        var results = await Reading.Of(Encoding.UTF8.GetBytes(lines), options);
        Assert.Equal([null, SourceErrorCode.TooLarge, null], results.Select(r => r.Error?.Code));
        Assert.Equal("c", results[2].Report!.Source);
    }

    [Fact]
    public async Task The_same_bytes_give_the_same_report_and_identity()
    {
        var one = Assert.Single(await Reading.Of("The quay is held, the mayor said."u8.ToArray())).Report!;
        var two = Assert.Single(await Reading.Of("The quay is held, the mayor said."u8.ToArray())).Report!;
        Assert.Equal(one.Id, two.Id);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("The quay is held, the mayor said."u8)), one.Id);
        Assert.Equal(one.Paragraphs, two.Paragraphs);
    }

    [Fact]
    public async Task What_the_caller_vouches_for_goes_before_what_the_source_says()
    {
        var options = new IngestOptions { Published = new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), PublishedIsDay = true, Publisher = "The Lantern" };
        var report = Assert.Single(await Reading.Of("""{"id":"a","text":"Held, he said.","publisher":"Other","published":"1999-01-01T10:00:00Z"}"""u8.ToArray(), options)).Report!;
        Assert.Equal(("The Lantern", options.Published, true), (report.Publisher, report.Published, report.PublishedIsDay));
    }

    private void Put(string name)
    {
        var path = Path.Join(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, name.EndsWith(".html", StringComparison.Ordinal) ? "<p>The quay is held, the mayor said on Monday evening.</p>" : "The quay is held, the mayor said.");
    }

    private async Task<IEnumerable<string>> Names(string source) =>
        (await Read(source)).Select(r => Path.GetRelativePath(_folder, r.Report?.Source ?? r.Error!.Message));

    private static async Task<List<SourceResult>> Read(string source)
    {
        var results = new List<SourceResult>();
        using var reader = new SourceReader(new IngestOptions());
        await foreach (var result in reader.ReadAsync([source])) results.Add(result);
        return results;
    }
}
