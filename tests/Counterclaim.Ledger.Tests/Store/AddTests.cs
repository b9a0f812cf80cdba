using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;
using Microsoft.Data.Sqlite;

namespace Counterclaim.Ledger.Tests.Store;

public class AddTests
{
    [Fact]
    public void Claims_come_back_from_the_ledger_as_the_projection_makes_them()
    {
        using var ledger = TestLedger.WithDemo();
        foreach (var reading in TestLedger.Demo)
            Assert.Equal(ClaimProjection.Of(reading).Select(Written), ledger.Store.ClaimsOf(reading.Report.Id).Select(c => Written(WithoutIds(c))));
    }

    [Fact]
    public void A_reading_comes_back_whole()
    {
        using var ledger = TestLedger.WithDemo();
        foreach (var reading in TestLedger.Demo)
            Assert.Equal(reading.Report.Text, ledger.Store.Reading(reading.Report.Id)!.Report.Text);
        Assert.Null(ledger.Store.Reading("sha256:none"));
    }

    [Fact]
    public void A_ledger_of_an_older_version_says_how_far_it_was_made_anew()
    {
        using var ledger = TestLedger.WithDemo();
        var before = ledger.Store.Counts();
        ledger.Store.Dispose();
        using (var connection = new SqliteConnection($"Data Source={ledger.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO ledger_info (name, value) VALUES ('to_derive', '1')";
            command.ExecuteNonQuery();
        }
        var told = new List<(long, long)>();
        ledger.Reopen((done, all) => told.Add((done, all)));
        Assert.Equal((13, 13), Assert.Single(told));
        Assert.Equal(before, ledger.Store.Counts());
        ledger.Reopen((_, _) => Assert.Fail("it is of this version now"));
    }

    [Fact]
    public void Adding_again_changes_nothing()
    {
        using var ledger = TestLedger.WithDemo();
        var before = ledger.Store.Counts();
        Assert.All(ledger.Store.Add(TestLedger.Demo, TestLedger.Version), r => Assert.Equal(AddOutcome.AlreadyThere, r.Outcome));
        ledger.Reopen();
        Assert.Equal(before, ledger.Store.Counts());
        Assert.Equal(13, before.Reports);
    }

    [Fact]
    public void The_same_text_from_other_bytes_is_a_copy_and_its_outlet_is_found()
    {
        using var ledger = TestLedger.WithDemo();
        var original = TestLedger.Demo[0];
        var copy = original with { Report = original.Report with { Id = "sha256:other", Publisher = "Evening Post", Source = "evening.html" } };
        Assert.Equal(AddOutcome.Copy, ledger.Store.Add([copy], TestLedger.Version)[0].Outcome);
        Assert.Equal(AddOutcome.AlreadyThere, ledger.Store.Add([copy], TestLedger.Version)[0].Outcome);
        Assert.Equal((13, 1), (ledger.Store.Counts().Reports, ledger.Store.Counts().Copies));
        Assert.Equal(ClaimProjection.Of(original).Count, ledger.Store.Claims(QueryParser.Parse("outlet:\"Evening Post\""), new PageRequest()).Total);
    }

    [Fact]
    public async Task Several_ask_while_one_adds_and_each_sees_whole_reports()
    {
        using var ledger = new TestLedger();
        var cancel = TestContext.Current.CancellationToken;
        var counts = TestLedger.Demo.ToDictionary(r => r.Report.Id, r => ClaimProjection.Of(r).Count);
        var adding = Task.Run(() =>
        {
            foreach (var reading in TestLedger.Demo) ledger.Store.Add([reading], TestLedger.Version);
        }, cancel);
        var asking = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            bool last;
            do
            {
                last = adding.IsCompleted;
                var page = ledger.Store.Claims(LedgerQuery.Empty, new PageRequest(PageRequest.MostAtOnce));
                Assert.Equal(page.Total, page.Items.Count);
                Assert.All(page.Items.GroupBy(c => c.Report.Id), report => Assert.Equal(counts[report.Key], report.Count()));
            }
            while (!last);
        }, cancel));
        await Task.WhenAll([adding, .. asking]);
    }

    [Fact]
    public void One_by_one_or_at_once_gives_the_same_ledger()
    {
        using var atOnce = TestLedger.WithDemo();
        using var oneByOne = new TestLedger();
        foreach (var reading in TestLedger.Demo)
        {
            oneByOne.Store.Add([reading], TestLedger.Version);
            oneByOne.Reopen();
        }
        foreach (var reading in TestLedger.Demo)
            Assert.Equal(atOnce.Store.ClaimsOf(reading.Report.Id).Select(Written), oneByOne.Store.ClaimsOf(reading.Report.Id).Select(Written));
    }

    [Fact]
    public void A_listed_or_fully_named_actor_is_one_in_all_reports_and_a_described_one_in_none()
    {
        using var ledger = TestLedger.WithDemo();
        var tellers = TestLedger.Demo.SelectMany(r => ledger.Store.ClaimsOf(r.Report.Id)).SelectMany(c => c.Tellers).Select(t => t.Actor).OfType<ClaimActor>().ToArray();
        Assert.Single(tellers.Where(a => a.Name == "Irena Vosk").Select(a => a.Cluster).Distinct());
        Assert.All(tellers.Where(a => a.Kind == ActorKind.Group), a => Assert.Null(a.Cluster));
    }

    [Fact]
    public void A_ledger_of_a_newer_program_and_a_database_of_another_one_are_refused()
    {
        using var ledger = new TestLedger();
        Change(ledger.Path, "UPDATE ledger_info SET value = '99' WHERE name = 'schema'");
        Assert.Contains("newer program", Assert.Throws<LedgerException>(() => LedgerStore.Open(ledger.Path, new StoppedClock())).Message, StringComparison.Ordinal);
        var other = ledger.Path + ".other";
        Change(other, "CREATE TABLE holidays (day TEXT)");
        Assert.Contains("no ledger", Assert.Throws<LedgerException>(() => LedgerStore.Open(other, new StoppedClock())).Message, StringComparison.Ordinal);
        File.WriteAllText(ledger.Path + ".txt", new string('x', 5000));
        Assert.Contains("cannot be opened", Assert.Throws<LedgerException>(() => LedgerStore.Open(ledger.Path + ".txt", new StoppedClock())).Message, StringComparison.Ordinal);
    }

    private static void Change(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string Written(Claim claim)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ClaimJson.Options)) ClaimJson.Write(json, claim);
        return Encoding.UTF8.GetString(bytes.ToArray()) + claim.Span;
    }

    private static Claim WithoutIds(Claim claim) => claim with
    {
        Agent = claim.Agent is null ? null : claim.Agent with { Cluster = null },
        Patient = claim.Patient is null ? null : claim.Patient with { Cluster = null },
        Tellers = [.. claim.Tellers.Select(t => t.Actor is null ? t : t with { Actor = t.Actor with { Cluster = null } })],
    };
}
