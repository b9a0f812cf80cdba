using System.Runtime.InteropServices;

namespace Counterclaim.Language.Neural;

/// <summary>What forms say to the first layer and to the one that finds names, kept from text to text: most words that come have come before.
/// One thread's own.</summary>
/// <remarks>A form says the same wherever it stands, so that what is kept changes no result.</remarks>
internal sealed unsafe class FormProjections
{
    /// <summary>Forms from which on the rarer ones are forgotten, once the sentences they stand in are read.</summary>
    private const int Most = 2048;

    private readonly FloatBuffer _rows = new(), _nameRows = new();
    private readonly Dictionary<ulong, int> _rowOf = [];
    private ulong[] _keys = new ulong[Most];
    private int[] _uses = new int[Most];
    private FormLook[] _looks = new FormLook[Most];
    private int _width, _nameWidth;

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
                Array.Resize(ref _looks, 2 * row);
            }
            (_keys[row], _uses[row]) = (key, 0);
        }
        _uses[row]++;
        return row;
    }

    /// <summary>What lists and the kind of text ask of the form of a row.</summary>
    public ref FormLook Look(int row) => ref _looks[row];

    /// <summary>Room for all rows; those that have been projected stay.</summary>
    public float* Reserve(int width) => Reserve(_rows, _width = width);

    /// <summary>The same for what the rows say to the layer that finds names.</summary>
    public float* ReserveForNames(int width) => Reserve(_nameRows, _nameWidth = width);

    /// <summary>What all rows say to the layer that finds names.</summary>
    public float* NameRows => _nameRows.Start;

    private float* Reserve(FloatBuffer rows, int width) => rows.Grow(Math.Max(Count, Most) * width, FirstNew * width);

    /// <summary>The new rows have been projected.</summary>
    public void Done() => FirstNew = Count;

    /// <summary>Forgets the rarer half of many forms. Rows change.</summary>
    public void Trim()
    {
        if (FirstNew < Most) return;
        var least = 2;
        while (CountFrom(least) > Most / 2) least *= 2;
        var kept = 0;
        _rowOf.Clear();
        for (var row = 0; row < FirstNew; row++)
        {
            if (_uses[row] < least) continue;
            if (kept < row)
            {
                Move(_rows.Start, _width, row, kept);
                Move(_nameRows.Start, _nameWidth, row, kept);
            }
            (_keys[kept], _uses[kept], _looks[kept]) = (_keys[row], _uses[row] / 2, _looks[row]);
            _rowOf[_keys[kept]] = kept;
            kept++;
        }
        Count = FirstNew = kept;
    }

    private static void Move(float* rows, int width, int from, int to) =>
        new Span<float>(rows + (nint)from * width, width).CopyTo(new Span<float>(rows + (nint)to * width, width));

    private int CountFrom(int uses)
    {
        var count = 0;
        for (var row = 0; row < FirstNew; row++)
            if (_uses[row] >= uses) count++;
        return count;
    }
}

/// <param name="Plain">Hash of the normalised form (<see cref="Features.FormFeatures.Plain"/>).</param>
/// <param name="Spelling">Marks of the spelling (<see cref="Features.FormFeatures.Spelling"/>).</param>
/// <param name="IsUncased">It stands in a sentence without capitals.</param>
internal readonly record struct FormLook(uint Plain, ushort Spelling, bool IsUncased)
{
    public bool IsCapitalised => (Spelling & 1) != 0;
}
