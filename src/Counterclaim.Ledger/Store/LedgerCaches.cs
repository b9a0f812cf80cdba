using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Store;

/// <summary>What a ledger remembers of its database between transactions: only ever what the database holds too.</summary>
internal sealed class LedgerCaches
{
    private long _generation = -1;

    public Terms Terms { get; } = new();

    public ActorCache Actors { get; } = new();

    public TextCache Texts { get; } = new();

    public ClaimCache Claims { get; } = new();

    /// <summary>Forgets what another process may have changed.</summary>
    /// <param name="generation">How often the ledger has been written.</param>
    public void Follow(long generation)
    {
        if (generation != _generation)
        {
            Actors.Clear();
            Texts.Clear();
            Claims.Clear();
        }
        _generation = generation;
    }

    public void Wrote(long generation) => _generation = generation;

    /// <summary>Forgets what was not kept.</summary>
    public void Clear()
    {
        Terms.Clear();
        Actors.Clear();
        Texts.Clear();
        Claims.Clear();
    }
}
