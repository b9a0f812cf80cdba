namespace Counterclaim.Reading.Statements.Learning;

/// <summary>Scores of the labels along a sequence, and the inference of a linear-chain conditional random field over them.</summary>
/// <remarks>Lafferty, McCallum, Pereira 2001. Arrays are kept between uses; not thread-safe.</remarks>
internal sealed class Lattice(int labels)
{
    private float[] _single = [];
    private float[] _pair = [];
    private float[] _forward = [];
    private float[] _backward = [];
    private byte[] _backPointer = [];

    public int Labels { get; } = labels;

    public int Length { get; private set; }

    /// <summary>Score of a label at a position.</summary>
    public Span<float> Single(int position) => _single.AsSpan(position * Labels, Labels);

    /// <summary>Score of a label (column) after another (row) at a position; meaningless at position 0.</summary>
    public Span<float> Pair(int position) => _pair.AsSpan(position * Labels * Labels, Labels * Labels);

    public void Resize(int length)
    {
        Length = length;
        if (_single.Length >= length * Labels) return;
        var capacity = Math.Max(64, length * 3 / 2);
        _single = new float[capacity * Labels];
        _pair = new float[capacity * Labels * Labels];
        _forward = new float[capacity * Labels];
        _backward = new float[capacity * Labels];
        _backPointer = new byte[capacity * Labels];
    }

    /// <summary>Writes the best label sequence.</summary>
    public void Best(Span<byte> path)
    {
        if (Length == 0) return;
        int l = Labels;
        _single.AsSpan(0, l).CopyTo(_forward);
        for (var t = 1; t < Length; t++)
        {
            var pair = Pair(t);
            for (var y = 0; y < l; y++)
            {
                var best = float.NegativeInfinity;
                byte from = 0;
                for (var x = 0; x < l; x++)
                {
                    var score = _forward[((t - 1) * l) + x] + pair[(x * l) + y];
                    if (score <= best) continue;
                    best = score;
                    from = (byte)x;
                }
                _forward[(t * l) + y] = best + _single[(t * l) + y];
                _backPointer[(t * l) + y] = from;
            }
        }
        byte last = 0;
        for (byte y = 1; y < l; y++)
            if (_forward[((Length - 1) * l) + y] > _forward[((Length - 1) * l) + last]) last = y;
        for (var t = Length - 1; t >= 0; t--)
        {
            path[t] = last;
            last = _backPointer[(t * l) + last];
        }
    }

    /// <summary>Runs forward and backward; returns the logarithm of the sum over all sequences.</summary>
    public float Sum()
    {
        int l = Labels;
        _single.AsSpan(0, l).CopyTo(_forward);
        Span<float> terms = stackalloc float[l];
        for (var t = 1; t < Length; t++)
        {
            var pair = Pair(t);
            for (var y = 0; y < l; y++)
            {
                for (var x = 0; x < l; x++) terms[x] = _forward[((t - 1) * l) + x] + pair[(x * l) + y];
                _forward[(t * l) + y] = LogSum(terms) + _single[(t * l) + y];
            }
        }
        _backward.AsSpan((Length - 1) * l, l).Clear();
        for (var t = Length - 2; t >= 0; t--)
        {
            var pair = Pair(t + 1);
            for (var x = 0; x < l; x++)
            {
                for (var y = 0; y < l; y++)
                    terms[y] = _backward[((t + 1) * l) + y] + _single[((t + 1) * l) + y] + pair[(x * l) + y];
                _backward[(t * l) + x] = LogSum(terms);
            }
        }
        return LogSum(_forward.AsSpan((Length - 1) * l, l));
    }

    /// <summary>Probability of a label at a position, after <see cref="Sum"/>.</summary>
    public float Probability(int position, int label, float logSum) =>
        MathF.Exp(_forward[(position * Labels) + label] + _backward[(position * Labels) + label] - logSum);

    /// <summary>Probability of one label after another, after <see cref="Sum"/>.</summary>
    public float Probability(int position, int before, int label, float logSum) => MathF.Exp(
        _forward[((position - 1) * Labels) + before] + Pair(position)[(before * Labels) + label] +
        _single[(position * Labels) + label] + _backward[(position * Labels) + label] - logSum);

    /// <summary>Logarithm of the weight of one label sequence.</summary>
    public float Score(ReadOnlySpan<byte> path)
    {
        float score = 0;
        for (var t = 0; t < Length; t++)
        {
            score += _single[(t * Labels) + path[t]];
            if (t > 0) score += _pair[(t * Labels * Labels) + (path[t - 1] * Labels) + path[t]];
        }
        return score;
    }

    private static float LogSum(ReadOnlySpan<float> terms)
    {
        var max = terms[0];
        for (var i = 1; i < terms.Length; i++) max = Math.Max(max, terms[i]);
        if (float.IsNegativeInfinity(max)) return max;
        float sum = 0;
        foreach (var term in terms) sum += MathF.Exp(term - max);
        return max + MathF.Log(sum);
    }
}
