using System.Runtime.InteropServices;

namespace Counterclaim.Language.Neural;

/// <summary>What forms say to the first layer, kept from text to text: most words that come have come before. One thread's own.</summary>
/// <remarks>A form says the same wherever it stands, so that what is kept changes no result.</remarks>
internal sealed unsafe class FormProjections
{
    /// <summary>Forms from which on the rarer ones are forgotten, once the sentences they stand in are read.</summary>
    private const int Most = 2048;

    private readonly FloatBuffer _rows = new();
    private readonly Dictionary<ulong, int> _rowOf = [];
    private ulong[] _keys = new ulong[Most];
    private int[] _uses = new int[Most];

    public int Count { get; private set; }

    /// <summary>The first row that has not been projected.</summary>
    public int FirstNew { get; private set; }

    /// <summary>The row of a form; a new one where it is not known.</summary>
    public int RowOf(ulong key, out bool isNew)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rowOf, key, out var known);
        isNew = !known;
        if (isNew)
        {
            row = Count++;
            if (row == _keys.Length)
            {
                Array.Resize(ref _keys, 2 * row);
                Array.Resize(ref _uses, 2 * row);
            }
            (_keys[row], _uses[row]) = (key, 0);
        }
        _uses[row]++;
        return row;
    }

    /// <summary>Room for all rows; those that have been projected stay.</summary>
    public float* Reserve(int width) => _rows.Grow(Math.Max(Count, Most) * width, FirstNew * width);

    /// <summary>The new rows have been projected.</summary>
    public void Done() => FirstNew = Count;

    /// <summary>Forgets the rarer half of many forms. Rows change.</summary>
    public void Trim(int width)
    {
        if (FirstNew < Most) return;
        var least = 2;
        while (CountFrom(least) > Most / 2) least *= 2;
        var kept = 0;
        _rowOf.Clear();
        for (var row = 0; row < FirstNew; row++)
        {
            if (_uses[row] < least) continue;
            if (kept < row) new Span<float>(_rows.Start + (nint)row * width, width).CopyTo(new Span<float>(_rows.Start + (nint)kept * width, width));
            (_keys[kept], _uses[kept]) = (_keys[row], _uses[row] / 2);
            _rowOf[_keys[kept]] = kept;
            kept++;
        }
        Count = FirstNew = kept;
    }

    private int CountFrom(int uses)
    {
        var count = 0;
        for (var row = 0; row < FirstNew; row++)
            if (_uses[row] >= uses) count++;
        return count;
    }
}
