using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Language.Neural;

/// <summary>Finds names: two recurrent layers of its own over forms, tags, lists of names and the kind of text, and a vote of the states of
/// <see cref="LanguageNetwork"/>, which it leaves as they are; on both the best chain of tags.</summary>
internal sealed unsafe class NameNetwork : INameFinder
{
    public const string FileName = "names.bin";

    /// <summary>Room for the tags of the language network.</summary>
    public const int MostTags = 80;

    private readonly NameLists _lists;
    private readonly RecurrentLayer _first, _second;
    private readonly Values<float> _marks, _tags, _style;
    private readonly NameChain _chain;
    private readonly int _gates;

    /// <param name="language">The network whose forms, tags and states it reads.</param>
    public NameNetwork(ModelFile file, LanguageNetwork language)
    {
        var sizes = file.Section<int>("sizes").Span;
        if (sizes.Length != 2) throw new InvalidDataException("The model of names is damaged.");
        _lists = NameLists.From(file);
        _first = new RecurrentLayer(file, 0, language.Encoder.InputSize, sizes[0]);
        _second = new RecurrentLayer(file, 1, 2 * sizes[0], sizes[1]);
        _gates = 8 * sizes[0];
        _marks = ModelFile.Sized(file.Section<float>("marks"), NameLists.Marks * _gates, "marks");
        _tags = ModelFile.Sized(file.Section<float>("tags"), MostTags * _gates, "tags");
        _style = ModelFile.Sized(file.Section<float>("style"), TextStyle.Width * _gates, "style");
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
        var gates = names.Gates.Reserve(words * Math.Max(_gates, 8 * _second.Size));
        Gather(space, gates);
        var output = names.ReserveOutput(words * 2 * Math.Max(_first.Size, _second.Size));
        _first.Run(pieces, gates, null, output, space.Encoder.Recurrent);
        var unit = Activation.UnitScale;
        _second.Project(output, &unit, 0, words, gates);
        _second.Run(pieces, gates, null, output, space.Encoder.Recurrent);
        _chain.Tag(output, space.States, pieces, names.ReserveScores(words), space.Names, names);
    }

    /// <summary>The kind of text says the same to every word: it is put to what the tags say.</summary>
    private void ReadStyle(NetworkSpace space, TagSet tags)
    {
        var names = space.NameSpace;
        TextStyle.Read(space, tags, names.NewStyle());
        var said = names.StyledTags.Reserve((tags.Names.Length + 1) * _gates);
        var style = said + (nint)tags.Names.Length * _gates;
        new Span<float>(style, _gates).Clear();
        for (var i = 0; i < TextStyle.Width; i++) AddRow(_style.Start + (nint)i * _gates, style, names.Style[i]);
        for (var tag = 0; tag < tags.Names.Length; tag++) Sum(_tags.Start + (nint)tag * _gates, style, said + (nint)tag * _gates);
    }

    /// <summary>What forms, tags, kind of text and lists say to the gates of the first layer.</summary>
    private void Gather(NetworkSpace space, float* gates)
    {
        var (forms, rows, pieces) = (space.Encoder.Forms, space.Encoder.Rows, space.Encoder.Pieces);
        float* known = forms.NameRows, said = space.NameSpace.StyledTags.Start;
        var marks = space.NameSpace.ReserveMarks(pieces.Words);
        for (var piece = 0; piece < pieces.Count; piece++) _lists.Mark(forms, rows, pieces.Start(piece), pieces.Length(piece), marks);
        for (var word = 0; word < rows.Count; word++, gates += _gates)
        {
            Sum(known + (nint)rows[word] * _gates, said + (nint)space.Tags[word] * _gates, gates);
            for (var left = (uint)marks[word]; left != 0; left &= left - 1) AddRow(_marks.Start + (nint)BitOperations.TrailingZeroCount(left) * _gates, gates, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(float* a, float* b, float* sum)
    {
        for (var i = 0; i < _gates; i += 16) (Vector512.Load(a + i) + Vector512.Load(b + i)).Store(sum + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(float* row, float* sum, float factor)
    {
        var f = Vector512.Create(factor);
        for (var i = 0; i < _gates; i += 16) Vector512.FusedMultiplyAdd(Vector512.Load(row + i), f, Vector512.Load(sum + i)).Store(sum + i);
    }
}

/// <summary>Buffers of one thread, and what is known of the text it reads.</summary>
internal sealed unsafe class NameSpace
{
    private readonly FloatBuffer _scores = new(), _output = new();
    private byte[] _origins = [];
    private ushort[] _marks = [];

    public FloatBuffer Gates { get; } = new();

    /// <summary>What every tag says in this kind of text.</summary>
    public FloatBuffer StyledTags { get; } = new();

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
