using System.Text;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;

namespace Counterclaim.Cli.Output.Markdown;

/// <summary>The ledger as Markdown (CommonMark with tables): statements as nested lists, the quotations cut from the report.</summary>
internal sealed class MarkdownWriter(TextWriter text) : IReadingWriter
{
    private const string Special = "\\`*_{}[]<>#|~&";
    private bool _isFirst = true;

    public void Write(Model.Reading reading)
    {
        var view = new LedgerView(reading);
        var why = reading.Explanations.ToLookup(e => e.Item, StringComparer.Ordinal);
        if (!_isFirst) text.WriteLine("\n---\n");
        _isFirst = false;
        WriteHead(view);
        text.WriteLine("\n## Who says what\n");
        if (view.Statements.Count == 0) text.WriteLine("No one is said to say anything: all of it is in the publisher’s own voice.");
        foreach (var entry in view.Statements) WriteStatement(view, entry, why);
        WriteOwnVoice(view, why);
        WriteConsequences(view);
        WritePlaces(view);
        WriteTimes(view);
        text.Flush();
    }

    public void Finish() => text.Flush();

    private void WriteHead(LedgerView view)
    {
        text.WriteLine($"# {Escape(view.Title)}\n");
        text.WriteLine(Escape(Wording.Head(view.Reading.Report)) + "  ");
        if (view.Reading.Report.Url is { } url) text.WriteLine(Escape(url) + "  ");
        text.WriteLine(Wording.Counts(view));
    }

    private void WriteStatement(LedgerView view, StatementEntry entry, ILookup<string, Explanation> why)
    {
        var statement = entry.Statement;
        var margin = new string(' ', 2 * entry.Depth);
        var who = $"**{Escape(Wording.Holder(view, statement))}**";
        if (Wording.ResolvedHolder(view, statement) is { } resolved) who += $" → **{Escape(resolved)}**";
        if (!statement.Cue.IsEmpty) who += $" *{Escape(SafeText.OneLine(statement.Cue, view.Text))}*";
        var how = Wording.Joined(Wording.Manner(statement), Wording.Circumstances(view, statement));
        text.WriteLine($"{margin}- {statement.Id} {who} ({Escape(how)})  ");
        text.WriteLine($"{margin}  {Escape(SafeText.OneLine(statement.Content, view.Text))}");

        string[] notes =
        [
            .. entry.Assertions.Where(a => a.Kind is not null).Select(a => "= " + Wording.Slots(view, a)),
            .. entry.Links.Select(link => Wording.Link(link, statement.Id)),
            .. view.TimesIn(entry).Select(time => Wording.Time(view, time)),
            .. why[statement.Id].Select(reason => $"why: {reason.Step}: {SafeText.OneLine(reason.Reason)}"),
        ];
        foreach (var note in notes) text.WriteLine($"{margin}  - {Escape(note)}");
    }

    private void WriteOwnVoice(LedgerView view, ILookup<string, Explanation> why)
    {
        if (view.Own.Count == 0) return;
        text.WriteLine("\n## In the publisher’s own voice\n");
        foreach (var assertion in view.Own)
        {
            var note = Wording.Joined(Wording.Slots(view, assertion), Wording.Loaded(view, assertion));
            text.WriteLine($"- {Escape(SafeText.OneLine(assertion.Span.In(view.Text)))}" + (note.Length > 0 ? $" *({Escape(note)})*" : ""));
            foreach (var reason in why[assertion.Id]) text.WriteLine($"  - why: {reason.Step}: {Escape(SafeText.OneLine(reason.Reason))}");
        }
    }

    private void WriteConsequences(LedgerView view)
    {
        if (view.Reading.Consequences.Count == 0) return;
        text.WriteLine("\n## What follows from what\n");
        foreach (var consequence in view.Reading.Consequences)
        {
            var cause = Escape(SafeText.OneLine(consequence.Cause.In(view.Text)));
            var effect = Escape(SafeText.OneLine(consequence.Effect.In(view.Text)));
            var holder = view.StatementOf(consequence.Statement) is { } statement ? $"{Wording.Holder(view, statement)}, {statement.Id}" : "own voice";
            text.WriteLine($"- {cause} — *{Wording.Relation(consequence.Relation)}* — {effect} ({JsonNames.Of(consequence.Certainty)}; {Escape(holder)})");
        }
    }

    private void WritePlaces(LedgerView view)
    {
        if (view.Reading.Places.Count == 0) return;
        text.WriteLine("\n## Places\n\n| place | kind | country | coordinates | mentions |\n|---|---|---|---|---|");
        foreach (var group in view.Reading.Places.GroupBy(p => (p.Name, p.Gazetteer, p.Role)))
        {
            var place = group.First();
            var kind = Wording.Role(place) is { Length: > 0 } role ? $"{place.Kind}, {role}" : place.Kind;
            text.WriteLine($"| {Escape(place.Name)} | {Escape(kind)} | {place.Country} | {Escape(Wording.Joined([Wording.Coordinates(place) ?? "not located", Wording.Within(place), .. group.Select(p => Wording.Relation(view, p)).Distinct()]))} | {group.Count()} |");
        }
    }

    private void WriteTimes(LedgerView view)
    {
        if (view.Reading.Times.Count == 0) return;
        text.WriteLine("\n## Times\n\n| words | value |\n|---|---|");
        foreach (var (words, value) in view.Reading.Times.Select(t => (SafeText.OneLine(t.Span.In(view.Text)), t.Value)).Distinct())
            text.WriteLine($"| {Escape(words)} | {Escape(value ?? "unresolved")} |");
    }

    /// <summary>One line on which nothing of the report acts as Markdown or as HTML.</summary>
    internal static string Escape(string words)
    {
        var line = SafeText.OneLine(words);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (Special.Contains(line[i]) || (i == 0 && line[i] is '-' or '+')) escaped.Append('\\');
            escaped.Append(line[i]);
        }
        return escaped.ToString();
    }
}
