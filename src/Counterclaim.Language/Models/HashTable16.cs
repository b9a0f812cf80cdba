namespace Counterclaim.Language.Models;

/// <summary>A read-only map from 32-bit hashes to 16-bit values: open addressing, linear probing; key 0 marks an empty slot.</summary>
internal readonly unsafe struct HashTable16
{
    private readonly Values<uint> _keys;
    private readonly Values<ushort> _values;

    public HashTable16(Values<uint> keys, Values<ushort> values)
    {
        _keys = keys;
        _values = values;
        if ((keys.Length & keys.Length - 1) != 0 || keys.Length == 0 || keys.Length != values.Length)
            throw new InvalidDataException("A table of the language model is damaged.");
    }

    public static HashTable16 From(ModelFile file, string name) => new(file.Section<uint>(name + ".keys"), file.Section<ushort>(name + ".values"));

    public bool TryGet(uint key, out ushort value)
    {
        var mask = (uint)_keys.Length - 1;
        for (var slot = Slot(key) & mask; ; slot = slot + 1 & mask)
        {
            var found = _keys.Start[slot];
            if (found == key)
            {
                value = _values.Start[slot];
                return true;
            }
            if (found == 0)
            {
                value = 0;
                return false;
            }
        }
    }

    public ushort GetOrDefault(uint key) => TryGet(key, out var value) ? value : (ushort)0;

    public static uint Slot(uint key) => key * 0x9E3779B1u >> 7;
}
