using System.Runtime.InteropServices;

namespace Counterclaim.Language.Neural;

/// <summary>Floats outside the managed heap, aligned to 64 bytes; grows, keeps nothing when it does.</summary>
internal sealed unsafe class FloatBuffer
{
    private const int Alignment = 64;
    private nuint _capacity;

    public float* Start { get; private set; }

    /// <summary>Room for that many floats.</summary>
    public float* Reserve(int count)
    {
        var wanted = (nuint)Math.Max(16, count);
        if (wanted <= _capacity) return Start;
        NativeMemory.AlignedFree(Start);
        _capacity = wanted + wanted / 4;
        Start = (float*)NativeMemory.AlignedAlloc(_capacity * sizeof(float), Alignment);
        return Start;
    }

    /// <summary>The same, but the first of the floats stay.</summary>
    public float* Grow(int count, int kept)
    {
        if ((nuint)count <= _capacity) return Start;
        var before = Start;
        Start = null;
        _capacity = 0;
        Reserve(count);
        new Span<float>(before, kept).CopyTo(new Span<float>(Start, kept));
        NativeMemory.AlignedFree(before);
        return Start;
    }

    ~FloatBuffer() => NativeMemory.AlignedFree(Start);
}
