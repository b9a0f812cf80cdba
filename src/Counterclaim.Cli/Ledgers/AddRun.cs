using System.Diagnostics;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Ledger.Store;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Reads sources into the ledger in their order, in batches; names every source that failed, and says of nothing that it was added before it is on the disk.</summary>
internal sealed class AddRun(LedgerStore ledger, IReadOnlyList<string> sources, IngestOptions ingestOptions, ReaderOptions readerOptions, int jobs, string format)
{
    /// <summary>A batch is one wait for the disk; it is written when it holds so many readings, or its first one has waited so long.</summary>
    private const int MostInBatch = 64;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly List<Model.Reading> _batch = [];
    private readonly Stopwatch _waiting = new();

    /// <returns><see cref="ExitCodes.Done"/>, <see cref="ExitCodes.SomeFailed"/> where a source could not be added, or <see cref="ExitCodes.Interrupted"/>.</returns>
    public async Task<int> RunAsync(Streams streams, CancellationToken cancel)
    {
        using var ingest = new SourceReader(ingestOptions, () => streams.Input);
        var version = Task.Run(() => ReaderIdentity.Of(readerOptions), CancellationToken.None);
        var pipeline = new ReadPipeline(Task.Run(() => ReaderLoading.Load(readerOptions), CancellationToken.None), jobs, report => ledger.Has(report.Id));
        var told = new AddTelling(format, streams);
        var interrupted = false;
        await Progress.RunAsync(streams, resultsOnTerminal: format == "jsonl" && streams.OutputIsTerminal, ingest.CountKnown(sources), async progress =>
        {
            try
            {
                await foreach (var result in pipeline.ReadAsync(ingest.Expand(sources), cancel))
                {
                    if (result.Error is { } error) told.Fail(error.Source, error.Message, progress);
                    else if (result.Known is { } known) told.Tell(known, new AddResult(AddOutcome.AlreadyThere, null), progress);
                    else Take(result.Reading!, progress);
                    if (_batch.Count == MostInBatch || _waiting.Elapsed > LongestWait) Write(await version, told, progress);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                interrupted = true; // what was read is kept, and the sum still told
            }
            Write(await version, told, progress);
        });
        if (told.Added > TidyFrom) ledger.Tidy();
        told.Sum(ledger);
        return interrupted ? ExitCodes.Interrupted : told.Failed > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private const int TidyFrom = 500;

    private void Take(Model.Reading reading, Progress progress)
    {
        if (ForeignLanguage.Warning(reading.Report) is { } warning) progress.Say($"counterclaim: {reading.Report.Source}: {warning}");
        if (_batch.Count == 0) _waiting.Restart();
        _batch.Add(reading);
    }

    private void Write(ReaderVersion version, AddTelling told, Progress progress)
    {
        if (_batch.Count == 0) return;
        var results = ledger.Add(_batch, version);
        for (var i = 0; i < results.Count; i++) told.Tell(_batch[i].Report, results[i], progress);
        _batch.Clear();
        _waiting.Reset();
    }
}
