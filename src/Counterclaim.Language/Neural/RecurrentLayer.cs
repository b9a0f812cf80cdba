using Counterclaim.Language.Models;

namespace Counterclaim.Language.Neural;

/// <summary>A layer of LSTM cells that reads every run of words from both ends (Graves and Schmidhuber 2005).</summary>
internal sealed unsafe class RecurrentLayer
{
    private readonly ByteProduct _inputs, _forward, _backward;
    private readonly Values<float> _bias;

    /// <summary>Reads the layer of that number from a model.</summary>
    /// <param name="size">Outputs of each direction.</param>
    public RecurrentLayer(ModelFile file, int number, int inputSize, int size)
    {
        (InputSize, Size) = (inputSize, size);
        _inputs = new ByteProduct(file, $"lstm{number}.in", inputSize, 8 * size);
        _forward = new ByteProduct(file, $"lstm{number}.fw", size, 4 * size);
        _backward = new ByteProduct(file, $"lstm{number}.bw", size, 4 * size);
        _bias = ModelFile.Sized(file.Section<float>($"lstm{number}.bias"), 8 * size, "lstm.bias");
    }

    public int InputSize { get; }

    public int Size { get; }

    /// <summary>What the inputs say to the gates of both directions.</summary>
    /// <param name="inputs">Rounded rows, and <paramref name="scales"/> of them.</param>
    /// <param name="scaleStep">1, or 0 where all rows have one scale.</param>
    /// <param name="projected">Receives 8 × <see cref="Size"/> floats a row.</param>
    public void Project(byte* inputs, float* scales, int scaleStep, int rows, float* projected) =>
        _inputs.Multiply(inputs, rows, scales, scaleStep, _bias.Start, projected);

    /// <summary>Runs both directions.</summary>
    /// <param name="inputs">What the inputs of every word say to the gates.</param>
    /// <param name="output">Receives 2 × <see cref="Size"/> numbers a word, as bytes at the scale of <see cref="Activation.UnitScale"/>: what was read
    /// up to it from the left, then from the right.</param>
    public void Run<TInputs>(Pieces pieces, TInputs inputs, byte* output, RecurrentState state) where TInputs : struct, IGateInputs
    {
        state.Reserve(pieces.Count, Size);
        Run(pieces, inputs, output, state, false);
        Run(pieces, inputs, output, state, true);
    }

    private void Run<TInputs>(Pieces pieces, TInputs inputs, byte* output, RecurrentState state, bool backwards) where TInputs : struct, IGateInputs
    {
        var weights = backwards ? _backward : _forward;
        var side = backwards ? 1 : 0;
        float* gates = state.Gates, cells = state.Cells;
        var hidden = state.Hidden;
        var starts = state.Starts;
        var active = pieces.Count;
        for (var step = 0; step < pieces.Steps; step++)
        {
            active = pieces.Active(step, active);
            for (var k = 0; k < active; k++) starts[k] = inputs.Row(pieces.RowAt(step, k, backwards), side, gates + (nint)k * 4 * Size);
            if (step > 0) weights.MultiplyOnto(hidden, active, Activation.UnitScale, starts, gates);
            for (var k = 0; k < active; k++)
            {
                var at = (nint)k * Size;
                // At the first step nothing has been read: the gates hear the inputs alone.
                if (step == 0) Activation.LstmCell(starts[k], null, cells + at, hidden + at, Size);
                else Activation.LstmCell(gates + 4 * at, cells + at, cells + at, hidden + at, Size);
                Buffer.MemoryCopy(hidden + at, output + ((nint)pieces.RowAt(step, k, backwards) * 2 + side) * Size, Size, Size);
            }
        }
    }
}

/// <summary>What the inputs of words say to the gates of a recurrent layer.</summary>
internal unsafe interface IGateInputs
{
    /// <summary>What a word says to the gates of one direction.</summary>
    /// <param name="side">0 from the left, 1 from the right.</param>
    /// <param name="room">Where it may be put.</param>
    /// <returns>Where it stands.</returns>
    float* Row(int word, int side, float* room);
}

/// <summary>Inputs that have been projected (<see cref="RecurrentLayer.Project"/>).</summary>
/// <param name="rowOf">For every word the row of its projection; null where they are the same.</param>
/// <param name="size">Outputs of each direction of the layer.</param>
internal readonly unsafe struct ProjectedInputs(float* projected, int[]? rowOf, int size) : IGateInputs
{
    private readonly float* _projected = projected;

    public float* Row(int word, int side, float* room) => _projected + ((nint)(rowOf is null ? word : rowOf[word]) * 8 + 4 * side) * size;
}

/// <summary>What the cells of all runs hold at a step.</summary>
internal sealed unsafe class RecurrentState
{
    private readonly FloatBuffer _gates = new(), _cells = new(), _hidden = new(), _starts = new();

    public float* Gates => _gates.Start;

    public float* Cells => _cells.Start;

    /// <summary>What the inputs say to the gates of each run at a step.</summary>
    public float** Starts => (float**)_starts.Start;

    /// <summary>The outputs of the last step, as bytes.</summary>
    public byte* Hidden => (byte*)_hidden.Start;

    public void Reserve(int runs, int size)
    {
        _gates.Reserve(runs * 4 * size);
        _cells.Reserve(runs * size);
        _hidden.Reserve(runs * size / sizeof(float));
        _starts.Reserve(runs * sizeof(float*) / sizeof(float));
    }
}
