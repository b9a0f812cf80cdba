using Counterclaim.Model;

namespace Counterclaim.View;

/// <summary>A statement as the ledger shows it, with the statements told inside it.</summary>
/// <param name="Depth">0 for an outermost statement.</param>
public sealed record StatementEntry(Statement Statement, int Depth, IReadOnlyList<StatementEntry> Told)
{
    /// <summary>Attributed assertions whose innermost statement this is.</summary>
    public IReadOnlyList<Assertion> Assertions { get; init; } = [];

    /// <summary>Links that start here, then those that lead here.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];
}

/// <summary>One holder in the order of first appearance.</summary>
/// <param name="Letter">"A", "B" … "Z", "AA": the label that goes with the colour.</param>
/// <param name="Statements">How many statements they hold.</param>
public sealed record HolderLabel(string Actor, string Name, string Letter, int Index, int Statements);

/// <summary>A reading arranged the way every layout shows it: statements as chains in text order, own voice, places by name.</summary>
public sealed class LedgerView
{
    /// <summary>Deeper chains are shown at this depth: a hostile text may nest without end.</summary>
    public const int DeepestShown = 8;

    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, TimeExpression> _times;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, HolderLabel> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatementEntry> _entries = new(StringComparer.Ordinal);

    public LedgerView(Model.Reading reading)
    {
        Reading = reading;
        _actors = ById(reading.Actors, a => a.Id);
        _times = ById(reading.Times, t => t.Id);
        _places = ById(reading.Places, p => p.Id);
        Outermost = Arrange(reading);
        Statements = [.. Outermost.SelectMany(Flatten)];
        LabelHolders();
        Own = [.. reading.Assertions.Where(a => a.Voice == Voice.Own)];
    }

    public Model.Reading Reading { get; }

    public string Text => Reading.Report.Text;

    public string Title => Reading.Report.Title ?? Reading.Report.Source;

    /// <summary>Statements that no other statement tells, in text order.</summary>
    public IReadOnlyList<StatementEntry> Outermost { get; }

    /// <summary>All statements, each before those told inside it.</summary>
    public IReadOnlyList<StatementEntry> Statements { get; }

    /// <summary>The publisher's clauses in text order.</summary>
    public IReadOnlyList<Assertion> Own { get; }

    public IEnumerable<HolderLabel> Holders => _holders.Values.OrderBy(h => h.Index);

    public HolderLabel? HolderOf(Statement statement) =>
        statement.Actor is { } id && _holders.TryGetValue(id, out var holder) ? holder : null;

    public Actor? ActorOf(string? id) => id is not null && _actors.TryGetValue(id, out var actor) ? actor : null;

    public TimeExpression? TimeOf(string? id) => id is not null && _times.TryGetValue(id, out var time) ? time : null;

    public Place? PlaceOf(string? id) => id is not null && _places.TryGetValue(id, out var place) ? place : null;

    public Statement? StatementOf(string? id) => id is not null && _entries.TryGetValue(id, out var entry) ? entry.Statement : null;

    /// <summary>Times that stand inside the statement's content but in no statement told inside it.</summary>
    public IEnumerable<TimeExpression> TimesIn(StatementEntry entry) => Reading.Times.Where(time => Holds(entry, time.Span));

    private static bool Holds(StatementEntry entry, TextSpan span) =>
        entry.Statement.Content.Covers(span) && !entry.Told.Any(told => told.Statement.Content.Covers(span));

    private StatementEntry[] Arrange(Model.Reading reading)
    {
        var known = reading.Statements.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var toldIn = reading.Statements
            .Where(s => s.Via is not null && known.Contains(s.Via))
            .ToLookup(s => s.Via!, StringComparer.Ordinal);
        var assertions = reading.Assertions
            .Where(a => a.Statement is not null)
            .ToLookup(a => a.Statement!, StringComparer.Ordinal);
        var links = reading.Links.ToLookup(l => l.From, StringComparer.Ordinal);
        var linksTo = reading.Links.ToLookup(l => l.To, StringComparer.Ordinal);

        StatementEntry Entry(Statement statement, int depth)
        {
            var told = depth < DeepestShown ? toldIn[statement.Id].Select(s => Entry(s, depth + 1)).ToArray() : [];
            var entry = new StatementEntry(statement, depth, told)
            {
                Assertions = [.. assertions[statement.Id]],
                Links = [.. links[statement.Id], .. linksTo[statement.Id]],
            };
            _entries[statement.Id] = entry;
            return entry;
        }

        return [.. reading.Statements.Where(s => s.Via is null || !known.Contains(s.Via)).Select(s => Entry(s, 0))];
    }

    private void LabelHolders()
    {
        var counts = Statements
            .Where(e => ActorOf(e.Statement.Actor) is not null)
            .CountBy(e => e.Statement.Actor!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var entry in Statements)
        {
            if (ActorOf(entry.Statement.Actor) is not { } actor || _holders.ContainsKey(actor.Id)) continue;
            _holders.Add(actor.Id, new HolderLabel(actor.Id, actor.Name, Letters(_holders.Count), _holders.Count, counts[actor.Id]));
        }
    }

    private static IEnumerable<StatementEntry> Flatten(StatementEntry entry) => [entry, .. entry.Told.SelectMany(Flatten)];

    private static string Letters(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + (char)('A' + (index % 26));

    private static Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id)
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items) byId.TryAdd(id(item), item);
        return byId;
    }
}
