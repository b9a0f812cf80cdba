using System.Numerics;
using System.Runtime.CompilerServices;
using Counterclaim.Language.Features;
using Counterclaim.Language.Models;

namespace Counterclaim.Training.Language;

/// <summary>The weights of an averaged perceptron while it learns: for every feature hash a short row of (class, weight, sum).</summary>
internal sealed class TrainingWeights
{
    private struct Entry
    {
        public float Weight;
        public double Sum;
        public int Since;
        public byte Class;
    }

    private uint[] _keys = new uint[1 << 20];
    private int[] _rows = new int[1 << 20];
    private int _features;
    private (int Start, byte Count)[] _rowList = new (int, byte)[1 << 18];
    private Entry[] _entries = new Entry[1 << 20];
    private int _used;
    private int _now = 1;
    private readonly byte[]? _seen;

    /// <param name="countFirst">Whether features seen only once before <see cref="StopCounting"/> are left out.</param>
    public TrainingWeights(int classes, bool countFirst)
    {
        Classes = classes;
        if (countFirst) _seen = new byte[1 << 26];
        _counting = countFirst;
    }

    private bool _counting;

    /// <summary>From here on features do not become frequent any more.</summary>
    public void StopCounting() => _counting = false;

    public int Classes { get; }

    public int FeatureCount => _features;

    /// <summary>Moves the clock by which weights are averaged: once a decision.</summary>
    public void Tick() => _now++;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores[..Classes].Clear();
        var mask = (uint)_keys.Length - 1;
        if (_counting) Count(features);
        foreach (var feature in features)
        {
            var row = Find(feature, mask);
            if (row < 0) continue;
            var (start, count) = _rowList[row];
            foreach (ref readonly var entry in _entries.AsSpan(start, count)) scores[entry.Class] += entry.Weight;
        }
    }

    public void Update(ReadOnlySpan<uint> features, int better, int worse, float step)
    {
        foreach (var feature in features)
        {
            if (IsRare(feature)) continue;
            var row = FindOrAdd(feature);
            Change(row, (byte)better, step);
            Change(row, (byte)worse, -step);
        }
    }

    public void Update(ReadOnlySpan<uint> features, int target, float step)
    {
        foreach (var feature in features)
            if (!IsRare(feature)) Change(FindOrAdd(feature), (byte)target, step);
    }

    private void Count(ReadOnlySpan<uint> features)
    {
        foreach (var feature in features)
        {
            ref var count = ref _seen![Hash.Finish(feature) >> 6];
            if (count < 255) count++;
        }
    }

    private bool IsRare(uint feature) => _seen is not null && _seen[Hash.Finish(feature) >> 6] < 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint key, uint mask)
    {
        if (key == 0) key = 1;
        for (var slot = key * 0x9E3779B1u >> 3 & mask; ; slot = slot + 1 & mask)
        {
            var found = _keys[slot];
            if (found == key) return _rows[slot];
            if (found == 0) return -1;
        }
    }

    private int FindOrAdd(uint key)
    {
        var row = Find(key, (uint)_keys.Length - 1);
        if (row >= 0) return row;
        if (_features * 2 > _keys.Length) Rehash();
        if (_features == _rowList.Length) Array.Resize(ref _rowList, _features * 2);
        Insert(key == 0 ? 1 : key, _features);
        return _features++;
    }

    private void Insert(uint key, int row)
    {
        var mask = (uint)_keys.Length - 1;
        var slot = key * 0x9E3779B1u >> 3 & mask;
        while (_keys[slot] != 0) slot = slot + 1 & mask;
        _keys[slot] = key;
        _rows[slot] = row;
    }

    private void Rehash()
    {
        var (keys, rows) = (_keys, _rows);
        _keys = new uint[keys.Length * 2];
        _rows = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] != 0) Insert(keys[i], rows[i]);
    }

    private void Change(int row, byte target, float step)
    {
        ref var place = ref _rowList[row];
        for (var i = place.Start; i < place.Start + place.Count; i++)
        {
            ref var entry = ref _entries[i];
            if (entry.Class != target) continue;
            entry.Sum += (double)entry.Weight * (_now - entry.Since);
            entry.Since = _now;
            entry.Weight += step;
            return;
        }
        if (BitOperations.IsPow2((uint)place.Count) || place.Count == 0) Move(ref place);
        _entries[place.Start + place.Count++] = new Entry { Class = target, Weight = step, Since = _now };
    }

    /// <summary>Gives a row that is full (its room is a power of two) twice the room.</summary>
    private void Move(ref (int Start, byte Count) place)
    {
        var room = place.Count == 0 ? 1 : place.Count * 2;
        while (_used + room > _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        Array.Copy(_entries, place.Start, _entries, _used, place.Count);
        place.Start = _used;
        _used += room;
    }

    /// <summary>The averaged weights in the form the analyzer reads: in eight bits, the smallest left out until they fit.</summary>
    public PackedWeights Pack(int mostBytes)
    {
        var rows = Averages(0.005f);
        var smallest = 0.005f;
        while (BytesAbove(rows, smallest) > mostBytes) smallest *= 1.15f;
        rows = [.. rows.Select(row => (row.Key, row.Weights.Where(w => Math.Abs(w.Weight) >= smallest).ToArray())).Where(row => row.Item2.Length > 0)];
        return PackedWeights.From(rows, Classes);
    }

    private static long BytesAbove(List<(uint Key, (byte Class, float Weight)[] Weights)> rows, float smallest)
    {
        var bytes = 0L;
        foreach (var (_, weights) in rows)
        {
            var kept = 0;
            foreach (var (_, weight) in weights)
                if (Math.Abs(weight) >= smallest) kept++;
            if (kept > 0) bytes += PackedWeights.BytesOf(kept);
        }
        return bytes;
    }

    /// <summary>The averaged weights of one feature.</summary>
    public void Average(uint feature, Span<float> weights)
    {
        weights.Clear();
        var row = Find(feature, (uint)_keys.Length - 1);
        if (row < 0) return;
        var (start, count) = _rowList[row];
        foreach (ref readonly var entry in _entries.AsSpan(start, count)) weights[entry.Class] = AverageOf(entry);
    }

    private float AverageOf(in Entry entry) => (float)((entry.Sum + (double)entry.Weight * (_now - entry.Since)) / _now);

    private List<(uint Key, (byte Class, float Weight)[] Weights)> Averages(float smallest)
    {
        var result = new List<(uint, (byte, float)[])>();
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] == 0) continue;
            var (start, count) = _rowList[_rows[slot]];
            var kept = new List<(byte Class, float Weight)>(count);
            foreach (ref readonly var entry in _entries.AsSpan(start, count))
            {
                var average = AverageOf(entry);
                if (Math.Abs(average) >= smallest) kept.Add((entry.Class, average));
            }
            if (kept.Count > 0) result.Add((_keys[slot], [.. kept.OrderBy(k => k.Class)]));
        }
        return result;
    }
}

/// <summary>Weights in the form of <see cref="SparseWeights"/>.</summary>
/// <param name="Largest">The weight that became <see cref="SparseWeights.One"/>.</param>
internal sealed record PackedWeights(uint[] Offsets, byte[] Records, int Classes, int Features, float Largest)
{
    public int Bytes => Offsets.Length * 4 + Records.Length;

    /// <summary>Bytes of a feature of that many classes, with its share of the index.</summary>
    public static int BytesOf(int classes) => 4 + 2 * classes;

    public static PackedWeights From(List<(uint Key, (byte Class, float Weight)[] Weights)> rows, int classes)
    {
        var largest = rows.Count == 0 ? 1 : rows.Max(row => row.Weights.Max(w => Math.Abs(w.Weight)));
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(2, rows.Count / 4)));
        var shift = 32 - bits;
        rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        var offsets = new uint[(1 << bits) + 1];
        var records = new List<byte>(rows.Count * 10);
        var row = 0;
        for (var bucket = 0; bucket < 1 << bits; bucket++)
        {
            offsets[bucket] = (uint)records.Count;
            for (; row < rows.Count && rows[row].Key >> shift == bucket; row++) Append(records, rows[row].Key, rows[row].Weights, largest);
        }
        offsets[1 << bits] = (uint)records.Count;
        return new PackedWeights(offsets, [.. records], classes, rows.Count, largest);
    }

    private static void Append(List<byte> records, uint key, (byte Class, float Weight)[] weights, float largest)
    {
        var kept = weights.Select(w => (w.Class, Code: SparseWeights.Encode(w.Weight / largest))).Where(w => w.Code != 0).ToArray();
        if (kept.Length == 0) return;
        records.Add((byte)key);
        records.Add((byte)(key >> 8));
        records.Add((byte)kept.Length);
        foreach (var (target, code) in kept)
        {
            records.Add(target);
            records.Add((byte)code);
        }
    }

    public SparseWeights Runtime() => new(Values<uint>.Pinned(Offsets), Values<byte>.Pinned(Records), Classes);

    public void WriteTo(ModelWriter writer, string name)
    {
        writer.Add<uint>(name + ".index", Offsets);
        writer.Add<byte>(name + ".weights", Records);
    }
}
