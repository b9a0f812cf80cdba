using System.Runtime.Intrinsics;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Neural;

/// <summary>Heads by a biaffine form over the states of two words (Dozat and Manning 2017), relations by a layer over both
/// (Kiperwasser and Goldberg 2016).</summary>
internal sealed unsafe class ArcScorer
{
    private readonly Dense _states;
    private readonly Values<float> _bilinear, _headBias, _root, _relationRoot, _relations, _relationBias;
    private readonly int _arcSize, _relationSize;

    /// <remarks>One product gives all four views of a word: as dependent and as head of an arc, as dependent and as head of a relation.</remarks>
    public ArcScorer(ModelFile file, int inputs, int arcSize, int relationSize)
    {
        (_arcSize, _relationSize) = (arcSize, relationSize);
        _states = new Dense(file, "arcs", inputs, 2 * arcSize + 2 * relationSize);
        _bilinear = ModelFile.Sized(file.Section<float>("arc.bilinear"), Gemm.PackedLength(arcSize, arcSize), "arc.bilinear");
        _headBias = ModelFile.Sized(file.Section<float>("arc.headbias"), arcSize, "arc.headbias");
        _root = ModelFile.Sized(file.Section<float>("arc.root"), arcSize, "arc.root");
        _relationRoot = ModelFile.Sized(file.Section<float>("rel.root"), relationSize, "rel.root");
        _relations = ModelFile.Sized(file.Section<float>("rel.scores"), Gemm.PackedLength(relationSize, RelationColumns), "rel.scores");
        _relationBias = ModelFile.Sized(file.Section<float>("rel.scores.bias"), RelationColumns, "rel.scores.bias");
    }

    private static int RelationColumns => (Enum.GetValues<Deprel>().Length + 15) / 16 * 16;

    /// <summary>Sets heads and relations of all words.</summary>
    /// <param name="states">Of the encoder, a row a word.</param>
    /// <param name="mayHead">Whether a word may be the head of another.</param>
    /// <param name="isFinite">Whether a word is a finite verb: no noun before it is its compound.</param>
    /// <param name="heads">Receives indexes in the piece, −1 for its root.</param>
    public void Parse(byte* states, Pieces pieces, ReadOnlySpan<bool> mayHead, ReadOnlySpan<bool> isFinite, Span<int> heads, Span<byte> relations, ArcSpace space)
    {
        var words = pieces.Words;
        var width = _states.Outputs;
        var views = space.Views.Reserve(words * width);
        _states.Apply(states, words, views);
        for (var row = 0; row < words; row++) Rectify(views + (nint)row * width, 2 * _arcSize);
        var bent = space.Bent.Reserve(words * _arcSize);
        Gemm.Multiply(views, width, 1, words, _bilinear.Start, _arcSize, _arcSize, bent, _arcSize, false);
        Activation.Bias(bent, words, _arcSize, _headBias.Start);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var (start, length) = (pieces.Start(piece), pieces.Length(piece));
            ParsePiece(bent + (nint)start * _arcSize, views + (nint)start * width + _arcSize, length, mayHead.Slice(start, length), heads.Slice(start, length), space);
        }
        Relate(views, pieces, heads, isFinite, relations, space);
    }

    private void ParsePiece(float* bent, float* headViews, int length, ReadOnlySpan<bool> mayHead, Span<int> heads, ArcSpace space)
    {
        var columns = (length + 1 + 15) / 16 * 16;
        var packed = space.Packed.Reserve(Gemm.PackedLength(_arcSize, columns));
        PackHeads(headViews, length, packed);
        var scores = space.Scores.Reserve(length * columns);
        Gemm.Multiply(bent, _arcSize, 1, length, packed, _arcSize, columns, scores, columns, false);
        for (var head = 0; head < length; head++)
        {
            if (mayHead[head]) continue;
            for (var word = 0; word < length; word++) scores[word * columns + head + 1] -= Forbidden;
        }
        for (var word = 0; word < length; word++) scores[word * columns + word + 1] -= 10 * Forbidden;
        space.Decoder.Decode(new ReadOnlySpan<float>(scores, length * columns), columns, length, heads);
    }

    private const float Forbidden = 1000;

    /// <summary>The root and the words of a piece as heads, one a column.</summary>
    private void PackHeads(float* headViews, int length, float* packed)
    {
        var width = _states.Outputs;
        for (var from = 0; from <= length; from += Gemm.PanelWidth)
        {
            var panel = packed + (nint)from * _arcSize;
            for (var j = 0; j < Gemm.PanelWidth; j++)
            {
                var column = from + j;
                if (column > length)
                {
                    for (var k = 0; k < _arcSize; k++) panel[k * Gemm.PanelWidth + j] = 0;
                    continue;
                }
                var view = column == 0 ? _root.Start : headViews + (nint)(column - 1) * width;
                for (var k = 0; k < _arcSize; k++) panel[k * Gemm.PanelWidth + j] = view[k];
            }
        }
    }

    private void Relate(float* views, Pieces pieces, ReadOnlySpan<int> heads, ReadOnlySpan<bool> isFinite, Span<byte> relations, ArcSpace space)
    {
        var words = pieces.Words;
        var width = _states.Outputs;
        var joined = space.Bent.Reserve(words * _relationSize);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var start = pieces.Start(piece);
            for (var row = start; row < start + pieces.Length(piece); row++)
            {
                var dependent = views + (nint)row * width + 2 * _arcSize;
                var head = heads[row] < 0 ? _relationRoot.Start : views + (nint)(start + heads[row]) * width + 2 * _arcSize + _relationSize;
                for (var j = 0; j < _relationSize; j += 16)
                    Vector512.MaxNative(Vector512<float>.Zero, Vector512.Load(dependent + j) + Vector512.Load(head + j)).Store(joined + (nint)row * _relationSize + j);
            }
        }
        var scores = space.Scores.Reserve(words * RelationColumns);
        Gemm.Multiply(joined, _relationSize, 1, words, _relations.Start, _relationSize, RelationColumns, scores, RelationColumns, false);
        Activation.Bias(scores, words, RelationColumns, _relationBias.Start);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var start = pieces.Start(piece);
            for (var row = start; row < start + pieces.Length(piece); row++)
                if (heads[row] > row - start && isFinite[start + heads[row]]) scores[(nint)row * RelationColumns + (int)Deprel.Compound] -= Forbidden;
        }
        for (var row = 0; row < words; row++)
            relations[row] = heads[row] < 0 ? (byte)Deprel.Root : (byte)(1 + Best(new ReadOnlySpan<float>(scores + (nint)row * RelationColumns + 1, Relations - 1)));
    }

    private static readonly int Relations = Enum.GetValues<Deprel>().Length;

    private static void Rectify(float* row, int width)
    {
        for (var j = 0; j < width; j += 16) Vector512.MaxNative(Vector512<float>.Zero, Vector512.Load(row + j)).Store(row + j);
    }

    /// <summary>Index of the greatest number, the first of equals.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}

/// <summary>Buffers of one thread.</summary>
internal sealed class ArcSpace
{
    public FloatBuffer Views { get; } = new();

    public FloatBuffer Bent { get; } = new();

    public FloatBuffer Packed { get; } = new();

    public FloatBuffer Scores { get; } = new();

    public TreeDecoder Decoder { get; } = new();
}
