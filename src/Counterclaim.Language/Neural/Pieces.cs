namespace Counterclaim.Language.Neural;

/// <summary>The runs of words that the encoder reads together: sentences, the longest cut. Rows of all matrices are words, in text order.</summary>
internal sealed class Pieces
{
    /// <summary>Words of the longest run; what is longer is read in parts, so that time stays linear.</summary>
    public const int Longest = 256;

    private int[] _starts = new int[64], _order = new int[64], _lengths = new int[64];

    public int Count { get; private set; }

    public int Words { get; private set; }

    public int Steps { get; private set; }

    public void Clear() => (Count, Words, Steps) = (0, 0, 0);

    /// <summary>Adds a run after the last.</summary>
    public void Add(int words)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * Count);
            Array.Resize(ref _lengths, 2 * Count);
            Array.Resize(ref _order, 2 * Count);
        }
        (_starts[Count], _lengths[Count]) = (Words, words);
        Count++;
        Words += words;
        Steps = Math.Max(Steps, words);
    }

    /// <summary>Puts the longest first in the order of steps; of equals, the earlier.</summary>
    public void Sort()
    {
        for (var i = 0; i < Count; i++) _order[i] = i;
        var lengths = _lengths;
        _order.AsSpan(0, Count).Sort((a, b) => lengths[a] != lengths[b] ? lengths[b] - lengths[a] : a - b);
    }

    public int Start(int piece) => _starts[piece];

    public int Length(int piece) => _lengths[piece];

    /// <summary>How many runs have a word at a step, given how many had at the step before.</summary>
    public int Active(int step, int before)
    {
        while (before > 0 && _lengths[_order[before - 1]] <= step) before--;
        return before;
    }

    /// <summary>Row of the word that the k-th longest run has at a step, from its left or its right end.</summary>
    public int RowAt(int step, int k, bool backwards)
    {
        var piece = _order[k];
        return _starts[piece] + (backwards ? _lengths[piece] - 1 - step : step);
    }
}
