using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>The feeds that are followed: when each was last read, what it gave, what failed.</summary>
internal static class FeedsPage
{
    private const int MostOfReason = 300;

    /// <summary>Intervals that can be chosen, in hours; 0 for none.</summary>
    public static IReadOnlyList<int> Hours { get; } = [0, 1, 3, 6, 12, 24];

    public static WebPage Of(Desk desk, FeedDesk feeds, Visit visit)
    {
        var followed = desk.Notes.Feeds;
        return new WebPage(Texts.Feeds, Section.Add, html =>
        {
            html.Write($"""
                <div class="top"><h1>{Texts.Feeds}</h1><p class="lead">{Texts.FeedsLead}</p></div>{html => NotesParts.Notice(desk, visit, html)}
                <form class="inline" method="post" action="/feeds">{visit.Seal.Field}<label>{Texts.AddressOfFeed} <input name="url" inputmode="url" placeholder="https://" size="40" spellcheck="false" autocomplete="off" required></label> <button class="main">{Texts.Follow}</button></form>
                <form class="inline" method="post" action="/feeds/every">{visit.Seal.Field}<label>{Texts.ReadAgain} <select name="hours">
                """);
            foreach (var hours in Hours) html.Raw(FormattableString.Invariant($"<option value=\"{hours}\"")).Raw(hours == desk.Notes.FeedHours ? " selected" : "").Write($">{Texts.EveryHours(hours)}</option>");
            html.Write($"</select></label> <button>{Texts.Set}</button> <span class=\"hint\">{Texts.ReadAgainHint}</span></form>\n");
            if (followed.Count == 0) ListParts.Empty(Texts.NoFeeds, Texts.NoFeedsAdvice, html);
            else html.Write($"<p class=\"count\">{Texts.Showing(1, followed.Count, followed.Count, "feed", "feeds")}</p>\n<form class=\"inline\" method=\"post\" action=\"/feeds/read\">{visit.Seal.Field}<button>{Texts.ReadAllFeeds}</button></form>");
            html.Raw("<ol class=\"rows feeds\">\n");
            foreach (var feed in followed) Row(feed, feeds.IsReading(feed), visit, html);
            html.Raw("</ol>\n");
        })
        { RefreshSeconds = followed.Any(feeds.IsReading) ? 2 : null };
    }

    private static void Row(FollowedFeed feed, bool isReading, Visit visit, HtmlBuilder html)
    {
        html.Write($"<li class=\"row\" tabindex=\"0\"><div><p class=\"title\"><a rel=\"noreferrer noopener nofollow\" href=\"{feed.Address}\"><bdi>{feed.Address}</bdi></a></p><p class=\"about\">");
        if (isReading) html.Write($"<b>{Texts.StillReading}</b>");
        else if (feed.Last is not { } last) html.Write($"{Texts.NeverRead}");
        else
        {
            html.Write($"{Texts.FeedGave(Dates.Moment(last.Began), last.Added, last.There, last.Failed)}");
            if (last.Added > 0) html.Write($" · <a href=\"{Urls.List("/reports", NewRows.Since("", last.Began))}\">{Texts.AddedSince}</a> · <a href=\"{Urls.List("/links", NewRows.Since("relation:contradicts", last.Began))}\">{Texts.ContradictsSince}</a>");
        }
        html.Raw("</p>");
        if (!isReading && feed.Last is { Reasons.Count: > 0 } failed)
        {
            html.Raw("<ul class=\"reasons\">");
            foreach (var reason in failed.Reasons) html.Write($"<li><bdi>{SafeText.Shorten(SafeText.OneLine(reason), MostOfReason)}</bdi></li>");
            html.Raw("</ul>");
        }
        html.Write($"</div><div class=\"sum\"><form class=\"inline\" method=\"post\" action=\"/feeds/{feed.Id}/read\">{visit.Seal.Field}<button aria-label=\"{Texts.ReadNow}: {feed.Address}\">{Texts.ReadNow}</button></form><form class=\"inline\" method=\"post\" action=\"/feeds/{feed.Id}/remove\">{visit.Seal.Field}<button aria-label=\"{Texts.Unfollow}: {feed.Address}\">{Texts.Unfollow}</button></form></div></li>\n");
    }
}
