using Counterclaim.Reading.Statements.Learning;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Statements;

/// <summary>The numbers of a <see cref="ChainModel"/>.</summary>
internal sealed record ChainWeights(sbyte[] Single, sbyte[] Pair, float Scale);

/// <summary>The numbers of a <see cref="SequenceModel"/>.</summary>
internal sealed record SequenceWeights(ChainWeights Chain, HiddenTrainer Hidden)
{
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
