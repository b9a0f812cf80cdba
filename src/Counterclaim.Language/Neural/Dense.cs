using Counterclaim.Language.Models;

namespace Counterclaim.Language.Neural;

/// <summary>A linear layer over states, which are bytes at <see cref="Activation.UnitScale"/>.</summary>
internal readonly unsafe struct Dense
{
    private readonly ByteProduct _product;
    private readonly Values<float> _bias;

    public Dense(ModelFile file, string name, int inputs, int outputs)
    {
        _product = new ByteProduct(file, name, inputs, outputs);
        _bias = ModelFile.Sized(file.Section<float>(name + ".bias"), outputs, name + ".bias");
    }

    /// <summary>A multiple of 16.</summary>
    public int Outputs => _product.Outputs;

    public void Apply(byte* states, int rows, float* outputs)
    {
        var unit = Activation.UnitScale;
        _product.Multiply(states, rows, &unit, 0, _bias.Start, outputs);
    }

    /// <summary>Adds what the layer says, but for its bias.</summary>
    public void Add(byte* states, int rows, float* outputs)
    {
        var unit = Activation.UnitScale;
        _product.Multiply(states, rows, &unit, 0, null, outputs);
    }
}
