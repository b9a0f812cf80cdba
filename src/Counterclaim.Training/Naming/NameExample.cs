using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>A sentence whose words the shared encoder has read.</summary>
internal sealed record NameExample : Example
{
    /// <summary>What the encoder holds of the words, as bytes at <see cref="Counterclaim.Language.Neural.Activation.UnitScale"/>.</summary>
    public required byte[] States { get; init; }

    /// <summary>What the language network says for every tag, word after word; empty where nobody asked.</summary>
    public float[] TagScores { get; init; } = [];

    /// <summary>What lists say of the words (<see cref="Counterclaim.Language.Names.NameLists"/>).</summary>
    public required ushort[] Marks { get; init; }

    /// <summary>Of the text it stands in (<see cref="Counterclaim.Language.Names.TextStyle"/>).</summary>
    public required float[] Style { get; init; }
}
