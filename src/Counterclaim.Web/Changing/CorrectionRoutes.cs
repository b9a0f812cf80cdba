using System.Globalization;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Counterclaim.Web.Changing;

/// <summary>What changes the ledger: accepting, rejecting and correcting claims, joining and parting actors, taking back. Each answers by leading to the page it was done on.</summary>
internal static class CorrectionRoutes
{
    private static readonly FormOptions Limits = new() { ValueCountLimit = 64, ValueLengthLimit = 64 << 10 };

    public static void Map(WebApplication app, Desk desk)
    {
        SealedForms.Post(app, "/reports/{id}/review", Limits, (http, form) => ReviewRoutes.Review(desk, http, form));
        SealedForms.Post(app, "/reports/{id}/statements", Limits, (http, form) => ReviewRoutes.Add(desk, http, form));
        SealedForms.Post(app, "/reports/{id}/statements/{statement}", Limits, (http, form) => ReviewRoutes.Change(desk, http, form));
        SealedForms.Post(app, "/reports/{id}/claims/{claim}", Limits, (http, form) => Change(desk, http, form));
        SealedForms.Post(app, "/questions/{id}", Limits, (http, form) => ChangeQuestion(desk, http, form));
        SealedForms.Post(app, "/actors/{id}", Limits, (http, form) => Move(desk, http, form));
        SealedForms.Post(app, "/corrections/{entry}/undo", Limits, (http, form) => Undo(desk, http, form));
    }

    private static string Change(Desk desk, HttpContext http, IFormCollection form)
    {
        var (report, id) = (Value(http, "id"), Value(http, "claim"));
        var page = $"/reports/{report}/claims/{id}";
        var claim = ClaimPage.Find(desk, report, id) ?? throw new CorrectionException(Texts.NotFound);
        var item = $"{report}/{id}";
        var reason = Reason(form);
        var entries = form["do"].ToString() switch
        {
            "accept" => desk.Ledger.Correct(item, CorrectionAction.Accept, [], Author(desk, form), reason),
            "reject" => desk.Ledger.Correct(item, CorrectionAction.Reject, [], Author(desk, form), reason),
            _ => ClaimFields.Changes(claim, field => form.TryGetValue(field, out var value) ? value.ToString() : null) is { Count: > 0 } changes
                ? desk.Ledger.Correct(item, CorrectionAction.Change, changes, Author(desk, form), reason)
                : throw new CorrectionException(Texts.NothingChanged),
        };
        return Done(page, entries[^1]);
    }

    private static string ChangeQuestion(Desk desk, HttpContext http, IFormCollection form)
    {
        var (id, value) = (Value(http, "id"), form["value"].ToString().Trim());
        if (value.Length == 0 && form["do"] != "dismiss") throw new CorrectionException(Texts.NothingToDo);
        var entry = form["do"].ToString() switch
        {
            "rename" => desk.Ledger.RenameQuestion(id, value, Author(desk, form)),
            "merge" => desk.Ledger.MergeQuestions(id, value, Author(desk, form)),
            "part" => desk.Ledger.PartQuestion(id, value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), Author(desk, form))[^1],
            "dismiss" => desk.Ledger.DismissQuestion(id, Author(desk, form)),
            _ => throw new CorrectionException(Texts.NothingToDo),
        };
        return Done(Urls.Question(id), entry);
    }

    private static string Move(Desk desk, HttpContext http, IFormCollection form)
    {
        var id = Value(http, "id");
        var entry = form["do"].ToString() switch
        {
            "join" => desk.Ledger.JoinActors(id, form["other"].ToString().Trim(), Author(desk, form)),
            "split" => desk.Ledger.SplitActor(id, form["report"].ToString().Trim(), Author(desk, form)),
            _ => throw new CorrectionException(Texts.NothingToDo),
        };
        return Done(Urls.Actor(id), entry);
    }

    private static string Undo(Desk desk, HttpContext http, IFormCollection form)
    {
        if (!long.TryParse(Value(http, "entry"), NumberStyles.None, CultureInfo.InvariantCulture, out var entry)) throw new CorrectionException(Texts.NotFound);
        desk.Ledger.Undo(entry, Author(desk, form));
        return form["back"].ToString() is var back && Urls.IsLocal(back) ? back : "/corrections";
    }

    public static string Done(string page, long entry) => FormattableString.Invariant($"{page}?done={entry}");

    public static string Author(Desk desk, IFormCollection form) => form["author"].ToString().Trim() is { Length: > 0 and < 200 } author ? author : desk.Author;

    public static string? Reason(IFormCollection form) => form["reason"].ToString() is { Length: > 0 } words ? words : null;

    public static string Value(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;
}
