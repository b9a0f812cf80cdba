using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.View.Html;
using Counterclaim.Web.Assets;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Mapping;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Pages;

/// <summary>One filter, three views of the same rows: a map, a line of time, a table. What has no place or no date is listed, never invented.</summary>
internal static class MapPage
{
    private const string Path = "/map";
    private const string Example = "kind:strike,control place:Quillhaven";

    /// <param name="from">The first day shown, "" for all.</param>
    /// <param name="to">The last.</param>
    public static WebPage Of(Desk desk, Asked asked, string from, string to)
    {
        var (first, last) = (Day(from), Day(to));
        QueryException? error = asked.Error;
        MapData? data = null;
        Page<Claim> rows = new([], 0, null);
        try
        {
            if (error is null)
            {
                data = desk.Maps.Of(asked.Query);
                rows = desk.Ledger.Claims(QueryParser.Parse(InTime(asked.Text, first, last)), new PageRequest(After: asked.After));
            }
        }
        catch (QueryException e)
        {
            error = e;
        }
        return new WebPage(Texts.Map, Section.Map, html =>
        {
            html.Write($"<div class=\"top\"><h1>{Texts.Map}</h1><p class=\"lead\">{Texts.MapLead}</p></div>");
            QueryBox.Write(Path, asked.Text, error, Example, html);
            if (data is null || error is not null) return;
            NotesParts.Searches(desk, asked.Visit, Path[1..], asked.Text, html);
            WriteViews(asked, data, first, last, html);
            html.Write($"<div id=\"map-rows\">{html => WriteRows(asked, rows, first, last, html)}</div>");
            WriteOutside(desk, asked, data, html);
        })
        {
            Query = asked.Text,
            Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            IsWide = true,
            Styles = ["leaflet-1.9.4.css"],
            Scripts = ["leaflet-1.9.4.js", "supercluster-9.1.0.js", "topojson-client-3.1.0.js", "map.js"],
        };
    }

    /// <summary>The claims that have a pin, for the drawing.</summary>
    public static async Task SendAsync(Desk desk, HttpContext http)
    {
        try
        {
            var json = desk.Maps.Of(QueryParser.Parse(http.Request.Query["q"].ToString().Trim())).Json;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = json.Length;
            await http.Response.Body.WriteAsync(json, http.RequestAborted);
        }
        catch (QueryException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The query, narrowed to claims told in those days.</summary>
    private static string InTime(string query, DateOnly? first, DateOnly? last) =>
        first is null && last is null ? query : $"{query} said:{Machine(first)}..{Machine(last)}".TrimStart();

    private static DateOnly? Day(string given) => DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Machine(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void WriteViews(Asked asked, MapData data, DateOnly? first, DateOnly? last, HtmlBuilder html)
    {
        if (data.Looked < data.Total) html.Write($"<p class=\"count\">{Texts.MapOfNewest(data.Looked, data.Total)}</p>");
        html.Write($"""
            <section class="views" aria-label="{Texts.MapAndTime}" id="views" data-claims="{Urls.With("/map/claims.json", ("q", asked.Text))}" data-world="{AssetFiles.Address("world-50m-1.0.0.json")}" data-all="{Texts.AllClaimsHere}" data-more="{Texts.MoreHere}">
            <div id="map" class="map" role="application" aria-label="{Texts.MapLabel}"></div>
            <p class="map-caption">{Texts.MapCaption}</p>
            <form class="brush" action="{Path}"><input type="hidden" name="q" value="{asked.Text}">
            <svg id="histogram" class="histogram" aria-hidden="true"></svg>
            <label>{Texts.From} <input type="date" id="from" name="from" value="{Machine(first)}"></label> <label>{Texts.Until} <input type="date" id="to" name="to" value="{Machine(last)}"></label>
            <button>{Texts.Show}</button> <a href="{Urls.List(Path, asked.Text)}" id="all-days">{Texts.AllDays}</a>
            </form>
            <noscript><p class="count">{Texts.MapNeedsScript}</p></noscript>
            </section>

            """);
    }

    private static void WriteRows(Asked asked, Page<Claim> rows, DateOnly? first, DateOnly? last, HtmlBuilder html)
    {
        ListParts.Count(rows, asked.From, "claim", "claims", html);
        ClaimsTable.Write(Texts.Rows, rows.Items, html);
        ListParts.TakeAway("claims", InTime(asked.Text, first, last), rows, asked.After, html);
        ListParts.Pager(Path, asked.Text, rows, asked.From, html, ("from", Machine(first)), ("to", Machine(last)));
    }

    /// <summary>What no map and no line of time can show.</summary>
    private static void WriteOutside(Desk desk, Asked asked, MapData data, HtmlBuilder html)
    {
        if (data.Countries.Count > 0)
        {
            html.Write($"<p class=\"countries\">{Texts.WholeCountries} ");
            foreach (var (name, claims) in data.Countries) html.Write($"<a href=\"{Urls.List("/claims", $"{asked.Text} {Urls.Term("place", name)} -has:pin".TrimStart())}\"><bdi>{name}</bdi></a>\u00a0<small>{Texts.Number(claims)}</small> ");
            html.Raw("</p>\n");
        }
        if (data.UnplacedCount > 0) Outside(Texts.WithoutPin(data.UnplacedCount), data.Unplaced, data.UnplacedCount, MapBook.WithoutPin(asked.Text));
        if (data.UndatedCount > 0) Outside(Texts.WithoutDate(data.UndatedCount), [.. data.Undated.Select(c => ClaimPage.Find(desk, c)).OfType<Claim>()], data.UndatedCount, null);

        void Outside(string heading, IReadOnlyList<Claim> first, int all, string? query)
        {
            html.Write($"<details class=\"outside\"><summary>{heading}</summary><p class=\"count\">{Texts.Showing(1, first.Count, all, "claim", "claims")}");
            if (query is not null) html.Write($" · <a href=\"{Urls.List("/claims", query)}\">{Texts.AllOfThem}</a>");
            html.Raw("</p><ol class=\"rows claims\">\n");
            foreach (var claim in first) ClaimParts.Entry(claim, html);
            html.Raw("</ol></details>\n");
        }
    }
}
