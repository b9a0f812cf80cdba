namespace Counterclaim.Training.Evaluation.Trees;

/// <summary>Sentences of tokens and words, as the CoNLL-U format has them; offsets count characters without white space.</summary>
/// <param name="Characters">All token forms in a row, without white space: what gold and system must have in common.</param>
/// <param name="Tokens">Spans of the surface tokens.</param>
/// <param name="Sentences">Spans of the sentences.</param>
public sealed record TreeDocument(
    string Characters, IReadOnlyList<CharacterSpan> Tokens, IReadOnlyList<TreeWord> Words, IReadOnlyList<CharacterSpan> Sentences);

public readonly record struct CharacterSpan(int Start, int End);

/// <summary>A syntactic word.</summary>
/// <param name="Span">Of the token it belongs to, where that is a multiword token.</param>
/// <param name="IsPartOfMultiword">Whether its token has several words ("don't").</param>
public sealed record TreeWord(CharacterSpan Span, bool IsPartOfMultiword, string Form)
{
    public required string Lemma { get; init; }

    public required string Upos { get; init; }

    public required string Xpos { get; init; }

    /// <summary>As in the column FEATS, "_" for none.</summary>
    public required string Features { get; init; }

    /// <summary>Index of its head among the document's words; −1 for a root.</summary>
    public required int Head { get; init; }

    /// <summary>Without subtype.</summary>
    public required string Deprel { get; init; }
}
