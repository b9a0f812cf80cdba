using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Corrections;

/// <summary>What can be corrected of a statement beside who its holder is and what it does: the words that are its parts, and its links.</summary>
internal static partial class StatementFields
{
    /// <summary>In the log: the words of the holder; "holder" is who they stand for.</summary>
    public const string HolderWords = "holder_words";

    public const string Cue = "cue";
    public const string Content = "content";
    public const string Link = "link";
    public const string Unlink = "unlink";

    /// <summary>Whether a field of the log holds spans: a list of [start, end].</summary>
    public static bool IsOfWords(string? field) => field is HolderWords or Cue or Content;

    /// <summary>A change of words or links as the log keeps it; null for every other field.</summary>
    /// <param name="statement">As it stands, with earlier corrections.</param>
    /// <exception cref="CorrectionException">The value is none for this field.</exception>
    public static (string Field, string? Value, string? Old)? Parse(string field, string value, Model.Reading reading, Statement statement)
    {
        switch (field)
        {
            case "holder" when IsWords(value): return (HolderWords, Words(field, value, reading, statement), Written(statement.Holder));
            case Cue: return (Cue, Words(field, value, reading, statement), Written(statement.Cue));
            case Content when value == "none": throw new CorrectionException("A statement without content is none; reject it instead.");
            case Content: return (Content, Words(field, value, reading, statement), Written(statement.Content));
            case Link: return LinkOf(value, reading, statement);
            case Unlink: return LinkOf("none:" + value, reading, statement);
            default: return null;
        }
    }

    /// <summary>The spans of a value of the log; those that do not lie in the text are left out.</summary>
    public static SpanList Spans(JsonElement json, int length) => json.ValueKind != JsonValueKind.Array ? SpanList.Empty
        : SpanList.Create([.. json.EnumerateArray().Select(span => CorrectionValues.Span(span, length)).OfType<TextSpan>()]);

    private static bool IsWords(string value) => Ranges().IsMatch(value) || value.StartsWith('"') || value.StartsWith('“');

    private static string Words(string field, string value, Model.Reading reading, Statement statement)
    {
        if (value is "none" or "\"\"" or "“”") return "[]";
        var spans = Ranges().IsMatch(value) ? ByOffsets(value, reading.Report.Text) : ByText(value, reading.Report.Text, CorrectionAnchors.HullOf(statement).Start);
        return spans is { IsEmpty: false } ? Written(spans)
            : throw new CorrectionException($"{field}={value}: give code points of the report's text (120-180, or 120-150,160-180), or its words as they stand there, \" … \" between parts.");
    }

    private static SpanList? ByOffsets(string value, string text)
    {
        var points = new CodePointMap(text);
        var end = points.ToCodePoint(text.Length);
        var spans = new List<TextSpan>();
        foreach (var range in value.Split(','))
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            if (!int.TryParse(range.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !int.TryParse(range.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to)) return null;
            if (from >= to || to > end) return null;
            spans.Add(new TextSpan(points.ToUtf16(from), points.ToUtf16(to)));
        }
        return SpanList.Create([.. spans]);
    }

    /// <summary>The words where they stand nearest to the statement; each part behind the one before.</summary>
    private static SpanList? ByText(string value, string text, int near)
    {
        var spans = new List<TextSpan>();
        foreach (var part in value.Trim('"', '“', '”').Split(" … "))
        {
            if (part.Length == 0) return null;
            var from = spans.Count == 0 ? 0 : spans[^1].End;
            var best = -1;
            for (var at = text.IndexOf(part, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
                if (best < 0 || Math.Abs(at - near) < Math.Abs(best - near)) best = at;
            if (best < 0) return null;
            spans.Add(new TextSpan(best, best + part.Length));
            near = spans[^1].End;
        }
        return SpanList.Create([.. spans]);
    }

    private static string Written(SpanList spans) => "[" + string.Join(',', spans.Select(s => FormattableString.Invariant($"[{s.Start},{s.End}]"))) + "]";

    /// <summary>A link as the log keeps it: its relation, null where it is taken away, and the characters of what it leads to.</summary>
    private static (string Field, string? Value, string? Old) LinkOf(string value, Model.Reading reading, Statement statement)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var relation = colon > 0 ? value[..colon] : "";
        var target = value[(colon + 1)..];
        string[] relations = [.. Enum.GetValues<LinkRelation>().Select(JsonNames.Of)];
        if (relation != "none" && !relations.Contains(relation)) throw new CorrectionException($"link={value}: give one of {string.Join(", ", relations)}, a colon and a statement or claim of the same report: link=contradicts:s2.");
        if (target == statement.Id) throw new CorrectionException("A statement is not linked to itself.");
        var old = reading.Links.FirstOrDefault(l => l.From == statement.Id && l.To == target);
        if (relation == "none" && old is null) throw new CorrectionException($"There is no link from {statement.Id} to {target}.");
        return (Link, Write(relation == "none" ? null : relation, target, reading), old is null ? null : Write(JsonNames.Of(old.Relation), target, reading));
    }

    private static string Write(string? relation, string target, Model.Reading reading)
    {
        var assertion = reading.Assertions.FirstOrDefault(a => a.Id == target && a.Kind is not null);
        var span = assertion?.Span ?? (reading.Statements.FirstOrDefault(s => s.Id == target) is { } statement ? CorrectionAnchors.HullOf(statement)
            : throw new CorrectionException($"The report has no statement or claim {target}."));
        return CorrectionValues.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("relation"u8, relation);
            json.WriteString("item"u8, CorrectionLog.Name(assertion is null ? CorrectedItem.Statement : CorrectedItem.Claim));
            json.WriteNumber("start"u8, span.Start);
            json.WriteNumber("end"u8, span.End);
            json.WriteString("kind"u8, assertion?.Kind);
            json.WriteEndObject();
        });
    }

    [GeneratedRegex(@"^\d+-\d+(,\d+-\d+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();
}
