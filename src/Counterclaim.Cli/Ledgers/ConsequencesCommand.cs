using System.CommandLine;
using System.Globalization;
using Counterclaim.Cli.Output.Markdown;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim consequences</c>: what the sources say depends on what, and who says it.</summary>
internal static class ConsequencesCommand
{
    private const int MostCharacters = 160;

    private static readonly Option<string> Format = Choices.Format(
        "table: trees from causes to effects; json: nodes and edges; jsonl, csv: one telling a line; md; dot for Graphviz; mermaid.", "table", "json", "jsonl", "csv", "md", "dot", "mermaid");

    public static Command Build(Streams streams)
    {
        var command = new Command("consequences", "Show what the sources say depends on what for a place or a force, who says so, and from how many independent origins.") { QueryArguments.Query, LedgerOptions.Ledger, Format };
        command.SetAction(parsed => Run(parsed, streams));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim consequences place:Quillhaven", "What follows from what there, as a tree."),
            new Example("counterclaim consequences 'actor:\"Irena Vosk\"' --format dot | dot -Tsvg", "As a drawing."));
    }

    private static int Run(ParseResult parsed, Streams streams)
    {
        var query = QueryArguments.QueryOf(parsed);
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        var map = QueryArguments.Asked(() => ledger.Consequences(query));
        switch (parsed.GetValue(Format))
        {
            case "json": ConsequenceLayouts.WriteJson(streams.Output, map, query.Text); return ExitCodes.Done;
            case "jsonl": ListLayouts.WriteJsonLines(streams.Output, ConsequenceLayouts.RowsOf(map), ConsequenceLayouts.Rows); return ExitCodes.Done;
            case "csv": ListLayouts.WriteCsv(streams.Output, ConsequenceLayouts.RowsOf(map), ConsequenceLayouts.Rows); return ExitCodes.Done;
        }
        using var text = streams.OpenText();
        switch (parsed.GetValue(Format))
        {
            case "dot": text.Write(ConsequenceLayouts.Dot(map)); break;
            case "mermaid": text.Write(ConsequenceLayouts.Mermaid(map)); break;
            case "md": WriteMarkdown(text, map); break;
            default: WriteTree(text, map); break;
        }
        return ExitCodes.Done;
    }

    private static void WriteTree(TextWriter text, ConsequenceMap map)
    {
        foreach (var (depth, edge, node, before) in ConsequenceTree.Lines(map))
        {
            var margin = new string(' ', 2 * depth);
            if (depth == 0) text.WriteLine();
            text.WriteLine($"{margin}{(edge is null ? "" : "→ " + Head(edge) + ": ")}{NodeText(node)}{(before ? " (see above)" : "")}");
            if (edge is null) continue;
            foreach (var told in edge.Told) text.WriteLine($"{margin}    {TellingText(told)}");
        }
        text.WriteLine();
        text.WriteLine(Foot(map));
    }

    private static void WriteMarkdown(TextWriter text, ConsequenceMap map)
    {
        foreach (var (depth, edge, node, before) in ConsequenceTree.Lines(map))
        {
            var margin = new string(' ', 2 * depth);
            text.WriteLine($"{margin}- {(edge is null ? "" : $"*{MarkdownWriter.Escape(Head(edge))}* ")}{MarkdownWriter.Escape(NodeText(node))}{(before ? " (see above)" : "")}");
            if (edge is null) continue;
            foreach (var told in edge.Told) text.WriteLine($"{margin}  - {MarkdownWriter.Escape(TellingText(told))}");
        }
        text.WriteLine();
        text.WriteLine(Foot(map));
    }

    /// <summary>"if so, then (2 origins)".</summary>
    private static string Head(ConsequenceEdge edge) => $"{Wording.Relation(edge.Relation)} ({Wording.Count(edge.Origins, "origin")})";

    private static string NodeText(ConsequenceNode node)
    {
        var words = $"“{SafeText.Shorten(SafeText.OneLine(node.Label), MostCharacters)}”";
        if (node.Kind is null) return words;
        return $"{words} [{Wording.Joined(node.Kind, node.Position is { } position ? SafeText.OneLine(position) : "", node.Place is { } place ? SafeText.OneLine(place.Name) : "", node.Reports > 1 ? Wording.Count(node.Reports, "report") : "")}]";
    }

    private static string TellingText(ToldConsequence told) => Wording.Joined(
        string.Join(", told by ", told.Tellers.Reverse().Select(t => t.Name.Length > 0 ? SafeText.OneLine(t.Name) : t.IsPublisher ? "an unnamed publisher" : "somebody unnamed")) + (told.Tellers.Count == 1 ? ", in its own voice" : ""),
        told.Stance switch { ClaimStance.Denies => "denied", ClaimStance.HeldBack => "not committed to", _ => "" },
        told.Certainty == Certainty.Certain ? "" : JsonNames.Of(told.Certainty),
        told.Cause.Polarity == Polarity.Negative ? "cause negated" : "",
        told.Effect.Polarity == Polarity.Negative ? "effect negated" : "",
        told.Report.Published is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date",
        string.Create(CultureInfo.InvariantCulture, $"{ReportKeys.Short(told.Report.Id)} {told.Cause.CodePoints.Start}–{told.Cause.CodePoints.End} → {told.Effect.CodePoints.Start}–{told.Effect.CodePoints.End}"));

    private static string Foot(ConsequenceMap map)
    {
        if (map.Total == 0) return "No consequence fits.";
        var all = string.Create(CultureInfo.InvariantCulture, $"{map.Shown:N0} of {map.Total:N0} consequence{(map.Total == 1 ? "" : "s")}");
        return $"{all}: {Wording.Count(map.Edges.Count, "edge")} between {Wording.Count(map.Nodes.Count, "matter")}.";
    }
}
