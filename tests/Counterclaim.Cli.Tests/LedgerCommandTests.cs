using System.Text.Json;
using System.Text.RegularExpressions;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Cli.Tests;

/// <summary>The demo into a ledger and out again, through the command.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private static readonly string Demo = Path.Combine(Repository.Root, "demo");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("counterclaim-");

    private string Ledger => Path.Combine(_folder.FullName, "siege.db");

    [Fact]
    public async Task The_demo_goes_in_once_and_is_asked_in_every_format()
    {
        string[] add = ["add", Path.Combine(Demo, "reports"), Path.Combine(Demo, "none.html"), "--gazetteer", Path.Combine(Demo, "gazetteer.csv"), "--ledger", Ledger, "--format", "json"];
        var first = await CommandRun.OfAsync(add);
        Assert.Equal(1, first.ExitCode);
        Assert.Contains("none.html", first.Error, StringComparison.Ordinal);
        Assert.Equal(13, JsonDocument.Parse(first.Output).RootElement.GetProperty("added").GetInt32());
        var again = JsonDocument.Parse((await CommandRun.OfAsync(add)).Output).RootElement;
        Assert.Equal((0, 13), (again.GetProperty("added").GetInt32(), again.GetProperty("already_there").GetInt32()));

        var table = await CommandRun.OfAsync(["claims", "--ledger", Ledger, "kind:casualties", "-position:wounded"]);
        Assert.Equal((0, ""), (table.ExitCode, table.Error));
        Assert.Contains("casualties · killed", table.Output, StringComparison.Ordinal);
        Assert.EndsWith("claims.\n", table.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await CommandRun.OfAsync(["claims", "--ledger", Ledger, "--format", "json", "--limit", "3"])).Output).RootElement;
        Assert.Equal(3, json.GetProperty("claims").GetArrayLength());
        var geo = JsonDocument.Parse((await CommandRun.OfAsync(["claims", "--ledger", Ledger, "--format", "geojson", "-has:pin"])).Output).RootElement;
        Assert.All(geo.GetProperty("features").EnumerateArray(), f => Assert.Equal(JsonValueKind.Null, f.GetProperty("geometry").ValueKind));
        var csv = (await CommandRun.OfAsync(["claims", "--ledger", Ledger, "--format", "csv"])).Output;
        Assert.StartsWith("id,kind,position", csv, StringComparison.Ordinal);
        var phrase = await CommandRun.OfAsync(["claims", "--ledger", Ledger, "--format", "md", "holder:Irena Vosk", "kind:casualties"]);
        Assert.Contains("Irena Vosk", phrase.Output, StringComparison.Ordinal);
        foreach (var list in (string[])["questions", "links", "search", "statements", "reports", "stories", "actors", "places"])
        {
            var rows = JsonDocument.Parse((await CommandRun.OfAsync([list, "--ledger", Ledger, "--format", "json", list == "search" ? "harbour" : "-voice:own"])).Output).RootElement;
            Assert.True(rows.GetProperty("total").GetInt32() > 0, list);
        }
        await ExportAsync();
        await BriefAsync();
        await CorrectAsync(json.GetProperty("claims")[0].GetProperty("id").GetString()!);
    }

    private async Task ExportAsync()
    {
        var csv = await CommandRun.OfAsync(["export", "--ledger", Ledger, "--format", "csv", "kind:casualties", "-voice:own"]);
        Assert.Equal(0, csv.ExitCode);
        Assert.Matches(@"^counterclaim: exported (\d+) of \1 claims\.\n$", csv.Error);
        Assert.Contains("kind:casualties -voice:own\r\n", csv.Output, StringComparison.Ordinal);
        var acled = await CommandRun.OfAsync(["export", "--ledger", Ledger, "--format", "acled"]);
        Assert.Contains("left out", acled.Error, StringComparison.Ordinal);
        var zip = Path.Combine(_folder.FullName, "siege.zip");
        Assert.Equal((0, ""), await OutcomeOf(["export", "--ledger", Ledger, "--format", "brat", "-o", zip]));
        Assert.Equal(28, System.IO.Compression.ZipFile.OpenRead(zip).Entries.Count);
        Assert.False(File.Exists(zip + ".part"));
        Assert.Equal((0, ""), await OutcomeOf(["export", "--ledger", Ledger, "--format", "timemap", "-o", _folder.FullName + "/map/"]));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "map", "events.json")));
        Assert.Equal(2, (await CommandRun.OfAsync(["export", "--ledger", Ledger, "--format", "csv", "colour:red"])).ExitCode);
        Assert.Equal(2, (await CommandRun.OfAsync(["export", "--ledger", Ledger, "--format", "csv", "-o", _folder.FullName + "/none/x.csv"])).ExitCode);
    }

    private async Task BriefAsync()
    {
        var page = await CommandRun.OfAsync(["brief", "Quillhaven", "--ledger", Ledger]);
        Assert.Equal((0, ""), (page.ExitCode, page.Error));
        Assert.StartsWith("# Quillhaven\n", page.Output, StringComparison.Ordinal);
        var cited = Regex.Matches(page.Output, @"\[\^(\d+)\](?!:)").Select(m => m.Groups[1].Value).Distinct().Order();
        Assert.NotEmpty(cited);
        Assert.Equal(cited, Regex.Matches(page.Output, @"^\[\^(\d+)\]: ", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Order());
        GoldenFile.Check("brief.quillhaven.md", page.Output);
        var html = (await CommandRun.OfAsync(["brief", "Quillhaven", "--format", "html", "--ledger", Ledger])).Output;
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        GoldenFile.Check("brief.quillhaven.html", html);
        var question = JsonDocument.Parse((await CommandRun.OfAsync(["questions", "kind:casualties", "--format", "json", "--limit", "1", "--ledger", Ledger])).Output).RootElement.GetProperty("questions")[0];
        GoldenFile.Check("brief.question.md", (await CommandRun.OfAsync(["brief", question.GetProperty("id").GetString()!, "--ledger", Ledger])).Output);
        var tree = await CommandRun.OfAsync(["consequences", "--ledger", Ledger]);
        Assert.Matches(@"→ .+ \(1 origin\): “", tree.Output);
        Assert.Matches(@"(\d+) of \1 consequences: \d+ edges between \d+ matters\.\n$", tree.Output);
        foreach (var format in (string[])["json", "jsonl", "csv", "dot", "mermaid"]) Assert.Equal(0, (await CommandRun.OfAsync(["consequences", "--format", format, "--ledger", Ledger])).ExitCode);
        Assert.Equal(2, (await CommandRun.OfAsync(["consequences", "colour:red", "--ledger", Ledger])).ExitCode);
    }

    private static async Task<(int, string)> OutcomeOf(string[] args)
    {
        var run = await CommandRun.OfAsync(args);
        return (run.ExitCode, run.Output);
    }

    private async Task CorrectAsync(string claim)
    {
        var done = await CommandRun.OfAsync(["correct", claim, "place=Brandry", "--ledger", Ledger, "--author", "desk", "--reason", "as printed"]);
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        var export = JsonDocument.Parse((await CommandRun.OfAsync(["corrections", "--export", "--ledger", Ledger])).Output).RootElement;
        Assert.Equal(("place", "Brandry", "desk"), (export.GetProperty("field").GetString(), export.GetProperty("new").GetProperty("name").GetString(), export.GetProperty("author").GetString()));
        var text = export.GetProperty("text").GetString()!;
        Assert.Equal(export.GetProperty("exact").GetString(), text[export.GetProperty("start").GetInt32()..export.GetProperty("end").GetInt32()]);
        Assert.Contains("taken back", (await CommandRun.OfAsync(["undo", "1", "--ledger", Ledger])).Output, StringComparison.Ordinal);
        Assert.Equal("", (await CommandRun.OfAsync(["corrections", "--export", "--ledger", Ledger])).Output);
        Assert.Equal(2, (await CommandRun.OfAsync(["correct", claim, "colour=red", "--ledger", Ledger])).ExitCode);
        Assert.Contains("13 reports made anew", (await CommandRun.OfAsync(["ledger", "rebuild", "--ledger", Ledger])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_cannot_be_asked_and_a_ledger_that_is_not_there_are_wrong_usage()
    {
        var query = await CommandRun.OfAsync(["claims", "--ledger", Ledger, "colour:red"]);
        Assert.Equal(2, query.ExitCode);
        Assert.StartsWith("counterclaim: the query, at character 1: There is no field \"colour\"", query.Error, StringComparison.Ordinal);
        var none = await CommandRun.OfAsync(["claims", "--ledger", Ledger]);
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("counterclaim add", none.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
