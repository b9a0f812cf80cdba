using System.Runtime.CompilerServices;

namespace Counterclaim.Reading.Statements.Learning;

/// <summary>Hashed features of a sequence of positions, flat: those of a label alone and those of two labels in a row.</summary>
internal sealed class FeatureBuffer
{
    private uint[] _single = new uint[1 << 14];
    private uint[] _pair = new uint[1 << 12];
    private int[] _singleEnd = new int[256];
    private int[] _pairEnd = new int[256];
    private uint[] _mark = new uint[1 << 12];
    private int[] _markEnd = new int[256];
    private byte[] _templates = [];
    private int _singleCount;
    private int _pairCount;
    private int _markCount;

    /// <summary>Also keep the template of every feature, to explain with.</summary>
    public bool KeepsTemplates { get; init; }

    /// <summary>Positions closed so far.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<uint> Single(int position) =>
        _single.AsSpan(position == 0 ? 0 : _singleEnd[position - 1], _singleEnd[position] - (position == 0 ? 0 : _singleEnd[position - 1]));

    /// <summary>Template of each of the features of <see cref="Single"/>.</summary>
    public ReadOnlySpan<byte> Templates(int position) =>
        _templates.AsSpan(position == 0 ? 0 : _singleEnd[position - 1], _singleEnd[position] - (position == 0 ? 0 : _singleEnd[position - 1]));

    public ReadOnlySpan<uint> Pair(int position) =>
        _pair.AsSpan(position == 0 ? 0 : _pairEnd[position - 1], _pairEnd[position] - (position == 0 ? 0 : _pairEnd[position - 1]));

    /// <summary>Features that are looked up as vectors and meet the states of the tokens in a layer of their own.</summary>
    public ReadOnlySpan<uint> Marks(int position) =>
        _mark.AsSpan(position == 0 ? 0 : _markEnd[position - 1], _markEnd[position] - (position == 0 ? 0 : _markEnd[position - 1]));

    public void Clear() => Count = _singleCount = _pairCount = _markCount = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, int a) => AddSingle(template, Hash((uint)template, (uint)a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, int a, int b) => AddSingle(template, Hash(Hash((uint)template, (uint)a), (uint)b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, int a, int b, int c) => AddSingle(template, Hash(Hash(Hash((uint)template, (uint)a), (uint)b), (uint)c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddPair(int template, int a) => AddPairKey(Hash((uint)template, (uint)a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddPair(int template, int a, int b) => AddPairKey(Hash(Hash((uint)template, (uint)a), (uint)b));

    public void AddMark(int template, int a, int b = 0)
    {
        if (_markCount == _mark.Length) Array.Resize(ref _mark, _markCount * 2);
        _mark[_markCount++] = Hash(Hash((uint)template, (uint)a), (uint)b);
    }

    /// <summary>Ends the features of one position.</summary>
    public void Close()
    {
        if (Count == _singleEnd.Length)
        {
            Array.Resize(ref _singleEnd, Count * 2);
            Array.Resize(ref _pairEnd, Count * 2);
            Array.Resize(ref _markEnd, Count * 2);
        }
        _singleEnd[Count] = _singleCount;
        _markEnd[Count] = _markCount;
        _pairEnd[Count++] = _pairCount;
    }

    /// <summary>Mixes a value into a hash (the finaliser of MurmurHash3, 32 bits).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint seed, uint value)
    {
        var h = (seed * 0x9E3779B1u) ^ (value + 0x7F4A7C15u);
        h ^= h >> 16;
        h *= 0x85EBCA6Bu;
        h ^= h >> 13;
        h *= 0xC2B2AE35u;
        return h ^ (h >> 16);
    }

    private void AddSingle(int template, uint key)
    {
        if (_singleCount == _single.Length) Array.Resize(ref _single, _singleCount * 2);
        if (KeepsTemplates)
        {
            if (_templates.Length < _single.Length) Array.Resize(ref _templates, _single.Length);
            _templates[_singleCount] = (byte)template;
        }
        _single[_singleCount++] = key;
    }

    private void AddPairKey(uint key)
    {
        if (_pairCount == _pair.Length) Array.Resize(ref _pair, _pairCount * 2);
        _pair[_pairCount++] = key;
    }
}
