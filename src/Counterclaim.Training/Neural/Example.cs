namespace Counterclaim.Training.Neural;

/// <summary>A sentence to learn from: the rows of its words in the tables, and what is known of it.</summary>
internal record Example
{
    public required int Number { get; init; }

    /// <summary>The form of every word.</summary>
    public required Form[] Forms { get; init; }

    /// <summary>Joint tags, −1 where unknown; null without tags.</summary>
    public int[]? Tags { get; init; }

    /// <summary>Heads as indexes in the sentence, −1 for the root; null without a tree.</summary>
    public int[]? Heads { get; init; }

    public byte[]? Relations { get; init; }

    /// <summary>Name tags that a word may have, as bits; null without names.</summary>
    public uint[]? Names { get; init; }

    public int Count => Forms.Length;
}

/// <summary>A form as rows of the tables.</summary>
/// <param name="Vector">Row in the fixed vectors; 0 for a form without one.</param>
/// <param name="Word">Row among the words learned; 0 for a rare or unseen one.</param>
/// <param name="Spelling">Marks, the first in the lowest bit.</param>
internal sealed record Form(int Vector, int Word, int[] Parts, ushort Spelling);
