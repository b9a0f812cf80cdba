namespace Counterclaim.Ingest;

/// <summary>One file, URL or stream: what a source stands for, not opened yet.</summary>
/// <param name="HoldsOne">Whether it certainly gives one result; feeds and JSONL may give any number.</param>
/// <param name="ReadAsync">Opens and reads it.</param>
public sealed record SourceUnit(bool HoldsOne, Func<CancellationToken, IAsyncEnumerable<SourceResult>> ReadAsync);
