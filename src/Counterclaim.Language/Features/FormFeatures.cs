namespace Counterclaim.Language.Features;

/// <summary>What is known of a form by itself: the keys by which it and its parts are looked up, and marks of its spelling.</summary>
internal sealed class FormFeatures
{
    /// <summary>Parts a form can have: beginnings, endings, shape, the sentence's capitals, and runs of three letters.</summary>
    public const int MostParts = FirstTrigram + 16;

    /// <summary>Marks of the spelling.</summary>
    public const int Marks = 12;

    private const int FirstTrigram = 11;
    private readonly char[] _folded = new char[Sentence.LongestForm], _plain = new char[Sentence.LongestForm];
    private readonly uint[] _parts = new uint[MostParts];

    /// <summary>Hash of the normalised form: lower case, typographic apostrophes, quotation marks and dashes straight, soft hyphens gone.</summary>
    public uint Plain { get; private set; }

    /// <summary>Hash of what follows the last hyphen of that, 0 without one.</summary>
    public uint Last { get; private set; }

    /// <summary>Hash of the normalised form with its digits as 0.</summary>
    public uint Word { get; private set; }

    /// <summary>Hashes of the parts, no two kinds alike.</summary>
    public ReadOnlySpan<uint> Parts => _parts.AsSpan(0, _partCount);

    /// <summary>Marks of the spelling, the first in the lowest bit.</summary>
    public ushort Spelling { get; private set; }

    private int _partCount;

    public void Read(ReadOnlySpan<char> raw, Capitals casing)
    {
        var length = Normalise(raw);
        var folded = _folded.AsSpan(0, length);
        var plain = _plain.AsSpan(0, length);
        Word = Hash.Of(folded);
        Plain = Hash.Of(plain);
        var hyphen = plain.LastIndexOf('-');
        Last = hyphen > 0 && hyphen < length - 1 ? Hash.Of(plain[(hyphen + 1)..]) : 0;
        Spelling = SpellingOf(raw, casing);
        ReadParts(folded, ShapeOf(raw), casing);
    }

    /// <summary>Row of a part in a table of a power of two of rows, of which row 0 is empty.</summary>
    public static int Row(uint part, int rows)
    {
        var row = (int)(part & (uint)(rows - 1));
        return row == 0 ? 1 : row;
    }

    /// <summary>Writes the lower-cased form with and without its digits folded; returns the length of both.</summary>
    private int Normalise(ReadOnlySpan<char> raw)
    {
        var length = 0;
        foreach (var c in raw)
        {
            if (length == Sentence.LongestForm) break;
            if (c is '\u00AD' or '\u200B' or '\u200D' or '\uFEFF') continue;
            var lower = c switch
            {
                < (char)0x80 => char.ToLowerInvariant(c),
                '’' or '‘' or '`' or '´' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '–' or '—' => '-',
                _ => char.ToLowerInvariant(c),
            };
            _plain[length] = lower;
            _folded[length++] = char.IsAsciiDigit(lower) ? '0' : lower;
        }
        return length;
    }

    private void ReadParts(ReadOnlySpan<char> lower, uint shape, Capitals casing)
    {
        _partCount = 0;
        var length = lower.Length;
        for (var size = 1; size <= 4; size++)
            if (length >= size && (size < 4 || length > 4)) Add(Hash.Of(lower[..size]), (uint)size);
        for (var size = 1; size <= 5; size++)
            if (length >= size && (size < 5 || length > 5)) Add(Hash.Of(lower[^size..]), 4 + (uint)size);
        Add(shape, 10);
        Add((uint)casing + 1, 11);
        for (var i = 0; i + 3 <= length && _partCount < MostParts; i++) Add(Hash.Of(lower.Slice(i, 3)), 12);
    }

    private void Add(uint hash, uint kind) => _parts[_partCount++] = Hash.Finish(hash ^ kind * 0x9E3779B9u);

    private static ushort SpellingOf(ReadOnlySpan<char> raw, Capitals casing)
    {
        int upper = 0, lower = 0, digits = 0, others = 0;
        bool innerCapital = false, foreign = false;
        foreach (var c in raw)
        {
            foreign |= c > 0x7F && char.IsLetter(c);
            if (char.IsUpper(c))
            {
                innerCapital |= lower > 0;
                upper++;
            }
            else if (char.IsLetter(c)) lower++;
            else if (char.IsDigit(c)) digits++;
            else others++;
        }
        var marks = 0;
        void Mark(int bit, bool holds) => marks |= holds ? 1 << bit : 0;
        Mark(0, raw.Length > 0 && char.IsUpper(raw[0]));
        Mark(1, upper > 1 && lower == 0);
        Mark(2, innerCapital);
        Mark(3, digits > 0);
        Mark(4, digits > 0 && upper + lower == 0);
        Mark(5, raw.Contains('-'));
        Mark(6, raw.IndexOfAny('\'', '’') >= 0);
        Mark(7, raw.Contains('.'));
        Mark(8, upper + lower + digits == 0);
        Mark(9, raw.Length == 1);
        Mark(10, foreign);
        Mark(11, casing is Capitals.All or Capitals.MostWords);
        return (ushort)marks;
    }

    /// <summary>The run of kinds of characters: "McDonald-1" as XxXx-d.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> raw)
    {
        var h = 17u;
        var last = '\0';
        var runs = 0;
        var repeated = false;
        foreach (var c in raw)
        {
            var kind = char.IsAsciiLetterLower(c) ? 'x' : char.IsAsciiLetterUpper(c) ? 'X' : char.IsAsciiDigit(c) ? 'd'
                : c < 0x80 ? c : char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : 'o';
            if (kind == last)
            {
                repeated = true;
                continue;
            }
            if (++runs > 6) break;
            h = (h ^ kind) * 0x01000193u + (repeated ? 1u : 0u);
            last = kind;
            repeated = false;
        }
        return Hash.Finish(h + (repeated ? 1u : 0u));
    }
}
