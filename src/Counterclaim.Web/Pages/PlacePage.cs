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
    private const int ShownOfPart = 5;
    private const int MostMatters = 5;
    private const int MostWords = 30;

    /// <param name="id">A gazetteer's id, or a name.</param>
    public static WebPage? Of(Desk desk, string id)
    {
        if (desk.Ledger.Place(id) is not { } place) return null;
        var term = Urls.Term("place", id);
        var dossier = desk.Dossiers.Of(term, () => Dossier.Of(desk, term));
        return new WebPage(place.Place.Name, Section.Places, html => Write(place, dossier, term, html));
    }

    private static void Write(LedgerPlace place, Dossier dossier, string term, HtmlBuilder html)
    {
        html.Write($"""
            <header class="top"><h1><bdi>{place.Place.Name}</bdi></h1>
            <p class="lead"><bdi>{PlacesPage.About(place.Place)}</bdi> · {Texts.Count(place.Reports, "report")} · {Texts.Count(place.Claims, "claim")} · <a href="{Urls.List("/map", term)}">{Texts.OnTheMap}</a></p></header>
            <nav class="parts" aria-label="{Texts.Dossier}"><ul>
            """);
        foreach (var part in dossier.Parts) html.Write($"<li><a href=\"#{part.Id}\">{part.Heading}</a> <small>{Texts.Number(part.Claims.Total)}</small></li>");
        html.Write($"""
            <li><a href="#depends">{Texts.Depends}</a> <small>{Texts.Number(dossier.Consequences.Edges.Count)}</small></li><li><a href="#questions">{Texts.Questions}</a> <small>{Texts.Number(dossier.Questions.Total)}</small></li><li><a href="#claims">{Texts.Claims}</a> <small>{Texts.Number(dossier.Claims.Total)}</small></li></ul></nav>

            """);
        var days = dossier.Parts.Where(p => p.IsOverTime).SelectMany(p => p.Claims.Items).Where(StateBands.Takes).Select(c => c.AsOf!.Value.From).ToList();
        foreach (var part in dossier.Parts) WritePart(part, days.Count > 0 ? TimeAxis.Of(days) : null, html);
        ConsequenceSection.Write(dossier.Consequences, term, Texts.Depends, Texts.DependsNothing, html);
        WriteQuestions(dossier, term, html);
        html.Raw("<div id=\"claims\">");
        ClaimSection.Write(Texts.ClaimsHere, term, dossier.Claims, html);
        html.Raw("</div>\n");
    }

    private static void WritePart(DossierPart part, TimeAxis? axis, HtmlBuilder html)
    {
        var claims = part.Claims;
        html.Write($"<section id=\"{part.Id}\"><h2>{part.Heading} <small>{Texts.Showing(1, claims.Items.Count, claims.Total, "claim", "claims")}");
        if (claims.Total > 0) html.Write($" · <a href=\"{Urls.List("/claims", part.Query)}\">{Texts.AllOfThem}</a>");
        html.Raw("</small></h2>\n");
        if (claims.Total == 0) html.Write($"<p class=\"empty\">{Texts.NothingTold}</p>");
        else if (part.IsOverTime && axis is not null) WriteStates(part, axis, html);
        else
        {
            if (part.Questions.Count > 0) WriteRows(part.Questions.Take(ShownOfPart), html);
            ClaimsTable.Write(part.Heading, claims.Items, html);
        }
        html.Raw("</section>\n");
    }

    /// <summary>A drawing for each state of each place, those told most first; the words below it.</summary>
    private static void WriteStates(DossierPart part, TimeAxis axis, HtmlBuilder html)
    {
        var matters = part.Claims.Items.Where(StateBands.Takes).GroupBy(MatterOf, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        foreach (var matter in matters.Take(MostMatters)) StateBands.Write(Caption([.. matter]), [.. matter], axis, html);
        if (matters.Count > MostMatters) html.Write($"<p class=\"count\">{Texts.Showing(1, MostMatters, matters.Count, "matter", "matters")}</p>");
        if (matters.Count > 0) html.Write($"<p class=\"strokes\">{Texts.BandsHold}</p>\n");
        html.Write($"<details class=\"words\"><summary>{Texts.TheirWords}</summary>");
        ClaimsTable.Write(part.Heading, part.Claims.Items.Take(MostWords), html);
        html.Raw("</details>\n");
    }

    /// <summary>A way to somewhere is a matter of its own ("the road to Tolvane").</summary>
    /// <remarks>A claim is of the place that its report sets it at, where it names none itself.</remarks>
    private static string MatterOf(Claim claim) => $"{claim.Kind} {(claim.SetAt ?? claim.Setting.Place)?.Key} {(claim.Kind == "route" && claim.Place is { Relation: not null } way ? way.Told : "")}";

    private static string Caption(IReadOnlyList<Claim> claims) =>
        claims[0] is { Kind: "route", Place: { Relation: not null } way } ? way.Told : QuestionWording.Of(claims);

    private static void WriteQuestions(Dossier dossier, string term, HtmlBuilder html)
    {
        var shown = Math.Min(ShownQuestions, dossier.Questions.Items.Count);
        html.Write($"<section id=\"questions\"><h2>{Texts.QuestionsHere} <small>{Texts.Showing(1, shown, dossier.Questions.Total, "question", "questions")} · <a href=\"{Urls.List("/questions", term)}\">{Texts.AllOfThem}</a></small></h2>");
        if (shown == 0) html.Write($"<p class=\"empty\">{Texts.NoQuestionsHere}</p>");
        else WriteRows(dossier.Questions.Items.Take(shown), html);
        html.Raw("</section>\n");
    }

    private static void WriteRows(IEnumerable<Question> questions, HtmlBuilder html)
    {
        html.Raw("<ol class=\"rows questions\">\n");
        foreach (var question in questions) QuestionsPage.Row(question, html);
        html.Raw("</ol>\n");
    }
}
