using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.View.Html;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Who publishes: each outlet with how much it says itself, in what words, on whose word, and whose text it prints.</summary>
internal static class OutletsPage
{
    private const int Shown = 20;

    /// <param name="from">Number of the first row, from 1; "" for the beginning.</param>
    public static WebPage Of(Desk desk, string from)
    {
        var all = desk.Outlets;
        var first = int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Math.Max(1, all.Count)) : 1;
        var rows = all.Skip(first - 1).Take(Shown).Select(o => (Outlet: o, Profile: desk.Profiles.Of(o.Name, () => OutletProfile.Of(desk, o.Name)))).ToList();
        return new WebPage(Texts.Outlets, Section.Outlets, html =>
        {
            html.Write($"<div class=\"top\"><h1>{Texts.Outlets}</h1><p class=\"lead\">{Texts.OutletsLead}</p></div><p class=\"count\" role=\"status\">{Texts.Showing(first, first + rows.Count - 1, all.Count, "outlet", "outlets")}</p>\n");
            if (rows.Count == 0)
            {
                ListParts.Empty(Texts.NoOutlets, Texts.NoOutletsAdvice, html);
                return;
            }
            html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Texts.Outlets}\"><table class=\"claims-table outlets\"><thead><tr><th scope=\"col\">{Texts.Outlet}</th><th scope=\"col\">{Texts.Reports}</th>");
            foreach (var figure in rows[0].Profile.Figures) html.Write($"<th scope=\"col\">{figure.Label}</th>");
            html.Raw("</tr></thead><tbody>\n");
            foreach (var (outlet, profile) in rows)
            {
                html.Write($"<tr class=\"row\" tabindex=\"0\" data-open=\"{Urls.Outlet(outlet.Name)}\"><th scope=\"row\"><a href=\"{Urls.Outlet(outlet.Name)}\"><bdi>{outlet.Name}</bdi></a></th><td><a href=\"{Urls.List("/reports", profile.Term)}\">{Texts.Number(outlet.Reports)}</a></td>");
                foreach (var figure in profile.Figures) html.Write($"<td>{html => OutletPage.Figure(figure, html)}</td>");
                html.Raw("</tr>\n");
            }
            html.Raw("</tbody></table></div>\n");
            if (all.Count <= Shown) return;
            html.Write($"<nav class=\"pager\" aria-label=\"{Texts.PagesOfList}\">");
            if (first > 1) html.Write($"<a href=\"/outlets\">{Texts.First}</a> ");
            if (first + Shown <= all.Count) html.Write($"<a rel=\"next\" href=\"/outlets?from={first + Shown}\">{Texts.Next} →</a>");
            html.Raw("</nav>\n");
        });
    }
}

/// <summary>One outlet: its figures, its loaded words, whom it quotes, what it printed.</summary>
internal static class OutletPage
{
    private const int MostRows = 10;
    private const int MostLooked = 400;

    public static WebPage? Of(Desk desk, string name) => desk.Outlets.FirstOrDefault(o => o.Name == name) is { } outlet
        ? new WebPage(outlet.Name, Section.Outlets, html => Write(desk, desk.Profiles.Of(name, () => OutletProfile.Of(desk, name)), html))
        : null;

    private static void Write(Desk desk, OutletProfile profile, HtmlBuilder html)
    {
        html.Write($"<header class=\"top\"><h1><bdi>{profile.Name}</bdi></h1><p class=\"lead\">{Texts.OutletLead}</p></header>\n<table class=\"figures\"><tbody>\n");
        foreach (var figure in profile.Figures)
            html.Write($"<tr><th scope=\"row\">{figure.Label}</th><td>{html => Figure(figure, html)}</td><td class=\"hint\">{figure.Hint}</td></tr>\n");
        html.Raw("</tbody></table>\n");
        var claims = desk.Ledger.Claims(QueryParser.Parse(profile.Term + " sort:newest"), new PageRequest(MostLooked));
        WriteLoaded(profile, claims.Items, html);
        WriteQuoted(profile, claims, html);
        TimeStrip.Write(Texts.OutletOverTime, [.. claims.Items.GroupBy(c => c.Kind).OrderByDescending(g => g.Count()).Take(8).Select(g => new TimeStrip.Row(g.Key, null, [.. g]))], html);
        WriteReports(desk, Texts.PrintsAgain, profile.Term + " print:again", html);
        WriteReports(desk, Texts.Reports, profile.Term, html);
    }

    /// <summary>"12 of 40 claims", leading to the twelve, with the share drawn.</summary>
    public static void Figure(OutletFigure figure, HtmlBuilder html)
    {
        if (figure.Of == 0)
        {
            html.Write($"<span class=\"hint\">{Texts.NoneOf(figure.Unit)}</span>");
            return;
        }
        html.Write($"<a href=\"{Urls.List(figure.Path, figure.Query)}\">{Texts.Number(figure.Count)} of {Texts.Count(figure.Of, figure.Unit)}</a> <svg class=\"part\" aria-hidden=\"true\"><rect class=\"whole-of\" width=\"100%\" height=\"100%\"/><rect class=\"part-of\" width=\"{100.0 * figure.Count / figure.Of}%\" height=\"100%\"/></svg>");
    }

    private static void WriteLoaded(OutletProfile profile, IReadOnlyList<Claim> claims, HtmlBuilder html)
    {
        var words = claims.Where(c => c.FirstTeller.IsPublisher).SelectMany(c => c.Loaded.Where(l => c.Span.Contains(l.Span)).Select(l => c.Exact.Substring(l.Span.Start - c.Span.Start, l.Span.Length).ToLowerInvariant()))
            .CountBy(w => w, StringComparer.Ordinal).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).ToList();
        if (words.Count == 0) return;
        html.Write($"<section><h2>{Texts.LoadedWords} <small>{Texts.Showing(1, Math.Min(3 * MostRows, words.Count), words.Count, "word", "words")}</small></h2><ul class=\"tally\">");
        foreach (var (word, count) in words.Take(3 * MostRows)) html.Write($"<li><a href=\"{Urls.List("/claims", $"{profile.Term} voice:own has:loaded \"{word.Replace('"', ' ')}\"")}\"><bdi>{word}</bdi></a> <small>{count}</small></li>");
        html.Raw("</ul></section>\n");
    }

    /// <summary>Whose word its newest claims rest on.</summary>
    private static void WriteQuoted(OutletProfile profile, Page<Claim> claims, HtmlBuilder html)
    {
        var quoted = claims.Items.Where(c => !c.FirstTeller.IsPublisher).GroupBy(c => c.FirstTeller.Actor?.Cluster is { } id ? (Id: id, Name: "") : (Id: "", c.FirstTeller.Name)).OrderByDescending(g => g.Count()).ToList();
        if (quoted.Count == 0) return;
        html.Write($"<section><h2>{Texts.WhomItQuotes} <small>{Texts.OfNewest(claims.Items.Count, claims.Total)}</small></h2><ul class=\"tally\">");
        foreach (var teller in quoted.Take(2 * MostRows))
        {
            html.Raw("<li>");
            ClaimParts.Teller(teller.First().FirstTeller, html);
            if (teller.Key.Id.Length > 0) html.Write($" <small><a href=\"{Urls.List("/claims", $"{profile.Term} holder:{teller.Key.Id}")}\">{teller.Count()}</a></small></li>");
            else html.Write($" <small>{teller.Count()}</small></li>");
        }
        html.Raw("</ul></section>\n");
    }

    private static void WriteReports(Desk desk, string heading, string query, HtmlBuilder html)
    {
        var reports = desk.Ledger.Reports(QueryParser.Parse(query), new PageRequest(MostRows));
        if (reports.Items.Count == 0) return;
        html.Write($"<section><h2>{heading} <small>{Texts.Showing(1, reports.Items.Count, reports.Total, "report", "reports")} · <a href=\"{Urls.List("/reports", query)}\">{Texts.AllOfThem}</a></small></h2><ol class=\"rows reports\">\n");
        foreach (var report in reports.Items) ReportsPage.Row(report, html);
        html.Raw("</ol></section>\n");
    }
}
