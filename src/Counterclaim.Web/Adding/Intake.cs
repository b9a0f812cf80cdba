using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Counterclaim.Ingest;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;
using Counterclaim.Reading;

namespace Counterclaim.Web.Adding;

/// <summary>Reads what people hand over into the ledger, one thing after the other, while they look at how far it is.</summary>
internal sealed class Intake : IAsyncDisposable
{
    /// <summary>More that wait than this are refused.</summary>
    private const int MostWaiting = 50;

    private const int MostKept = 200;

    private readonly LedgerStore _ledger;
    private readonly Lazy<LoadedReader> _reader;
    private readonly Channel<IntakeJob> _waiting = Channel.CreateBounded<IntakeJob>(MostWaiting);
    private readonly ConcurrentDictionary<string, IntakeJob> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _worker;

    public Intake(LedgerStore ledger, Lazy<LoadedReader> reader)
    {
        (_ledger, _reader) = (ledger, reader);
        _worker = Task.Run(WorkAsync);
    }

    public IntakeJob? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>Takes a thing in; null where too much waits.</summary>
    /// <param name="sources">What is read, in order.</param>
    /// <param name="options">What is known of it that it does not say itself.</param>
    public IntakeJob? Submit(IReadOnlyList<IntakeSource> sources, IngestOptions options)
    {
        var job = new IntakeJob(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), sources, options);
        if (!_waiting.Writer.TryWrite(job)) return null;
        _jobs[job.Id] = job;
        _order.Enqueue(job.Id);
        while (_order.Count > MostKept && _order.TryDequeue(out var oldest)) _jobs.TryRemove(oldest, out _);
        return job;
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var job in _waiting.Reader.ReadAllAsync(_stop.Token)) await ReadAsync(job);
        }
        catch (OperationCanceledException)
        {
            // The room is closed: what was kept is kept.
        }
    }

    private async Task ReadAsync(IntakeJob job)
    {
        using var ingest = new SourceReader(job.Options);
        foreach (var source in job.Sources)
        {
            var results = source.Bytes is { } bytes ? ingest.ReadAsync(new MemoryStream(bytes), source.Name, _stop.Token) : ingest.ReadAsync([source.Name], _stop.Token);
            await foreach (var result in results.WithCancellation(_stop.Token)) job.Tell(result.Error is { } error ? IntakeLine.Failed(error.Source, error.Message) : Keep(result.Report!));
        }
        job.Finish();
    }

    /// <summary>One that cannot be read is named with its reason, and the rest go on.</summary>
    private IntakeLine Keep(Report report)
    {
        try
        {
            var (reader, version) = _reader.Value;
            var result = _ledger.Has(report.Id) ? new AddResult(AddOutcome.AlreadyThere, null) : _ledger.Add([reader.Read(report)], version)[0];
            return result.Outcome == AddOutcome.Failed ? IntakeLine.Failed(report.Source, result.Reason!) : new IntakeLine(report.Source, result.Outcome, report, null) { Warning = ForeignLanguage.Warning(report) };
        }
        catch (LedgerException e)
        {
            return IntakeLine.Failed(report.Source, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return IntakeLine.Failed(report.Source, $"a defect of this program, please report it: {e.GetType().Name}: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _worker;
        _stop.Dispose();
    }
}

/// <summary>The reader, and how the ledger names it.</summary>
public sealed record LoadedReader(ReportReader Reader, ReaderVersion Version);

/// <summary>Something handed over.</summary>
/// <param name="Name">The address, or what the file is called.</param>
/// <param name="Bytes">Null for an address.</param>
internal sealed record IntakeSource(string Name, byte[]? Bytes);

/// <summary>What became of one report, or of a source that gave none.</summary>
/// <param name="Reason">Why it failed; null else.</param>
internal sealed record IntakeLine(string Source, AddOutcome Outcome, Report? Report, string? Reason)
{
    /// <summary>What should be known of a report that was added all the same.</summary>
    public string? Warning { get; init; }

    public static IntakeLine Failed(string source, string reason) => new(source, AddOutcome.Failed, null, reason);
}

/// <summary>One hand-over and how far it is.</summary>
internal sealed class IntakeJob(string id, IReadOnlyList<IntakeSource> sources, IngestOptions options)
{
    private readonly ConcurrentQueue<IntakeLine> _lines = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public IReadOnlyList<IntakeSource> Sources => sources;

    public IngestOptions Options => options;

    public IReadOnlyCollection<IntakeLine> Lines => _lines;

    /// <summary>Done when all of it is read.</summary>
    public Task Done => _done.Task;

    public bool IsDone => _done.Task.IsCompleted;

    public void Tell(IntakeLine line) => _lines.Enqueue(line);

    public void Finish() => _done.TrySetResult();

    /// <summary>Waits until it is done, or so long.</summary>
    public Task WaitAsync(TimeSpan longest) => Task.WhenAny(_done.Task, Task.Delay(longest));
}
