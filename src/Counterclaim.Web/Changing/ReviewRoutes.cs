using System.Globalization;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Model;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Changing;

/// <summary>Correcting in a report: what a button beside an entry says, what a stretch of its text is made, and the forms that do the same in words.</summary>
internal static class ReviewRoutes
{
    /// <summary>
    /// "accept c12", "reject s4"; with a stretch of text "span c12" makes it the claim's clause, "holder s4", "cue s4" and "content s4" make it that part of the statement,
    /// "more s4" adds it to the content, and "new" marks a statement whose content it is.
    /// </summary>
    public static string Review(Desk desk, HttpContext http, IFormCollection form)
    {
        var report = CorrectionRoutes.Value(http, "id");
        var (page, author) = ($"/reports/{report}", CorrectionRoutes.Author(desk, form));
        switch (form["do"].ToString().Split(' '))
        {
            case ["accept", var id]: return Done(id, desk.Ledger.Correct($"{report}/{id}", CorrectionAction.Accept, [], author));
            case ["reject", var id]: return Done(id, desk.Ledger.Correct($"{report}/{id}", CorrectionAction.Reject, [], author));
            case ["span" or "holder" or "cue" or "content" or "more", var id]:
                var field = form["do"].ToString().Split(' ')[0];
                return Done(id, desk.Ledger.Correct($"{report}/{id}", CorrectionAction.Change, [(field == "more" ? "content" : field, Marked(desk, report, form, field == "more" ? id : null))], author));
            case ["new"]:
                var (entry, added) = desk.Ledger.AddStatement(report, [("content", Marked(desk, report, form, null))], author);
                return Done(added, [entry]);
            default: throw new CorrectionException(Texts.NothingToDo);
        }

        string Done(string item, IReadOnlyList<long> entries) => CorrectionRoutes.Done(page, entries[^1]) + "#" + item;
    }

    /// <summary>The stretch that was selected, white space at its ends let go, as code points.</summary>
    /// <param name="statement">The statement whose content it is added to; null where it stands alone.</param>
    private static string Marked(Desk desk, string report, IFormCollection form, string? statement)
    {
        var reading = ReadingOf(desk, report);
        var (text, points) = (reading.Report.Text, new CodePointMap(reading.Report.Text));
        if (form["span"].ToString().Split('-') is not [var first, var last]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            || from >= to || to > points.ToCodePoint(text.Length)) throw new CorrectionException(Texts.NothingToDo);
        int start = points.ToUtf16(from), end = points.ToUtf16(to);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) throw new CorrectionException(Texts.NothingToDo);
        var before = statement is null ? [] : reading.Statements.FirstOrDefault(s => s.Id == statement)?.Content ?? throw new CorrectionException(Texts.NotFound);
        return StatementForm.Places([.. before, new TextSpan(start, end)], text);
    }

    /// <summary>Adds a statement by its words.</summary>
    public static string Add(Desk desk, HttpContext http, IFormCollection form)
    {
        var report = CorrectionRoutes.Value(http, "id");
        var (entry, added) = desk.Ledger.AddStatement(report, StatementForm.Parts(name => Given(form, name)), CorrectionRoutes.Author(desk, form), CorrectionRoutes.Reason(form));
        return CorrectionRoutes.Done($"/reports/{report}", entry) + "#" + added;
    }

    /// <summary>The form of a statement's own page.</summary>
    public static string Change(Desk desk, HttpContext http, IFormCollection form)
    {
        var (report, id) = (CorrectionRoutes.Value(http, "id"), CorrectionRoutes.Value(http, "statement"));
        var (item, author, reason) = ($"{report}/{id}", CorrectionRoutes.Author(desk, form), CorrectionRoutes.Reason(form));
        switch (form["do"].ToString())
        {
            case "accept": return CorrectionRoutes.Done($"/reports/{report}/statements/{id}", desk.Ledger.Correct(item, CorrectionAction.Accept, [], author, reason)[^1]);
            case "reject": return CorrectionRoutes.Done($"/reports/{report}", desk.Ledger.Correct(item, CorrectionAction.Reject, [], author, reason)[^1]); // it has no page of its own any more
        }
        var reading = ReadingOf(desk, report);
        var statement = reading.Statements.FirstOrDefault(s => s.Id == id) ?? throw new CorrectionException(Texts.NotFound);
        var changes = StatementForm.Changes(reading, statement, name => Given(form, name));
        if (changes.Count == 0) throw new CorrectionException(Texts.NothingChanged);
        return CorrectionRoutes.Done($"/reports/{report}/statements/{id}", desk.Ledger.Correct(item, CorrectionAction.Change, changes, author, reason)[^1]);
    }

    private static string? Given(IFormCollection form, string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;

    private static Model.Reading ReadingOf(Desk desk, string report) =>
        ReportFinder.Find(desk.Ledger, report) is { } found && desk.Ledger.Corrected(found.Report.Id) is { } corrected ? corrected.Reading : throw new CorrectionException(Texts.NotFound);
}
