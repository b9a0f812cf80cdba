using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>What a person changed: an entry of a log that is only ever added to; taking one back is an entry too.</summary>
/// <param name="Id">Its number; later ones are greater.</param>
/// <param name="Author">Who did it.</param>
/// <param name="Reason">In their words; null where none was given.</param>
public sealed record Correction(long Id, string Author, DateTimeOffset Made, string? Reason, CorrectionAction Action)
{
    /// <summary>What it was done to; null for what concerns actors of the ledger alone.</summary>
    public CorrectionAnchor? Anchor { get; init; }

    /// <summary>"kind", "place", "holder"… (<see cref="CorrectionFields"/>); of a join or split the actor's id.</summary>
    public string? Field { get; init; }

    /// <summary>JSON; null for none.</summary>
    public string? NewValue { get; init; }

    /// <summary>What it was before, as JSON; null for none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The entry it takes back.</summary>
    public long? Undoes { get; init; }
}

/// <summary>The characters a correction is about: another reading of the report may number its items anew, but not these.</summary>
/// <param name="Report">Id of the report: "sha256:…".</param>
/// <param name="Item">What stands there.</param>
/// <param name="Span">The clause of a claim; of a statement, from its first character to its last.</param>
/// <param name="Exact">The report's text there.</param>
/// <param name="Kind">Kind of the claim as it was when corrected; null for a statement.</param>
public sealed record CorrectionAnchor(string Report, CorrectedItem Item, TextSpan Span, string Exact, string? Kind);

public enum CorrectedItem
{
    Claim,
    Statement,
}

public enum CorrectionAction
{
    /// <summary>The claim is right: it is confirmed.</summary>
    Accept,

    /// <summary>The claim is wrong as a whole: it is left out of lists.</summary>
    Reject,

    /// <summary>One of its fields is changed.</summary>
    Change,

    /// <summary>A statement that the reader did not find is marked.</summary>
    Add,

    /// <summary>Two actors of the ledger are one.</summary>
    Join,

    /// <summary>An actor of a report is not the one of the ledger it was held to be.</summary>
    Split,

    /// <summary>An entry is taken back.</summary>
    Undo,

    /// <summary>A question is worded anew.</summary>
    Rename,

    /// <summary>Two questions are one.</summary>
    Merge,

    /// <summary>A claim answers a question of its own.</summary>
    Part,

    /// <summary>A question is none.</summary>
    Dismiss,
}

/// <summary>The log of corrections as it stands.</summary>
public static class CorrectionLog
{
    /// <summary>Those that hold, in their order: not taken back, or taken back by an entry that was taken back itself.</summary>
    public static IReadOnlyList<Correction> Standing(IReadOnlyList<Correction> all)
    {
        var undone = new HashSet<long>();
        foreach (var entry in all.OrderByDescending(c => c.Id))
            if (entry is { Action: CorrectionAction.Undo, Undoes: { } undoes } && !undone.Contains(entry.Id)) undone.Add(undoes);
        return [.. all.Where(c => c.Action != CorrectionAction.Undo && !undone.Contains(c.Id)).OrderBy(c => c.Id)];
    }

    internal static string Name(CorrectionAction action) => action.ToString().ToLowerInvariant();

    internal static string Name(CorrectedItem item) => item.ToString().ToLowerInvariant();
}
