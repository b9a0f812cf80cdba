using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Counterclaim.Cli.Output;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Commands;

/// <summary><c>counterclaim read SOURCE...</c>: reads and prints; keeps nothing.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Sources = new("SOURCE")
    {
        Description = "A file (page, text, Markdown, JSONL of articles, feed), a folder, a glob, a URL, or '-' for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

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

    private static readonly Option<PublicationTime?> Published = new("--published")
    {
        Description = "When the reports were published, where they do not say it: 2025-11-11 or 2025-11-11T08:30Z. Relative times are resolved against it.",
        HelpName = "DATE",
        CustomParser = ParsePublished,
    };

    private static readonly Option<string?> Publisher = new("--publisher") { Description = "Who published the reports, where they do not say it.", HelpName = "NAME" };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Say which rule or model produced each item." };

    private static readonly Option<bool> AllowPrivate = new("--allow-private") { Description = "Let a URL lead to private and loopback addresses." };

    private static readonly Option<string[]> Gazetteers = new("--gazetteer")
    {
        Description = "A gazetteer laid over the shipped one; may be given several times, the last wins.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Actors = new("--actors")
    {
        Description = "A list of actors (our CSV, FollowTheMoney JSON lines, a PETRARCH dictionary) asked before the one shipped; may be given several times, the last wins.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Model = ModelOption.Create();

    private static readonly Option<int?> Jobs = new("--jobs", "-j")
    {
        Description = "Reports read at the same time. [default: one a core]",
        HelpName = "N",
        Validators = { RequirePositive },
    };

    public static Command Build(Streams streams)
    {
        var command = new Command("read", "Read reports and print who claims what. Keeps nothing.")
        {
            Sources, Format, Output, Published, Publisher, Explain, AllowPrivate, Gazetteers, Actors, Model, Jobs,
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
        var published = parsed.GetValue(Published);
        var run = new ReadRun(
            parsed.GetValue(Sources)!,
            new IngestOptions
            {
                Published = published?.Time,
                PublishedIsDay = published?.IsDay ?? false,
                Publisher = parsed.GetValue(Publisher),
                AllowPrivateAddresses = parsed.GetValue(AllowPrivate),
            },
            new ReaderOptions
            {
                Explain = parsed.GetValue(Explain),
                Model = ModelOption.Of(parsed.GetValue(Model)!),
                GazetteerOverlays = parsed.GetValue(Gazetteers) ?? [],
                ActorLists = parsed.GetValue(Actors) ?? [],
            },
            parsed.GetValue(Jobs) ?? Environment.ProcessorCount);
        return await run.WriteToAsync(ReadingTarget.Open(parsed.GetValue(Output), parsed.GetValue(Format)!, streams), streams, cancel);
    }

    private static PublicationTime? ParsePublished(ArgumentResult argument)
    {
        var given = argument.Tokens[0].Value;
        if (PublicationTime.TryParse(given, out var time)) return time;
        argument.AddError($"--published {given}: not a date; give it as 2025-11-11 or 2025-11-11T08:30Z.");
        return null;
    }

    internal static void RequireKnownFormat(OptionResult format)
    {
        if (format.Tokens is [{ Value: var given }] && !ReadingFormat.Names.Contains(given))
            format.AddError($"--format {given}: give one of {string.Join(", ", ReadingFormat.Names)}.");
    }

    private static void RequirePositive(OptionResult jobs)
    {
        if (jobs.Tokens is [{ Value: var given }] && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1))
            jobs.AddError($"--jobs {given}: give a number of at least 1.");
    }
}
