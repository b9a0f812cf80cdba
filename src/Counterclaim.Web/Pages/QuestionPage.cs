using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>One question: its answers drawn, then each with who said it first, who told it on, and the words.</summary>
internal static class QuestionPage
{
    private const int MostClaims = 40;

    public static WebPage? Of(Desk desk, string key, string done, Visit visit)
    {
        if (desk.Questions.Find(key) is not { } question) return null;
        var changes = question.Id is { } id && visit.IsLook ? QuestionChanges.Since(desk, question, desk.Notes.LookAt(id, question.Contested)) : null;
        return new WebPage(question.Wording, Section.Questions, html => Write(desk, question, changes, done, visit, html));
    }

    private static void Write(Desk desk, Question question, QuestionChanges? changes, string done, Visit visit, HtmlBuilder html)
    {
        html.Write($"""
            {html => NotesParts.Notice(desk, visit, html)}{html => CorrectionParts.Notice(desk, done, Urls.Question(question.Id ?? question.Key), visit.Seal, html)}<header class="top"><h1><bdi>{question.Wording}</bdi></h1>
            <p class="lead">{Head(question)}</p></header>

            """);
        WriteChart(question, html);
        changes?.Write(question, visit, html);
        WriteContents(question, html);
        for (var i = 0; i < question.Positions.Count; i++) WritePosition(question.Positions[i], i, changes, html);
        if (question.Apart.Count > 0) WriteApart(question.Apart, question.ApartCount, html);
        TimeStrip.Write(Texts.OverTime, [.. question.Positions.Select((p, i) => new TimeStrip.Row(p.Label, i, p.Claims))], html);
        WriteRule(question, html);
        if (question.Id is not null) CorrectionParts.QuestionForms(question, visit.Seal, html);
        html.Write($"<p class=\"take\">{Texts.SaveAs}: <a href=\"/api/v1{Urls.Question(question.Id ?? question.Key)}\">JSON</a>");
        if (question.Id is { } id) html.Write($" <a href=\"{Urls.With("/api/v1/claims", ("q", "question:" + id), ("limit", "10000"), ("format", "csv"))}\">CSV</a> · <a href=\"{Urls.List("/consequences", "question:" + id)}\">{Texts.Depends}</a> · <a href=\"{Urls.List("/map", "question:" + id)}\">{Texts.OnTheMap}</a>");
        html.Raw("</p>");
    }

    private static string Head(Question question)
    {
        return Wording.Joined(
            Contest.Of(question.Contested),
            Texts.Count(question.Positions.Count, "answer"),
            Texts.Count(question.Positions.Sum(p => p.Origins), "origin"),
            Texts.Count(question.Positions.Sum(p => p.ClaimCount), "claim"),
            question.Period is { } period ? Dates.Span(period) : "");
    }

    private static void WriteChart(Question question, HtmlBuilder html)
    {
        if (QuestionChart.IsCounted(question)) CountPlot.Write(question, html);
        else if (Scale.Of(question.Kind) is { } scale && question.Positions.Any(p => p.At is not null)) ScaleChart.Write(question, scale, html);
    }

    /// <summary>The answers in a line each, leading to where each is laid out.</summary>
    private static void WriteContents(Question question, HtmlBuilder html)
    {
        html.Write($"<nav class=\"contents\" aria-label=\"{Texts.Positions}\"><ul>");
        double most = question.Positions.Max(p => p.Origins);
        for (var i = 0; i < question.Positions.Count; i++)
        {
            var position = question.Positions[i];
            html.Write($"""
                <li class="{Letters.Colour(i)}"><a href="#p-{Letters.Of(i)}"><span class="tag">{Letters.Of(i)}</span><bdi>{position.Label}</bdi></a>
                <svg class="weight" aria-hidden="true"><rect class="share" x="0" width="{100 * position.Origins / most}%" y="25%" height="50%"/></svg>
                <span class="sum">{Texts.Count(position.Origins, "origin")}{(position.Since is { } since ? " · " + Texts.Since(Dates.Day(since)) : "")}</span></li>

                """);
        }
        html.Raw("</ul></nav>");
    }

    private static void WritePosition(Position position, int index, QuestionChanges? changes, HtmlBuilder html)
    {
        html.Write($"""
            <section class="position {Letters.Colour(index)}" id="p-{Letters.Of(index)}" aria-labelledby="h-{Letters.Of(index)}">
            <h2 id="h-{Letters.Of(index)}"><span class="tag">{Letters.Of(index)}</span><bdi>{position.Label}</bdi> <small>{Wording.Joined(Texts.Count(position.Origins, "origin"), Texts.Count(position.ClaimCount, "claim"), position.Since is { } since ? Texts.Since(Dates.Day(since)) : "")}</small></h2>

            """);
        foreach (var origin in position.Claims.Take(MostClaims).GroupBy(ClaimOrigin.Of, StringComparer.Ordinal)) WriteOrigin([.. origin], changes, html);
        if (position.ClaimCount > MostClaims) html.Write($"<p class=\"count\">{Texts.Showing(1, Math.Min(MostClaims, position.Claims.Count), position.ClaimCount, "claim", "claims")}</p>");
        html.Raw("</section>\n");
    }

    /// <summary>One independent origin: who said it first, and every telling of it, the first one first.</summary>
    private static void WriteOrigin(IReadOnlyList<Claim> claims, QuestionChanges? changes, HtmlBuilder html)
    {
        var first = claims[0].FirstTeller;
        html.Raw("<div class=\"origin\"><h3>");
        if (first.IsPublisher) html.Write($"<bdi>{claims[0].Report.Outlet ?? Texts.UnnamedPublisher}</bdi> <small>{Texts.OwnVoice}</small>");
        else ClaimParts.Teller(first, html);
        html.Raw("</h3>\n<ol class=\"tellings\">\n");
        foreach (var claim in claims)
            html.Write($"""
                <li class="row telling" data-open="{Urls.Item(claim.Ref)}" tabindex="0"><div class="said">{html => ClaimParts.Quote(claim, html)}<p class="who">{html => ClaimParts.Chain(claim, html)}{html => changes?.Mark(claim, html)}</p></div>
                <p class="when">{html => ClaimParts.AsOf(claim, html)} <br><span class="sure">{Sureness(claim)}</span> {html => ClaimParts.State(claim, html)} <a class="more" href="{Urls.Claim(claim.Ref)}" aria-label="{Texts.OneClaim} {claim.Ref.Assertion}">{claim.Ref.Assertion}</a></p></li>

                """);
        html.Raw("</ol></div>\n");
    }

    private static string Sureness(Claim claim) => claim.Certainty == Certainty.Certain ? "" : Model.Json.JsonNames.Of(claim.Certainty);

    private static void WriteApart(IReadOnlyList<Claim> claims, long all, HtmlBuilder html)
    {
        html.Write($"<section class=\"apart\"><h2>{Texts.Apart} <small>{Texts.Showing(1, Math.Min(MostClaims, claims.Count), all, "claim", "claims")}</small></h2><p class=\"lead\">{Texts.ApartLead}</p><ol class=\"rows claims\">\n");
        foreach (var claim in claims.Take(MostClaims)) ClaimParts.Entry(claim, html);
        html.Raw("</ol></section>\n");
    }

    /// <summary>The rule in words, and what came of holding the first claims of every two answers against each other.</summary>
    private static void WriteRule(Question question, HtmlBuilder html)
    {
        const int MostPairs = 12;
        html.Write($"<details class=\"rule\"><summary>{Texts.WhyTogether}</summary><p>{Texts.RuleOf(Kinds.FamilyOf(question.Kind))}</p><ul>");
        var pairs = 0;
        for (var i = 0; i < question.Positions.Count; i++)
            for (var j = i + 1; j < question.Positions.Count && pairs < MostPairs; j++)
            {
                if (ClaimComparer.Link(question.Positions[i].Claims[0], question.Positions[j].Claims[0]) is not { } link) continue;
                pairs++;
                html.Write($"<li><span class=\"tag {Letters.Colour(i)}\">{Letters.Of(i)}</span> <span class=\"tag {Letters.Colour(j)}\">{Letters.Of(j)}</span> <b>{link.Comparison.Relation.ToString().ToLowerInvariant()}</b>: {link.Comparison.Reason} <small>{link.Comparison.Rule}</small></li>");
            }
        html.Raw("</ul></details>\n");
    }
}
