using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

/// <summary>Takes the weights of a network from a file that <see cref="NetworkWriter"/> has written, to learn on.</summary>
internal static class NetworkReader
{
    /// <summary>Fills a network of the same shape, over the same words and vectors.</summary>
    /// <exception cref="InvalidDataException">The file is of another shape.</exception>
    public static void ReadInto(Network network, ModelFile file)
    {
        var shape = network.Shape;
        int[] sizes = [FixedVectors.Dimensions, shape.WordSize, shape.PartSize, shape.Layers, shape.States, shape.ArcSize, shape.LabelSize];
        if (!file.Section<int>("sizes").Span.SequenceEqual(sizes)) throw new InvalidDataException("The network to go on from is of another size.");
        file.Section<float>("vectors.none").Span.CopyTo(network.Unknown.Value.Values);
        ReadRows(file, "words", network.Words.Value);
        ReadRows(file, "parts", network.Parts.Value);
        for (var i = 0; i < network.Layers.Length; i++)
        {
            var layer = network.Layers[i];
            ReadProduct(file, $"lstm{i}.in", layer.Inputs.Value);
            ReadProduct(file, $"lstm{i}.fw", layer.Forward.Value);
            ReadProduct(file, $"lstm{i}.bw", layer.Backward.Value);
            Copy(file, $"lstm{i}.bias", layer.Bias.Value.Values);
        }
        ReadDense(file, "tag", network.TagWeights);
        ReadArcs(file, network.Arcs);
        ReadNames(file, network.Names);
        foreach (var weight in network.Weights) weight.Pack();
    }

    /// <summary>The head for names alone.</summary>
    public static void ReadNames(ModelFile file, NameWeights names)
    {
        ReadDense(file, "names", names.Scores);
        ReadChain(file.Section<float>("names.chain").Span, names.Transitions.Value);
    }

    private static void ReadArcs(ModelFile file, ArcWeights arcs)
    {
        ReadDense(file, "arcs", arcs.Dependent, arcs.Head, arcs.LabelDependent, arcs.LabelHead);
        Unpack(file.Section<float>("arc.bilinear").Span, arcs.Bilinear.Value);
        Copy(file, "arc.headbias", arcs.HeadBias.Value.Values);
        Copy(file, "arc.root", arcs.Root.Value.Values);
        Copy(file, "rel.root", arcs.LabelRoot.Value.Values);
        Unpack(file.Section<float>("rel.scores").Span, arcs.Label.Matrix.Value);
        Copy(file, "rel.scores.bias", arcs.Label.Bias.Value.Values);
    }

    private static void Copy(ModelFile file, string name, Span<float> values) => ModelFile.Sized(file.Section<float>(name), values.Length, name).Span.CopyTo(values);

    /// <summary>Undoes <see cref="Gemm.Pack"/>.</summary>
    private static void Unpack(ReadOnlySpan<float> packed, Matrix matrix)
    {
        for (var column = 0; column < matrix.Width; column++)
            for (var row = 0; row < matrix.Rows; row++)
                matrix.RowSpan(row)[column] = packed[(column / Gemm.PanelWidth * matrix.Rows + row) * Gemm.PanelWidth + column % Gemm.PanelWidth];
    }

    private static void ReadProduct(ModelFile file, string name, Matrix matrix)
    {
        var scales = ModelFile.Sized(file.Section<float>(name + ".scales"), matrix.Width, name + ".scales").Span;
        ByteProduct.Unpack(ModelFile.Sized(file.Section<sbyte>(name), matrix.Length, name).Span, matrix.Rows, matrix.Width, scales, matrix.Values);
    }

    /// <summary>One layer, or several that were written side by side.</summary>
    private static void ReadDense(ModelFile file, string name, params ReadOnlySpan<LinearWeights> layers)
    {
        var outputs = 0;
        foreach (var layer in layers) outputs += layer.Matrix.Value.Width;
        var joined = new Matrix(outputs, layers[0].Matrix.Value.Rows);
        ReadProduct(file, name, joined);
        var bias = ModelFile.Sized(file.Section<float>(name + ".bias"), outputs, name + ".bias").Span;
        var column = 0;
        foreach (var layer in layers)
        {
            var width = layer.Matrix.Value.Width;
            for (var row = 0; row < joined.Rows; row++) joined.RowSpan(row).Slice(column, width).CopyTo(layer.Matrix.Value.RowSpan(row));
            bias.Slice(column, width).CopyTo(layer.Bias.Value.Values);
            column += width;
        }
    }

    private static void ReadChain(ReadOnlySpan<float> chain, Matrix transitions)
    {
        for (var before = 0; before <= NameTags.Count; before++)
            for (var tag = 0; tag < NameTags.Count; tag++)
                transitions.RowSpan(before)[tag] = Math.Max(-20, chain[before * NameTags.Count + tag]);
    }

    private static void ReadRows(ModelFile file, string name, Matrix rows)
    {
        var bytes = file.Section<sbyte>(name).Span;
        var scales = ModelFile.Sized(file.Section<float>(name + ".scales"), rows.Rows, name + ".scales").Span;
        for (var row = 0; row < rows.Rows; row++)
            for (var i = 0; i < rows.Width; i++) rows.RowSpan(row)[i] = bytes[row * rows.Width + i] * scales[row];
    }
}
