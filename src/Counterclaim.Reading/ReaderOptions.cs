using Counterclaim.Language;

namespace Counterclaim.Reading;

/// <summary>How reports are read. Immutable; part of what makes two readings comparable.</summary>
public sealed record ReaderOptions
{
    /// <summary>Whether every item comes with the rule or model that made it.</summary>
    public bool Explain { get; init; }

    /// <summary>Which model of language reads. The steps above it were trained over the accurate one.</summary>
    public AnalyzerModel Model { get; init; } = AnalyzerModel.Accurate;

    /// <summary>Paths of gazetteer files laid over the shipped one, the last winning.</summary>
    public IReadOnlyList<string> GazetteerOverlays { get; init; } = [];

    /// <summary>Paths of lists of actors (CSV, FollowTheMoney, PETRARCH) that are asked before the one shipped, the last first.</summary>
    public IReadOnlyList<string> ActorLists { get; init; } = [];
}
