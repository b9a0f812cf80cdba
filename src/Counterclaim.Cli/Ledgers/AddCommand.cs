using System.CommandLine;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim add SOURCE...</c>: reads into the ledger.</summary>
internal static class AddCommand
{
    private static readonly Option<string> Format = Choices.Format(
        "table: the sum for people; json: the sum; jsonl: a line for each report as soon as it is kept, then the sum.", "table", "json", "jsonl");

    public static Command Build(Streams streams)
    {
        var command = new Command("add", "Read reports into the ledger. What was added before is left as it is; after a break, the same line goes on where it stopped.")
        {
            SourceOptions.Sources, LedgerOptions.Ledger, Format, SourceOptions.Published, SourceOptions.Publisher, SourceOptions.AllowPrivate, SourceOptions.Gazetteers,
            SourceOptions.Actors, SourceOptions.Model, SourceOptions.Jobs,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var ledger = LedgerOptions.Open(parsed);
            var run = new AddRun(
                ledger, parsed.GetValue(SourceOptions.Sources)!, SourceOptions.IngestOf(parsed), SourceOptions.ReaderOf(parsed), SourceOptions.JobsOf(parsed), parsed.GetValue(Format)!);
            return await run.RunAsync(streams, cancel);
        });
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim add articles/", "A folder of saved pages, into your ledger."),
            new Example("counterclaim add feed.xml page.html --ledger siege.db", "Into a ledger of its own."),
            new Example("counterclaim claims kind:control place:Pokrovsk", "Then ask it."));
    }
}
