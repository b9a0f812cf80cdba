using System.Globalization;
using Counterclaim.Ledger.Corrections;
using Counterclaim.View;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Counterclaim.Web.Adding;

/// <summary>Following feeds: which, how often, and reading them now.</summary>
internal static class FeedRoutes
{
    private const string Page = "/feeds";
    private const int MostCharacters = 2_000, MostShown = 200;

    /// <summary>As many as can wait to be read at once.</summary>
    private const int MostFeeds = 40;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 16, ValueLengthLimit = 16 << 10 };

    public static void Map(WebApplication app, Desk desk)
    {
        if (desk.Feeds is not { } feeds) return;
        PageRoutes.Page(app, Page, http => FeedsPage.Of(desk, feeds, Visit.Of(http)));
        SealedForms.Post(app, Page, Limits, (_, form) => Follow(desk, feeds, form["url"].ToString()));
        SealedForms.Post(app, "/feeds/read", Limits, (_, _) =>
        {
            foreach (var feed in desk.Notes.Feeds) Read(feeds, feed);
            return Page;
        });
        SealedForms.Post(app, "/feeds/every", Limits, (_, form) =>
            int.TryParse(form["hours"], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && FeedsPage.Hours.Contains(hours) ? Noted(desk.Notes.ReadFeedsEvery(hours)) : Page);
        SealedForms.Post(app, "/feeds/{id}/read", Limits, (http, _) =>
        {
            if (Find(desk, http) is { } feed) Read(feeds, feed);
            return Page;
        });
        SealedForms.Post(app, "/feeds/{id}/remove", Limits, (http, _) => Find(desk, http) is { } feed ? Noted(desk.Notes.Unfollow(feed.Id)) : Page);
    }

    /// <summary>Follows a feed and begins to read it: whoever presses the button asks for it.</summary>
    /// <exception cref="CorrectionException">It is no address of the web, or too much waits or is followed already.</exception>
    public static string Follow(Desk desk, FeedDesk feeds, string given)
    {
        if (!Uri.TryCreate(given.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || given.Length > MostCharacters)
            throw new CorrectionException(Texts.NoAddress(SafeText.Shorten(SafeText.OneLine(given), MostShown)));
        if (desk.Notes.Feeds.Count >= MostFeeds && desk.Notes.Feeds.All(f => f.Address != address.AbsoluteUri)) throw new CorrectionException(Texts.TooManyFeeds(MostFeeds));
        var step = desk.Notes.Follow(address.AbsoluteUri);
        if (desk.Notes.Feeds.FirstOrDefault(f => f.Address == address.AbsoluteUri) is { } feed) Read(feeds, feed);
        return Noted(step);
    }

    private static void Read(FeedDesk feeds, FollowedFeed feed)
    {
        if (feeds.Read(feed) is null) throw new CorrectionException(Texts.TooMuchWaits);
    }

    private static FollowedFeed? Find(Desk desk, HttpContext http) =>
        int.TryParse((string)http.Request.RouteValues["id"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? desk.Notes.Feeds.FirstOrDefault(f => f.Id == id) : null;

    private static string Noted(int step) => FormattableString.Invariant($"{Page}?noted={step}");
}
