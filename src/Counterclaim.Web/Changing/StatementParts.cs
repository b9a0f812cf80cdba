using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Changing;

/// <summary>What a statement is corrected with: buttons beside it, what selected text can be made, forms in words.</summary>
internal static class StatementParts
{
    private static readonly (string Name, string Label, string Hint)[] Fields =
    [
        ("holder", Texts.HolderWords, Texts.HolderWordsHint), ("who", Texts.StandsFor, Texts.StandsForHint), ("cue", Texts.Cue, Texts.CueHint), ("content", Texts.Content, Texts.ContentHint),
        ("act", Texts.Act, Texts.ActHint),
    ];

    /// <summary>What can be done with a statement, behind it.</summary>
    public static void Tools(string report, Statement statement, bool isConfirmed, HtmlBuilder html)
    {
        var id = statement.Id;
        var (sign, word) = isConfirmed ? ("●", Texts.Confirmed) : ("○", Texts.Proposed);
        html.Write($"""
             <span class="tools"><span class="state {word}"><span aria-hidden="true">{sign}</span> <span class="word">{word}</span></span> <span class="more"><button form="review" name="do" value="accept {id}" data-key="a" aria-label="{Texts.Accept} {id}">{Texts.Accept}</button>
            <button form="review" name="do" value="reject {id}" data-key="x" aria-label="{Texts.Reject} {id}">{Texts.Reject}</button> <a href="{Urls.Statement(report, id)}" data-key="e" aria-label="{Texts.Edit} {id}">{Texts.Edit}</a></span></span>
            """);
    }

    /// <summary>What the text that is selected can be made; shown while some is, by script alone.</summary>
    public static void Marking(HtmlBuilder html)
    {
        html.Write($"<div id=\"marking\" class=\"mover\" role=\"toolbar\" aria-label=\"{Texts.SelectedText}\" hidden>{Texts.SelectedText}");
        foreach (var (action, of, key, words) in (ReadOnlySpan<(string, string, string, string)>)
            [("span", "claim", "w", Texts.MarkClause), ("holder", "statement", "h", Texts.MarkHolder), ("cue", "statement", "c", Texts.MarkCue), ("content", "statement", "t", Texts.MarkContent), ("more", "statement", "+", Texts.MarkMore), ("new", "", "n", Texts.MarkNew)])
            html.Write($"<button type=\"button\" data-do=\"{action}\" data-of=\"{of}\" data-mark=\"{key}\">{words} <small></small><kbd aria-hidden=\"true\">{key}</kbd></button> ");
        html.Raw("</div>\n");
    }

    /// <summary>Every part of a statement to be set right.</summary>
    public static void Form(string report, Model.Reading reading, Statement statement, string author, FormSeal seal, HtmlBuilder html)
    {
        html.Write($"""
            <form class="correct" method="post" action="{Urls.Statement(report, statement.Id)}">{seal.Field}
            <button class="unseen" name="do" value="change" tabindex="-1" aria-hidden="true">{Texts.Correct}</button>
            <div class="verdict"><button name="do" value="accept" data-key="a">{Texts.Accept}</button> <button name="do" value="reject" data-key="x">{Texts.Reject}</button> <span class="hint">{Texts.StatementAcceptHint}</span></div>
            <fieldset><legend>{Texts.SetRight}. {Texts.WordsOrPlaces}</legend>
            {html => Inputs(reading, name => StatementForm.ValueOf(reading, statement, name), author, html)}
            </fieldset>
            <button class="main" name="do" value="change">{Texts.Correct}</button> <span class="hint">{Texts.EmptyField}</span>
            </form>

            """);
    }

    /// <summary>The same, empty, for a statement that was not found.</summary>
    public static void AddForm(string report, Model.Reading reading, string author, FormSeal seal, HtmlBuilder html) => html.Write($"""
        <details class="rule"><summary>{Texts.AddStatement}</summary>
        <form class="correct" method="post" action="{Urls.Report(report)}/statements">{seal.Field}
        <fieldset><legend>{Texts.WordsOrPlaces}</legend>
        {html => Inputs(reading, name => name == "act" ? JsonNames.Of(SpeechAct.Assert) : "", author, html)}
        </fieldset>
        <button class="main">{Texts.AddIt}</button>
        </form></details>

        """);

    private static void Inputs(Model.Reading reading, Func<string, string> value, string author, HtmlBuilder html)
    {
        foreach (var (name, label, hint) in Fields)
        {
            html.Write($"<label><span>{label}</span>");
            if (name == "act")
            {
                html.Raw("<select name=\"act\">");
                foreach (var act in Enum.GetValues<SpeechAct>().Select(JsonNames.Of)) html.Write($"<option").Raw(act == value(name) ? " selected" : "").Write($">{act}</option>");
                html.Raw("</select>");
            }
            else if (name == "content") html.Write($"<textarea name=\"content\" rows=\"3\" dir=\"auto\" spellcheck=\"false\">{value(name)}</textarea>");
            else html.Write($"<input name=\"{name}\" value=\"{value(name)}\" dir=\"auto\" autocomplete=\"off\" spellcheck=\"false\"").Raw(name == "who" ? " list=\"actors\">" : ">");
            html.Write($"<small>{hint}</small></label>\n");
        }
        html.Raw("<datalist id=\"actors\">");
        foreach (var name in reading.Actors.Select(a => a.Name).Distinct(StringComparer.Ordinal).Take(MostActors)) html.Write($"<option value=\"{name}\">");
        html.Write($"""
            </datalist>
            <label><span>{Texts.AuthorOfCorrection}</span><input name="author" value="{author}" dir="auto" autocomplete="off" maxlength="100"><small>{Texts.AuthorHint}</small></label>
            <label><span>{Texts.Reason}</span><input name="reason" dir="auto" autocomplete="off"><small>{Texts.ReasonHint}</small></label>
            """);
    }

    /// <summary>A hostile report may name actors without end.</summary>
    private const int MostActors = 200;
}
