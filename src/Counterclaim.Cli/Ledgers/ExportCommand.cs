using System.CommandLine;
using System.Globalization;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim export</c>: all claims of a query, in a format that other programs read.</summary>
internal static class ExportCommand
{
    private static readonly string[] Names = [.. ExportFormat.All.Select(f => f.Name)];

    private static readonly Option<string> Format = new("--format", "-f")
    {
        Description = string.Join("; ", ExportFormat.All.Select(f => $"{f.Name}: {f.Meaning}")) + ".",
        HelpName = string.Join('|', Names),
        Required = true,
        Validators = { given => Choices.Require(given, Names) },
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Write to this file; '-' is standard output. timemap and brat are zip archives, or a folder where this ends with '/'.",
        HelpName = "FILE|FOLDER/",
        DefaultValueFactory = _ => "-",
    };

    public static Command Build(Streams streams)
    {
        var command = new Command("export", "Take claims away in a format that other programs read: all that the query finds, with the query and the versions that made them.")
        {
            QueryArguments.Query, LedgerOptions.Ledger, Format, Output,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed, streams, cancel));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim export --format csv > claims.csv", "Everything, for a spreadsheet."),
            new Example("counterclaim export --format parquet kind:casualties -o counts.parquet", "Counts of the dead and wounded, typed."),
            new Example("counterclaim export --format timemap place:Quillhaven -o siege.zip", "What TimeMap shows."));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Streams streams, CancellationToken cancel)
    {
        var format = ExportFormat.Find(parsed.GetValue(Format)!)!;
        var output = parsed.GetValue(Output)!;
        if (output == "-" && !format.IsText && streams.OutputIsTerminal)
            throw new UsageException($"{format.Name} is not for the eye: give a file with -o FILE{format.Extension}, or send it on with > or |.");
        var query = QueryArguments.QueryOf(parsed);
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        var result = new ExportResult(0, []);
        try
        {
            await Progress.RunAsync(streams, resultsOnTerminal: output == "-" && streams.OutputIsTerminal, (int)Math.Min(int.MaxValue, ledger.Counts().Claims), progress =>
            {
                result = Write(ledger, query, format, output, streams, progress, cancel);
                return Task.CompletedTask;
            }, "exporting");
        }
        catch (QueryException e)
        {
            throw QueryArguments.Wrong(e);
        }
        catch (Exception e) when (output != "-" && e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output {output}: it cannot be written ({e.Message}) Give another place.");
        }
        Tell(result, streams);
        return ExitCodes.Done;
    }

    private static ExportResult Write(LedgerStore ledger, LedgerQuery query, ExportFormat format, string output, Streams streams, Progress progress, CancellationToken cancel)
    {
        void Advance(long done, long of) => progress.Reach(done, of);
        if (output == "-")
        {
            var buffered = new BufferedStream(streams.Output, 1 << 16); // not closed: standard output is not ours
            var written = ledger.Export(query, format, buffered, Advance, cancel);
            buffered.Flush();
            return written;
        }
        if (format.IsFolder && (output.EndsWith('/') || Directory.Exists(output))) return ledger.ExportToFolder(query, format, output, Advance, cancel);
        // The name stands for something whole: until it is, it is another one.
        var part = output + ".part";
        ExportResult result;
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16)) result = ledger.Export(query, format, file, Advance, cancel);
        File.Move(part, output, overwrite: true);
        return result;
    }

    private static void Tell(ExportResult result, Streams streams)
    {
        streams.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"counterclaim: exported {result.Written:N0} of {result.Claims:N0} claims."));
        foreach (var (reason, claims) in result.LeftOut) streams.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"counterclaim: left out {claims:N0}: {reason}."));
    }
}
