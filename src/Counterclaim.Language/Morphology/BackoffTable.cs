using Counterclaim.Language.Models;

namespace Counterclaim.Language.Morphology;

/// <summary>Answers by the most specific of a word's keys that the table holds. A key is held only where the more general ones would
/// answer otherwise (Daelemans, van den Bosch and Weijters 1997, IGTree: compressed memory-based learning).</summary>
internal readonly struct BackoffTable(HashTable16 table)
{
    /// <param name="keys">From the most specific to the most general.</param>
    /// <param name="otherwise">The answer where no key is held.</param>
    public ushort Lookup(ReadOnlySpan<uint> keys, ushort otherwise)
    {
        foreach (var key in keys)
            if (table.TryGet(key, out var value)) return value;
        return otherwise;
    }
}

/// <summary>The keys of one look-up, from the most specific to the most general.</summary>
internal ref struct KeyList(Span<uint> keys)
{
    private readonly Span<uint> _keys = keys;

    public const int Most = 16;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Keys => _keys[..Count];

    // 0 marks an empty slot of the table.
    public void Add(uint key) => _keys[Count++] = key == 0 ? 1 : key;

    public void Clear() => Count = 0;
}
