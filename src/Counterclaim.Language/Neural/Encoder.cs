using System.Runtime.CompilerServices;
using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Language.Neural;

/// <summary>Turns the words of sentences into states: numbers that say what each is in its place. All tasks stand on them.</summary>
/// <remarks>A word enters as a fixed vector of its own (GloVe; of rarer words as codes), marks of its spelling, a learned vector where it is common, and the sum of
/// learned ones of its parts; two recurrent layers read it in its sentence.</remarks>
internal sealed unsafe class Encoder
{
    private readonly ByteRows _vectors, _words, _parts;
    private readonly HashTable16 _vectorIndex, _wordIndex;
    private readonly CodedVectors _rareVectors;
    private readonly Values<float> _unknown;
    private readonly RecurrentLayer[] _layers;

    public Encoder(ModelFile file, ReadOnlySpan<int> sizes)
    {
        var (vector, word, part, layers, states) = (sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        _vectors = ByteRows.From(file, "vectors", vector);
        _words = ByteRows.From(file, "words", word);
        _parts = ByteRows.From(file, "parts", part);
        _vectorIndex = HashTable16.From(file, "vectors");
        _rareVectors = CodedVectors.From(file, "rare", vector);
        _wordIndex = HashTable16.From(file, "words");
        _unknown = ModelFile.Sized(file.Section<float>("vectors.none"), vector, "vectors.none");
        InputSize = vector + FormFeatures.Marks + word + part;
        LearnedWord = (vector + FormFeatures.Marks, word);
        StateSize = 2 * states;
        WordRanks = new WordRanks(_vectorIndex, _vectors.Count, _rareVectors);
        _layers = [.. Enumerable.Range(0, layers).Select(i => new RecurrentLayer(file, i, i == 0 ? InputSize : StateSize, states))];
    }

    /// <summary>Numbers that a form enters as.</summary>
    public int InputSize { get; }

    /// <summary>Where among these the vector learned for a common word stands.</summary>
    public (int Start, int Count) LearnedWord { get; }

    /// <summary>How common the words with vectors are.</summary>
    public WordRanks WordRanks { get; }

    /// <summary>Floats of a state.</summary>
    public int StateSize { get; }

    /// <summary>Adds the words of a sentence to those to be encoded.</summary>
    public void Add(Sentence sentence, string text, ReadOnlySpan<TextSpan> tokens, EncoderSpace space)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            // Equal forms in sentences of equal capitals enter alike: they are projected once.
            var row = space.Forms.RowOf(sentence.Keys[i], out var isNew);
            if (isNew)
            {
                var input = row - space.Forms.FirstNew;
                var form = space.Form;
                form.Read(BrokenWord.Whole(tokens[i].In(text)), sentence.Casing);
                space.Forms.Look(row) = new FormLook(form.Plain, form.Spelling, sentence.Casing == Capitals.None);
                Embed(form, space.Embedding(InputSize));
                *space.Scale(input) = ByteProduct.Round(space.Embedding(InputSize), InputSize, space.Input(input, InputSize));
            }
            space.Rows.Add(row);
        }
        for (var from = 0; from < sentence.Count; from += Pieces.Longest) space.Pieces.Add(Math.Min(Pieces.Longest, sentence.Count - from));
    }

    /// <summary>What a form enters as, before it is rounded.</summary>
    public void Embed(FormFeatures form, float* input)
    {
        if (!TryCopyVector(form.Plain, input) && (form.Last == 0 || !TryCopyVector(form.Last, input))) _unknown.Span.CopyTo(new Span<float>(input, _vectors.Width));
        input += _vectors.Width;
        for (var mark = 0; mark < FormFeatures.Marks; mark++) input[mark] = form.Spelling >> mark & 1;
        input += FormFeatures.Marks;
        _words.Copy(_wordIndex.GetOrDefault(form.Word), input);
        input += _words.Width;
        new Span<float>(input, _parts.Width).Clear();
        foreach (var part in form.Parts) _parts.Add(FormFeatures.Row(part, _parts.Count), input);
    }

    private bool TryCopyVector(uint plain, float* input)
    {
        if (!_vectorIndex.TryGet(plain, out var row)) return _rareVectors.TryCopy(plain, input);
        _vectors.Copy(row, input);
        return true;
    }

    /// <summary>The states of all words added, <see cref="StateSize"/> bytes a word at <see cref="Activation.UnitScale"/>.</summary>
    public byte* Encode(EncoderSpace space)
    {
        var (forms, words) = (space.Forms, space.Pieces.Words);
        space.Pieces.Sort();
        var unit = Activation.UnitScale;
        var width = 4 * StateSize;
        var known = forms.Reserve(width);
        _layers[0].Project(space.Inputs, space.Scales, 1, forms.Count - forms.FirstNew, known + (nint)forms.FirstNew * width);
        forms.Done();
        var states = space.States(0, words * StateSize);
        _layers[0].Run(space.Pieces, new ProjectedInputs(known, space.RowArray(), _layers[0].Size), states, space.Recurrent);
        var projected = space.Projected.Reserve(words * width);
        for (var layer = 1; layer < _layers.Length; layer++)
        {
            _layers[layer].Project(states, &unit, 0, words, projected);
            states = space.States(layer & 1, words * StateSize);
            _layers[layer].Run(space.Pieces, new ProjectedInputs(projected, null, _layers[layer].Size), states, space.Recurrent);
        }
        return states;
    }

    /// <summary>Makes room for other words.</summary>
    public void Clear(EncoderSpace space)
    {
        space.Clear();
        space.Forms.Trim();
    }
}

/// <summary>What one thread needs to encode: the words of some sentences, and buffers.</summary>
internal sealed unsafe class EncoderSpace
{
    private readonly FloatBuffer _even = new(), _odd = new();
    private byte[] _inputs = GC.AllocateUninitializedArray<byte>(1 << 18, pinned: true);
    private float[] _scales = GC.AllocateUninitializedArray<float>(1 << 10, pinned: true);
    private readonly FloatBuffer _embedding = new();
    private int[] _rowArray = [];

    public FormFeatures Form { get; } = new();

    public FormProjections Forms { get; } = new();

    /// <summary>For every word the row of its form.</summary>
    public List<int> Rows { get; } = [];

    public Pieces Pieces { get; } = new();

    /// <summary>Inputs of new forms as bytes, each at its scale.</summary>
    public byte* Inputs => (byte*)Unsafe.AsPointer(ref _inputs[0]);

    public float* Scales => (float*)Unsafe.AsPointer(ref _scales[0]);

    public FloatBuffer Projected { get; } = new();

    public RecurrentState Recurrent { get; } = new();

    public byte* States(int layer, int bytes) => (byte*)(layer == 0 ? _even : _odd).Reserve(bytes / sizeof(float) + 16);

    /// <summary>Room for one input before it is rounded.</summary>
    public float* Embedding(int size) => _embedding.Reserve(size);

    public float* Scale(int row)
    {
        if (row >= _scales.Length)
        {
            var larger = GC.AllocateUninitializedArray<float>(row * 2, pinned: true);
            _scales.CopyTo(larger.AsSpan());
            _scales = larger;
        }
        return Scales + row;
    }

    public void Clear()
    {
        Rows.Clear();
        Pieces.Clear();
    }

    /// <summary>Room for the input of a form; what earlier forms put there stays.</summary>
    public byte* Input(int row, int size)
    {
        if (_inputs.Length < (row + 1) * size)
        {
            var larger = GC.AllocateUninitializedArray<byte>((row + 1) * size * 2, pinned: true);
            _inputs.AsSpan(0, row * size).CopyTo(larger);
            _inputs = larger;
        }
        return Inputs + (nint)row * size;
    }

    public int[] RowArray()
    {
        if (_rowArray.Length < Rows.Count) _rowArray = new int[Rows.Count * 3 / 2];
        Rows.CopyTo(_rowArray);
        return _rowArray;
    }
}
