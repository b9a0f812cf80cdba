using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Ledger.Tests.Stories;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Ledger.Tests.Asking;

/// <summary>What pages look up at once: the questions of a claim and of somebody, what is new, what a map shows, a place by its name. Each against the lists that hold the same.</summary>
public sealed class LookUpTests : IDisposable
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);
    private readonly TestLedger _ledger = TestLedger.WithDemo();

    private IReadOnlyList<Question> Questions => _ledger.Store.Questions(LedgerQuery.Empty, All).Items;

    [Fact]
    public void A_claim_and_a_report_know_the_questions_they_answer()
    {
        foreach (var claim in _ledger.Store.Claims(LedgerQuery.Empty, All).Items)
            Assert.Equal(Questions.Where(q => q.Claims.Concat(q.Apart).Any(c => c.Ref == claim.Ref)).Select(q => q.Id), _ledger.Store.QuestionsOf(claim.Ref).Select(q => q.Id));
        foreach (var report in _ledger.Store.Reports(LedgerQuery.Empty, All).Items)
        {
            var answers = _ledger.Store.AnswersOf(report.Report.Id);
            var expected = Questions.SelectMany(q => q.Claims.Where(c => c.Report.Id == report.Report.Id).Select(c => (q.Id!, c.Ref)));
            Assert.Equal(expected.Order(), answers.SelectMany(a => a.Select(c => (a.Key, c.Ref))).Order());
        }
    }

    [Fact]
    public void Somebody_s_answers_are_counted_by_question()
    {
        foreach (var actor in _ledger.Store.Actors(LedgerQuery.Empty, All).Items)
        {
            var expected = Questions.Select(q => (q.Id, Ways: q.Positions.Count(p => p.Claims.Any(c => c.FirstTeller.Actor?.Cluster == actor.Id)))).Where(q => q.Ways > 0);
            var answered = _ledger.Store.QuestionsAnswered(actor.Id!);
            Assert.Equal(expected.Select(q => (q.Id!, q.Ways)).Order(), answered.Select(q => (q.Id, q.Ways)).Order());
            Assert.Equal(answered.Select(q => q.Ways).OrderDescending(), answered.Select(q => q.Ways));
        }
        Assert.Empty(_ledger.Store.QuestionsAnswered("A99999"));
    }

    [Fact]
    public void What_came_since_is_counted_by_question()
    {
        var before = Questions.ToDictionary(q => q.Id!, _ => StoppedClock.Now.AddSeconds(-1));
        Assert.Equal(Questions.Select(q => (q.Id!, q.Positions.Sum(p => p.ClaimCount))).Order(), _ledger.Store.NewAnswers(before).Select(n => (n.Key, n.Value)).Order());
        Assert.Empty(_ledger.Store.NewAnswers(Questions.ToDictionary(q => q.Id!, _ => StoppedClock.Now.AddSeconds(1))));
        var one = new Dictionary<string, DateTimeOffset> { [Questions[0].Id!] = StoppedClock.Now, [Questions[1].Id!] = StoppedClock.Now.AddDays(1) };
        Assert.Equal([Questions[0].Id!], _ledger.Store.NewAnswers(one).Keys);
        Assert.Empty(_ledger.Store.NewAnswers(new Dictionary<string, DateTimeOffset>()));
    }

    [Fact]
    public void A_map_shows_the_claims_of_the_list()
    {
        var claims = _ledger.Store.Claims(LedgerQuery.Empty, All).Items;
        var contested = Questions.Where(q => q.Contested > 0).SelectMany(q => q.Claims.Concat(q.Apart)).Select(c => c.Ref).ToHashSet();
        var shown = _ledger.Store.OnMap(LedgerQuery.Empty, PageRequest.MostAtOnce);
        Assert.Equal(claims.Select(c => (c.Ref, c.Place?.Pin, c.AsOf?.From, c.Kind, c.Position, contested.Contains(c.Ref))), shown.Items.Select(c => (c.Ref, c.Pin, c.AsOf, c.Kind, c.Position, c.IsContested)));
        Assert.Equal(claims.Where(c => c.Place?.Pin is not null).Select(c => c.Place!.PinRadiusKm ?? 0), shown.Items.Where(c => c.Pin is not null).Select(c => c.RadiusKm));
        Assert.Equal((3, claims.Count), (_ledger.Store.OnMap(LedgerQuery.Empty, 3).Items.Count, _ledger.Store.OnMap(LedgerQuery.Empty, 3).Total));
    }

    [Fact]
    public void A_region_is_an_area_and_what_lies_beside_it_is_none()
    {
        using var ledger = new TestLedger();
        var b = new ReadingBuilder("Shells fell in the Marsh Region. Shells fell near Velm.");
        var region = b.Place(b.At("the Marsh Region"), "Marsh Region", "region", 52, 5, with: p => p with { RadiusKm = 80 });
        var town = b.Place(b.At("Velm"), "Velm", "city", 52.5, 5.25, with: p => p with { RadiusKm = 4 });
        b.OwnClaim(b.At("Shells fell in the Marsh Region"), a => a with { Kind = "strike", Place = region });
        b.OwnClaim(b.At("Shells fell near Velm"), a => a with { Kind = "strike", Place = town });
        ledger.Store.Add([b.Build("x", r => r)], TestLedger.Version);
        Assert.Equal([("Marsh Region", true), ("Velm", false)], ledger.Store.OnMap(LedgerQuery.Empty, 10).Items.Select(c => (c.Place, c.IsArea)).Order());
    }

    [Fact]
    public void A_place_is_found_by_its_id_or_exactly_its_name()
    {
        foreach (var place in _ledger.Store.Places(LedgerQuery.Empty, All).Items.Where(p => p.Place.Gazetteer is not null))
        {
            Assert.Equal(place, _ledger.Store.Place(place.Place.Gazetteer!));
            Assert.Equal(place.Place.Name, _ledger.Store.Place(place.Place.Name.ToUpperInvariant())!.Place.Name);
        }
        Assert.Null(_ledger.Store.Place("Quillhav"));
        Assert.Null(_ledger.Store.Place("geonames:0"));
        Assert.Null(_ledger.Store.Place(""));
    }

    [Fact]
    public void Unnamed_sources_are_those_whom_the_ledger_knows_by_no_name()
    {
        var told = _ledger.Store.Claims(QueryParser.Parse("-voice:own"), All).Items;
        var unnamed = _ledger.Store.Claims(QueryParser.Parse("has:unnamed"), All).Items.Select(c => c.Ref).ToHashSet();
        Assert.NotEmpty(unnamed);
        Assert.Equal(told.Where(c => c.FirstTeller.Actor?.Cluster is null).Select(c => c.Ref).ToHashSet(), unnamed);
    }

    [Fact]
    public void First_prints_and_later_ones_are_found()
    {
        using var ledger = new TestLedger();
        ledger.Store.Add(
        [
            Texts.Of("wire", Texts.Wire, "Strait Wire", "Ferry sinks off Cape Orrin", published: "2026-03-09T06:00"),
            Texts.Of("paper", [.. Texts.Wire, "The mayor spoke of the worst day in the town's memory."], "Courier", "Ferry lost", published: "2026-03-09T09:00"),
            Texts.Of("talks", ["Envoys of both sides met in Brandry on Friday and parted without a word."], "Courier", "Envoys part in Brandry", published: "2026-03-13T10:00"),
        ], TestLedger.Version);
        Assert.Equal(["sha256:wire"], Ids("print:first"));
        Assert.Equal(["sha256:paper"], Ids("print:again"));
        Assert.Equal(["sha256:talks"], Ids("-print:first,again"));
        Assert.Equal([("Courier", 2L), ("Strait Wire", 1L)], ledger.Store.Outlets().Select(o => (o.Name, o.Reports)));

        IEnumerable<string> Ids(string query) => ledger.Store.Reports(QueryParser.Parse(query), All).Items.Select(r => r.Report.Id).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_map_of_a_few_consequences_is_a_part_of_the_whole_and_says_so()
    {
        foreach (var query in (string[])["", "place:Quillhaven"])
        {
            var whole = _ledger.Store.Consequences(QueryParser.Parse(query));
            Assert.False(whole.IsCut);
            var few = _ledger.Store.Consequences(QueryParser.Parse(query), 2);
            Assert.True(few.IsCut);
            Assert.InRange(few.Edges.Sum(e => e.Told.Count), 1, 2);
            Assert.Subset(whole.Edges.SelectMany(e => e.Told).Select(t => t.Id).ToHashSet(), few.Edges.SelectMany(e => e.Told).Select(t => t.Id).ToHashSet());
            Assert.Equal(whole.Edges.Count, _ledger.Store.Consequences(QueryParser.Parse(query), 1_000).Edges.Count);
        }
    }

    public void Dispose() => _ledger.Dispose();
}
