using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Counterclaim.Language.Neural;

/// <summary>The projective tree of the highest score with one root (Eisner 1996), in the cube of the number of words.</summary>
internal sealed class TreeDecoder
{
    private const float Never = -1e30f;

    // Spans of words i..j by i * n + j; the head is the left or the right end; closed once the other end has all its dependents.
    // Those that are read along both ends are kept both ways, so that all sums run along memory.
    private float[] _openLeft = [], _openRight = [], _closedLeft = [], _closedLeftByEnd = [], _closedRight = [], _closedRightByStart = [];
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
        (_openLeft, _openRight) = (new float[size], new float[size]);
        (_closedLeft, _closedLeftByEnd, _closedRight, _closedRightByStart) = (new float[size], new float[size], new float[size], new float[size]);
        (_openSplit, _closedLeftSplit, _closedRightSplit) = (new short[size], new short[size], new short[size]);
    }

    /// <remarks>Left: the left end is the head; by i * n + j, or by j * n + i where the name says so and for all whose head is the right end.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<float> scores, int width, int count)
    {
        for (var word = 0; word < count; word++) _closedLeft[word * count + word] = _closedLeftByEnd[word * count + word] = _closedRight[word * count + word] = _closedRightByStart[word * count + word] = 0;
        for (var length = 1; length < count; length++)
            for (var i = 0; i + length < count; i++)
            {
                var j = i + length;
                var split = BestSum(_closedLeft.AsSpan(i * count + i, length), _closedRight.AsSpan(j * count + i + 1, length), out var best) + i;
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
        var length = j - i;
        var split = BestSum(_openLeft.AsSpan(i * count + i + 1, length), _closedLeftByEnd.AsSpan(j * count + i + 1, length), out var best) + i + 1;
        _closedLeft[i * count + j] = _closedLeftByEnd[j * count + i] = best;
        _closedLeftSplit[i * count + j] = (short)split;
        split = BestSum(_closedRightByStart.AsSpan(i * count + i, length), _openRight.AsSpan(j * count + i, length), out best) + i;
        _closedRight[j * count + i] = _closedRightByStart[i * count + j] = best;
        _closedRightSplit[i * count + j] = (short)split;
    }

    /// <summary>The greatest sum of two elements of one index, and that index: the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int BestSum(ReadOnlySpan<float> a, ReadOnlySpan<float> b, out float best)
    {
        var (top, at) = (Never, 0);
        var k = 0;
        if (a.Length >= 2 * Vector256<float>.Count)
        {
            var tops = Vector256.Create(Never);
            var indexes = Vector256<int>.Zero;
            var now = Vector256<int>.Indices;
            for (; k + Vector256<float>.Count <= a.Length; k += Vector256<float>.Count)
            {
                var sum = Vector256.Create(a[k..]) + Vector256.Create(b[k..]);
                var better = Vector256.GreaterThan(sum, tops);
                tops = Vector256.ConditionalSelect(better, sum, tops);
                indexes = Vector256.ConditionalSelect(better.AsInt32(), now, indexes);
                now += Vector256.Create(Vector256<float>.Count);
            }
            at = int.MaxValue;
            for (var lane = 0; lane < Vector256<float>.Count; lane++)
                if (tops[lane] > top || (tops[lane] == top && indexes[lane] < at)) (top, at) = (tops[lane], indexes[lane]);
        }
        for (; k < a.Length; k++)
        {
            var sum = a[k] + b[k];
            if (sum > top) (top, at) = (sum, k);
        }
        best = top;
        return at;
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
