using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Counterclaim.Cli.Tests;

/// <summary>
/// <c>add</c> killed at random moments: the ledger opens, holds all that was said to be added and nothing by half, and once gone on with is as it would be without
/// the kills. A few rounds here; <c>eng/kill/add 50</c> runs as many as you like.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 60;
    private const int FewRounds = 3;
    private const string RoundsVariable = "COUNTERCLAIM_KILL_ROUNDS";
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "counterclaim.dll");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("counterclaim-kill-");

    [Fact]
    public void An_add_killed_at_any_moment_loses_nothing_and_goes_on_as_if_it_had_not_been()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs SIGKILL");
        var rounds = int.TryParse(Environment.GetEnvironmentVariable(RoundsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : FewRounds;
        var articles = WriteArticles();
        var clock = Stopwatch.StartNew();
        Add(articles, "whole.db", null);
        var whole = clock.Elapsed;
        var wanted = Dump("whole.db");
        var random = new Random(20260311);
        for (int kills = 0, ledgers = 0; kills < rounds; ledgers++)
        {
            var ledger = $"{ledgers}.db";
            while (!Add(articles, ledger, kills < rounds ? whole * random.NextDouble() : null))
            {
                kills++;
                Check(ledger, wanted);
            }
            Assert.Equal(wanted, Dump(ledger));
            if (ledgers > 3 * rounds + 10) Assert.Fail("The add always ended before it was killed.");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} kills");
    }

    /// <returns>Whether it ended by itself.</returns>
    private bool Add(string articles, string ledger, TimeSpan? killAfter)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "add", articles, "--ledger", At(ledger), "--format", "jsonl"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new List<string>();
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is not null) said.Add(e.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = killAfter is { } wait ? process.WaitForExit(wait) : process.WaitForExit(TimeSpan.FromMinutes(5));
        if (!ended) process.Kill(); // SIGKILL
        process.WaitForExit();
        File.WriteAllLines(At(ledger + ".said"), said);
        if (ended) Assert.Equal(0, process.ExitCode);
        return ended;
    }

    /// <summary>What the killed run said is there, and each report that is there is there whole.</summary>
    private void Check(string ledger, Dictionary<string, string> wanted)
    {
        var said = File.ReadAllLines(At(ledger + ".said")).Where(line => line.EndsWith('}')).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("outcome", out var outcome) && outcome.GetString() == "added").Select(line => line.GetProperty("report").GetString()!);
        if (!File.Exists(At(ledger)))
        {
            Assert.Empty(said);
            return;
        }
        var there = Dump(ledger);
        Assert.All(said, report => Assert.Contains(report, there.Keys));
        Assert.All(there.Where(r => r.Key is not ("actors" or "places" or "stories" or "questions" or "links")), report => Assert.Equal(wanted[report.Key], report.Value));
        using var connection = new SqliteConnection($"Data Source={At(ledger)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
        command.CommandText = "SELECT COUNT(*) FROM pragma_foreign_key_check";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    /// <summary>Everything in a ledger, by report, but the times of adding.</summary>
    private Dictionary<string, string> Dump(string ledger)
    {
        using var store = LedgerStore.Open(At(ledger), TimeProvider.System);
        var page = new PageRequest(PageRequest.MostAtOnce);
        var dump = new Dictionary<string, string>();
        foreach (var report in store.Reports(LedgerQuery.Empty, page).Items)
        {
            var reading = store.Reading(report.Report.Id)!;
            dump[report.Report.Id] = $"{report with { Added = default, Reprints = 0, Ties = [] }} {string.Join(' ', report.Ties)} {reading.Report.Text}\n" + Written(store.ClaimsOf(report.Report.Id), RowLayouts.Claims)
                + Written(store.Statements(QueryParser.Parse($"report:{report.Report.Id["sha256:".Length..]}"), page).Items, RowLayouts.Statements);
        }
        dump["actors"] = Written(store.Actors(QueryParser.Parse("type:person,organisation,government,armed_force,publication,group"), page).Items, RowLayouts.Actors);
        dump["stories"] = Written(store.Stories(LedgerQuery.Empty, page).Items, RowLayouts.Stories);
        dump["questions"] = Written(store.Questions(LedgerQuery.Empty, page).Items, RowLayouts.Questions);
        dump["links"] = Written(store.Links(LedgerQuery.Empty, page).Items, RowLayouts.Links);
        dump["places"] = Written(store.Places(LedgerQuery.Empty, page).Items, RowLayouts.Places);
        return dump;
    }

    private static string Written<T>(IEnumerable<T> rows, RowLayout<T> layout)
    {
        using var output = new MemoryStream();
        ListLayouts.WriteJsonLines(output, rows, layout);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The demo's texts again and again, each time with another ending.</summary>
    private string WriteArticles()
    {
        var texts = Directory.GetFiles(Path.Combine(Repository.Root, "tests/Counterclaim.Cli.Tests/Golden"), "demo.*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement).ToArray();
        var path = At("articles.jsonl");
        File.WriteAllLines(path, Enumerable.Range(0, Articles).Select(i =>
        {
            var (demo, report) = (texts[i % texts.Length], texts[i % texts.Length].GetProperty("report"));
            return JsonSerializer.Serialize(new Dictionary<string, string?>
            {
                ["id"] = $"article {i}",
                ["publisher"] = report.GetProperty("publisher").GetString(),
                ["published"] = report.GetProperty("published").GetString(),
                ["text"] = $"{demo.GetProperty("text").GetString()}\n\nThe harbour master, Piet Sandor {i}, counted {i + 2} ships.",
            });
        }));
        return path;
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
