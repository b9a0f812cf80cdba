namespace Counterclaim.Ledger.Asking;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Limit">How many at most.</param>
/// <param name="Offset">How many are left out before them.</param>
/// <param name="After">What a page gave as its <see cref="Page{T}.Next"/>: the list goes on behind it, whatever was added meanwhile. Null to begin.</param>
public sealed record PageRequest(int Limit = PageRequest.DefaultLimit, int Offset = 0, string? After = null)
{
    public const int DefaultLimit = 50;
    public const int MostAtOnce = 10_000;
}

/// <summary>A part of a list.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Where the list goes on; null where it ends.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, string? Next)
{
    /// <summary>How many were left out before the first.</summary>
    public int Offset { get; init; }
}
