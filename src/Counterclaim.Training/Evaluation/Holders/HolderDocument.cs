using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Holders;

/// <summary>A text in which it is labelled who holds each attributed statement; offsets in code points.</summary>
public sealed record HolderDocument(string Id, string Text, IReadOnlyList<HolderLabel> Holders)
{
    public string? Publisher { get; init; }

    /// <summary>ISO 8601; null if unknown.</summary>
    public string? Published { get; init; }
}

/// <summary>One attributed statement, by what stands in the text for its holder.</summary>
/// <param name="Class">How the holder is spoken of: name, surname, pronoun, description, role, organisation, outlet, government, document, none (no words for it at this cue), open.</param>
/// <param name="Holder">The words for the holder; null where this cue has none.</param>
/// <param name="Cue">The words that attribute; null for a quotation without any.</param>
/// <param name="Content">Some of what is said, where there is no cue.</param>
/// <param name="Is">Where in the text the actor is named best, often these very words; any of them will do. Empty where the text leaves it open.</param>
public sealed record HolderLabel(string Class, PointSpan? Holder, PointSpan? Cue, PointSpan? Content, IReadOnlyList<PointSpan> Is)
{
    public bool IsOpen => Is.Count == 0;

    /// <summary>Whether the words for the holder do not themselves name it best.</summary>
    public bool PointsElsewhere => !IsOpen && !Is.Any(i => Holder is { } holder && i.Start >= holder.Start && i.End <= holder.End);
}
