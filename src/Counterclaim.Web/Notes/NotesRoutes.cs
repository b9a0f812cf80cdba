using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Counterclaim.Web.Notes;

/// <summary>What changes the notebook: keeping and removing searches, taking for seen, the name to correct under. Each leads back to the page it was done on.</summary>
internal static class NotesRoutes
{
    private const int MostCharacters = 2_000, MostOfName = 100;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 16, ValueLengthLimit = 16 << 10 };

    public static void Map(WebApplication app, Desk desk)
    {
        Post(app, "/searches", (_, form) => Keep(desk, form));
        Post(app, "/searches/{id}/remove", (http, form) => int.TryParse((string)http.Request.RouteValues["id"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Done(form, desk.Notes.Remove(id)) : Back(form));
        Post(app, "/questions/seen", (_, form) => Done(form, desk.Notes.SeeAll()));
        Post(app, "/questions/unseen", (_, form) => Done(form, desk.Notes.Unlook(form["question"].ToString())));
        Post(app, "/corrections/author", (_, form) => Done(form, desk.Notes.SignAs(form["author"].ToString().Trim() is { Length: > 0 and <= MostOfName } name ? name : null)));
        Post(app, "/notes/{step}/undo", (http, form) =>
        {
            if (int.TryParse((string)http.Request.RouteValues["step"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var step)) desk.Notes.Undo(step);
            return Back(form);
        });
    }

    private static string Keep(Desk desk, IFormCollection form)
    {
        var (list, query, name) = (form["list"].ToString(), form["query"].ToString().Trim(), form["name"].ToString().Trim());
        if (!NewRows.Lists.Contains(list) || query.Length is 0 or > MostCharacters) return Back(form);
        QueryParser.Parse(query);
        var step = desk.Notes.Keep(name.Length is 0 or > MostOfName ? query : name, list, query);
        return Urls.With("/" + list, ("q", query), ("noted", step.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Back(IFormCollection form) => form["back"].ToString() is var back && Urls.IsLocal(back) ? back : "/questions";

    private static string Done(IFormCollection form, int step)
    {
        var back = Back(form);
        return FormattableString.Invariant($"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}noted={step}");
    }

    /// <param name="change">Makes the change; gives the address to lead to.</param>
    private static void Post(WebApplication app, string route, Func<HttpContext, IFormCollection, string> change) => app.MapPost(route, (RequestDelegate)(async http =>
    {
        if (await FormSeal.OpenAsync(http, Limits) is not { } form)
        {
            await PageRoutes.Trouble(Texts.FormTooOld, Texts.FormTooOldAdvice, StatusCodes.Status400BadRequest).SendAsync(http);
            return;
        }
        try
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = change(http, form);
        }
        catch (QueryException e)
        {
            await PageRoutes.Trouble(Texts.CannotBeAsked, e.Message, StatusCodes.Status400BadRequest).SendAsync(http);
        }
    }));
}
