using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Pages;

/// <summary>Which address shows what.</summary>
internal static class PageRoutes
{
    public static void Map(WebApplication app, Desk desk)
    {
        app.MapGet("/", (RequestDelegate)(http =>
        {
            http.Response.Redirect("/questions");
            return Task.CompletedTask;
        }));
        Page(app, "/questions", http => QuestionsPage.Of(desk, Asked.Of(http)));
        Page(app, "/questions/{**key}", http => QuestionPage.Of(desk, Value(http, "key"), Asking(http, "done"), Visit.Of(http)));
        Page(app, "/claims", http => ClaimsPage.Of(desk, Asked.Of(http)));
        Page(app, "/links", http => LinksPage.Of(desk, Asked.Of(http)));
        Page(app, "/map", http => MapPage.Of(desk, Asked.Of(http), Asking(http, "from"), Asking(http, "to")));
        app.MapGet("/map/claims.json", (RequestDelegate)(http => MapPage.SendAsync(desk, http)));
        Page(app, "/stories", http => StoriesPage.Of(desk, Asked.Of(http)));
        Page(app, "/stories/{id}", http => StoriesPage.Of(desk, Value(http, "id")));
        Page(app, "/compare", http => ComparePage.Of(desk, Asking(http, "one"), Asking(http, "other")));
        Page(app, "/reports", http => ReportsPage.Of(desk, Asked.Of(http)));
        Page(app, "/reports/{id}", http => ReaderPage.Of(desk, Value(http, "id"), Asking(http, "at"), Asking(http, "done"), FormSeal.Of(http)));
        Page(app, "/reports/{id}/claims/{claim}", http => ClaimPage.Of(desk, Value(http, "id"), Value(http, "claim"), Asking(http, "done"), FormSeal.Of(http)));
        Page(app, "/reports/{id}/statements/{statement}", http => StatementPage.Of(desk, Value(http, "id"), Value(http, "statement"), Asking(http, "done"), FormSeal.Of(http)));
        Page(app, "/outlets", http => OutletsPage.Of(desk, Asking(http, "from")));
        Page(app, "/outlets/{name}", http => OutletPage.Of(desk, Value(http, "name")));
        Page(app, "/actors", http => ActorsPage.Of(desk, Asked.Of(http)));
        Page(app, "/actors/{id}", http => ActorPage.Of(desk, Value(http, "id"), Asking(http, "done"), FormSeal.Of(http)));
        Page(app, "/places", http => PlacesPage.Of(desk, Asked.Of(http)));
        Page(app, "/places/{id}", http => PlacePage.Of(desk, Value(http, "id")));
        Page(app, "/consequences", http => ConsequencesPage.Of(desk, Asked.Of(http)));
        Page(app, "/corrections", http => CorrectionsPage.Of(desk, Visit.Of(http)));
        Page(app, "/searches", http => SearchesPage.Of(desk, Visit.Of(http)));
        Page(app, "/search", http => SearchPage.Of(desk, Asked.Of(http)));
        app.MapFallback((RequestDelegate)(http => NotFound.SendAsync(http)));
    }

    /// <param name="page">Null where there is no such thing.</param>
    public static void Page(WebApplication app, string route, Func<HttpContext, WebPage?> page) =>
        app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(async http =>
        {
            WebPage? shown;
            try
            {
                shown = page(http);
            }
            catch (QueryException e)
            {
                shown = Trouble(Texts.CannotBeAsked, e.Message, StatusCodes.Status400BadRequest);
            }
            catch (LedgerException e)
            {
                shown = Trouble(Texts.LedgerTrouble, e.Message, StatusCodes.Status503ServiceUnavailable);
            }
            await (shown ?? NotFound).SendAsync(http);
        }));

    private static WebPage NotFound => Trouble(Texts.NotFoundTitle, Texts.NotFound, StatusCodes.Status404NotFound);

    public static WebPage Trouble(string title, string words, int status) =>
        new(title, Section.None, html => html.Write($"<h1>{title}</h1><div class=\"nothing\"><p>{words}</p><p><a href=\"/questions\">{Texts.Questions}</a> · <a href=\"/claims\">{Texts.Claims}</a> · <a href=\"/reports\">{Texts.Reports}</a></p></div>")) { Status = status };

    private static string Asking(HttpContext http, string name) => http.Request.Query[name].ToString();

    private static string Value(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;
}
