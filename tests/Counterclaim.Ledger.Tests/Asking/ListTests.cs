using System.Text.RegularExpressions;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Asking;

public sealed class ListTests : IDisposable
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);
    private readonly TestLedger _ledger = TestLedger.WithDemo();

    [Fact]
    public void A_search_finds_every_passage_with_the_words_and_shows_where_they_stand()
    {
        var found = _ledger.Store.Search(QueryParser.Parse("harbour"), All);
        var wanted = TestLedger.Demo.SelectMany(r => r.Report.Paragraphs.Where(p => p.Kind != ParagraphKind.Furniture).Select(p => p.Span.In(r.Report.Text).ToString()))
            .Where(text => Regex.IsMatch(text, @"\bharbour\b", RegexOptions.IgnoreCase));
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Items.Where(p => p.Span is not null).Select(p => p.Text).Order(StringComparer.Ordinal));
        Assert.All(found.Items, p => Assert.All(p.Hits, hit => Assert.Equal("harbour", hit.In(p.Text).ToString(), ignoreCase: true)));
        Assert.All(found.Items, p => Assert.NotEmpty(p.Hits));
    }

    [Fact]
    public void A_search_with_other_terms_finds_passages_whose_claims_fit()
    {
        var found = _ledger.Store.Search(QueryParser.Parse("road kind:route"), All).Items;
        Assert.NotEmpty(found);
        var claims = _ledger.Store.Claims(QueryParser.Parse("kind:route"), All).Items;
        Assert.All(found, p => Assert.Contains(claims, c => c.Report.Id == p.Report.Id && p.Span!.Value.Contains(c.Span)));
        Assert.Throws<QueryException>(() => _ledger.Store.Search(QueryParser.Parse("kind:route"), All));
    }

    [Fact]
    public void Actors_are_listed_by_how_many_reports_name_them_and_descriptions_only_when_asked_for()
    {
        var actors = _ledger.Store.Actors(LedgerQuery.Empty, All).Items;
        Assert.Equal(actors.Select(a => a.Reports).OrderDescending(), actors.Select(a => a.Reports));
        Assert.All(actors, a => Assert.NotNull(a.Id));
        Assert.Contains(_ledger.Store.Actors(QueryParser.Parse("type:group"), All).Items, a => a.Id is null);
        var vosk = _ledger.Store.Actors(QueryParser.Parse("actor:\"Irena Vosk\""), All).Items.Single();
        Assert.Equal(_ledger.Store.Claims(QueryParser.Parse($"holder:{vosk.Id}"), All).Total, vosk.Told);
    }

    [Fact]
    public void Places_know_their_reports_and_claims()
    {
        foreach (var place in _ledger.Store.Places(LedgerQuery.Empty, All).Items)
            Assert.Equal(TestLedger.Demo.Count(r => r.Places.Any(p => p.Name == place.Place.Name && p.Gazetteer == place.Place.Gazetteer && p.Container == place.Place.Container)), place.Reports);
        Assert.All(_ledger.Store.Places(QueryParser.Parse("kind:control"), All).Items, p => Assert.True(p.Claims > 0));
    }

    [Fact]
    public void Statements_and_reports_answer_the_same_terms()
    {
        Assert.Equal(TestLedger.Demo.Sum(r => r.Statements.Count), _ledger.Store.Statements(LedgerQuery.Empty, All).Total);
        Assert.All(_ledger.Store.Statements(QueryParser.Parse("act:deny"), All).Items, s => Assert.Equal(SpeechAct.Deny, s.Teller.Act));
        Assert.Equal(13, _ledger.Store.Reports(LedgerQuery.Empty, All).Total);
        var casualties = _ledger.Store.Claims(QueryParser.Parse("kind:casualties"), All).Items.Select(c => c.Report.Id).ToHashSet();
        Assert.Equal(casualties.Count, _ledger.Store.Reports(QueryParser.Parse("kind:casualties"), All).Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("army")]
    [InlineData("kind:control sort:oldest")]
    [InlineData("actor:army sort:largest")]
    public void Pages_put_together_are_the_list(string query)
    {
        var whole = _ledger.Store.Claims(QueryParser.Parse(query), All);
        var (together, after) = (new List<string>(), (string?)null);
        do
        {
            var page = _ledger.Store.Claims(QueryParser.Parse(query), new PageRequest(3, 0, after));
            Assert.Equal(whole.Total, page.Total);
            together.AddRange(page.Items.Select(c => c.Ref.ToString()));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(whole.Items.Select(c => c.Ref.ToString()), together);
        var beyond = _ledger.Store.Claims(QueryParser.Parse(query), new PageRequest(3, 10_000));
        Assert.Equal((whole.Total, 0), (beyond.Total, beyond.Items.Count));
    }

    [Fact]
    public void A_long_passage_is_shown_around_its_first_hit()
    {
        var text = string.Concat(Enumerable.Repeat("words and more words ", 50)) + "harbour" + string.Concat(Enumerable.Repeat(" and yet more", 50));
        var at = text.IndexOf("harbour", StringComparison.Ordinal);
        var hit = new PassageHit(new Ledger.Claims.ClaimReport("r", null, null, null, null, false), null, null, text, [new TextSpan(at, at + 7)]);
        var shown = hit.Around(120);
        Assert.True(shown.Contains(hit.Hits[0]) && shown.Length <= 120);
    }

    public void Dispose() => _ledger.Dispose();
}
