using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;

namespace Counterclaim.Language.Neural;

/// <summary>Finds names: the best sequence of begin, inside and outside tags under a conditional random field (Lafferty et al. 2001).</summary>
internal sealed unsafe class NameChain
{
    /// <summary>Columns of the scores: the tags, filled up.</summary>
    public const int Columns = 32;

    private const int Tags = NameTags.Count;
    private const float Never = -1e9f;

    private readonly Dense? _own;
    private readonly Dense _shared;

    // Score of every tag (column) after every tag (row), the start of a sentence being the last row; rows are Columns wide.
    private readonly Values<float> _transitions;

    /// <summary>On layers for names and the states of the language network.</summary>
    /// <param name="inputs">Bytes of what the layers for names say of a word.</param>
    /// <param name="stateSize">Bytes of a state of the language network.</param>
    public NameChain(ModelFile names, int inputs, int stateSize) : this(new Dense(names, "names", inputs, Columns), new Dense(names, "shared", stateSize, Columns), names)
    {
    }

    /// <summary>On the states alone.</summary>
    public NameChain(ModelFile language, int stateSize) : this(null, new Dense(language, "names", stateSize, Columns), language)
    {
    }

    private NameChain(Dense? own, Dense shared, ModelFile file)
    {
        (_own, _shared) = (own, shared);
        var chain = ModelFile.Sized(file.Section<float>("names.chain"), (Tags + 1) * Tags, "names.chain").Span;
        var rows = new float[(Tags + 1) * Columns];
        Array.Fill(rows, Never);
        for (var row = 0; row <= Tags; row++) chain.Slice(row * Tags, Tags).CopyTo(rows.AsSpan(row * Columns));
        _transitions = Values<float>.Pinned(rows);
    }

    /// <param name="own">What the layers for names say; null where there are none.</param>
    /// <param name="scores">Receives what each word says for every tag, <see cref="Columns"/> floats a word.</param>
    /// <param name="tags">Receives the tags.</param>
    public void Tag(byte* own, byte* states, Pieces pieces, float* scores, Span<byte> tags, NameSpace space)
    {
        if (_own is { } layer)
        {
            layer.Apply(own, pieces.Words, scores);
            _shared.Add(states, pieces.Words, scores);
        }
        else
        {
            _shared.Apply(states, pieces.Words, scores);
        }
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var (start, length) = (pieces.Start(piece), pieces.Length(piece));
            Decode(scores + (nint)start * Columns, tags.Slice(start, length), space);
        }
    }

    private void Decode(float* scores, Span<byte> tags, NameSpace space)
    {
        var origins = space.Origins(tags.Length * Columns);
        var before = stackalloc float[Columns];
        for (var tag = 0; tag < Columns; tag++) before[tag] = tag < Tags ? scores[tag] + _transitions[Tags * Columns + tag] : Never;
        fixed (byte* origin = origins)
            for (var word = 1; word < tags.Length; word++) Step(before, scores + (nint)word * Columns, origin + (nint)word * Columns);
        var best = ArcScorer.Best(new ReadOnlySpan<float>(before, Tags));
        for (var word = tags.Length - 1; word >= 0; word--)
        {
            tags[word] = (byte)best;
            best = origins[word * Columns + best];
        }
    }

    /// <summary>Goes on by a word: of equal ways the one from the first tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(float* before, float* evidence, byte* origins)
    {
        Vector512<float> low = Vector512.Create(float.NegativeInfinity), high = low;
        Vector512<int> lowAt = default, highAt = default;
        var row = _transitions.Start;
        for (var previous = 0; previous < Tags; previous++, row += Columns)
        {
            var score = Vector512.Create(before[previous]);
            var at = Vector512.Create(previous);
            var sum = score + Vector512.Load(row);
            var better = Vector512.GreaterThan(sum, low);
            low = Vector512.ConditionalSelect(better, sum, low);
            lowAt = Vector512.ConditionalSelect(better.AsInt32(), at, lowAt);
            sum = score + Vector512.Load(row + 16);
            better = Vector512.GreaterThan(sum, high);
            high = Vector512.ConditionalSelect(better, sum, high);
            highAt = Vector512.ConditionalSelect(better.AsInt32(), at, highAt);
        }
        (low + Vector512.Load(evidence)).Store(before);
        (high + Vector512.Load(evidence + 16)).Store(before + 16);
        Bytes(lowAt).Store(origins);
        Bytes(highAt).Store(origins + 16);
    }

    private static Vector128<byte> Bytes(Vector512<int> numbers)
    {
        var shorts = Vector256.Narrow(numbers.GetLower(), numbers.GetUpper());
        return Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).AsByte();
    }
}
