using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model.Json;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

internal static class ClaimsPage
{
    public static WebPage Of(Desk desk, Asked asked) =>
        new ListPage<Claim>(Texts.Claims, Section.Claims, "/claims", "claim", "claims", "kind:control,route -voice:own said:2026-03", desk.Ledger.Claims, ClaimParts.Entry)
        { Lead = Texts.ClaimsLead, BesideCount = html => html.Write($"<p class=\"orders\"><a href=\"{Urls.List("/links", asked.Text)}\">{Texts.LinksShort} →</a></p>") }.Show(desk, asked);
}

internal static class ReportsPage
{
    public static WebPage Of(Desk desk, Asked asked) =>
        new ListPage<LedgerReport>(Texts.Reports, Section.Reports, "/reports", "report", "reports", "outlet:\"Strait Wire\" published:2026-03", desk.Ledger.Reports, Row)
        { Lead = Texts.ReportsLead }.Show(desk, asked);

    public static void Row(LedgerReport row, HtmlBuilder html)
    {
        var report = row.Report;
        html.Write($"""
            <li class="row" data-open="{Urls.Report(report.Id)}" tabindex="0"><p class="title"><a href="{Urls.Report(report.Id)}"><bdi>{report.Title ?? row.Source}</bdi></a></p>
            <p class="about">{html => Outlet(report, html)} · {html => Moment(report, html)}</p>
            <p class="sum">{Texts.Count(row.Statements, "statement")} · {Texts.Count(row.Claims, "claim")}{(row.Copies > 0 ? $" · {Texts.Count(row.Copies, "copy", "copies")}" : "")}</p></li>

            """);
    }

    private static void Outlet(ClaimReport report, HtmlBuilder html)
    {
        if (report.Outlet is { } outlet && outlet.Trim().Length > 0) html.Write($"<a href=\"{Urls.Outlet(outlet)}\"><bdi>{outlet}</bdi></a>");
        else html.Write($"<bdi>{Texts.UnnamedPublisher}</bdi>");
    }

    private static void Moment(ClaimReport report, HtmlBuilder html)
    {
        if (report.Published is not { } published) html.Write($"{Texts.Undated}");
        else if (report.PublishedIsDay) html.Write($"<time datetime=\"{Dates.Machine(published.DateTime)}\">{Dates.Day(published.DateTime)}</time>");
        else html.Write($"<time datetime=\"{published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)}\" data-short>{Dates.Day(published.DateTime)}</time>");
    }
}

internal static class ActorsPage
{
    public static WebPage Of(Desk desk, Asked asked) =>
        new ListPage<LedgerActor>(Texts.Actors, Section.Actors, "/actors", "actor", "actors", "vosk  or  kind:negotiation type:person", desk.Ledger.Actors, Row)
        { Lead = Texts.ActorsLead }.Show(desk, asked);

    private static void Row(LedgerActor actor, HtmlBuilder html)
    {
        html.Write($"<li class=\"row\" tabindex=\"0\" data-open=\"{(actor.Id is { } to ? Urls.Actor(to) : "")}\"><p class=\"title\">");
        if (actor.Id is { } id) html.Write($"<a href=\"{Urls.Actor(id)}\"><bdi>{actor.Name}</bdi></a>");
        else html.Write($"<bdi>{actor.Name}</bdi>");
        html.Write($"""
            </p><p class="about">{JsonNames.Of(actor.Kind).Replace('_', ' ')}{(actor.Country is { } country ? " · " + country : "")}{(actor.Names.Count > 0 ? " · " + Texts.Also + " " : "")}<bdi>{string.Join(", ", actor.Names.Take(5))}</bdi></p>
            <p class="sum">{Texts.Count(actor.Reports, "report")} · {Texts.Tells(actor.Told)} · {Texts.StandsIn(actor.Concerned)}</p></li>

            """);
    }
}

internal static class PlacesPage
{
    public static WebPage Of(Desk desk, Asked asked) =>
        new ListPage<LedgerPlace>(Texts.Places, Section.Places, "/places", "place", "places", "kind:strike type:city", desk.Ledger.Places, Row)
        { Lead = Texts.PlacesLead }.Show(desk, asked);

    private static void Row(LedgerPlace row, HtmlBuilder html) => html.Write($"""
        <li class="row" data-open="{Urls.Place(row.Place)}" tabindex="0"><p class="title"><a href="{Urls.Place(row.Place)}"><bdi>{row.Place.Name}</bdi></a></p>
        <p class="about"><bdi>{About(row.Place)}</bdi></p>
        <p class="sum">{Texts.Count(row.Reports, "report")} · {Texts.Count(row.Claims, "claim")}</p></li>

        """);

    /// <summary>"city · XM · 38.05° S 21.31° W ± 5 km", or that it was not located.</summary>
    public static string About(ClaimPlace place) => Wording.Joined(
        place.Kind, place.Country ?? "", place.Container is { } container ? Texts.In(container) : "",
        place.Point is { } point ? Coordinates.Of(point) + (place.RadiusKm is { } radius ? $" ± {radius:0} km" : "") : Texts.NotLocated);
}

internal static class SearchPage
{
    private const int MostCharacters = 420;
    private const int MostNames = 6;

    public static WebPage Of(Desk desk, Asked asked)
    {
        if (asked.Text.Length == 0)
            return new WebPage(Texts.Search, Section.Search, html =>
            {
                html.Write($"<div class=\"top\"><h1>{Texts.Search}</h1><p class=\"lead\">{Texts.SearchLead}</p></div>");
                QueryBox.Write("/search", "", null, "harbour \"coast road\" kind:route", html);
                ListParts.Empty(Texts.NothingAsked, Texts.NothingAskedAdvice, html);
            });
        var page = new ListPage<PassageHit>(Texts.Search, Section.Search, "/search", "passage", "passages", "harbour \"coast road\" kind:route", desk.Ledger.Search, Row) { Lead = Texts.SearchLead, BeforeRows = html => WriteNames(desk, asked, html) };
        return page.Show(desk, asked) with { Title = $"{asked.Text} · {Texts.Search}" };
    }

    /// <summary>Whom and what the ledger knows by these words stands before the passages.</summary>
    private static void WriteNames(Desk desk, Asked asked, HtmlBuilder html)
    {
        if (asked.Query.Terms.Any(t => t.Field is not null || t.IsNegated)) return;
        var names = new PageRequest(MostNames);
        var actors = desk.Ledger.Actors(asked.Query, names).Items.Where(a => a.Id is not null).ToList();
        var places = desk.Ledger.Places(asked.Query, names).Items;
        if (actors.Count + places.Count == 0) return;
        html.Write($"<aside class=\"known\" aria-label=\"{Texts.KnownByTheseWords}\"><h2>{Texts.KnownByTheseWords}:</h2> <ul>");
        foreach (var actor in actors) html.Write($"<li><a href=\"{Urls.Actor(actor.Id!)}\"><bdi>{actor.Name}</bdi></a> <small>{JsonNames.Of(actor.Kind).Replace('_', ' ')}, {Texts.Count(actor.Reports, "report")}</small></li>");
        foreach (var place in places) html.Write($"<li><a href=\"{Urls.Place(place.Place)}\"><bdi>{place.Place.Name}</bdi></a> <small>{place.Place.Kind}, {Texts.Count(place.Reports, "report")}</small></li>");
        html.Raw("</ul></aside>");
    }

    private static void Row(PassageHit hit, HtmlBuilder html)
    {
        var shown = hit.Around(MostCharacters);
        var address = hit.CodePoints is { } at ? Urls.Span(hit.Report.Id, at) : Urls.Report(hit.Report.Id);
        html.Write($"<li class=\"row\" data-open=\"{address}\" tabindex=\"0\"><div class=\"said\"><q class=\"cut\" dir=\"auto\"><a href=\"{address}\">{(shown.Start > 0 ? "… " : "")}");
        new MarkedText(hit.Text, hit.Hits.Select(h => new Mark(h, 0, "<mark class=\"hit\">", "</mark>"))).Write(shown, html);
        html.Write($"""
            {(shown.End < hit.Text.Length ? " …" : "")}</a></q></div>
            <p class="about"><bdi>{hit.Report.Outlet ?? Texts.UnnamedPublisher}</bdi> · {Dates.Published(hit.Report)} · <bdi>{hit.Report.Title}</bdi></p></li>

            """);
    }
}
