using System.Collections.Concurrent;
using Counterclaim.Ingest;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Notes;

namespace Counterclaim.Web.Adding;

/// <summary>Reads the feeds that somebody follows: when they ask, and, where they set an interval, again and again while the room is open. The reports go the way of everything handed over.</summary>
internal sealed class FeedDesk : IAsyncDisposable
{
    private const int MostReasons = 5;

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    private readonly Notebook _notes;
    private readonly Intake _intake;
    private readonly IngestOptions _ingest;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<int, Task> _reading = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watch;

    public FeedDesk(Notebook notes, Intake intake, IngestOptions ingest, TimeProvider clock)
    {
        (_notes, _intake, _ingest, _clock) = (notes, intake, ingest, clock);
        _watch = WatchAsync();
    }

    public bool IsReading(FollowedFeed feed) => _reading.ContainsKey(feed.Id);

    /// <summary>Begins to read a feed, unless it is being read already.</summary>
    /// <returns>Done when it is read; null where too much waits.</returns>
    public Task? Read(FollowedFeed feed)
    {
        if (_reading.TryGetValue(feed.Id, out var running)) return running;
        var began = _clock.GetUtcNow();
        if (_intake.Submit([new IntakeSource(feed.Address, null)], _ingest) is not { } job) return null;
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _reading[feed.Id] = noted.Task;
        _ = NoteAsync(feed, job, began, noted);
        return noted.Task;
    }

    /// <summary>Begins to read every feed whose last reading is as long ago as the interval says; none where none is set.</summary>
    public void ReadDue()
    {
        if (_notes.FeedHours is not (> 0 and var hours)) return;
        foreach (var feed in _notes.Feeds)
            if (feed.Last is not { } last || _clock.GetUtcNow() - last.Began >= TimeSpan.FromHours(hours)) Read(feed);
    }

    private async Task NoteAsync(FollowedFeed feed, IntakeJob job, DateTimeOffset began, TaskCompletionSource noted)
    {
        await job.Done;
        var lines = job.Lines;
        _notes.Tell(feed.Id, new FeedReading(
            began, lines.Count(l => l.Outcome == AddOutcome.Added), lines.Count(l => l.Outcome is AddOutcome.AlreadyThere or AddOutcome.Copy), lines.Count(l => l.Outcome == AddOutcome.Failed),
            [.. lines.Where(l => l.Reason is not null).Take(MostReasons).Select(l => $"{l.Source}: {l.Reason}")]));
        _reading.TryRemove(feed.Id, out _);
        noted.SetResult();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Tick);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) ReadDue();
        }
        catch (OperationCanceledException)
        {
            // The room is closed.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        _stop.Dispose();
    }
}
