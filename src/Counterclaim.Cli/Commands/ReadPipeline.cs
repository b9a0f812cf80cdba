using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Counterclaim.Ingest;
using Counterclaim.Model;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Commands;

/// <summary>Exactly one of a reading, the reason why a source gave none, and a report that need not be read.</summary>
internal readonly record struct ReadResult(Model.Reading? Reading, SourceError? Error)
{
    public Report? Known { get; init; }
}

/// <summary>Reads reports on several threads and hands the readings out in the order of the sources.</summary>
/// <remarks>At most a few reports per thread are in memory, however many there are to read.</remarks>
/// <param name="reader">May still be loading its models while the first sources are opened.</param>
/// <param name="jobs">Reports read at the same time.</param>
/// <param name="isKnown">Whether a report need not be read, asked by several threads; none is where null.</param>
internal sealed class ReadPipeline(Task<ReportReader> reader, int jobs, Func<Report, bool>? isKnown = null)
{
    private const int WaitingPerJob = 3;

    public async IAsyncEnumerable<ReadResult> ReadAsync(
        IEnumerable<SourceUnit> sources, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ordered = Channel.CreateBounded<Task<ReadResult>>(new BoundedChannelOptions(jobs * WaitingPerJob) { SingleReader = true, SingleWriter = true });
        var producer = Task.Run(() => ProduceAsync(sources, ordered.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var reading in ordered.Reader.ReadAllAsync(cancel)) yield return await reading;
            await producer;
        }
        finally
        {
            await stop.CancelAsync(); // the consumer may have stopped early: a closed pipe, Ctrl-C
        }
    }

    private async Task ProduceAsync(IEnumerable<SourceUnit> sources, ChannelWriter<Task<ReadResult>> ordered, CancellationToken cancel)
    {
        using var free = new SemaphoreSlim(jobs);
        try
        {
            foreach (var unit in sources)
            {
                if (unit.HoldsOne)
                {
                    await StartAsync(() => ReadOnlyResultAsync(unit, cancel));
                    continue;
                }
                await foreach (var result in unit.ReadAsync(cancel))
                    await StartAsync(() => ReadAsync(result));
            }
            ordered.Complete();
        }
        catch (Exception e)
        {
            ordered.Complete(e);
        }
        for (var i = 0; i < jobs; i++) await free.WaitAsync(CancellationToken.None); // nobody may release what is disposed

        async Task StartAsync(Func<Task<ReadResult>> read)
        {
            await free.WaitAsync(cancel);
            var work = Task.Run(read, CancellationToken.None);
            _ = work.ContinueWith(_ => free.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await ordered.WriteAsync(work, cancel);
        }
    }

    /// <summary>Parsing a page costs as much as reading it: both are done on the page's own thread.</summary>
    private async Task<ReadResult> ReadOnlyResultAsync(SourceUnit unit, CancellationToken cancel)
    {
        await foreach (var result in unit.ReadAsync(cancel)) return await ReadAsync(result);
        throw new InvalidOperationException("A unit that holds one result gave none.");
    }

    private async Task<ReadResult> ReadAsync(SourceResult source) =>
        !source.IsReport ? new ReadResult(null, source.Error)
        : isKnown is not null && isKnown(source.Report) ? new ReadResult(null, null) { Known = source.Report }
        : Read(source.Report, await reader);

    /// <summary>A report that cannot be read is named with its reason, and the rest go on.</summary>
    private static ReadResult Read(Report report, ReportReader reader)
    {
        try
        {
            return new ReadResult(reader.Read(report), null);
        }
        catch (Exception e)
        {
            return new ReadResult(null, new SourceError(
                report.Source, SourceErrorCode.Defect, $"a defect of this program, please report it: {e.GetType().Name}: {e.Message}"));
        }
    }
}
