using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Questions;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Changing;

/// <summary>Forms by which people correct, the log of what they did, and the way back.</summary>
internal static class CorrectionParts
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Choices = new()
    {
        ["certainty"] = ["certain", "probable", "possible", "hypothetical", "counterfactual"],
        ["polarity"] = ["+", "-"],
    };

    /// <summary>What was just done, with the way back; nothing where nothing was.</summary>
    /// <param name="done">The number of the entry, from the address.</param>
    /// <param name="back">The page to come back to.</param>
    public static void Notice(Desk desk, string done, string back, FormSeal seal, HtmlBuilder html)
    {
        if (!long.TryParse(done, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return;
        var (entry, holds) = desk.Ledger.Corrections().FirstOrDefault(c => c.Entry.Id == number);
        if (entry is null || !holds) return;
        html.Write($"<div class=\"notice\" role=\"status\"><span>{Texts.Correction(entry.Id)}: <bdi>{WordsOf(entry)}</bdi></span>{html => UndoForm(entry.Id, back, seal, html)}</div>\n");
    }

    private static void UndoForm(long entry, string back, FormSeal seal, HtmlBuilder html) =>
        html.Write($"<form method=\"post\" action=\"/corrections/{entry}/undo\">{seal.Field}<input type=\"hidden\" name=\"back\" value=\"{back}\"><button data-key=\"u\">{Texts.Undo}</button></form>");

    /// <summary>Every field of a claim to be set right; the list of a field's usual values stands behind it.</summary>
    /// <remarks>Enter in a field presses a form's first button: that one corrects.</remarks>
    public static void ClaimForm(Claim claim, string author, FormSeal seal, HtmlBuilder html)
    {
        html.Write($"""
            <form class="correct" method="post" action="{Urls.Claim(claim.Ref)}">{seal.Field}
            <button class="unseen" name="do" value="change" tabindex="-1" aria-hidden="true">{Texts.Correct}</button>
            <div class="verdict"><button name="do" value="accept" data-key="a">{Texts.Accept}</button> <button name="do" value="reject" data-key="x">{Texts.Reject}</button> <span class="hint">{Texts.AcceptHint}</span></div>
            <fieldset><legend>{Texts.SetRight}</legend>

            """);
        foreach (var (field, values) in CorrectionFields.All)
        {
            if (!ClaimFields.Has(claim, field)) continue;
            var value = ClaimFields.ValueOf(claim, field);
            html.Write($"<label><span>{field}</span>");
            if (Choices.TryGetValue(field, out var choices))
            {
                html.Write($"<select name=\"{field}\">");
                foreach (var choice in choices) html.Write($"<option").Raw(choice == value ? " selected" : "").Write($">{choice}</option>");
                html.Raw("</select>");
            }
            else html.Write($"<input name=\"{field}\" value=\"{value}\" dir=\"auto\" autocomplete=\"off\" spellcheck=\"false\">");
            html.Write($"<small>{values}</small></label>\n");
        }
        html.Write($"""
            <label><span>{Texts.AuthorOfCorrection}</span><input name="author" value="{author}" dir="auto" autocomplete="off" maxlength="100"><small>{Texts.AuthorHint}</small></label>
            <label><span>{Texts.Reason}</span><input name="reason" dir="auto" autocomplete="off"><small>{Texts.ReasonHint}</small></label>
            </fieldset>
            <button class="main" name="do" value="change">{Texts.Correct}</button> <span class="hint">{Texts.EmptyField}</span>
            </form>

            """);
    }

    /// <summary>What can be set right of a question: its words, whether it is one, which claims answer it.</summary>
    public static void QuestionForms(Question question, FormSeal seal, HtmlBuilder html)
    {
        var address = Urls.Question(question.Id!);
        html.Write($"""
            <details class="rule"><summary>{Texts.SetQuestionRight} ({question.Id})</summary>
            <form class="inline" method="post" action="{address}">{seal.Field}<label>{Texts.WordAnew} <input name="value" value="{question.Wording}" size="50" dir="auto" autocomplete="off" maxlength="300"></label> <button name="do" value="rename">{Texts.Correct}</button></form>
            <form class="inline" method="post" action="{address}">{seal.Field}<label>{Texts.IsOneWith} <input name="value" placeholder="{Texts.QuestionHint}" size="30" autocomplete="off"></label> <button name="do" value="merge">{Texts.MergeThem}</button></form>
            <form class="inline" method="post" action="{address}">{seal.Field}<label>{Texts.ClaimsApart} <input name="value" placeholder="{Texts.ClaimsApartHint}" size="40" autocomplete="off"></label> <button name="do" value="part">{Texts.PartThem}</button></form>
            <form class="inline" method="post" action="{address}">{seal.Field}{Texts.IsNoQuestion} <button name="do" value="dismiss">{Texts.Dismiss}</button></form>
            </details>

            """);
    }

    /// <summary>Entries of the log, the last first.</summary>
    public static void Log(IEnumerable<(Correction Entry, bool Holds)> entries, string back, FormSeal seal, HtmlBuilder html)
    {
        html.Raw("<ol class=\"log\">\n");
        foreach (var (entry, holds) in entries)
        {
            html.Write($"<li class=\"{(holds || entry.Action == CorrectionAction.Undo ? "row" : "row gone")}\"><span class=\"number\">{entry.Id}</span><div><p><bdi>{WordsOf(entry)}</bdi>{(entry.Reason is { } reason ? $" — “{reason}”" : "")}</p>");
            if (entry.Anchor is { } anchor) html.Write($"<p class=\"about\"><a href=\"{Urls.Report(anchor.Report)}\"><q class=\"cut\" dir=\"auto\">{SafeText.Shorten(SafeText.OneLine(anchor.Exact), 160)}</q></a></p>");
            html.Write($"<p class=\"about\"><bdi>{entry.Author}</bdi> · <time datetime=\"{entry.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\">{Dates.Day(entry.Made.DateTime)}</time>{(holds || entry.Action == CorrectionAction.Undo ? "" : " · " + Texts.TakenBack)}</p></div>");
            if (holds) UndoForm(entry.Id, back, seal, html);
            html.Raw("</li>\n");
        }
        html.Raw("</ol>\n");
    }

    /// <summary>What an entry changed, in a line.</summary>
    public static string WordsOf(Correction entry) => entry.Action switch
    {
        CorrectionAction.Accept => Texts.Accepted,
        CorrectionAction.Reject => Texts.Rejected,
        CorrectionAction.Add => Texts.StatementAdded,
        CorrectionAction.Undo => Texts.TakesBack(entry.Undoes ?? 0),
        CorrectionAction.Join => Texts.AreOne(entry.Field ?? "", Plain(entry.NewValue)),
        CorrectionAction.Split => Texts.IsNot(Plain(entry.NewValue), entry.Field ?? ""),
        CorrectionAction.Rename => Texts.Renamed(entry.Field ?? "", Plain(entry.NewValue)),
        CorrectionAction.Merge => Texts.Merged(entry.Field ?? "", Plain(entry.NewValue)),
        CorrectionAction.Part => Texts.PartedFrom(entry.Field ?? "", Plain(entry.NewValue)),
        CorrectionAction.Dismiss => Texts.Dismissed(entry.Field ?? ""),
        _ when entry.Field is "span" or "holder_words" or "cue" or "content" => Texts.OtherWords(entry.Field),
        _ => $"{entry.Field}: {Plain(entry.OldValue)} → {Plain(entry.NewValue)}",
    };

    /// <summary>A value of the log for people: the name where it has one.</summary>
    private static string Plain(string? json)
    {
        if (json is null) return ClaimFields.None;
        using var value = System.Text.Json.JsonDocument.Parse(json);
        var root = value.RootElement;
        if (root.ValueKind == System.Text.Json.JsonValueKind.Object)
            foreach (var name in (string[])["name", "value"])
                if (root.TryGetProperty(name, out var part)) return part.ToString();
        return root.ToString();
    }
}
