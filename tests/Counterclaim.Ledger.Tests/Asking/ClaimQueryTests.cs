using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Tests.Asking;

/// <summary>What the database finds is what a filter over all claims would.</summary>
public sealed class ClaimQueryTests : IDisposable
{
    private readonly TestLedger _ledger = TestLedger.WithDemo();

    public static TheoryData<string> Queries =>
    [
        "", "kind:casualties", "kind:control,route", "-kind:control", "certainty:hypothetical", "voice:own", "-voice:own", "has:pin", "-has:pin", "has:count", "count:20..30", "count:>25",
        "polarity:-", "stance:denies", "mode:direct", "act:deny", "act:assert -voice:own", "confidence:>0.9", "-confidence:>0.9", "position:killed", "has:agent -has:place", "review:proposed", "review:rejected",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_finds_what_a_filter_over_all_claims_finds(string text)
    {
        var query = QueryParser.Parse(text);
        var all = TestLedger.Demo.SelectMany(r => _ledger.Store.ClaimsOf(r.Report.Id)).ToArray();
        var wanted = all.Where(c => query.Terms.All(t => t.Values.Any(v => Fits(c, t.Field!.Name, v)) != t.IsNegated)).Select(c => c.Ref).Order();
        var found = _ledger.Store.Claims(query, new PageRequest(PageRequest.MostAtOnce));
        Assert.Equal(wanted, found.Items.Select(c => c.Ref).Order());
        Assert.Equal(found.Items.Count, found.Total);
    }

    private static bool Fits(Claim c, string field, string value) => field switch
    {
        "kind" => c.Kind == value,
        "certainty" => JsonNames.Of(c.Certainty) == value,
        "voice" => JsonNames.Of(c.Voice) == value,
        "polarity" => JsonNames.Of(c.Polarity) == value,
        "stance" => ClaimNames.Of(c.Stance) == value,
        "review" => ClaimNames.Of(c.Review) == value,
        "position" => c.Position == value,
        "mode" => c.FirstTeller.Mode is { } mode && JsonNames.Of(mode) == value,
        "act" => !c.FirstTeller.IsPublisher && JsonNames.Of(c.FirstTeller.Act) == value,
        "confidence" => c.Confidence > 0.9,
        "count" => value == "20..30" ? c.Quantity is { } q && (q.To ?? q.Value) >= 20 && q.Value <= 30 : c.Quantity is { } n && (n.To ?? n.Value) > 25,
        "has" => value switch
        {
            "pin" => c.Place?.Pin is not null,
            "count" => c.Quantity is not null,
            "agent" => (c.Agent, c.AgentWords) is not (null, null),
            _ => c.Place is not null,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    [Fact]
    public void Actors_are_found_by_any_of_their_names_ids_and_spellings()
    {
        var vosk = Find("holder:\"Irena Vosk\"");
        Assert.NotEmpty(vosk);
        Assert.All(vosk, c => Assert.Contains(c.Tellers, t => t.Name.Contains("Vosk", StringComparison.Ordinal)));
        var id = vosk.SelectMany(c => c.Tellers).First(t => t.Name == "Irena Vosk").Actor!.Cluster;
        Assert.Equal(vosk.Select(c => c.Ref), Find($"holder:{id}").Select(c => c.Ref));
        Assert.Equal(vosk.Select(c => c.Ref), Find("holder:\"irena voskk\"").Select(c => c.Ref));
        Assert.Empty(Find("actor:nobody"));
    }

    [Fact]
    public void A_slot_that_names_no_actor_is_found_by_its_words()
    {
        var all = Find("");
        var told = all.Where(c => c is { Patient: null, PatientWords: not null }).ToArray();
        Assert.NotEmpty(told);
        foreach (var claim in told)
        {
            Assert.Contains(claim.Ref, Find($"patient:\"{claim.PatientWords!.Exact.Replace('"', ' ')}\"").Select(c => c.Ref));
            Assert.DoesNotContain(claim.Ref, Find($"agent:\"{claim.PatientWords.Exact.Replace('"', ' ')}\"").Where(c => c.AgentName is null).Select(c => c.Ref));
        }
        var named = all.First(c => c.Agent is { Cluster: not null });
        Assert.Contains(named.Ref, Find($"agent:\"{named.Agent!.Name}\"").Select(c => c.Ref));
        Assert.DoesNotContain(named.Ref, Find($"-agent:\"{named.Agent.Name}\"").Select(c => c.Ref));
    }

    [Fact]
    public void Words_of_slots_are_cut_from_the_report_and_leave_with_a_correction()
    {
        foreach (var claim in Find("has:agent"))
            if (claim.AgentWords is { } words) Assert.Equal(words.Exact, words.Span.In(_ledger.Store.Reading(claim.Ref.Report)!.Report.Text).ToString());
        var one = Find("has:patient").First(c => c is { Patient: null });
        _ledger.Store.Correct(one.Ref.ToString(), Counterclaim.Ledger.Corrections.CorrectionAction.Change, [("patient", "Irena Vosk")], "desk");
        var corrected = Find("").Single(c => c.Ref == one.Ref);
        Assert.Equal(("Irena Vosk", (SlotWords?)null), (corrected.PatientName, corrected.PatientWords));
        Assert.DoesNotContain(one.Ref, Find($"patient:\"{one.PatientWords!.Exact}\"").Select(c => c.Ref));
    }

    [Fact]
    public void Places_are_found_by_name_and_by_distance()
    {
        var place = Find("has:pin")[0].Place!;
        var named = Find($"place:\"{place.Name}\"");
        Assert.Contains(named, c => c.Place?.Name == place.Name);
        var near = Find(FormattableString.Invariant($"near:{place.Pin!.Value.Latitude},{place.Pin.Value.Longitude},1km"));
        Assert.Contains(near, c => c.Place!.Name == place.Name);
        Assert.All(near, c => Assert.True(Math.Abs(c.Place!.Pin!.Value.Latitude - place.Pin.Value.Latitude) < 0.01));
    }

    [Fact]
    public void Times_said_and_meant_are_told_apart()
    {
        Assert.All(Find("when:2026-03-11"), c => Assert.True(c.Meant!.Interval!.Value.From < new DateTime(2026, 3, 12) && c.Meant.Interval.Value.To > new DateTime(2026, 3, 11)));
        Assert.All(Find("said:2026-03-09..2026-03-10"), c => Assert.True(c.AsOf!.Value.From < new DateTime(2026, 3, 11)));
        Assert.NotEmpty(Find("when:2026-03-11"));
        Assert.Equal(Find("").Count, Find("published:<=2026-03-12").Count + Find("published:>2026-03-12").Count);
    }

    [Fact]
    public void Words_and_phrases_are_looked_for_in_the_clause_whatever_their_case_and_accents()
    {
        Assert.All(Find("ARMY"), c => Assert.Contains("army", c.Exact, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(Find("ármy"));
        Assert.All(Find("\"coast road\""), c => Assert.Contains("coast road", c.Exact, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Find("").Count, Find("road").Count + Find("-road").Count);
        Assert.True(Find("surround*").Count >= Find("surrounded").Count);
    }

    [Theory]
    [InlineData("sort:newest")]
    [InlineData("sort:oldest")]
    [InlineData("sort:largest")]
    [InlineData("sort:smallest")]
    [InlineData("sort:surest")]
    [InlineData("sort:meant -voice:own")]
    public void Pages_behind_one_another_are_the_whole_list(string text)
    {
        var query = QueryParser.Parse(text);
        var whole = _ledger.Store.Claims(query, new PageRequest(PageRequest.MostAtOnce));
        var found = new List<ClaimRef>();
        string? after = null;
        do
        {
            var page = _ledger.Store.Claims(query, new PageRequest(7, 0, after));
            Assert.Equal(whole.Total, page.Total);
            found.AddRange(page.Items.Select(c => c.Ref));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(whole.Items.Select(c => c.Ref), found);
        Assert.Equal(whole.Items.Skip(5).Take(3).Select(c => c.Ref), _ledger.Store.Claims(query, new PageRequest(3, 5)).Items.Select(c => c.Ref));
    }

    [Fact]
    public void A_place_to_go_on_from_that_no_page_gave_is_refused() =>
        Assert.Throws<QueryException>(() => _ledger.Store.Claims(LedgerQuery.Empty, new PageRequest(7, 0, "bmV3ZXN0IDE7IERST1A")));

    private IReadOnlyList<Claim> Find(string text) => _ledger.Store.Claims(QueryParser.Parse(text), new PageRequest(PageRequest.MostAtOnce)).Items;

    public void Dispose() => _ledger.Dispose();
}
