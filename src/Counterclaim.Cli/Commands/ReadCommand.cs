using System.CommandLine;
using System.CommandLine.Parsing;
using Counterclaim.Cli.Output;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Commands;

/// <summary><c>counterclaim read SOURCE...</c>: reads and prints; keeps nothing.</summary>
internal static class ReadCommand
{
    private static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "table for people; json: one document; jsonl: one reading a line; md: Markdown; html: one page, text beside ledger, that needs no network.",
        HelpName = string.Join('|', ReadingFormat.Names),
        DefaultValueFactory = _ => ReadingFormat.Default,
        Validators = { RequireKnownFormat },
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this file, or one file a report into this folder (an existing one, or a name that ends in '/').",
        HelpName = "FILE|FOLDER",
    };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Say which rule or model produced each item." };

    public static Command Build(Streams streams)
    {
        var command = new Command("read", "Read reports and print who claims what. Keeps nothing.")
        {
            SourceOptions.Sources, Format, Output, SourceOptions.Published, SourceOptions.Publisher, Explain, SourceOptions.AllowPrivate, SourceOptions.Gazetteers, SourceOptions.Actors,
            SourceOptions.Model, SourceOptions.Jobs,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed, streams, cancel));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim read page.html", "The ledger of a saved page, as a table."),
            new Example("counterclaim read page.html --format html -o page-ledger.html", "The same as a page for the browser: text and ledger side by side."),
            new Example("counterclaim read articles/ --format jsonl > readings.jsonl", "A folder, one reading a line."),
            new Example("pbpaste | counterclaim read - --published 2025-11-11", "A paragraph from the clipboard, with its date."));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Streams streams, CancellationToken cancel)
    {
        var run = new ReadRun(
            parsed.GetValue(SourceOptions.Sources)!,
            SourceOptions.IngestOf(parsed),
            SourceOptions.ReaderOf(parsed) with { Explain = parsed.GetValue(Explain) },
            SourceOptions.JobsOf(parsed));
        return await run.WriteToAsync(ReadingTarget.Open(parsed.GetValue(Output), parsed.GetValue(Format)!, streams), streams, cancel);
    }

    internal static void RequireKnownFormat(OptionResult format)
    {
        if (format.Tokens is [{ Value: var given }] && !ReadingFormat.Names.Contains(given))
            format.AddError($"--format {given}: give one of {string.Join(", ", ReadingFormat.Names)}.");
    }
}
