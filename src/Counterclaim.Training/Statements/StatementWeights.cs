using Counterclaim.Reading.Statements.Learning;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Statements;

/// <summary>The numbers of a <see cref="ChainModel"/>.</summary>
internal sealed record ChainWeights(sbyte[] Single, sbyte[] Pair, float Scale)
{
    /// <summary>One chain whose scores are the mean of those of several.</summary>
    public static ChainWeights Mean(IReadOnlyList<ChainWeights> parts)
    {
        var scale = parts.Max(p => p.Scale);
        sbyte[] Rounded(Func<ChainWeights, sbyte[]> which)
        {
            var mean = new sbyte[which(parts[0]).Length];
            for (var i = 0; i < mean.Length; i++)
            {
                var sum = 0f;
                foreach (var part in parts) sum += which(part)[i] * part.Scale;
                mean[i] = (sbyte)Math.Clamp(MathF.Round(sum / (parts.Count * scale)), sbyte.MinValue, sbyte.MaxValue);
            }
            return mean;
        }
        return new ChainWeights(Rounded(p => p.Single), Rounded(p => p.Pair), scale);
    }
}

/// <summary>The numbers of a <see cref="SequenceModel"/>.</summary>
internal sealed record SequenceWeights(ChainWeights Chain, HiddenWeights Hidden)
{
    /// <summary>One model that scores as the mean of several does, which err in different places.</summary>
    public static SequenceWeights Mean(IReadOnlyList<SequenceWeights> parts) =>
        new(ChainWeights.Mean([.. parts.Select(p => p.Chain)]), HiddenWeights.Mean([.. parts.Select(p => p.Hidden)]));

    public void WriteTo(ModelWriter writer, string name)
    {
        writer.Add<float>(name + ".scale", [Chain.Scale]);
        writer.Add<sbyte>(name + ".single", Chain.Single);
        writer.Add<sbyte>(name + ".pair", Chain.Pair);
        Hidden.WriteTo(writer, name);
    }
}

/// <summary>The numbers of a <see cref="StatementModel"/>.</summary>
internal sealed record StatementWeights(SequenceWeights Cues, SequenceWeights Arguments, float[] Judge, (uint[] Keys, ushort[] Leaves) Clusters)
{
    public long Write(string path)
    {
        var writer = new ModelWriter();
        Cues.WriteTo(writer, "cue");
        Arguments.WriteTo(writer, "arg");
        writer.Add<float>("judge", Judge);
        writer.Add<uint>("clusters.keys", Clusters.Keys);
        writer.Add<ushort>("clusters.leaves", Clusters.Leaves);
        return writer.Write(path);
    }

    /// <summary>The model that the file would hold.</summary>
    public StatementModel ToModel()
    {
        var path = Path.GetTempFileName();
        Write(path);
        var model = StatementModel.Open(path);
        // The mapping lives on without a name.
        File.Delete(path);
        return model;
    }
}
