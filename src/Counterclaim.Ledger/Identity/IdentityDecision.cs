namespace Counterclaim.Ledger.Identity;

public enum IdentityVerdict
{
    /// <summary>The two are one.</summary>
    Join,

    /// <summary>The two are not one.</summary>
    Split,
}

/// <summary>What a person decided about two actors. It wins over every score and over what was decided before it.</summary>
/// <param name="Id">Names the decision, so that it can be undone.</param>
/// <param name="Author">Who decided.</param>
/// <param name="Time">When, as told by whoever records it.</param>
public sealed record IdentityDecision(string Id, IdentityVerdict Verdict, ActorRef First, ActorRef Second, string Author, DateTimeOffset Time);

/// <summary>Everything people decided, in the order it was recorded; nothing is ever taken out, undoing is recorded too.</summary>
public sealed class IdentityDecisionLog
{
    public static IdentityDecisionLog Empty { get; } = new([], new HashSet<string>());

    private readonly IReadOnlyList<IdentityDecision> _all;
    private readonly IReadOnlySet<string> _undone;

    private IdentityDecisionLog(IReadOnlyList<IdentityDecision> all, IReadOnlySet<string> undone)
    {
        _all = all;
        _undone = undone;
    }

    /// <summary>Every decision, undone ones too.</summary>
    public IReadOnlyList<IdentityDecision> History => _all;

    /// <summary>Those that hold, the latest first; of decisions taken at one time the one recorded last.</summary>
    public IEnumerable<IdentityDecision> Standing =>
        _all.Select((d, i) => (Decision: d, Order: i)).Where(d => !_undone.Contains(d.Decision.Id)).OrderByDescending(d => d.Decision.Time).ThenByDescending(d => d.Order).Select(d => d.Decision);

    public bool IsUndone(string id) => _undone.Contains(id);

    /// <exception cref="ArgumentException">A decision with this id is there already.</exception>
    public IdentityDecisionLog With(IdentityDecision decision)
    {
        if (_all.Any(d => d.Id == decision.Id)) throw new ArgumentException($"A decision {decision.Id} is there already.", nameof(decision));
        return new IdentityDecisionLog([.. _all, decision], _undone);
    }

    /// <summary>The log after a decision was taken back; undoing it again changes nothing.</summary>
    /// <exception cref="ArgumentException">There is no such decision.</exception>
    public IdentityDecisionLog Undo(string id)
    {
        if (_all.All(d => d.Id != id)) throw new ArgumentException($"There is no decision {id}.", nameof(id));
        return new IdentityDecisionLog(_all, new HashSet<string>(_undone) { id });
    }
}
