using System.CommandLine;
using Counterclaim.Cli.Output.Markdown;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Cli.Ledgers;

/// <summary>A command that asks the ledger for a list and lays it out.</summary>
/// <param name="Noun">What is counted: "claim".</param>
/// <param name="Lines">A row for people: what it is, then what is known of it.</param>
internal sealed record ListCommand<T>(string Name, string Description, string Noun, RowLayout<T> Layout, Func<LedgerStore, LedgerQuery, PageRequest, Page<T>> Ask, Func<T, IReadOnlyList<string>> Lines)
{
    /// <summary>Several of the noun.</summary>
    public string Nouns { get; init; } = Noun + "s";

    public Command Build(Streams streams, params IReadOnlyList<Example> examples)
    {
        var command = new Command(Name, Description)
        {
            QueryArguments.Query, LedgerOptions.Ledger, ListFormat.Option, QueryArguments.Limit, QueryArguments.Offset, QueryArguments.After,
        };
        command.SetAction(parsed => Run(parsed, streams));
        return HelpWithExamples.Give(command, examples);
    }

    private int Run(ParseResult parsed, Streams streams)
    {
        var query = QueryArguments.QueryOf(parsed);
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        var page = QueryArguments.Asked(() => Ask(ledger, query, QueryArguments.PageOf(parsed)));
        Write(parsed.GetValue(ListFormat.Option)!, page, query, streams);
        return ExitCodes.Done;
    }

    private void Write(string format, Page<T> page, LedgerQuery query, Streams streams)
    {
        switch (format)
        {
            case "json": ListJson.Write(streams.Output, page, query, Layout); return;
            case "jsonl": ListLayouts.WriteJsonLines(streams.Output, page.Items, Layout); return;
            case "csv": ListLayouts.WriteCsv(streams.Output, page.Items, Layout); return;
            case "geojson": ListLayouts.WriteGeoJson(streams.Output, page.Items, Layout); return;
        }
        using var text = streams.OpenText();
        foreach (var row in page.Items)
        {
            if (format == "md") WriteMarkdown(text, Lines(row));
            else WriteTable(text, Lines(row));
        }
        ListFoot.Write(text, page, Noun, Nouns);
    }

    private static void WriteTable(TextWriter text, IReadOnlyList<string> lines)
    {
        text.WriteLine(lines[0]);
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0)) text.WriteLine("  " + line);
        text.WriteLine();
    }

    private static void WriteMarkdown(TextWriter text, IReadOnlyList<string> lines)
    {
        var filled = lines.Where(l => l.Length > 0).Select(MarkdownWriter.Escape).ToArray();
        text.WriteLine($"- **{filled[0]}**{(filled.Length > 1 ? "  " : "")}");
        for (var i = 1; i < filled.Length; i++) text.WriteLine($"  {filled[i]}{(i < filled.Length - 1 ? "  " : "")}");
    }
}
