using System.Text;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Tests.Store;
using Microsoft.Data.Sqlite;

namespace Counterclaim.Ledger.Tests.Stories;

public class StoryTests
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);

    [Fact]
    public void Copies_and_versions_are_tied_to_the_first_print_and_join_its_story()
    {
        using var ledger = new TestLedger();
        ledger.Store.Add(
        [
            Texts.Of("wire", Texts.Wire, "Strait Wire", "Ferry sinks off Cape Orrin", published: "2026-03-09T06:00"),
            Texts.Of("paper", [.. Texts.Wire, "The mayor spoke of the worst day in the town's memory."], "Courier", "Ferry lost", "https://courier.example/ferry", "2026-03-09T09:00"),
            Texts.Of("later", ["Twenty-six are dead, the coast guard said in the evening.", .. Texts.Wire, "The mayor spoke of the worst day in the town's memory."], "Courier", "Ferry lost: 26 dead", "https://courier.example/ferry", "2026-03-09T19:00"),
            Texts.Of("talks", ["Envoys of both sides met in Brandry on Friday and parted without a word.", "A table for six had been laid, and four chairs stayed empty."], "Courier", "Envoys part in Brandry", published: "2026-03-13T10:00"),
        ], TestLedger.Version);
        var reports = Reports(ledger);
        Assert.Equal(["S1", "S1", "S1", "S2"], reports.Select(r => r.Story));
        Assert.Equal([2L, 0, 0, 0], reports.Select(r => r.Reprints));
        Assert.Equal("sha256:wire", reports[1].Ties[0].Earlier);
        Assert.Equal(("sha256:paper", "later version of the same page: 1 paragraph added"), (reports[2].Ties[0].Earlier, reports[2].Ties[0].Tie.InWords()));
        var story = Stories(ledger, "ferry").Single();
        Assert.Equal(("S1", 3L, 1L, "Ferry sinks off Cape Orrin"), (story.Id, story.Reports, story.Origins, story.Title));
        Assert.Equal(["Courier", "Strait Wire"], story.Outlets);
        Assert.Equal(["sha256:talks"], ledger.Store.Reports(QueryParser.Parse("story:S2"), All).Items.Select(r => r.Report.Id));
        Assert.Equal(3, ledger.Store.Reports(QueryParser.Parse("-story:S2"), All).Total);
        Assert.Empty(Stories(ledger, "story:S9"));
    }

    [Fact]
    public void Reports_of_one_happening_in_other_words_are_one_story_and_the_same_happening_a_month_later_is_another()
    {
        using var ledger = new TestLedger();
        string[] other = ["Nineteen people drowned when the Marguerite, a car ferry of Strait Lines, went down in the strait near Cape Orrin.", "Its captain reported water on the deck, and divers are looking for passengers of the Marguerite still."];
        ledger.Store.Add(
        [
            Texts.Of("a", Texts.Wire, "Strait Wire", "Ferry Marguerite sinks off Cape Orrin", published: "2026-03-09T06:00"),
            Texts.Of("b", other, "Harbour & Tide", "Nineteen drown with the ferry Marguerite", published: "2026-03-09T12:00"),
            Texts.Of("c", [other[0] + " Again.", other[1]], "Meridian Post", "Nineteen drown with the ferry Marguerite", published: "2026-05-09T12:00"),
        ], TestLedger.Version);
        var reports = Reports(ledger);
        Assert.Equal("S1", reports[1].Story);
        Assert.Contains("Marguerite", Stories(ledger, "story:S1").Single().Members[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demos_stories_are_those_a_reader_sees_whatever_is_added_at_once()
    {
        using var ledger = TestLedger.WithDemo();
        var market = Stories(ledger, "").First(s => s.Title!.Contains("fish market", StringComparison.Ordinal));
        Assert.True(market.Reports >= 3);
        Assert.All(market.Members, m => Assert.Contains("market", ledger.Store.Reading(m.Report.Id)!.Report.Text, StringComparison.Ordinal));
        using var oneByOne = new TestLedger();
        foreach (var reading in TestLedger.Demo)
        {
            oneByOne.Store.Add([reading], TestLedger.Version);
            oneByOne.Reopen();
        }
        Assert.Equal(Written(ledger), Written(oneByOne));
    }

    [Fact]
    public void Every_list_can_be_asked_for_one_story()
    {
        using var ledger = TestLedger.WithDemo();
        var story = Stories(ledger, "").First(s => s.Title!.Contains("fish market", StringComparison.Ordinal));
        var query = QueryParser.Parse("story:" + story.Id);
        var reports = story.Members.Select(m => m.Report.Id).ToHashSet();
        Assert.Equal(reports, ledger.Store.Claims(query, All).Items.Select(c => c.Report.Id).ToHashSet());
        Assert.All(ledger.Store.Statements(query, All).Items, s => Assert.Contains(s.Report.Id, reports));
        Assert.All(ledger.Store.Search(QueryParser.Parse($"market story:{story.Id}"), All).Items, p => Assert.Contains(p.Report.Id, reports));
        Assert.NotEmpty(ledger.Store.Actors(query, All).Items);
        Assert.NotEmpty(ledger.Store.Places(query, All).Items);
        Assert.All(ledger.Store.Questions(query, All).Items, q => Assert.Contains(q.Claims, c => reports.Contains(c.Report.Id)));
        Assert.Contains(story.Id, Stories(ledger, "kind:casualties").Select(s => s.Id));
    }

    [Fact]
    public void What_copies_of_one_text_say_in_their_own_voice_has_one_origin()
    {
        using var ledger = new TestLedger();
        foreach (var reading in TestLedger.Demo.Take(2))
            ledger.Store.Add([reading, reading with { Report = reading.Report with { Id = reading.Report.Id + "1", Publisher = "Evening Post", Url = null, Text = reading.Report.Text + "\n\nMore follows." } }], TestLedger.Version);
        var claims = ledger.Store.Claims(LedgerQuery.Empty, All).Items;
        Assert.All(claims, c => Assert.Equal(c.Report.Outlet == "Evening Post" ? c.Report.Id[..^1] : null, c.Origin));
        Assert.All(ledger.Store.Questions(LedgerQuery.Empty, All).Items.SelectMany(q => q.Positions).Where(p => p.Claims.All(c => c.FirstTeller.IsPublisher)), p => Assert.Equal(p.Claims.Select(c => c.Origin ?? c.Report.Id).Distinct().Count(), p.Origins));
    }

    [Fact]
    public void A_ledger_of_the_first_version_gets_its_stories_when_it_is_opened()
    {
        using var ledger = TestLedger.WithDemo();
        var wanted = Written(ledger);
        ledger.Store.Dispose();
        using (var connection = new SqliteConnection($"Data Source={ledger.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                DROP TABLE text_marks; DROP TABLE text_ties; DROP TABLE stories; DROP TABLE story_keys; DROP TABLE story_words; DROP INDEX reports_first_print; DROP INDEX reports_story;
                ALTER TABLE reports DROP COLUMN first_print; ALTER TABLE reports DROP COLUMN story; ALTER TABLE reports DROP COLUMN story_score; ALTER TABLE reports DROP COLUMN story_reason;
                DROP TABLE slot_words; DROP TABLE question_places; DROP INDEX claims_quantity; DROP INDEX claims_place;
                ALTER TABLE claims DROP COLUMN relation_ends; ALTER TABLE claims DROP COLUMN set_at; CREATE INDEX claims_place ON claims (place, kind, as_of, id);
                ALTER TABLE claims DROP COLUMN agent_words; ALTER TABLE claims DROP COLUMN agent_start; ALTER TABLE claims DROP COLUMN agent_point;
                DROP INDEX claims_done_to; DROP INDEX claims_kind_report; ALTER TABLE claims DROP COLUMN patient_words; ALTER TABLE claims DROP COLUMN patient_start; ALTER TABLE claims DROP COLUMN patient_point;
                DROP TABLE claim_keys; DROP TABLE claim_links; DROP TABLE question_claims; DROP TABLE question_positions; DROP TABLE questions;
                ALTER TABLE claims DROP COLUMN setting; ALTER TABLE claims DROP COLUMN origin; UPDATE ledger_info SET value = '1' WHERE name = 'schema';
                """;
            command.ExecuteNonQuery();
        }
        ledger.Reopen();
        Assert.Equal(wanted, Written(ledger));
    }

    private static List<LedgerReport> Reports(TestLedger ledger) => [.. ledger.Store.Reports(QueryParser.Parse("sort:added"), All).Items.Reverse()];

    private static IReadOnlyList<LedgerStory> Stories(TestLedger ledger, string query) => ledger.Store.Stories(QueryParser.Parse(query), All).Items;

    private static string Written(TestLedger ledger)
    {
        using var output = new MemoryStream();
        ListLayouts.WriteJsonLines(output, ledger.Store.Stories(LedgerQuery.Empty, All).Items, RowLayouts.Stories);
        ListLayouts.WriteJsonLines(output, ledger.Store.Reports(LedgerQuery.Empty, All).Items, RowLayouts.Reports);
        ListLayouts.WriteJsonLines(output, ledger.Store.Claims(LedgerQuery.Empty, All).Items, RowLayouts.Claims);
        ListLayouts.WriteJsonLines(output, ledger.Store.Questions(LedgerQuery.Empty, All).Items, RowLayouts.Questions);
        ListLayouts.WriteJsonLines(output, ledger.Store.Links(LedgerQuery.Empty, All).Items, RowLayouts.Links);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
