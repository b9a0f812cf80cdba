namespace Counterclaim.Model;

/// <summary>Converts between UTF-16 offsets, used in memory, and Unicode code point offsets, used in every output.</summary>
/// <remarks>A lone surrogate counts as one code point, as it does once a text was written and read as UTF-8.</remarks>
public sealed class CodePointMap
{
    private const int BlockShift = 6;
    private readonly string _text;
    private readonly int[]? _pairsBefore;

    public CodePointMap(string text)
    {
        _text = text;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0) return;
        _pairsBefore = new int[(text.Length >> BlockShift) + 1];
        var pairs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ((i & ((1 << BlockShift) - 1)) == 0) _pairsBefore[i >> BlockShift] = pairs;
            if (IsPairAt(i)) pairs++;
        }
        if ((text.Length & ((1 << BlockShift) - 1)) == 0) _pairsBefore[text.Length >> BlockShift] = pairs;
    }

    /// <summary>Code points before the UTF-16 offset. An offset inside a surrogate pair counts the whole pair.</summary>
    /// <param name="utf16Offset">0 to the text's length, inclusive.</param>
    public int ToCodePoint(int utf16Offset)
    {
        if (_pairsBefore is null) return utf16Offset;
        var block = utf16Offset >> BlockShift;
        var pairs = _pairsBefore[block];
        for (var i = block << BlockShift; i < utf16Offset; i++)
            if (IsPairAt(i)) pairs++;
        var insidePair = utf16Offset > 0 && IsPairAt(utf16Offset - 1);
        return utf16Offset - pairs + (insidePair ? 1 : 0);
    }

    /// <summary>The UTF-16 offset that has <paramref name="codePointOffset"/> code points before it.</summary>
    public int ToUtf16(int codePointOffset)
    {
        if (_pairsBefore is null) return codePointOffset;
        int low = 0, high = _pairsBefore.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if ((middle << BlockShift) - _pairsBefore[middle] <= codePointOffset) low = middle;
            else high = middle - 1;
        }
        var offset = low << BlockShift;
        var points = offset - _pairsBefore[low];
        if (offset > 0 && IsPairAt(offset - 1)) offset--; // a pair straddles the border; it counts from its first half
        while (points < codePointOffset && offset < _text.Length)
        {
            offset += IsPairAt(offset) ? 2 : 1;
            points++;
        }
        return offset;
    }

    private bool IsPairAt(int index) =>
        char.IsHighSurrogate(_text[index]) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1]);
}
