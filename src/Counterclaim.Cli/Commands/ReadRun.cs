using Counterclaim.Cli.Output;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Commands;

/// <summary>Reads sources and writes their readings in the order of the sources; names every source that failed.</summary>
internal sealed record ReadRun(IReadOnlyList<string> Sources, IngestOptions Ingest, ReaderOptions Reader, int Jobs)
{
    /// <returns><see cref="ExitCodes.Done"/>, or <see cref="ExitCodes.SomeFailed"/> where a source could not be read.</returns>
    public async Task<int> WriteToAsync(ReadingTarget target, Streams streams, CancellationToken cancel)
    {
        using var ingest = new SourceReader(Ingest, () => streams.Input);
        var pipeline = new ReadPipeline(Task.Run(() => ReaderLoading.Load(Reader), cancel), Jobs);
        var failed = false;
        await Progress.RunAsync(streams, target.IsTerminal, ingest.CountKnown(Sources), async progress =>
        {
            await foreach (var result in pipeline.ReadAsync(ingest.Expand(Sources), cancel))
            {
                if (result.Error is { } error)
                {
                    failed = true;
                    progress.Say($"counterclaim: {error.Source}: {error.Message}");
                }
                else
                {
                    var report = result.Reading!.Report;
                    if (ForeignLanguage.Warning(report) is { } warning) progress.Say($"counterclaim: {report.Source}: {warning}");
                    target.Write(result.Reading);
                }
                progress.Advance();
            }
        });
        target.Finish();
        return failed ? ExitCodes.SomeFailed : ExitCodes.Done;
    }
}
