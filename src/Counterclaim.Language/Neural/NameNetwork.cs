using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Language.Neural;

/// <summary>Finds names: two recurrent layers of its own over forms, lists of names and the kind of text, and a vote of the states of
/// <see cref="LanguageNetwork"/>, which it leaves as they are; on both the best chain of tags. The same layers have a say in the parts of speech.</summary>
internal sealed unsafe class NameNetwork : INameFinder
{
    public const string FileName = "names.bin";

    private readonly NameLists _lists;
    private readonly RecurrentLayer _first, _second;
    private readonly Values<float> _marks, _style;
    private readonly Dense _tagScores;
    private readonly NameChain _chain;
    private readonly int _gates;

    /// <param name="language">The network whose forms and states it reads.</param>
    public NameNetwork(ModelFile file, LanguageNetwork language)
    {
        var sizes = file.Section<int>("sizes").Span;
        if (sizes.Length != 2) throw new InvalidDataException("The model of names is damaged.");
        _lists = NameLists.From(file);
        _first = new RecurrentLayer(file, 0, language.Encoder.InputSize, sizes[0]);
        _second = new RecurrentLayer(file, 1, 2 * sizes[0], sizes[1]);
        _gates = 8 * sizes[0];
        _marks = ModelFile.Sized(file.Section<float>("marks"), NameLists.Marks * _gates, "marks");
        _style = ModelFile.Sized(file.Section<float>("style"), TextStyle.Width * _gates, "style");
        _tagScores = new Dense(file, "tag", 2 * sizes[1], language.TagColumns);
        _chain = new NameChain(file, 2 * sizes[1], language.StateSize);
    }

    public void ReadForms(EncoderSpace space)
    {
        var forms = space.Forms;
        var rows = forms.ReserveForNames(_gates) + (nint)forms.FirstNew * _gates;
        _first.Project(space.Inputs, space.Scales, 1, forms.Count - forms.FirstNew, rows);
    }

    public void Read(NetworkSpace space, TagSet tags)
    {
        var pieces = space.Encoder.Pieces;
        var (words, names) = (pieces.Words, space.NameSpace);
        if (words == 0) return;
        if (!names.HasStyle) ReadStyle(space, tags);
        var output = names.ReserveOutput(words * 2 * Math.Max(_first.Size, _second.Size));
        _first.Run(pieces, Gather(space), output, space.Encoder.Recurrent);
        var unit = Activation.UnitScale;
        var projected = names.Projected.Reserve(words * 8 * _second.Size);
        _second.Project(output, &unit, 0, words, projected);
        _second.Run(pieces, new ProjectedInputs(projected, null, _second.Size), output, space.Encoder.Recurrent);
        VoteOnTags(space, output, words, tags.Names.Length);
        _chain.Tag(output, space.States, pieces, names.ReserveScores(words), space.Names, names);
    }

    /// <summary>Puts its scores to those of the language network and chooses anew.</summary>
    private void VoteOnTags(NetworkSpace space, byte* output, int words, int tags)
    {
        var width = _tagScores.Outputs;
        var own = space.NameSpace.TagScores.Reserve(words * width);
        var shared = space.TagScores.Start;
        _tagScores.Apply(output, words, own);
        for (var word = 0; word < words; word++)
        {
            var row = own + (nint)word * width;
            Sum(row, shared + (nint)word * width, row, width);
            space.Tags[word] = (byte)ArcScorer.Best(new ReadOnlySpan<float>(row, tags));
        }
    }

    /// <summary>What the kind of text says to the gates, the same for every word.</summary>
    private void ReadStyle(NetworkSpace space, TagSet tags)
    {
        var names = space.NameSpace;
        TextStyle.Read(space, tags, names.NewStyle());
        var said = names.StyleRow.Reserve(_gates);
        new Span<float>(said, _gates).Clear();
        for (var i = 0; i < TextStyle.Width; i++) AddRow(_style.Start + (nint)i * _gates, said, names.Style[i], _gates);
    }

    /// <summary>What forms, kind of text and lists say to the gates of the first layer.</summary>
    private NameGateInputs Gather(NetworkSpace space)
    {
        var (forms, rows, pieces) = (space.Encoder.Forms, space.Encoder.Rows, space.Encoder.Pieces);
        var marks = space.NameSpace.ReserveMarks(pieces.Words);
        for (var piece = 0; piece < pieces.Count; piece++) _lists.Mark(forms, rows, pieces.Start(piece), pieces.Length(piece), marks);
        return new NameGateInputs(forms.NameRows, space.Encoder.RowArray(), space.NameSpace.StyleRow.Start, _marks.Start, marks, _gates);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sum(float* a, float* b, float* sum, int count)
    {
        for (var i = 0; i < count; i += 16) (Vector512.Load(a + i) + Vector512.Load(b + i)).Store(sum + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddRow(float* row, float* sum, float factor, int count)
    {
        var f = Vector512.Create(factor);
        for (var i = 0; i < count; i += 16) Vector512.FusedMultiplyAdd(Vector512.Load(row + i), f, Vector512.Load(sum + i)).Store(sum + i);
    }
}

/// <summary>What forms, kind of text and lists say, summed when a word is read: so many numbers are not written out for all words first.</summary>
/// <param name="forms">Rows of forms, and <paramref name="formOf"/> every word.</param>
/// <param name="style">The row of the kind of text.</param>
/// <param name="lists">Rows of the marks of lists.</param>
/// <param name="gates">Numbers of a row: those of both directions.</param>
internal readonly unsafe struct NameGateInputs(float* forms, int[] formOf, float* style, float* lists, ushort[] marksOf, int gates) : IGateInputs
{
    private readonly float* _forms = forms, _style = style, _lists = lists;

    public float* Row(int word, int side, float* room)
    {
        var count = gates / 2;
        var from = side * count;
        NameNetwork.Sum(_forms + (nint)formOf[word] * gates + from, _style + from, room, count);
        for (var left = (uint)marksOf[word]; left != 0; left &= left - 1) NameNetwork.AddRow(_lists + (nint)BitOperations.TrailingZeroCount(left) * gates + from, room, 1, count);
        return room;
    }
}

/// <summary>Buffers of one thread, and what is known of the text it reads.</summary>
internal sealed unsafe class NameSpace
{
    private readonly FloatBuffer _scores = new(), _output = new();
    private byte[] _origins = [];
    private ushort[] _marks = [];

    public FloatBuffer Projected { get; } = new();

    /// <summary>What the kind of text says to the gates.</summary>
    public FloatBuffer StyleRow { get; } = new();

    /// <summary>What the layers for names, and in the end all, say for every part of speech.</summary>
    public FloatBuffer TagScores { get; } = new();

    /// <summary>What every word says for every tag, <see cref="NameChain.Columns"/> floats a word.</summary>
    public float* Scores => _scores.Start;

    public float[] Style { get; } = new float[TextStyle.Width];

    public bool HasStyle { get; private set; }

    public float* ReserveScores(int words) => _scores.Reserve(words * NameChain.Columns);

    public byte* ReserveOutput(int bytes) => (byte*)_output.Reserve(bytes / sizeof(float) + 16);

    public byte[] Origins(int count) => _origins.Length >= count ? _origins : _origins = new byte[count * 3 / 2];

    public ushort[] ReserveMarks(int words) => _marks.Length >= words ? _marks : _marks = new ushort[words * 3 / 2];

    public float[] NewStyle()
    {
        HasStyle = true;
        return Style;
    }

    /// <summary>Another text begins.</summary>
    public void Forget() => HasStyle = false;
}
