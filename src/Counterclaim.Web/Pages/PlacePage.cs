using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>What is told of a place: its questions, control before all, then the claims set there.</summary>
internal static class PlacePage
{
    private const int Shown = 20;
    private const int OverTime = 500;

    /// <summary>What the questions of a dossier are looked through for, in this order.</summary>
    private static readonly string[] KindsInOrder = ["control", "advance", "encirclement", "route", "strike", "casualties", "humanitarian", "displacement", "stock"];

    /// <param name="id">A gazetteer's id, or a name.</param>
    public static WebPage? Of(Desk desk, string id)
    {
        var term = Urls.Term("place", id);
        var found = desk.Ledger.Places(QueryParser.Parse(term), new PageRequest(20)).Items;
        var place = found.FirstOrDefault(p => p.Place.Gazetteer == id) ?? found.FirstOrDefault(p => p.Place.Name.Equals(id, StringComparison.OrdinalIgnoreCase));
        return place is null ? null : new WebPage(place.Place.Name, Section.Places, html => Write(desk, place, term, html));
    }

    private static void Write(Desk desk, LedgerPlace place, string term, HtmlBuilder html)
    {
        html.Write($"""
            <header class="top"><h1><bdi>{place.Place.Name}</bdi></h1>
            <p class="lead"><bdi>{PlacesPage.About(place.Place)}</bdi> · {Texts.Count(place.Reports, "report")} · {Texts.Count(place.Claims, "claim")}</p></header>

            """);
        var questions = desk.Questions.Of(QueryParser.Parse(term)).OrderBy(Rank).ThenByDescending(q => q.Contested).ToList();
        html.Write($"<section><h2>{Texts.QuestionsHere} <small>{Texts.Showing(1, Math.Min(Shown, questions.Count), questions.Count, "question", "questions")}</small></h2>");
        if (questions.Count == 0) html.Write($"<p class=\"empty\">{Texts.NoQuestionsHere}</p>");
        html.Raw("<ol class=\"rows questions\">\n");
        foreach (var question in questions.Take(Shown)) QuestionsPage.Row(question, html);
        html.Raw("</ol></section>\n");
        var told = desk.Ledger.Claims(QueryParser.Parse(term + " sort:newest"), new PageRequest(OverTime));
        TimeStrip.Write(Texts.HereOverTime, [.. told.Items.GroupBy(c => c.Kind).OrderByDescending(g => g.Count()).Take(10).Select(g => new TimeStrip.Row(g.Key, null, [.. g]))], html);
        ClaimSection.Write(desk, Texts.ClaimsHere, term + " sort:newest", Shown, html);
    }

    private static int Rank(Question question) => Array.IndexOf(KindsInOrder, question.Kind) is >= 0 and var at ? at : KindsInOrder.Length;
}
