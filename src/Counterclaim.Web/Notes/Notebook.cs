using System.Text.Json;

namespace Counterclaim.Web.Notes;

/// <summary>
/// What one person keeps of a ledger for themselves: when they last looked at what, which searches they want to come back to, under what name they correct. It lies in a file beside the ledger and goes nowhere.
/// </summary>
/// <remarks>
/// Looks that follow each other within <see cref="Visit"/> are one visit, so that what was new stays new while somebody goes back and forth. What changes by a press of a button can be taken back as long as
/// the program runs. Safe for several threads; one program at a time writes the file.
/// </remarks>
internal sealed class Notebook
{
    private static readonly TimeSpan Visit = TimeSpan.FromMinutes(30);
    private const int MostLooks = 5_000;
    private const int MostSearches = 200;
    private const int MostSteps = 50;

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Lock _gate = new();
    private readonly string? _path;
    private readonly TimeProvider _clock;
    private readonly Dictionary<int, Pages> _before = [];
    private int _steps;
    private Pages _pages;

    private Notebook(string? path, TimeProvider clock, Pages pages) => (_path, _clock, _pages) = (path, clock, pages);

    /// <summary>Opens the notebook of a file; a new one where there is none. One that cannot be understood is put aside, never overwritten.</summary>
    /// <param name="path">Null for one that is kept in memory alone.</param>
    public static Notebook Open(string? path, TimeProvider clock)
    {
        var fresh = new Pages { Begun = clock.GetUtcNow() };
        if (path is null || !File.Exists(path)) return new Notebook(path, clock, fresh);
        if (Read(path) is { } pages) return new Notebook(path, clock, pages);
        File.Move(path, $"{path}.{clock.GetUtcNow():yyyyMMddHHmmss}.unread", overwrite: true);
        return new Notebook(path, clock, fresh);
    }

    private static Pages? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Pages>(File.ReadAllBytes(path), Form) is { Looks: not null, Searches: not null, Feeds: not null } pages ? pages : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Since when anything counts as new that was never looked at.</summary>
    public DateTimeOffset Begun => _pages.Begun;

    /// <summary>The name that corrections are made under; null where none was given.</summary>
    public string? Author => _pages.Author;

    public IReadOnlyList<SavedSearch> Searches => _pages.Searches;

    public IReadOnlyList<FollowedFeed> Feeds => _pages.Feeds;

    /// <summary>After how many hours feeds are read again while the room is open; 0 for only when somebody asks.</summary>
    public int FeedHours => _pages.FeedHours;

    /// <summary>Notes that something is looked at now.</summary>
    /// <param name="what">"Q12", "questions", "search 3".</param>
    /// <param name="measure">What is to be held against it at the next visit: how contested a question is.</param>
    /// <returns>The visit before this one; null at the first.</returns>
    public Look? LookAt(string what, double measure = 0)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var known = _pages.Looks.GetValueOrDefault(what);
            var isNewVisit = known is not null && now - known.Last > Visit;
            var visit = isNewVisit || known is null ? new Look(now, measure) { Before = known is null ? null : new Look(known.Last, known.Measure) } : known with { Last = now, Measure = measure };
            var looks = new Dictionary<string, Look>(_pages.Looks, StringComparer.Ordinal) { [what] = visit };
            if (looks.Count > MostLooks) looks.Remove(looks.MinBy(l => l.Value.Last).Key);
            Write(_pages with { Looks = looks });
            return visit.Before;
        }
    }

    /// <summary>When something was last looked at; where it never was, when the notebook was begun.</summary>
    public DateTimeOffset LastLook(string what) => _pages.Looks.GetValueOrDefault(what)?.Last is { } last && last > _pages.Begun ? last : _pages.Begun;

    /// <summary>Puts a look back: what was new then is new again.</summary>
    public int Unlook(string what) => Change(pages => pages.Looks.GetValueOrDefault(what)?.Before is { } before
        ? pages with { Looks = new Dictionary<string, Look>(pages.Looks, StringComparer.Ordinal) { [what] = before } }
        : pages with { Looks = pages.Looks.Where(l => l.Key != what).ToDictionary(StringComparer.Ordinal) });

    /// <summary>Takes everything for seen.</summary>
    public int SeeAll() => Change(pages => pages with { Begun = _clock.GetUtcNow(), Looks = [], Searches = pages.Searches });

    /// <summary>Keeps a search.</summary>
    /// <param name="list">"claims": what it is asked of.</param>
    public int Keep(string name, string list, string query) => Change(pages =>
    {
        if (pages.Searches.Count >= MostSearches) return pages;
        var id = pages.LastSearch + 1;
        var looks = new Dictionary<string, Look>(pages.Looks, StringComparer.Ordinal) { [SavedSearch.LookOf(id)] = new Look(_clock.GetUtcNow(), 0) };
        return pages with { Searches = [.. pages.Searches, new SavedSearch(id, name, list, query)], LastSearch = id, Looks = looks };
    });

    public int Remove(int search) => Change(pages => pages with { Searches = [.. pages.Searches.Where(s => s.Id != search)] });

    /// <summary>Follows a feed; one that is followed already stays as it is.</summary>
    public int Follow(string address) => Change(pages => pages.Feeds.Any(f => f.Address == address) ? pages
        : pages with { Feeds = [.. pages.Feeds, new FollowedFeed(pages.LastFeed + 1, address)], LastFeed = pages.LastFeed + 1 });

    public int Unfollow(int feed) => Change(pages => pages with { Feeds = [.. pages.Feeds.Where(f => f.Id != feed)] });

    public int ReadFeedsEvery(int hours) => Change(pages => pages with { FeedHours = hours });

    /// <summary>Notes what a reading of a feed gave.</summary>
    public void Tell(int feed, FeedReading reading)
    {
        lock (_gate) Write(_pages with { Feeds = [.. _pages.Feeds.Select(f => f.Id == feed ? f with { Last = reading } : f)] });
    }

    public int SignAs(string? author) => Change(pages => pages with { Author = author });

    /// <summary>Takes a change back.</summary>
    /// <param name="step">As the change gave it.</param>
    /// <returns>False where it is too long ago.</returns>
    public bool Undo(int step)
    {
        lock (_gate)
        {
            if (!_before.Remove(step, out var before)) return false;
            Write(before);
            return true;
        }
    }

    public bool CanUndo(int step)
    {
        lock (_gate) return _before.ContainsKey(step);
    }

    /// <returns>The number by which it can be taken back.</returns>
    private int Change(Func<Pages, Pages> change)
    {
        lock (_gate)
        {
            var before = _pages;
            Write(change(before));
            _before[++_steps] = before;
            _before.Remove(_steps - MostSteps);
            return _steps;
        }
    }

    /// <summary>Whole or not at all: written beside it, then put in its place. Where the file cannot be written the notebook holds as long as the program runs.</summary>
    private void Write(Pages pages)
    {
        _pages = pages;
        if (_path is null) return;
        try
        {
            File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(pages, Form));
            File.Move(_path + ".new", _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A ledger in a folder that may only be read is looked at all the same.
        }
    }

    /// <summary>What stands in the file.</summary>
    private sealed record Pages
    {
        public DateTimeOffset Begun { get; init; }

        public string? Author { get; init; }

        public int LastSearch { get; init; }

        public IReadOnlyList<SavedSearch> Searches { get; init; } = [];

        public IReadOnlyList<FollowedFeed> Feeds { get; init; } = [];

        public int LastFeed { get; init; }

        public int FeedHours { get; init; }

        public Dictionary<string, Look> Looks { get; init; } = [];
    }
}

/// <summary>A visit to something.</summary>
/// <param name="Last">When it was looked at last.</param>
/// <param name="Measure">What was measured then.</param>
internal sealed record Look(DateTimeOffset Last, double Measure)
{
    /// <summary>The visit before it.</summary>
    public Look? Before { get; init; }
}

/// <summary>A search that somebody wants to come back to.</summary>
/// <param name="List">"claims": what it is asked of.</param>
internal sealed record SavedSearch(int Id, string Name, string List, string Query)
{
    /// <summary>Under what its looks are noted.</summary>
    public string Look => LookOf(Id);

    public static string LookOf(int id) => FormattableString.Invariant($"search {id}");
}

/// <summary>A feed that somebody follows.</summary>
internal sealed record FollowedFeed(int Id, string Address)
{
    /// <summary>Its last reading; null where it was never read.</summary>
    public FeedReading? Last { get; init; }
}

/// <summary>What a reading of a feed gave.</summary>
/// <param name="There">Reports that were there already, or copies of their text.</param>
/// <param name="Reasons">Why the first of those that failed did.</param>
internal sealed record FeedReading(DateTimeOffset Began, int Added, int There, int Failed, IReadOnlyList<string> Reasons);
