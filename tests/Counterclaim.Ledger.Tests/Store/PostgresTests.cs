using System.Text;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Store.Postgres;
using Counterclaim.Ledger.Store.Sqlite;
using Counterclaim.Ledger.Tests.Asking;

namespace Counterclaim.Ledger.Tests.Store;

/// <summary>PostgreSQL gives what SQLite gives, whatever is done and asked.</summary>
public sealed class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly string[] Asked =
        ["road", "\"coast road\"", "surround*", "-army", "place:Quillhaven", "holder:\"Irena Vosk\"", "outlet:\"Evening Post\"", "near:41.2,8.1,500km", "when:2026-03-11", "said:2026-03-09..2026-03-10", "sort:largest", "sort:oldest -voice:own", "corrected army", "story:S1", "question:Q1", "relation:updates,supports", "-story:S1,S2",
            "patient:\"fish market\"", "agent:fighters -patient:town", "kind:control place:Quillhaven relation:updates,supports"];

    [Fact]
    public void Both_databases_answer_alike()
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        using var sqlite = new TestLedger();
        using var postgres = LedgerStore.Open(server.NewDatabase(), new StoppedClock());
        foreach (var store in (LedgerStore[])[sqlite.Store, postgres]) Fill(store);
        var reports = TestLedger.Demo.Select(r => r.Report.Id).ToArray();
        foreach (var report in reports) Assert.Equal(sqlite.Store.ClaimsOf(report).Select(AddTests.Written), postgres.ClaimsOf(report).Select(AddTests.Written));
        foreach (var text in ClaimQueryTests.Queries.Select(q => q.Data).Concat(Asked)) Assert.Equal((text, Answers(sqlite.Store, text)), (text, Answers(postgres, text)));
        Assert.Equal(sqlite.Store.Counts(), postgres.Counts());
        Assert.Equal(sqlite.Store.Corrections(), postgres.Corrections());
    }

    /// <summary>Takes a ledger back to the third version: without the words of slots, what links and questions know of their claims, and what makes them the same in any order.</summary>
    private const string ToVersion3 = """
        DROP TABLE slot_words; DROP TABLE question_places; DROP INDEX claims_quantity; DROP INDEX claims_kind; DROP INDEX claims_place; DROP INDEX claim_links_relation; DROP INDEX claim_links_as_of;
        ALTER TABLE claims DROP COLUMN relation_ends; ALTER TABLE claims DROP COLUMN set_at; ALTER TABLE claims DROP COLUMN agent_words; ALTER TABLE claims DROP COLUMN agent_start; ALTER TABLE claims DROP COLUMN agent_point;
        DROP INDEX claims_done_to; DROP INDEX claims_kind_report; ALTER TABLE claims DROP COLUMN patient_words; ALTER TABLE claims DROP COLUMN patient_start; ALTER TABLE claims DROP COLUMN patient_point;
        ALTER TABLE claim_links DROP COLUMN later_kind; ALTER TABLE claim_links DROP COLUMN later_place; ALTER TABLE claim_links DROP COLUMN earlier_kind; ALTER TABLE claim_links DROP COLUMN earlier_place;
        CREATE INDEX claims_kind ON claims (kind, as_of, id); CREATE INDEX claims_place ON claims (place, kind, as_of, id);
        CREATE INDEX claim_links_relation ON claim_links (relation, as_of, id); CREATE INDEX claim_links_as_of ON claim_links (as_of, id);
        DROP TABLE claim_keys; DROP INDEX question_claims_home; DROP INDEX question_claims_time;
        ALTER TABLE claim_links DROP COLUMN turned; ALTER TABLE question_claims DROP COLUMN home; ALTER TABLE question_claims DROP COLUMN tie; ALTER TABLE questions DROP COLUMN worded_to;
        CREATE TABLE claim_keys (term BIGINT NOT NULL, as_of BIGINT NOT NULL, claim BIGINT NOT NULL, PRIMARY KEY (term, as_of, claim)); CREATE INDEX question_claims_time ON question_claims (question, position, as_of, claim);
        UPDATE ledger_info SET value = '3' WHERE name = 'schema';
        """;

    [Fact]
    public void A_ledger_of_the_third_version_is_brought_up_by_either()
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        using var folder = new TestLedger();
        foreach (var address in (string[])[folder.Path, server.NewDatabase()])
        {
            string[] wanted;
            using (var store = LedgerStore.Open(address, new StoppedClock()))
            {
                store.Add(TestLedger.Demo, TestLedger.Version);
                wanted = [.. Asked.Select(text => Answers(store, text))];
            }
            using (ILedgerDatabase database = LedgerStore.IsPostgres(address) ? new PostgresDatabase(address) : new SqliteDatabase(address))
            using (var connection = database.Open())
                connection.Run(ToVersion3);
            using var opened = LedgerStore.Open(address, new StoppedClock());
            Assert.Equal(wanted, Asked.Select(text => Answers(opened, text)));
        }
    }

    /// <summary>The demo, a copy of one report, and corrections of every sort.</summary>
    private static void Fill(LedgerStore store)
    {
        store.Add(TestLedger.Demo, TestLedger.Version);
        Assert.All(store.Add(TestLedger.Demo, TestLedger.Version), r => Assert.Equal(AddOutcome.AlreadyThere, r.Outcome));
        var copied = TestLedger.Demo[0];
        store.Add([copied with { Report = copied.Report with { Id = "sha256:edited", Publisher = "Evening Post", Text = copied.Report.Text + "\n\nMore follows." } }], TestLedger.Version);
        store.Add([copied with { Report = copied.Report with { Id = "sha256:other", Publisher = "Evening Post" } }], TestLedger.Version);
        var claims = store.Claims(QueryParser.Parse("sort:added"), new PageRequest()).Items;
        store.Correct(claims[0].Ref.ToString(), CorrectionAction.Accept, [], "an editor");
        var entry = store.Correct(claims[1].Ref.ToString(), CorrectionAction.Change, [("place", "Brandry"), ("quantity", ">=30 people"), ("time", "2026-03-11")], "an editor", "as printed")[0];
        store.Correct(claims[2].Ref.ToString(), CorrectionAction.Reject, [], "an editor");
        store.Undo(entry, "another");
        var actors = store.Actors(QueryParser.Parse("vosk"), new PageRequest()).Items;
        store.Undo(store.JoinActors(actors[0].Id!, actors[1].Id!, "an editor"), "an editor");
        store.JoinActors(actors[1].Id!, actors[0].Id!, "an editor");
        var questions = store.Questions(LedgerQuery.Empty, new PageRequest()).Items;
        store.RenameQuestion(questions[0].Id!, "In other words?", "an editor");
        store.Undo(store.MergeQuestions(questions[0].Id!, questions[1].Id!, "an editor"), "an editor");
        store.PartQuestion(questions[0].Id!, [questions[0].Positions[0].Claims[0].Ref.ToString()], "an editor");
        store.DismissQuestion(questions[1].Id!, "an editor");
    }

    private static string Answers(LedgerStore store, string text)
    {
        var query = QueryParser.Parse(text);
        var page = new PageRequest(PageRequest.MostAtOnce);
        using var output = new MemoryStream();
        ListLayouts.WriteJsonLines(output, store.Claims(query, page).Items, RowLayouts.Claims);
        if (query.Sort is null)
        {
            ListLayouts.WriteJsonLines(output, store.Actors(query, page).Items, RowLayouts.Actors);
            ListLayouts.WriteJsonLines(output, store.Places(query, page).Items, RowLayouts.Places);
            ListLayouts.WriteJsonLines(output, store.Reports(query, page).Items, RowLayouts.Reports);
            ListLayouts.WriteJsonLines(output, store.Questions(query, page).Items, RowLayouts.Questions);
            ListLayouts.WriteJsonLines(output, store.Links(query, page).Items, RowLayouts.Links);
            ListLayouts.WriteJsonLines(output, store.Stories(query, page).Items, RowLayouts.Stories);
            ListLayouts.WriteJsonLines(output, store.Statements(query, page).Items, RowLayouts.Statements);
        }
        if (query.Terms is [{ Field: null, IsNegated: false }]) ListLayouts.WriteJsonLines(output, store.Search(QueryParser.Parse(text + " sort:added"), page).Items, RowLayouts.Passages);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
