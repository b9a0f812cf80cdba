using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Tests.Exports;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Corrections;

/// <summary>The words of statements, their links, and whether they are statements: put right, taken back, kept through another reading.</summary>
public sealed class StatementCorrectionTests : IDisposable
{
    private static readonly string Courier = ExportFixture.Readings[0].Report.Id;
    private static readonly string Text = ExportFixture.Readings[0].Report.Text;

    private readonly TestLedger _ledger = ExportFixture.Open();

    private IReadOnlyList<long> Change(string item, string field, string value) => _ledger.Store.Correct($"{Courier}/{item}", CorrectionAction.Change, [(field, value)], "desk");

    private Model.Reading Now => _ledger.Store.Corrected(Courier)!.Reading;

    private Statement Statement(string id) => Now.Statements.Single(s => s.Id == id);

    private IReadOnlyList<ToldStatement> Listed => _ledger.Store.Statements(QueryParser.Parse($"report:{ReportKeys.Short(Courier)}"), new PageRequest()).Items;

    [Theory]
    [InlineData("73-97", "Norland troops had taken")]
    [InlineData("73-87,88-97", "Norland troops … had taken")]
    [InlineData("Norland troops had taken", "Norland troops had taken")]
    [InlineData("\"Norland troops … the grain station\"", "Norland troops … the grain station")]
    public void Content_is_given_by_code_points_or_by_its_words(string value, string content)
    {
        var entry = Change("s1", "content", value)[0];
        Assert.Equal(content, Statement("s1").Content.TextIn(Text));
        Assert.Contains(Listed, s => s.Content == content);
        _ledger.Store.Undo(entry, "desk");
        Assert.Equal(ExportFixture.Readings[0].Statements[0].Content, Statement("s1").Content);
    }

    [Fact]
    public void Holder_and_cue_are_words_too_and_the_nearest_ones_are_meant()
    {
        Change("s2", "holder", "\"Rehn\"");
        Assert.Equal(182, new CodePointMap(Text).ToCodePoint(Statement("s2").Holder[0].Start)); // not the Rehn of the paragraph before
        Change("s1", "holder", "53-62");
        Assert.Equal("Asta Rehn", Statement("s1").Holder.TextIn(Text));
        Change("s1", "cue", "said");
        Assert.Equal("said", Statement("s1").Cue.TextIn(Text));
        Change("s1", "cue", "none");
        Assert.True(Statement("s1").Cue.IsEmpty);
        Change("s1", "holder", "The army");
        Assert.Equal("The army", Now.Actors.Single(a => a.Id == Statement("s1").Actor).Name); // without quotation marks: who it is
    }

    [Fact]
    public void A_rejected_statement_gives_what_it_held_to_the_one_around_it_and_can_be_accepted_again()
    {
        var rejected = _ledger.Store.Correct($"{Courier}/s3", CorrectionAction.Reject, [], "desk")[0];
        Assert.DoesNotContain(Listed, s => s.Id.EndsWith("/s3", StringComparison.Ordinal));
        var road = _ledger.Store.ClaimsOf(Courier).Single(c => c.Exact == "the road was cut");
        Assert.Equal((Voice.Own, 1), (road.Voice, road.Tellers.Count));
        _ledger.Store.Correct($"{Courier}/s3", CorrectionAction.Accept, [], "desk");
        Assert.Equal(1, Statement("s3").Confidence);
        Assert.Equal("The army", _ledger.Store.ClaimsOf(Courier).Single(c => c.Exact == "the road was cut").FirstTeller.Name);
        _ledger.Store.Undo(rejected, "desk");

        // In a chain: what the inner one held is the outer one's.
        var frontline = ExportFixture.Readings[2].Report.Id;
        _ledger.Store.Correct($"{frontline}/s2", CorrectionAction.Reject, [], "desk");
        Assert.Equal("Strait Wire", _ledger.Store.ClaimsOf(frontline)[0].FirstTeller.Name);
    }

    private Claim Claim(string words) => _ledger.Store.ClaimsOf(Courier).Single(c => c.Exact == words);

    [Fact]
    public void Claims_follow_the_words_of_a_content()
    {
        // The quotation loses its second part: that the road is cut is the paper's own word then.
        var entry = Change("s2", "content", "Thirty-one people were killed")[0];
        Assert.Equal((Voice.Own, 1), (Claim("the coast road is cut").Voice, Claim("the coast road is cut").Tellers.Count));
        Assert.Equal("Asta Rehn", Claim("Thirty-one people were killed").FirstTeller.Name);
        Assert.Null(Now.Consequences[0].Statement);
        _ledger.Store.Undo(entry, "desk");
        Assert.Equal("Asta Rehn", Claim("the coast road is cut").FirstTeller.Name);
        Assert.Equal("s2", Now.Consequences[0].Statement);

        // What it takes in it tells, and half of a clause is enough.
        Change("s1", "content", "0-30,78-97");
        Assert.Equal("Asta Rehn", Claim("Two ferries left Velm harbour on Friday").FirstTeller.Name);
        Assert.Equal(Voice.Own, Claim("Norland troops had taken the grain station at Velm between 9 and 11 April").Voice);
    }

    [Fact]
    public void Other_words_of_the_holder_name_somebody_else()
    {
        Change("s1", "holder", "\"The army\"");
        Assert.Equal("The army", Claim("Norland troops had taken the grain station at Velm between 9 and 11 April").FirstTeller.Name);
        Change("s1", "holder", "\"Two ferries\""); // nobody's mention: the words alone
        Assert.Null(Statement("s1").Actor);
        Assert.Equal("Two ferries", Claim("Norland troops had taken the grain station at Velm between 9 and 11 April").FirstTeller.Name);
    }

    [Fact]
    public void How_directly_it_is_said_follows_the_quotation_marks()
    {
        Change("s2", "content", "Thirty-one people were killed,” Rehn said");
        Assert.Equal(StatementMode.Mixed, Statement("s2").Mode);
        Change("s2", "content", "Rehn said");
        Assert.Equal(StatementMode.Indirect, Statement("s2").Mode);
    }

    [Fact]
    public void A_statement_that_was_not_found_is_added_tells_its_claims_and_outlives_another_reading()
    {
        var (entry, id) = _ledger.Store.AddStatement(Courier, [("content", "Two ferries left Velm harbour on Friday"), ("holder", "Tam Orrel"), ("act", "confirm")], "desk", "from the byline");
        Assert.Equal($"s*{entry}", id);
        Assert.Equal((SpeechAct.Confirm, StatementMode.Indirect, 1.0), (Statement(id).Act, Statement(id).Mode, Statement(id).Confidence));
        Assert.Equal(("Tam Orrel", Voice.Attributed), (Claim("Two ferries left Velm harbour on Friday").FirstTeller.Name, Claim("Two ferries left Velm harbour on Friday").Voice));
        Assert.Contains(Listed, s => s.Content == "Two ferries left Velm harbour on Friday");

        Change(id, "cue", "on Friday");
        Assert.Equal("on Friday", Statement(id).Cue.TextIn(Text));
        _ledger.Store.Rebuild(_ => Renumbered(ExportFixture.Readings.Single(r => r.Report.Id == _.Id)), new Counterclaim.Ledger.Store.ReaderVersion("newer", 2), (_, _) => { }, TestContext.Current.CancellationToken);
        Assert.Equal("Tam Orrel", Claim("Two ferries left Velm harbour on Friday").FirstTeller.Name);
        Assert.Throws<CorrectionException>(() => _ledger.Store.AddStatement(Courier, [("content", "Two ferries left Velm harbour on Friday")], "desk"));
        Assert.Equal("[[2,41]]", Written(_ledger.Store.Corrections().Single(c => c.Entry.Id == entry).Entry).GetProperty("new").GetProperty("content").GetRawText());

        _ledger.Store.Undo(entry, "desk");
        Assert.Equal(Voice.Own, Claim("Two ferries left Velm harbour on Friday").Voice);
    }

    [Fact]
    public void A_statement_added_inside_another_is_told_through_it()
    {
        var (_, id) = _ledger.Store.AddStatement(Courier, [("content", "taken the grain station at Velm"), ("holder", "\"Norland troops\""), ("cue", "had")], "desk");
        Assert.Equal("s1", Statement(id).Via);
        Assert.Equal("s1", Now.Assertions.Single(a => a.Kind == "control").Statement); // less than half of the clause
        Change(id, "content", "taken the grain station at Velm between 9 and 11 April");
        Assert.Equal(["Velm Courier", "Asta Rehn", "Norland troops"], Claim("Norland troops had taken the grain station at Velm between 9 and 11 April").Tellers.Select(t => t.Name));
    }

    [Theory]
    [InlineData("content", "no such words")]
    [InlineData("content", "")]
    [InlineData("content", "1-999999")]
    [InlineData("cue", "said")]
    [InlineData("kind", "route")]
    public void A_statement_without_words_of_the_report_is_none(string field, string value)
    {
        Assert.Throws<CorrectionException>(() => _ledger.Store.AddStatement(Courier, [(field, value)], "desk"));
        Assert.DoesNotContain(_ledger.Store.Corrections(), c => c.Entry.Action == CorrectionAction.Add);
    }

    [Fact]
    public void Links_are_set_changed_and_taken_away()
    {
        Change("s3", "link", "denies:s2");
        Assert.Equal([new Link("s3", "s2", LinkRelation.Denies)], Now.Links);
        Change("s3", "link", "contradicts:s2");
        Assert.Equal(LinkRelation.Contradicts, Assert.Single(Now.Links).Relation);
        Change("s3", "link", "responds:c1");
        Assert.Equal(2, Now.Links.Count);
        var away = Change("s3", "unlink", "s2")[0];
        Assert.Equal("c1", Assert.Single(Now.Links).To);
        _ledger.Store.Undo(away, "desk");
        Assert.Equal(2, Now.Links.Count);
        _ledger.Store.Correct($"{Courier}/s2", CorrectionAction.Reject, [], "desk");
        Assert.Equal("c1", Assert.Single(Now.Links).To);
    }

    [Fact]
    public void They_hold_on_to_the_characters_when_another_reader_numbers_anew()
    {
        Change("s1", "content", "Norland troops had taken the grain station");
        Change("s3", "link", "denies:s2");
        _ledger.Store.Correct($"{Courier}/s2", CorrectionAction.Accept, [], "desk");
        _ledger.Store.Rebuild(_ => Renumbered(ExportFixture.Readings.Single(r => r.Report.Id == _.Id)), new Counterclaim.Ledger.Store.ReaderVersion("newer", 2), (_, _) => { }, TestContext.Current.CancellationToken);
        Assert.Equal("Norland troops had taken the grain station", Statement("s101").Content.TextIn(Text));
        Assert.Equal([new Link("s103", "s102", LinkRelation.Denies)], Now.Links);
        Assert.Equal(1, Statement("s102").Confidence);
    }

    private static Model.Reading Renumbered(Model.Reading reading) => reading with
    {
        Statements = [.. reading.Statements.Select(s => s with { Id = "s10" + s.Id[1..], Via = s.Via is null ? null : "s10" + s.Via[1..] })],
        Assertions = [.. reading.Assertions.Select(a => a with { Statement = a.Statement is null ? null : "s10" + a.Statement[1..] })],
        Consequences = [.. reading.Consequences.Select(c => c with { Statement = c.Statement is null ? null : "s10" + c.Statement[1..] })],
    };

    [Fact]
    public void The_export_for_training_tells_them_in_code_points()
    {
        Change("s2", "content", "150-179");
        Change("s3", "link", "denies:s2");
        var lines = _ledger.Store.Corrections().Where(c => c.Entry.Field is "content" or "link").Select(c => Written(c.Entry)).ToArray();
        Assert.Equal("[[150,179]]", lines[0].GetProperty("new").GetRawText());
        Assert.Equal("[[150,179],[194,241]]", lines[0].GetProperty("old").GetRawText());
        Assert.Equal(("denies", 150), (lines[1].GetProperty("new").GetProperty("relation").GetString(), lines[1].GetProperty("new").GetProperty("start").GetInt32()));
    }

    private static JsonElement Written(Correction entry)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output)) CorrectionJson.Write(json, entry, Text);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;
    }

    public void Dispose() => _ledger.Dispose();
}
