using Counterclaim.Ledger.Corrections;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;

namespace Counterclaim.Web.Changing;

/// <summary>A statement's parts as people type them, so that what a form gives back can be held against what it showed.</summary>
internal static class StatementForm
{
    /// <summary>Longer words are shown as the characters they are.</summary>
    private const int MostCharacters = 600;

    /// <summary>The form's names of the parts; "who" is the actor behind the holder's words.</summary>
    public static IReadOnlyList<string> Names { get; } = ["holder", "who", "cue", "content", "act"];

    public static string ValueOf(Model.Reading reading, Statement statement, string name) => name switch
    {
        "holder" => Typed(statement.Holder, reading.Report.Text),
        "who" => reading.Actors.FirstOrDefault(a => a.Id == statement.Actor) is { } actor ? SafeText.OneLine(actor.Name) : "",
        "cue" => Typed(statement.Cue, reading.Report.Text),
        "content" => Typed(statement.Content, reading.Report.Text),
        "act" => JsonNames.Of(statement.Act),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>What the form gives otherwise than the statement has it, as fields of <see cref="CorrectionFields"/>: words before whom they stand for, which follows them.</summary>
    public static IReadOnlyList<(string Field, string Value)> Changes(Model.Reading reading, Statement statement, Func<string, string?> given) =>
        [.. Names.Select(name => (Name: name, Value: given(name)?.Trim())).Where(g => g.Value is not null && g.Value != ValueOf(reading, statement, g.Name)).Select(g => Change(g.Name, g.Value!))];

    /// <summary>What a form for a new statement gives; parts left empty are left out.</summary>
    public static IReadOnlyList<(string Field, string Value)> Parts(Func<string, string?> given) =>
        [.. Names.Select(name => (Name: name, Value: given(name)?.Trim())).Where(g => g.Value is { Length: > 0 }).Select(g => Change(g.Name, g.Value!))];

    private static (string Field, string Value) Change(string name, string value) => name switch
    {
        _ when value.Length == 0 => (name == "who" ? "holder" : name, name == "holder" ? "\"\"" : ClaimFields.None),
        "holder" => ("holder", IsPlaces(value) ? value : $"\"{value.Trim('"', '“', '”')}\""),
        "who" => ("holder", value),
        _ => (name, value),
    };

    private static bool IsPlaces(string value) => value.All(c => char.IsAsciiDigit(c) || c is '-' or ',');

    /// <summary>The words, where they can be typed and found again; else their code points.</summary>
    private static string Typed(SpanList spans, string text)
    {
        if (spans.IsEmpty) return "";
        var words = spans.TextIn(text);
        if (words.Length <= MostCharacters && words == SafeText.OneLine(words) && spans.Count == words.Split(" … ").Length && !IsPlaces(words)) return words;
        return Places(spans, text);
    }

    /// <summary>"120-150,160-180".</summary>
    public static string Places(SpanList spans, string text)
    {
        var points = new CodePointMap(text);
        return string.Join(',', spans.Select(s => FormattableString.Invariant($"{points.ToCodePoint(s.Start)}-{points.ToCodePoint(s.End)}")));
    }
}
