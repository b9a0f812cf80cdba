using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Neural;

/// <summary>Writes a network as <see cref="LanguageNetwork"/> reads it: tables and most layers in signed bytes.</summary>
internal static class NetworkWriter
{
    public static void Write(Network network, string[] tags, IReadOnlyDictionary<uint, int> words, ModelWriter writer)
    {
        var shape = network.Shape;
        writer.Add<int>("sizes", [FixedVectors.Dimensions, shape.WordSize, shape.PartSize, shape.Layers, shape.States, shape.ArcSize, shape.LabelSize]);
        writer.Add("tags", tags);
        AddVectors(writer, network.Vectors);
        writer.Add<float>("vectors.none", network.Unknown.Value.Values[..FixedVectors.Dimensions]);
        AddRows(writer, "words", network.Words.Value, network.Words.Value.Rows, shape.WordSize);
        writer.Add("words", words.ToDictionary(p => p.Key, p => (ushort)p.Value));
        AddRows(writer, "parts", network.Parts.Value, network.Parts.Value.Rows, shape.PartSize);
        for (var i = 0; i < network.Layers.Length; i++)
        {
            var layer = network.Layers[i];
            AddProduct(writer, $"lstm{i}.in", layer.Inputs.Value);
            AddProduct(writer, $"lstm{i}.fw", layer.Forward.Value);
            AddProduct(writer, $"lstm{i}.bw", layer.Backward.Value);
            writer.Add<float>($"lstm{i}.bias", layer.Bias.Value.Values);
        }
        AddDense(writer, "tag", network.TagWeights);
        AddArcs(writer, network.Arcs);
        AddDense(writer, "names", network.Names.Scores);
        writer.Add<float>("names.chain", Chain(network.Names.Transitions.Value));
    }

    private static void AddArcs(ModelWriter writer, ArcWeights arcs)
    {
        AddDense(writer, "arcs", arcs.Dependent, arcs.Head, arcs.LabelDependent, arcs.LabelHead);
        writer.Add<float>("arc.bilinear", arcs.Bilinear.Packed.Values);
        writer.Add<float>("arc.headbias", arcs.HeadBias.Value.Values);
        writer.Add<float>("arc.root", arcs.Root.Value.Values);
        writer.Add<float>("rel.root", arcs.LabelRoot.Value.Values);
        writer.Add<float>("rel.scores", arcs.Label.Matrix.Packed.Values);
        writer.Add<float>("rel.scores.bias", arcs.Label.Bias.Value.Values);
    }

    public static void AddProduct(ModelWriter writer, string name, Matrix matrix)
    {
        var (scales, shifts) = (new float[matrix.Width], new int[matrix.Width]);
        writer.Add<sbyte>(name, ByteProduct.Pack(matrix.Values, matrix.Rows, matrix.Width, scales, shifts));
        writer.Add<float>(name + ".scales", scales);
        writer.Add<int>(name + ".shifts", shifts);
    }

    /// <summary>One layer, or several over the same input side by side.</summary>
    public static void AddDense(ModelWriter writer, string name, params ReadOnlySpan<LinearWeights> layers)
    {
        var (inputs, outputs) = (layers[0].Matrix.Value.Rows, 0);
        foreach (var layer in layers) outputs += layer.Matrix.Value.Width;
        var joined = new Matrix(outputs, inputs);
        var bias = new float[outputs];
        var column = 0;
        foreach (var layer in layers)
        {
            for (var row = 0; row < inputs; row++) layer.Matrix.Value.RowSpan(row).CopyTo(joined.RowSpan(row)[column..]);
            layer.Bias.Value.Values.CopyTo(bias.AsSpan(column));
            column += layer.Matrix.Value.Width;
        }
        AddProduct(writer, name, joined);
        writer.Add<float>(name + ".bias", bias);
    }

    /// <summary>The tags' columns alone; what may not follow is as unlikely as can be.</summary>
    public static float[] Chain(Matrix transitions)
    {
        var chain = new float[(NameTags.Count + 1) * NameTags.Count];
        for (var before = 0; before <= NameTags.Count; before++)
            for (var tag = 0; tag < NameTags.Count; tag++)
            {
                var may = before == NameTags.Count ? !NameTags.IsInside(tag) : NameTags.MayFollow(before, tag);
                chain[before * NameTags.Count + tag] = may ? transitions.RowSpan(before)[tag] : -1e9f;
            }
        return chain;
    }

    private static void AddVectors(ModelWriter writer, FixedVectors vectors)
    {
        AddRows(writer, "vectors", vectors.Rows, vectors.Plain, FixedVectors.Dimensions);
        writer.Add("vectors", vectors.Index.Where(p => p.Value < vectors.Plain).ToDictionary(p => p.Key, p => (ushort)p.Value));
        var rare = vectors.Index.Where(p => p.Value >= vectors.Plain).OrderBy(p => p.Key).ToArray();
        writer.Add<uint>("rare.keys", [.. rare.Select(p => p.Key)]);
        writer.Add<byte>("rare.codes", [.. rare.SelectMany(p => vectors.Rare.Codes.AsSpan((p.Value - vectors.Plain) * CodedVectors.Parts, CodedVectors.Parts).ToArray())]);
        writer.Add<float>("rare.centres", vectors.Rare.Centres);
    }

    /// <summary>The sections of a <see cref="ByteRows"/>.</summary>
    public static void AddRows(ModelWriter writer, string name, Matrix rows, int count, int width)
    {
        var bytes = new sbyte[count * width + ByteRows.Padding(width)];
        var scales = new float[count];
        for (var row = 0; row < count; row++)
        {
            var values = rows.RowSpan(row)[..width];
            var most = 0f;
            foreach (var value in values) most = Math.Max(most, Math.Abs(value));
            scales[row] = most / 127;
            if (most == 0) continue;
            for (var i = 0; i < values.Length; i++) bytes[row * width + i] = (sbyte)MathF.Round(values[i] / scales[row]);
        }
        writer.Add<sbyte>(name, bytes);
        writer.Add<float>(name + ".scales", scales);
    }
}
