using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;
using Counterclaim.Training.Language;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>The weights of the layers that find names and have a say in tags. The inputs of the first are, one after the other: form, marks of lists, kind of text.</summary>
internal sealed class NameLayers
{
    /// <param name="first">Outputs of each direction of the first layer, and <paramref name="second"/> of the second.</param>
    /// <param name="tags">Columns for the scores of tags.</param>
    public NameLayers(int formSize, int first, int second, int tags, int shards, ulong seed)
    {
        FormSize = formSize;
        var random = new DeterministicRandom(seed);
        Layers = [new LstmWeights(Inputs, first, shards, random), new LstmWeights(2 * first, second, shards, random)];
        Names = new NameWeights(2 * Layers[^1].Size, shards, random);
        Tags = new LinearWeights(2 * Layers[^1].Size, tags, shards, random);
        foreach (var weight in Weights) weight.Pack();
    }

    public int FormSize { get; }

    public int Inputs => FormSize + NameLists.Marks + TextStyle.Width;

    public LstmWeights[] Layers { get; }

    public NameWeights Names { get; }

    public LinearWeights Tags { get; }

    public IEnumerable<Weight> Weights => [.. Layers.SelectMany(l => l.All), .. Names.All, .. Tags.All];

    /// <summary>Writes it as <see cref="NameNetwork"/> reads it.</summary>
    /// <param name="shared">The vote of the shared states.</param>
    /// <param name="tagWeight">Of the scores of tags beside those of the language network.</param>
    public void Write(ModelWriter writer, SharedHead shared, float tagWeight)
    {
        writer.Add<int>("sizes", [.. Layers.Select(l => l.Size)]);
        var inputs = Layers[0].Inputs.Value;
        NetworkWriter.AddProduct(writer, "lstm0.in", Rows(inputs, 0, FormSize));
        writer.Add<float>("marks", Rows(inputs, FormSize, NameLists.Marks).Values);
        writer.Add<float>("style", Rows(inputs, FormSize + NameLists.Marks, TextStyle.Width).Values);
        NetworkWriter.AddProduct(writer, "lstm1.in", Layers[1].Inputs.Value);
        for (var i = 0; i < Layers.Length; i++)
        {
            NetworkWriter.AddProduct(writer, $"lstm{i}.fw", Layers[i].Forward.Value);
            NetworkWriter.AddProduct(writer, $"lstm{i}.bw", Layers[i].Backward.Value);
            writer.Add<float>($"lstm{i}.bias", Layers[i].Bias.Value.Values);
        }
        foreach (var values in Tags.All) values.Scale(tagWeight);
        NetworkWriter.AddDense(writer, "tag", Tags);
        shared.AddTo(Names.Scores.Bias.Value.Values, Names.Transitions.Value);
        NetworkWriter.AddDense(writer, "names", Names.Scores);
        NetworkWriter.AddDense(writer, "shared", shared.Scores);
        writer.Add<float>("names.chain", NetworkWriter.Chain(Names.Transitions.Value));
    }

    private static Matrix Rows(Matrix matrix, int from, int count)
    {
        var rows = new Matrix(matrix.Width, count);
        for (var row = 0; row < count; row++) matrix.RowSpan(from + row).CopyTo(rows.RowSpan(row));
        return rows;
    }
}
