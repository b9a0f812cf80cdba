using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>The dossier of a place: who holds it by whose word, its ways in and out, strikes, people, stocks, what is said to depend on it, and everything told of it.</summary>
internal static class PlacePage
{
    private const int ShownQuestions = 12;
    private const int ShownClaims = 10;
    private const int OverTime = 300;
    private const int MostMatters = 5;

    /// <summary>A part of the dossier.</summary>
    /// <param name="Id">Where it stands on the page.</param>
    /// <param name="Kinds">What it tells of.</param>
    /// <param name="IsOverTime">Whether its claims tell states, which are drawn as bands.</param>
    private sealed record Part(string Id, string Heading, string Kinds, bool IsOverTime);

    private static readonly Part[] Parts =
    [
        new("control", Texts.Control, "control,encirclement,advance", true),
        new("routes", Texts.Routes, "route", true),
        new("strikes", Texts.Strikes, "strike,responsibility", false),
        new("people", Texts.People, "casualties,displacement,humanitarian", false),
        new("stocks", Texts.Stocks, "stock,aid,equipment", false),
    ];

    /// <param name="id">A gazetteer's id, or a name.</param>
    public static WebPage? Of(Desk desk, string id)
    {
        var term = Urls.Term("place", id);
        var found = desk.Ledger.Places(QueryParser.Parse(term), new PageRequest(20)).Items;
        var place = found.FirstOrDefault(p => p.Place.Gazetteer == id) ?? found.FirstOrDefault(p => p.Place.Name.Equals(id, StringComparison.OrdinalIgnoreCase));
        return place is null ? null : new WebPage(place.Place.Name, Section.Places, html => Write(desk, place, term, html)) { Query = term };
    }

    private static void Write(Desk desk, LedgerPlace place, string term, HtmlBuilder html)
    {
        html.Write($"""
            <header class="top"><h1><bdi>{place.Place.Name}</bdi></h1>
            <p class="lead"><bdi>{PlacesPage.About(place.Place)}</bdi> · {Texts.Count(place.Reports, "report")} · {Texts.Count(place.Claims, "claim")} · <a href="{Urls.List("/map", term)}">{Texts.OnTheMap}</a></p></header>

            """);
        var told = Parts.Select(p => (Part: p, Query: $"{term} kind:{p.Kinds}")).Select(p => (p.Part, p.Query, Claims: desk.Ledger.Claims(QueryParser.Parse(p.Query + " sort:newest"), new PageRequest(p.Part.IsOverTime ? OverTime : ShownClaims)))).ToList();
        var consequences = ConsequenceSection.Of(desk, term);
        html.Write($"<nav class=\"parts\" aria-label=\"{Texts.Dossier}\"><ul>");
        foreach (var (part, _, claims) in told) html.Write($"<li><a href=\"#{part.Id}\">{part.Heading}</a> <small>{Texts.Number(claims.Total)}</small></li>");
        html.Write($"<li><a href=\"#depends\">{Texts.Depends}</a> <small>{Texts.Number(consequences.Edges.Count)}</small></li><li><a href=\"#questions\">{Texts.Questions}</a></li><li><a href=\"#claims\">{Texts.Claims}</a></li></ul></nav>\n");
        var days = told.Where(t => t.Part.IsOverTime).SelectMany(t => t.Claims.Items).Where(StateBands.Takes).Select(c => c.AsOf!.Value.From).ToList();
        foreach (var (part, query, claims) in told) WritePart(desk, part, query, claims, days.Count > 0 ? TimeAxis.Of(days) : null, html);
        ConsequenceSection.Write(consequences, term, Texts.Depends, Texts.DependsNothing, html);
        WriteQuestions(desk, term, html);
        html.Raw("<div id=\"claims\">");
        ClaimSection.Write(desk, Texts.ClaimsHere, term + " sort:newest", ShownClaims, html);
        html.Raw("</div>\n");
    }

    private static void WritePart(Desk desk, Part part, string query, Page<Claim> claims, TimeAxis? axis, HtmlBuilder html)
    {
        html.Write($"<section id=\"{part.Id}\"><h2>{part.Heading} <small>{Texts.Showing(1, claims.Items.Count, claims.Total, "claim", "claims")}{html => All(query, claims.Total, html)}</small></h2>\n");
        if (claims.Total == 0) html.Write($"<p class=\"empty\">{Texts.NothingTold}</p>");
        else if (part.IsOverTime) WriteStates(part, claims.Items, axis, html);
        else
        {
            var questions = desk.Ledger.Questions(QueryParser.Parse(query), new PageRequest(MostMatters));
            if (questions.Items.Count > 0)
            {
                html.Raw("<ol class=\"rows questions\">\n");
                foreach (var question in questions.Items) QuestionsPage.Row(question, html);
                html.Raw("</ol>\n");
            }
            ClaimsTable.Write(part.Heading, claims.Items, html);
        }
        html.Raw("</section>\n");
    }

    private static void All(string query, long total, HtmlBuilder html)
    {
        if (total > 0) html.Write($" · <a href=\"{Urls.List("/claims", query)}\">{Texts.AllOfThem}</a>");
    }

    /// <summary>A drawing for each state of each place, those told most first; the words below it.</summary>
    private static void WriteStates(Part part, IReadOnlyList<Claim> claims, TimeAxis? axis, HtmlBuilder html)
    {
        var matters = claims.Where(StateBands.Takes).GroupBy(c => $"{c.Kind} {c.Place?.Key} {(part.Id == "routes" ? c.Place?.Relation?.Words : "")}", StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ToList();
        if (axis is not null)
            foreach (var matter in matters.Take(MostMatters)) StateBands.Write(Caption(part, [.. matter]), [.. matter], axis, html);
        if (matters.Count > 0 && part == Parts[0]) html.Write($"<p class=\"strokes\">{Texts.BandsHold}</p>\n");
        if (matters.Count > MostMatters) html.Write($"<p class=\"count\">{Texts.Showing(1, MostMatters, matters.Count, "matter", "matters")}</p>");
        html.Write($"<details class=\"words\"><summary>{Texts.TheirWords}</summary>");
        ClaimsTable.Write(part.Heading, claims.Take(3 * ShownClaims), html);
        html.Raw("</details>\n");
    }

    /// <summary>"Who holds Velm?"; of a way that has words of its own these ("road to Tolvane").</summary>
    private static string Caption(Part part, IReadOnlyList<Claim> claims) =>
        part.Id == "routes" && claims[0].Place is { Relation: { } relation } place ? $"{relation.Words} {place.Name}" : QuestionWording.Of(claims);

    private static void WriteQuestions(Desk desk, string term, HtmlBuilder html)
    {
        var questions = desk.Ledger.Questions(QueryParser.Parse(term), new PageRequest(ShownQuestions));
        html.Write($"<section id=\"questions\"><h2>{Texts.QuestionsHere} <small>{Texts.Showing(1, questions.Items.Count, questions.Total, "question", "questions")} · <a href=\"{Urls.List("/questions", term)}\">{Texts.AllOfThem}</a></small></h2>");
        if (questions.Total == 0) html.Write($"<p class=\"empty\">{Texts.NoQuestionsHere}</p>");
        html.Raw("<ol class=\"rows questions\">\n");
        foreach (var question in questions.Items) QuestionsPage.Row(question, html);
        html.Raw("</ol></section>\n");
    }
}
