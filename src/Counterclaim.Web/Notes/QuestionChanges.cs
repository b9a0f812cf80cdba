using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Notes;

/// <summary>What changed in a question since somebody last looked at it: claims of reports added since, answers that only they give, what people corrected, how contested it was.</summary>
internal sealed class QuestionChanges
{
    private const int MostClaims = 200;
    private const int MostShown = 8;

    private readonly Look _before;
    private readonly Page<Claim> _claims;
    private readonly HashSet<ClaimRef> _new;
    private readonly List<(int Index, Position Position)> _answers;
    private readonly List<Correction> _corrections;

    private QuestionChanges(Desk desk, Question question, Look before)
    {
        _before = before;
        _claims = desk.Ledger.Claims(QueryParser.Parse(NewRows.Since($"question:{question.Id} sort:newest", before.Last)), new PageRequest(MostClaims));
        _new = [.. _claims.Items.Select(c => c.Ref)];
        _answers = [.. question.Positions.Index().Where(p => p.Item.Claims.All(c => _new.Contains(c.Ref)))];
        var spans = question.Claims.Concat(question.Apart).ToLookup(c => c.Report.Id, c => c.Span, StringComparer.Ordinal);
        _corrections = [.. desk.Ledger.Corrections().Where(c => c.Entry.Made >= before.Last && c.Entry.Anchor is { } anchor && spans[anchor.Report].Any(s => s.Overlaps(anchor.Span))).Select(c => c.Entry)];
    }

    /// <param name="before">The visit before this one; null for the first, which nothing can be held against.</param>
    public static QuestionChanges? Since(Desk desk, Question question, Look? before) => before is null ? null : new QuestionChanges(desk, question, before);

    /// <summary>That a claim is new to whoever looks.</summary>
    public void Mark(Claim claim, HtmlBuilder html)
    {
        if (_new.Contains(claim.Ref)) html.Write($" <span class=\"new\">{Texts.NewClaim}</span>");
    }

    public void Write(Question question, Visit visit, HtmlBuilder html)
    {
        var moment = Dates.Moment(_before.Last);
        if (_claims.Total == 0 && _corrections.Count == 0)
        {
            html.Write($"<p class=\"hint changes\">{Texts.NothingSince(moment)}</p>\n");
            return;
        }
        html.Write($"<section class=\"changes\" aria-labelledby=\"changes\"><h2 id=\"changes\">{Texts.Changed} <small>{moment}</small></h2><ul>\n");
        if (_claims.Total > 0) html.Write($"<li><a href=\"{Urls.List("/claims", NewRows.Since("question:" + question.Id, _before.Last))}\">{Texts.NewClaims(_claims.Total)}</a></li>");
        if (_answers.Count > 0)
        {
            html.Write($"<li>{Texts.NewAnswers(_answers.Count)}");
            foreach (var (index, position) in _answers) html.Write($"<a class=\"{Letters.Colour(index)}\" href=\"#p-{Letters.Of(index)}\"><span class=\"tag\">{Letters.Of(index)}</span><bdi>{position.Label}</bdi></a> ");
            html.Raw("</li>");
        }
        if (Contest.Of(_before.Measure) is var was && Contest.Of(question.Contested) is var isNow && was != isNow) html.Write($"<li>{Texts.ContestedNow(was, isNow)}</li>");
        foreach (var entry in _corrections.TakeLast(MostShown)) html.Write($"<li>{Texts.Correction(entry.Id)}: <bdi>{CorrectionParts.WordsOf(entry)}</bdi> <small>{entry.Author}, {Dates.Moment(entry.Made)}</small></li>");
        if (_corrections.Count > MostShown) html.Write($"<li><a href=\"/corrections\">{Texts.AndMore(_corrections.Count - MostShown)}</a></li>");
        html.Write($"""
            </ul><form method="post" action="/questions/unseen">{visit.Seal.Field}<input type="hidden" name="question" value="{question.Id}"><input type="hidden" name="back" value="/questions"><button>{Texts.KeepAsNew}</button> <span class="hint">{Texts.ComparedHow}</span></form></section>

            """);
    }
}
