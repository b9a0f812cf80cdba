using System.Runtime.CompilerServices;

namespace Counterclaim.Language.Features;

/// <summary>Hashing of characters and of feature values. Part of the model format: changing it asks for new weights.</summary>
internal static class Hash
{
    /// <summary>Mixes a template's number with its values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a) => Finish((template * 0x9E3779B1u ^ a) * 0x85EBCA6Bu ^ template);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a, uint b) =>
        Finish(((template * 0x9E3779B1u ^ a) * 0x85EBCA6Bu ^ uint.RotateLeft(a, 15) ^ b) * 0xC2B2AE35u ^ template);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a, uint b, uint c) => Feature(template, Finish(a * 0x27D4EB2Fu ^ b) ^ template, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Feature(uint template, uint a, uint b, uint c, uint d) =>
        Feature(template, Finish(a * 0x27D4EB2Fu ^ b) ^ template, Finish(c * 0x165667B1u ^ d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(uint h)
    {
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        h *= 0x297A2D39u;
        return h ^ h >> 15;
    }

    /// <summary>Hash of characters as they are; never 0.</summary>
    public static uint Of(ReadOnlySpan<char> text, uint seed = 0)
    {
        var h = 0x811C9DC5u ^ seed;
        foreach (var c in text) h = (h ^ c) * 0x01000193u;
        h = Finish(h);
        return h == 0 ? 1 : h;
    }

    /// <summary>64-bit hash of characters as they are, without its two highest bits.</summary>
    public static ulong Wide(ReadOnlySpan<char> text)
    {
        var h = 0xCBF29CE484222325ul;
        foreach (var c in text) h = (h ^ c) * 0x100000001B3ul;
        h ^= h >> 32;
        h *= 0x9E3779B97F4A7C15ul;
        return (h ^ h >> 29) >> 2;
    }
}
