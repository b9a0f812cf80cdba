using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Stories;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>A report whose rows are being written: what was numbered so far, and what keeps the number it had.</summary>
internal sealed class ReportRows(long id, CorrectedReading corrected)
{
    public long Id => id;

    public CorrectedReading Corrected => corrected;

    public Model.Reading Reading => corrected.Reading;

    /// <summary>Whose text it prints.</summary>
    public required TextPlacement Text { get; init; }

    /// <summary>The ledger's actors by their ids in the reading.</summary>
    public Dictionary<string, long> Actors { get; } = new(StringComparer.Ordinal);

    /// <summary>Statements with their numbers, by their ids in the reading.</summary>
    public Dictionary<string, (long Id, Statement Statement)> Statements { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> KeptClaims { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> KeptStatements { get; } = new(StringComparer.Ordinal);

    /// <summary>The ledger's actors by their first mentions.</summary>
    public Dictionary<TextSpan, long> KeptActors { get; } = [];

    public long? ActorOf(string? local) => local is not null && Actors.TryGetValue(local, out var actor) ? actor : null;

    /// <summary>Who an actor was held to be before, or was said to be by a correction; null where neither is known.</summary>
    public long? KnownActor(Actor actor) =>
        corrected.KnownActors.TryGetValue(actor.Id, out var named) ? named : KeptActors.TryGetValue(actor.Mentions[0], out var kept) ? kept : null;
}
