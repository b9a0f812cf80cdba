using System.Runtime.CompilerServices;

namespace Counterclaim.Language.Neural;

/// <summary>The projective tree of the highest score with one root (Eisner 1996), in the cube of the number of words.</summary>
internal sealed class TreeDecoder
{
    private const float Never = -1e30f;

    // Spans of words i..j by i * n + j; the head is the left or the right end; closed once the other end has all its dependents.
    private float[] _openLeft = [], _openRight = [], _closedLeft = [], _closedRight = [];
    private short[] _openSplit = [], _closedLeftSplit = [], _closedRightSplit = [];

    /// <summary>Finds the head of every word.</summary>
    /// <param name="scores">A row for every word: the score of the root, then of every word as its head.</param>
    /// <param name="width">Floats of a row.</param>
    /// <param name="heads">Receives indexes of words, −1 for the root.</param>
    public void Decode(ReadOnlySpan<float> scores, int width, int count, Span<int> heads)
    {
        if (GreedyIsTree(scores, width, count, heads)) return;
        Reserve(count);
        Fill(scores, width, count);
        var (best, root) = (float.NegativeInfinity, 0);
        for (var word = 0; word < count; word++)
        {
            // Head of all to its left and of all to its right.
            var score = scores[word * width] + _closedRight[word * count] + _closedLeft[word * count + count - 1];
            if (score <= best) continue;
            (best, root) = (score, word);
        }
        heads[root] = -1;
        Close(count, 0, root, false, heads);
        Close(count, root, count - 1, true, heads);
    }

    /// <summary>Takes the best head of every word by itself, and says whether that is a projective tree with one root.</summary>
    private static bool GreedyIsTree(ReadOnlySpan<float> scores, int width, int count, Span<int> heads)
    {
        var roots = 0;
        for (var word = 0; word < count; word++)
        {
            var row = scores.Slice(word * width, count + 1);
            var best = 0;
            for (var head = 1; head <= count; head++)
                if (row[head] > row[best]) best = head;
            heads[word] = best - 1;
            if (best == 0 && ++roots > 1) return false;
        }
        return roots == 1 && IsProjectiveTree(heads[..count]);
    }

    /// <summary>A structure with one root in which every word is reached from its head over words it dominates is a projective tree.</summary>
    private static bool IsProjectiveTree(ReadOnlySpan<int> heads)
    {
        for (var word = 0; word < heads.Length; word++)
        {
            var head = heads[word];
            if (head == word) return false;
            var (low, high) = head < 0 ? (word, word) : (Math.Min(head, word), Math.Max(head, word));
            for (var between = low + 1; between < high; between++)
                if (heads[between] < low || heads[between] > high) return false;
            var ancestor = head;
            for (var steps = 0; ancestor >= 0; steps++)
            {
                if (steps > heads.Length) return false;
                ancestor = heads[ancestor];
            }
        }
        return true;
    }

    private void Reserve(int count)
    {
        var size = count * count;
        if (_openLeft.Length >= size) return;
        (_openLeft, _openRight, _closedLeft, _closedRight) = (new float[size], new float[size], new float[size], new float[size]);
        (_openSplit, _closedLeftSplit, _closedRightSplit) = (new short[size], new short[size], new short[size]);
    }

    /// <remarks>Left: the left end is the head. <c>_closedRight</c> is kept transposed, so that all inner loops run along memory.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<float> scores, int width, int count)
    {
        for (var word = 0; word < count; word++) _closedLeft[word * count + word] = _closedRight[word * count + word] = 0;
        for (var length = 1; length < count; length++)
            for (var i = 0; i + length < count; i++)
            {
                var j = i + length;
                var (best, split) = (Never, i);
                for (var k = i; k < j; k++)
                {
                    var score = _closedLeft[i * count + k] + _closedRight[j * count + k + 1];
                    if (score > best) (best, split) = (score, k);
                }
                var at = i * count + j;
                _openSplit[at] = (short)split;
                _openLeft[at] = best + scores[j * width + i + 1];
                _openRight[j * count + i] = best + scores[i * width + j + 1];
                CloseSpan(count, i, j);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CloseSpan(int count, int i, int j)
    {
        var (best, split) = (Never, j);
        for (var k = i + 1; k <= j; k++)
        {
            var score = _openLeft[i * count + k] + _closedLeft[k * count + j];
            if (score > best) (best, split) = (score, k);
        }
        _closedLeft[i * count + j] = best;
        _closedLeftSplit[i * count + j] = (short)split;
        (best, split) = (Never, i);
        for (var k = i; k < j; k++)
        {
            var score = _closedRight[k * count + i] + _openRight[j * count + k];
            if (score > best) (best, split) = (score, k);
        }
        _closedRight[j * count + i] = best;
        _closedRightSplit[i * count + j] = (short)split;
    }

    private void Close(int count, int i, int j, bool leftIsHead, Span<int> heads)
    {
        while (i < j)
        {
            if (leftIsHead)
            {
                var k = _closedLeftSplit[i * count + j];
                Open(count, i, k, true, heads);
                i = k;
            }
            else
            {
                var k = _closedRightSplit[i * count + j];
                Open(count, k, j, false, heads);
                j = k;
            }
        }
    }

    private void Open(int count, int i, int j, bool leftIsHead, Span<int> heads)
    {
        if (leftIsHead) heads[j] = i;
        else heads[i] = j;
        var k = _openSplit[i * count + j];
        Close(count, i, k, true, heads);
        Close(count, k + 1, j, false, heads);
    }
}
