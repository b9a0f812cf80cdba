using Counterclaim.Language.Models;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Learning;

/// <summary>Everything learned for statements: cues, arguments of a cue, how far to trust a statement, and word clusters.</summary>
/// <param name="Cues">Labels of <see cref="CueLabel"/>.</param>
/// <param name="Arguments">Labels of <see cref="ArgumentLabel"/>.</param>
/// <param name="Judge">Probability that a statement is one.</param>
internal sealed record StatementModel(SequenceModel Cues, SequenceModel Arguments, LinearModel Judge, WordClusters Clusters)
{
    /// <summary>Maps a file that <c>train statements</c> has written.</summary>
    /// <exception cref="FileNotFoundException">It is missing.</exception>
    /// <exception cref="InvalidDataException">It is not one, or of another version.</exception>
    public static StatementModel Open(string path)
    {
        var file = ModelFile.Open(path);
        return new StatementModel(
            SequenceModel.From(file, "cue", CueLabel.Count), SequenceModel.From(file, "arg", ArgumentLabel.Count), new LinearModel(file.Section<float>("judge")),
            new WordClusters(file.Section<uint>("clusters.keys"), file.Section<ushort>("clusters.leaves")));
    }
}

/// <summary>A chain of labels: features that are written down, and what the states of the language layer say.</summary>
internal sealed record SequenceModel(ChainModel Chain, HiddenModel Hidden)
{
    public static SequenceModel From(ModelFile file, string name, int labels) => new(ChainModel.From(file, name, labels), new HiddenModel(file, name, labels));
}

/// <summary>What a token is to the cues of its sentence.</summary>
internal static class CueLabel
{
    public const byte Outside = 0;
    public const byte Begin = 1;
    public const byte Inside = 2;
    public const int Count = 3;
}

/// <summary>What a token is to one cue.</summary>
internal static class ArgumentLabel
{
    public const byte Outside = 0;
    public const byte Holder = 1;
    public const byte Content = 2;
    public const byte Cue = 3;
    public const int Count = 4;
}
