using Counterclaim.Language.Models;
using Counterclaim.Language.Names;

namespace Counterclaim.Language.Neural;

/// <summary>Finds names: the best sequence of begin, inside and outside tags under a conditional random field (Lafferty et al. 2001).</summary>
internal sealed unsafe class NameChain
{
    /// <summary>Columns of the scores: the tags, filled up.</summary>
    public const int Columns = 32;

    private const int Tags = NameTags.Count;
    private readonly Dense _scores;
    private readonly Values<float> _transitions;

    public NameChain(ModelFile file, int inputs)
    {
        _scores = new Dense(file, "names", inputs, Columns);
        // Score of every tag (column) after every tag (row), the start of a sentence being the last row.
        _transitions = ModelFile.Sized(file.Section<float>("names.chain"), (Tags + 1) * Tags, "names.chain");
    }

    /// <param name="scores">Receives what each word says for every tag, <see cref="Columns"/> floats a word.</param>
    /// <param name="tags">Receives the tags.</param>
    public void Tag(byte* states, Pieces pieces, float* scores, Span<byte> tags, NameSpace space)
    {
        _scores.Apply(states, pieces.Words, scores);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var (start, length) = (pieces.Start(piece), pieces.Length(piece));
            Decode(scores + (nint)start * Columns, tags.Slice(start, length), space);
        }
    }

    private void Decode(float* scores, Span<byte> tags, NameSpace space)
    {
        var origins = space.Origins(tags.Length * Tags);
        Span<float> before = stackalloc float[Tags], now = stackalloc float[Tags];
        for (var tag = 0; tag < Tags; tag++) before[tag] = NameTags.IsInside(tag) ? float.NegativeInfinity : scores[tag] + _transitions[Tags * Tags + tag];
        for (var word = 1; word < tags.Length; word++)
        {
            Step(before, now, scores + (nint)word * Columns, origins.AsSpan(word * Tags, Tags));
            now.CopyTo(before);
        }
        var best = ArcScorer.Best(before);
        for (var word = tags.Length - 1; word >= 0; word--)
        {
            tags[word] = (byte)best;
            best = origins[word * Tags + best];
        }
    }

    private void Step(ReadOnlySpan<float> before, Span<float> now, float* evidence, Span<byte> origins)
    {
        // Whatever begins or stays outside may follow any tag; an inside has two to follow.
        for (var tag = 0; tag < Tags; tag++)
        {
            var (from, to) = NameTags.IsInside(tag) ? (tag - 1, tag + 1) : (0, Tags);
            var (best, at) = (float.NegativeInfinity, from);
            for (var previous = from; previous < to; previous++)
            {
                var score = before[previous] + _transitions.Start[previous * Tags + tag];
                if (score <= best) continue;
                (best, at) = (score, previous);
            }
            now[tag] = best + evidence[tag];
            origins[tag] = (byte)at;
        }
    }
}

/// <summary>Buffers of one thread.</summary>
internal sealed class NameSpace
{
    private byte[] _origins = [];

    public byte[] Origins(int count) => _origins.Length >= count ? _origins : _origins = new byte[count * 3 / 2];
}
