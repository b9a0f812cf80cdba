using System.CommandLine;
using System.Globalization;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim ledger</c>: care for the ledger itself.</summary>
internal static class LedgerCommand
{
    private static readonly Option<bool> Reread = new("--reread") { Description = "Read the texts again that an older reader has read." };

    public static Command Build(Streams streams)
    {
        var info = new Command("info", "Say where the ledger is and what it holds.") { LedgerOptions.Ledger };
        info.SetAction(parsed =>
        {
            using var ledger = LedgerOptions.OpenToAsk(parsed);
            using var text = streams.OpenText();
            var counts = ledger.Counts();
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ledger.Shown}: {counts.Reports:N0} reports, {counts.Copies:N0} copies, {counts.Statements:N0} statements, {counts.Claims:N0} claims, {ledger.Corrections().Count:N0} corrections."));
            return ExitCodes.Done;
        });
        var rebuild = new Command("rebuild", "Make everything derived anew, of the readings kept and people's corrections.")
        {
            LedgerOptions.Ledger, Reread, SourceOptions.Gazetteers, SourceOptions.Actors, SourceOptions.Model,
        };
        rebuild.SetAction((parsed, cancel) => RebuildAsync(parsed, streams, cancel));
        return new Command("ledger", "Care for the ledger: info, rebuild.")
        {
            HelpWithExamples.Give(info, new Example("counterclaim ledger info", "Where it is, and how much it holds.")),
            HelpWithExamples.Give(rebuild, new Example("counterclaim ledger rebuild --reread", "After an update: with the newer reader, corrections kept.")),
        };
    }

    private static async Task<int> RebuildAsync(ParseResult parsed, Streams streams, CancellationToken cancel)
    {
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        var options = SourceOptions.ReaderOf(parsed);
        var reader = parsed.GetValue(Reread) ? ReaderLoading.Load(options) : null;
        var version = ReaderIdentity.Of(options);
        long finished = 0;
        await Progress.RunAsync(streams, resultsOnTerminal: false, (int)ledger.Counts().Reports, progress => Task.Run(() => ledger.Rebuild(
            reader is null ? null : reader.Read, version, (done, _) =>
            {
                for (; finished < done; finished++) progress.Advance();
            }, cancel), CancellationToken.None));
        using var text = streams.OpenText();
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finished:N0} reports made anew."));
        return ExitCodes.Done;
    }
}
