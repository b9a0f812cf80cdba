using Counterclaim.Cli.Terminal;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;
using Spectre.Console;
using Spectre.Console.Rendering;
using Paragraph = Spectre.Console.Paragraph;

namespace Counterclaim.Cli.Output.Table;

/// <summary>
/// The ledger of a report for a terminal: its head, statements in text order with a rule for every telling they stand in,
/// then own voice, consequences, places and times. Nothing depends on colour.
/// </summary>
internal sealed class TableWriter : IReadingWriter
{
    private const int MostCharacters = 600;
    private const int IdWidth = 5;
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Italic = new(decoration: Decoration.Italic);
    private static readonly Style Marked = new(decoration: Decoration.Underline);

    private readonly TextWriter _text;
    private readonly IAnsiConsole _console;
    private bool _isFirst = true;

    public TableWriter(TextWriter text, Streams streams)
    {
        _text = text;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = streams.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = streams.Colour ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        _console.Profile.Width = streams.Width;
        _console.Profile.Capabilities.Unicode = true;
        _console.Profile.Capabilities.Links = false;
    }

    public void Write(Model.Reading reading)
    {
        var view = new LedgerView(reading);
        var why = reading.Explanations.ToLookup(e => e.Item, StringComparer.Ordinal);
        if (!_isFirst) _console.Write(new Gutter(new Rule { Style = Dim }, [], []));
        _isFirst = false;
        WriteHead(view);
        WriteStatements(view, why);
        WriteOwnVoice(view, why);
        WriteConsequences(view);
        WritePlaces(view, why);
        WriteTimes(view);
        _console.WriteLine();
        _text.Flush();
    }

    public void Finish() => _text.Flush();

    private void WriteHead(LedgerView view)
    {
        Line(new Paragraph(SafeText.OneLine(view.Title), Bold));
        Line(new Paragraph(Wording.Head(view.Reading.Report)));
        if (view.Reading.Report.Url is { } url) Line(new Paragraph(SafeText.OneLine(url), Dim));
        Line(new Paragraph(Wording.Counts(view), Dim));
    }

    private void WriteStatements(LedgerView view, ILookup<string, Explanation> why)
    {
        Heading("Who says what");
        if (view.Statements.Count == 0)
        {
            Line(new Paragraph("No one is said to say anything: all of it is in the publisher's own voice.", Dim));
            return;
        }
        // The rules of the tellings a statement stands in, outermost left, then its own.
        var rules = new List<Segment>();
        foreach (var entry in view.Statements)
        {
            if (entry.Depth == 0 && entry != view.Statements[0]) _console.WriteLine();
            rules.RemoveRange(entry.Depth, rules.Count - entry.Depth);
            rules.Add(new Segment("▌", ColourOf(view.HolderOf(entry.Statement))));
            WriteStatement(view, entry, [.. rules, new Segment(" ")], why);
        }
    }

    private void WriteStatement(LedgerView view, StatementEntry entry, IReadOnlyList<Segment> rules, ILookup<string, Explanation> why)
    {
        var statement = entry.Statement;
        var first = new List<Segment> { new(statement.Id.PadRight(IdWidth), Dim) };
        first.AddRange(rules);
        var rest = new List<Segment> { new(new string(' ', IdWidth)) };
        rest.AddRange(rules);

        var who = new Paragraph(Wording.Holder(view, statement), Bold);
        if (Wording.ResolvedHolder(view, statement) is { } resolved) who.Append(" → ").Append(resolved, Bold);
        if (!statement.Cue.IsEmpty) who.Append(" · ").Append(SafeText.OneLine(statement.Cue, view.Text), Italic);
        who.Append(" · " + Wording.Joined(Wording.Manner(statement), Wording.Circumstances(view, statement)), Dim);
        Line(who, first, rest);

        var content = SafeText.OneLine(statement.Content, view.Text);
        Line(new Paragraph(content.Length == 0 ? "(what was said is not given)" : SafeText.Shorten(content, MostCharacters)), rest, rest);
        foreach (var assertion in entry.Assertions)
            if (assertion.Kind is not null) Line(new Paragraph("= " + Wording.Slots(view, assertion), Dim), rest, rest);
        var notes = Wording.Joined(
            [.. entry.Links.Select(link => Wording.Link(link, statement.Id)), .. view.TimesIn(entry).Select(time => Wording.Time(view, time))]);
        if (notes.Length > 0) Line(new Paragraph(notes, Dim), rest, rest);
        WriteReasons(why[statement.Id], rest);
    }

    private void WriteOwnVoice(LedgerView view, ILookup<string, Explanation> why)
    {
        if (view.Own.Count == 0) return;
        Heading("In the publisher's own voice", "certain unless noted");
        foreach (var assertion in view.Own)
        {
            var clause = new Paragraph();
            var at = assertion.Span.Start;
            foreach (var (loaded, _, _) in assertion.Loaded)
            {
                AppendCut(clause, view.Text, at, loaded.Start, Style.Plain);
                AppendCut(clause, view.Text, loaded.Start, loaded.End, Marked);
                at = loaded.End;
            }
            AppendCut(clause, view.Text, at, assertion.Span.End, Style.Plain);
            var note = Wording.Joined(Wording.Slots(view, assertion), Wording.Loaded(view, assertion));
            if (note.Length > 0) clause.Append($"  [{note}]", Dim);
            WriteItem(assertion.Id, clause, why);
        }
    }

    private void WriteConsequences(LedgerView view)
    {
        if (view.Reading.Consequences.Count == 0) return;
        Heading("What follows from what");
        foreach (var consequence in view.Reading.Consequences)
        {
            var holder = view.StatementOf(consequence.Statement) is { } statement
                ? $"{Wording.Holder(view, statement)} ({statement.Id})"
                : "own voice";
            Line(new Paragraph(SafeText.OneLine(consequence.Cause.In(view.Text)))
                .Append($" — {Wording.Relation(consequence.Relation)} — ", Italic)
                .Append(SafeText.OneLine(consequence.Effect.In(view.Text)))
                .Append($"  [{JsonNames.Of(consequence.Certainty)} · {holder}]", Dim));
        }
    }

    private void WritePlaces(LedgerView view, ILookup<string, Explanation> why)
    {
        if (view.Reading.Places.Count == 0) return;
        Heading("Places");
        foreach (var group in view.Reading.Places.GroupBy(p => (p.Name, p.Gazetteer, p.Role)))
        {
            var times = group.Count() > 1 ? $" ×{group.Count()}" : "";
            Line(new Paragraph(Wording.Place(group.First())).Append(times, Dim));
            foreach (var relation in group.Select(p => Wording.Relation(view, p)).Where(r => r.Length > 0).Distinct()) Line(new Paragraph("  " + relation));
            WriteReasons(why[group.First().Id], [new Segment("  ")]);
        }
    }

    private void WriteTimes(LedgerView view)
    {
        if (view.Reading.Times.Count == 0) return;
        Heading("Times");
        foreach (var words in view.Reading.Times.Select(time => Wording.Time(view, time)).Distinct(StringComparer.Ordinal)) Line(new Paragraph(words));
    }

    private void WriteItem(string id, IRenderable content, ILookup<string, Explanation> why)
    {
        Segment[] rest = [new(new string(' ', IdWidth))];
        Line(content, [new Segment(id.PadRight(IdWidth), Dim)], rest);
        WriteReasons(why[id], rest);
    }

    private void WriteReasons(IEnumerable<Explanation> reasons, IReadOnlyList<Segment> margin)
    {
        foreach (var reason in reasons)
            Line(new Paragraph($"why: {reason.Step}: {SafeText.OneLine(reason.Reason)}", Dim), margin, margin);
    }

    private void Heading(string words, string note = "")
    {
        _console.WriteLine();
        var heading = new Paragraph(words.ToUpperInvariant(), Bold);
        if (note.Length > 0) heading.Append($" ({note})", Dim);
        Line(heading);
    }

    private void Line(IRenderable content) => Line(content, [], []);

    private void Line(IRenderable content, IReadOnlyList<Segment> first, IReadOnlyList<Segment> rest) =>
        _console.Write(new Gutter(content, first, rest));

    /// <summary>Appends a piece of the report, keeping the space that parts it from its neighbours.</summary>
    private static void AppendCut(Paragraph paragraph, string text, int start, int end, Style style)
    {
        if (end <= start) return;
        var cut = text.AsSpan(start, end - start);
        var before = char.IsWhiteSpace(cut[0]) && start > 0 ? " " : "";
        var after = char.IsWhiteSpace(cut[^1]) ? " " : "";
        paragraph.Append(before + SafeText.OneLine(cut).TrimStart() + after, style);
    }

    private static Style ColourOf(HolderLabel? holder)
    {
        if (holder is null || holder.Index >= OkabeIto.Colours.Length) return Dim;
        var (r, g, b) = OkabeIto.Colours[holder.Index];
        return new Style(new Color(r, g, b));
    }
}
