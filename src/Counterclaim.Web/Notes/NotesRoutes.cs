using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Safety;
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
        SealedForms.Post(app, "/searches", Limits, (_, form) => Keep(desk, form));
        SealedForms.Post(app, "/searches/{id}/remove", Limits, (http, form) => int.TryParse((string)http.Request.RouteValues["id"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Done(form, desk.Notes.Remove(id)) : Back(form));
        SealedForms.Post(app, "/questions/seen", Limits, (_, form) => Done(form, desk.Notes.SeeAll()));
        SealedForms.Post(app, "/questions/unseen", Limits, (_, form) => Done(form, desk.Notes.Unlook(form["question"].ToString())));
        SealedForms.Post(app, "/corrections/author", Limits, (_, form) => Done(form, desk.Notes.SignAs(form["author"].ToString().Trim() is { Length: > 0 and <= MostOfName } name ? name : null)));
        SealedForms.Post(app, "/notes/{step}/undo", Limits, (http, form) =>
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
}
