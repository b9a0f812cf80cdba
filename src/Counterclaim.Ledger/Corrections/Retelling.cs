using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Who tells what, after people moved the words of statements: clauses, consequences and statements that lie in a content now, or no longer, change their teller.</summary>
/// <remarks>What no moved content touches keeps the teller that the reader found, and so does what was told by a statement without standing in its content ("X reported, citing Y").</remarks>
internal sealed class Retelling
{
    private readonly Dictionary<string, Statement> _now;
    private readonly Dictionary<string, Statement> _before;
    private readonly List<Statement> _moved;
    private readonly HashSet<string> _ids;

    /// <param name="before">As the reader made it.</param>
    /// <param name="statements">As they stand; those rejected are left out.</param>
    /// <param name="moved">Ids of those that got another content, holder or cue, or are new.</param>
    public Retelling(Model.Reading before, IReadOnlyList<Statement> statements, HashSet<string> moved)
    {
        _now = statements.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        _before = before.Statements.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        _moved = [.. statements.Where(s => moved.Contains(s.Id))];
        _ids = moved;
    }

    /// <summary>The innermost teller of a passage.</summary>
    /// <param name="told">Id of the statement that told it so far; null for the publisher.</param>
    public string? Of(TextSpan passage, string? told) => Innermost(told, content => HoldsMost(content, passage), except: null);

    /// <summary>The same of a consequence, both passages of which somebody tells.</summary>
    public string? Of(Consequence consequence) =>
        Innermost(consequence.Statement, content => HoldsMost(content, consequence.Cause) && HoldsMost(content, consequence.Effect), except: null);

    /// <summary>The statements, each told by the one in whose content it lies.</summary>
    public List<Statement> Statements()
    {
        var told = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var statement in _now.Values) told[statement.Id] = statement.Via;
        foreach (var statement in _now.Values)
        {
            var isSoughtAnew = _ids.Contains(statement.Id) && Contained(statement);
            var via = Innermost(isSoughtAnew ? null : statement.Via, content => Tells(content, statement), statement, isSoughtAnew ? _now.Values : _moved);
            if (via is null || !Leads(via, statement.Id)) told[statement.Id] = via;
        }
        return [.. _now.Values.Select(s => s with { Via = told[s.Id] })];

        bool Leads(string? from, string to)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (; from is not null && seen.Add(from); from = told.GetValueOrDefault(from))
                if (from == to) return true;
            return false;
        }
    }

    /// <summary>Whether the reader found a statement told by the one in whose content it stood.</summary>
    private bool Contained(Statement statement) =>
        !_before.TryGetValue(statement.Id, out var before) || before.Via is null || (_before.TryGetValue(before.Via, out var outer) && Tells(outer.Content, before));

    private string? Innermost(string? told, Func<SpanList, bool> holds, Statement? except, IEnumerable<Statement>? among = null)
    {
        for (var steps = 0; told is not null && steps < Claims.ClaimProjection.LongestChain && IsLost(told, holds); steps++) told = _now.GetValueOrDefault(told)?.Via;
        var innermost = told is null ? null : _now.GetValueOrDefault(told);
        foreach (var candidate in among ?? _moved)
            if (candidate != except && holds(candidate.Content) && (innermost is null || !holds(innermost.Content) || candidate.Content.Coverage < innermost.Content.Coverage)) innermost = candidate;
        return innermost?.Id;
    }

    /// <summary>Whether a statement held what it does not hold any more.</summary>
    private bool IsLost(string id, Func<SpanList, bool> holds) =>
        _now.TryGetValue(id, out var now) && !holds(now.Content) && (!_before.TryGetValue(id, out var before) || holds(before.Content));

    private static bool HoldsMost(SpanList content, TextSpan passage) =>
        2 * content.Sum(s => Math.Max(0, Math.Min(s.End, passage.End) - Math.Max(s.Start, passage.Start))) >= passage.Length && !passage.IsEmpty;

    private bool Tells(SpanList content, Statement inner) =>
        (!inner.Holder.IsEmpty || !inner.Cue.IsEmpty || !_before.ContainsKey(inner.Id)) && content.Coverage > inner.Content.Coverage
        && inner.Holder.All(content.Covers) && inner.Cue.All(content.Covers) && inner.Content.All(s => HoldsMost(content, s));
}
