namespace Counterclaim.Ledger.Store;

/// <summary>What made a reading.</summary>
/// <param name="Reader">The reading steps and their models ("0.1.0+3fa9c1d24e01").</param>
/// <param name="Extraction">Version of what makes a report of bytes.</param>
public sealed record ReaderVersion(string Reader, int Extraction);

/// <summary>What became of a reading that was to be added.</summary>
/// <param name="Reason">Why it failed; null else.</param>
public readonly record struct AddResult(AddOutcome Outcome, string? Reason);

public enum AddOutcome
{
    Added,

    /// <summary>The same bytes were added before.</summary>
    AlreadyThere,

    /// <summary>The same text was added before, from other bytes: noted as a copy.</summary>
    Copy,
    Failed,
}
