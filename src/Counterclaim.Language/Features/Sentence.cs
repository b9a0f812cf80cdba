using Counterclaim.Language.Models;
using Counterclaim.Model;

namespace Counterclaim.Language.Features;

/// <summary>What the classifiers see of the tokens of one sentence, as hashes; then what they said of them. Reused from sentence to sentence.</summary>
internal sealed class Sentence
{
    public const int LongestForm = 64;

    public int Count { get; private set; }

    /// <summary>Normalised form: lower case, typographic apostrophes straight, soft hyphens gone, digits as 0.</summary>
    public uint[] Word = [];
    public uint[] Shape = [];
    public uint[] Prefix1 = [], Prefix2 = [], Prefix3 = [], Prefix4 = [];
    public uint[] Suffix1 = [], Suffix2 = [], Suffix3 = [], Suffix4 = [], Suffix5 = [];

    /// <summary>Number of the word's leaf in the cluster tree, 0 where the word has none; its bits are the path, a 1 before them.</summary>
    public ushort[] Cluster = [];

    /// <summary>The tag this word mostly has, 1-based, 0 where unknown.</summary>
    public ushort[] Usual = [];

    /// <summary>The joint tag given.</summary>
    public byte[] Tag = [];

    public byte[] Upos = [];

    /// <summary>Whether the form begins with a capital letter.</summary>
    public bool[] IsCapital = [];

    public int[] Head = [];
    public byte[] Relation = [];

    /// <summary>The class of name given.</summary>
    public byte[] Name = [];

    /// <summary>How the sentence uses capitals: 0 as prose, 1 all capitals, 2 most words capitalised, 3 none.</summary>
    public uint Casing { get; private set; }

    /// <summary>Reads the forms of a sentence.</summary>
    public void Read(string text, ReadOnlySpan<TextSpan> tokens, in HashTable16 clusters, in HashTable16 usual)
    {
        Grow(tokens.Length);
        Count = tokens.Length;
        Span<char> form = stackalloc char[LongestForm];
        Span<char> plain = stackalloc char[LongestForm];
        int words = 0, capitalised = 0, shouted = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var raw = tokens[i].In(text);
            var length = Normalise(raw, form, plain);
            var lower = form[..length];
            Word[i] = Hash.Of(lower);
            var shape = ShapeOf(raw);
            Shape[i] = shape;
            Affixes(i, lower);
            Cluster[i] = ClusterOf(plain[..length], clusters);
            Usual[i] = usual.GetOrDefault(Word[i]);
            IsCapital[i] = raw.Length > 0 && char.IsUpper(raw[0]);
            if (raw.Length == 0 || !char.IsLetter(raw[0])) continue;
            words++;
            if (!char.IsUpper(raw[0])) continue;
            capitalised++;
            if (raw.Length > 1 && char.IsUpper(raw[^1]) && char.IsUpper(raw[1])) shouted++;
        }
        Casing = words < 3 ? 0u : shouted * 10 > words * 6 ? 1u : capitalised * 10 > words * 6 ? 2u : capitalised == 0 ? 3u : 0u;
    }

    /// <summary>Key of a form in the table of usual tags.</summary>
    public static uint WordKey(ReadOnlySpan<char> form)
    {
        Span<char> lower = stackalloc char[LongestForm];
        Span<char> plain = stackalloc char[LongestForm];
        return Hash.Of(lower[..Normalise(form, lower, plain)]);
    }

    private static ushort ClusterOf(ReadOnlySpan<char> word, in HashTable16 clusters)
    {
        if (clusters.TryGet(Hash.Of(word), out var leaf)) return leaf;
        return (ushort)0;
    }

    /// <summary>Writes the lower-cased form with and without its digits folded; returns the length of both.</summary>
    private static int Normalise(ReadOnlySpan<char> raw, Span<char> folded, Span<char> plain)
    {
        var length = 0;
        foreach (var c in raw)
        {
            if (length == LongestForm) break;
            if (c is '\u00AD' or '\u200B' or '\u200D' or '\uFEFF') continue;
            var lower = c switch
            {
                < (char)0x80 => char.ToLowerInvariant(c),
                '’' or '‘' or '`' or '´' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '–' or '—' => '-',
                _ => char.ToLowerInvariant(c),
            };
            plain[length] = lower;
            folded[length++] = char.IsAsciiDigit(lower) ? '0' : lower;
        }
        return length;
    }

    private void Affixes(int i, ReadOnlySpan<char> lower)
    {
        var length = lower.Length;
        Prefix1[i] = length > 0 ? Hash.Of(lower[..1]) : 0;
        Prefix2[i] = length > 1 ? Hash.Of(lower[..2]) : 0;
        Prefix3[i] = length > 2 ? Hash.Of(lower[..3]) : 0;
        Prefix4[i] = length > 4 ? Hash.Of(lower[..4]) : 0;
        Suffix1[i] = length > 0 ? Hash.Of(lower[^1..]) : 0;
        Suffix2[i] = length > 1 ? Hash.Of(lower[^2..]) : 0;
        Suffix3[i] = length > 2 ? Hash.Of(lower[^3..]) : 0;
        Suffix4[i] = length > 3 ? Hash.Of(lower[^4..]) : 0;
        Suffix5[i] = length > 5 ? Hash.Of(lower[^5..]) : 0;
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

    private void Grow(int count)
    {
        if (Word.Length >= count) return;
        var size = Math.Max(128, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count));
        Word = new uint[size];
        Shape = new uint[size];
        (Prefix1, Prefix2, Prefix3, Prefix4) = (new uint[size], new uint[size], new uint[size], new uint[size]);
        (Suffix1, Suffix2, Suffix3, Suffix4, Suffix5) = (new uint[size], new uint[size], new uint[size], new uint[size], new uint[size]);
        Cluster = new ushort[size];
        Usual = new ushort[size];
        (Tag, Upos, Relation, Name) = (new byte[size], new byte[size], new byte[size], new byte[size]);
        IsCapital = new bool[size];
        Head = new int[size];
    }
}
