using System.Globalization;
using System.Text;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>
/// brat standoff: for each report its text and the annotations on it, with the configuration that brat needs to open them. All statements and places of these reports,
/// and the claims that the query found. Offsets are code points; no fragment holds a line break or a tab, which the format cannot.
/// </summary>
internal sealed class BratExport : IClaimExport
{
    private const int NameLength = 16;

    private readonly SortedSet<string> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _attributes = new(StringComparer.Ordinal);

    public void Write(ExportSource source, ExportOutput output)
    {
        foreach (var report in source.Reports())
        {
            var name = Iris.Hash(report.Report.Id)[..Math.Min(NameLength, Iris.Hash(report.Report.Id).Length)];
            output.WriteText(name + ".txt", report.Report.Text);
            output.WriteText(name + ".ann", new Document(report, this).Write());
        }
        output.WriteText("annotation.conf", Configuration());
        output.WriteText("README.txt", ExportReadme.Of(source, """
            brat standoff: each report's text with its annotations, named by the first digits of the report's id.
            Holder, Cue and Content are the parts of a statement; a claim is annotated by its kind. Offsets count Unicode code points.
            """));
    }

    private string Configuration()
    {
        var text = new StringBuilder("[entities]\nHolder\nCue\nContent\nPlace\n");
        foreach (var kind in _kinds) text.Append(kind).Append('\n');
        text.Append("\n[relations]\nSays\tArg1:Holder, Arg2:Content\nCuedBy\tArg1:Content, Arg2:Cue\nToldIn\tArg1:Content, Arg2:Content\n");
        if (_kinds.Count > 0) text.Append(CultureInfo.InvariantCulture, $"ClaimedIn\tArg1:{string.Join('|', _kinds)}, Arg2:Content\n");
        text.Append("\n[events]\n\n[attributes]\n");
        foreach (var (name, values) in _attributes)
            text.Append(CultureInfo.InvariantCulture, $"{name}\tArg:<ENTITY>{(values.Count > 0 ? ", Value:" + string.Join('|', values) : "")}\n");
        return text.ToString();
    }

    /// <summary>Types and values are words without spaces, in letters, digits, "-" and "_".</summary>
    private static string Word(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));

    private sealed class Document(ExportReport report, BratExport export)
    {
        private readonly StringBuilder _lines = new();
        private readonly Dictionary<string, string> _contents = new(StringComparer.Ordinal);
        private int _texts, _relations, _attributes, _norms, _notes;

        private string Text => report.Report.Text;

        public string Write()
        {
            foreach (var place in report.Reading.Places) WritePlace(place);
            foreach (var statement in report.Reading.Statements) WriteStatement(statement);
            foreach (var statement in report.Reading.Statements)
                if (statement.Via is { } via) Relate("ToldIn", _contents.GetValueOrDefault(statement.Id), _contents.GetValueOrDefault(via));
            foreach (var claim in report.Claims) WriteClaim(claim.Claim);
            return _lines.ToString();
        }

        private void WritePlace(Place place)
        {
            if (Mark("Place", [place.Span]) is not { } id) return;
            Attribute("Role", id, JsonNames.Of(place.Role));
            if (place.Gazetteer is { } gazetteer) _lines.Append(CultureInfo.InvariantCulture, $"N{++_norms}\tReference {id} {OneLine(gazetteer).Replace(' ', '_')}\t{OneLine(place.Name)}\n");
        }

        private void WriteStatement(Statement statement)
        {
            string? holder = Mark("Holder", statement.Holder), cue = Mark("Cue", statement.Cue), content = Mark("Content", statement.Content);
            if (content is null) return;
            _contents[statement.Id] = content;
            Attribute("Act", content, JsonNames.Of(statement.Act));
            Attribute("Mode", content, JsonNames.Of(statement.Mode));
            if (statement.NegatedOrHypothetical) Attribute("HeldBack", content, null);
            Relate("Says", holder, content);
            Relate("CuedBy", content, cue);
        }

        private void WriteClaim(Claim claim)
        {
            var kind = char.ToUpperInvariant(claim.Kind[0]) + Word(claim.Kind[1..]);
            if (Mark(kind, [claim.Span]) is not { } id) return;
            export._kinds.Add(kind);
            Attribute("Voice", id, JsonNames.Of(claim.Voice));
            Attribute("Certainty", id, JsonNames.Of(claim.Certainty));
            Attribute("Stance", id, ClaimNames.Of(claim.Stance));
            Attribute("Review", id, ClaimNames.Of(claim.Review));
            if (claim.Polarity == Polarity.Negative) Attribute("Negated", id, null);
            if (claim.Position is { } position) Attribute("Position", id, position);
            if (claim.FirstTeller.Statement is { } statement) Relate("ClaimedIn", id, _contents.GetValueOrDefault(statement));
            string?[] slots =
            [
                claim.Ref.Assertion, Slot("agent", claim.AgentName), Slot("patient", claim.PatientName), Slot("place", claim.Place?.Name), Slot("when", claim.Meant?.Value),
                Slot("count", claim.Quantity?.Value.ToString("R", CultureInfo.InvariantCulture)), Slot("first teller", claim.FirstTeller.Name),
            ];
            _lines.Append(CultureInfo.InvariantCulture, $"#{++_notes}\tAnnotatorNotes {id}\t{OneLine(string.Join("; ", slots.OfType<string>()))}\n");
        }

        private static string? Slot(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}: {value}";

        /// <summary>A text-bound annotation; null where nothing but breaks lies under its spans.</summary>
        private string? Mark(string type, SpanList spans)
        {
            var fragments = BratFragments.Of(spans, Text);
            if (fragments.Count == 0) return null;
            var id = FormattableString.Invariant($"T{++_texts}");
            var offsets = string.Join(';', fragments.Select(f => FormattableString.Invariant($"{report.Points.ToCodePoint(f.Start)} {report.Points.ToCodePoint(f.End)}")));
            _lines.Append(CultureInfo.InvariantCulture, $"{id}\t{type} {offsets}\t{string.Join(' ', fragments.Select(f => f.In(Text).ToString()))}\n");
            return id;
        }

        private void Relate(string type, string? first, string? second)
        {
            if (first is not null && second is not null) _lines.Append(CultureInfo.InvariantCulture, $"R{++_relations}\t{type} Arg1:{first} Arg2:{second}\n");
        }

        private void Attribute(string name, string of, string? value)
        {
            var word = value is null ? null : Word(value);
            if (!export._attributes.TryGetValue(name, out var values)) export._attributes[name] = values = new SortedSet<string>(StringComparer.Ordinal);
            if (word is not null) values.Add(word);
            _lines.Append(CultureInfo.InvariantCulture, $"A{++_attributes}\t{name} {of}{(word is null ? "" : " " + word)}\n");
        }

        private static string OneLine(string text) => BratFragments.WithoutBreaks(text);
    }
}

/// <summary>Cuts spans where standoff lines would break.</summary>
internal static class BratFragments
{
    /// <summary>All that Python's splitlines, by which the lines of a standoff file are read, takes for a line's end; and the tab, which parts its columns.</summary>
    private const string Breaks = "\t\n\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029";

    /// <summary>The spans without their breaks; pieces of nothing but white space are left out.</summary>
    public static List<TextSpan> Of(SpanList spans, string text)
    {
        var fragments = new List<TextSpan>();
        foreach (var span in spans)
        {
            var start = span.Start;
            for (var at = span.Start; at <= span.End; at++)
            {
                if (at < span.End && !Breaks.Contains(text[at])) continue;
                if (!text.AsSpan(start, at - start).IsWhiteSpace()) fragments.Add(new TextSpan(start, at));
                start = at + 1;
            }
        }
        return fragments;
    }

    public static string WithoutBreaks(string text) => string.Concat(text.Select(c => Breaks.Contains(c) ? ' ' : c));
}
