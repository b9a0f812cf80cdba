using System.Runtime.CompilerServices;
using Counterclaim.Language.Features;

namespace Counterclaim.Language.Names;

/// <summary>What the name tagger looks at: two words to each side with their shapes, clusters and tags, and the run of capitalised words
/// a word stands in.</summary>
internal static class NameFeatures
{
    public const int Most = 96;

    private const uint Outside = 0x0D0D0D0D;

    /// <summary>For every word the run of capitalised words (with joining "of", "the", "and", hyphens between them) it belongs to.</summary>
    public static void FindRuns(Sentence s, Span<int> starts, Span<int> ends)
    {
        for (var i = 0; i < s.Count;)
        {
            if (!IsNamelike(s, i))
            {
                starts[i] = ends[i] = -1;
                i++;
                continue;
            }
            var end = i + 1;
            while (end < s.Count && IsNamelike(s, end)) end++;
            for (var j = i; j < end; j++) (starts[j], ends[j]) = (i, end);
            i = end;
        }
    }

    private static bool IsNamelike(Sentence s, int i) => s.IsCapital[i] && (i > 0 || (Upos)s.Upos[i] is Upos.Propn or Upos.Noun or Upos.Adj);

    [SkipLocalsInit]
    public static int Fill(Sentence s, int i, int runStart, int runEnd, Span<uint> f)
    {
        uint w = s.Word[i], shape = s.Shape[i], tag = s.Tag[i], c = s.Cluster[i];
        uint w1 = Word(s, i - 1), w2 = Word(s, i - 2), n1 = Word(s, i + 1), n2 = Word(s, i + 2);
        uint h1 = Shape(s, i - 1), hn = Shape(s, i + 1);
        uint t1 = Tag(s, i - 1), tn = Tag(s, i + 1);
        uint c1 = Cluster(s, i - 1), c2 = Cluster(s, i - 2), cn = Cluster(s, i + 1), cn2 = Cluster(s, i + 2);
        var place = (i == 0 ? 1u : 0u) + (s.Casing << 1);
        var n = 0;
        f[n++] = Hash.Feature(1, place);
        f[n++] = Hash.Feature(2, w);
        f[n++] = Hash.Feature(3, w, shape);
        f[n++] = Hash.Feature(4, shape, place);
        f[n++] = Hash.Feature(5, w1);
        f[n++] = Hash.Feature(6, w2);
        f[n++] = Hash.Feature(7, n1);
        f[n++] = Hash.Feature(8, n2);
        f[n++] = Hash.Feature(9, w1, w);
        f[n++] = Hash.Feature(10, w, n1);
        f[n++] = Hash.Feature(11, w2, w1, shape);
        f[n++] = Hash.Feature(12, n1, n2, shape);
        f[n++] = Hash.Feature(13, h1, shape, hn);
        f[n++] = Hash.Feature(14, w1, shape);
        f[n++] = Hash.Feature(15, n1, shape);
        f[n++] = Hash.Feature(16, s.Prefix2[i], shape);
        f[n++] = Hash.Feature(17, s.Prefix3[i], shape);
        f[n++] = Hash.Feature(18, s.Prefix4[i], shape);
        f[n++] = Hash.Feature(19, s.Suffix2[i], shape);
        f[n++] = Hash.Feature(20, s.Suffix3[i], shape);
        f[n++] = Hash.Feature(21, s.Suffix4[i], shape);
        f[n++] = Hash.Feature(22, s.Suffix5[i], shape);
        f[n++] = Hash.Feature(23, tag, shape);
        f[n++] = Hash.Feature(24, t1, tag);
        f[n++] = Hash.Feature(25, tag, tn);
        f[n++] = Hash.Feature(26, t1, tag, tn);
        f[n++] = Hash.Feature(27, c, shape);
        f[n++] = Hash.Feature(28, c >> 2, shape);
        f[n++] = Hash.Feature(29, c >> 4, shape);
        f[n++] = Hash.Feature(30, c >> 6, shape);
        f[n++] = Hash.Feature(31, c1, shape);
        f[n++] = Hash.Feature(32, cn, shape);
        f[n++] = Hash.Feature(33, c1 >> 3, c >> 3, shape);
        f[n++] = Hash.Feature(34, c >> 3, cn >> 3, shape);
        f[n++] = Hash.Feature(35, c2, shape);
        f[n++] = Hash.Feature(36, cn2, shape);
        f[n++] = Hash.Feature(37, c1 >> 3, cn >> 3, shape);
        f[n++] = Hash.Feature(38, c1 >> 4, c >> 4, cn >> 4);
        f[n++] = Hash.Feature(39, s.Usual[i], shape, place);
        f[n++] = Hash.Feature(40, Suffix(s, i - 1), shape);
        f[n++] = Hash.Feature(41, Suffix(s, i + 1), shape);
        f[n++] = Hash.Feature(42, c1, c);
        f[n++] = Hash.Feature(43, c, cn);
        return Run(s, i, runStart, runEnd, f, n, shape, place);
    }

    /// <summary>The first and last word of the run, what stands before and after it, and where in it the word stands.</summary>
    private static int Run(Sentence s, int i, int start, int end, Span<uint> f, int n, uint shape, uint place)
    {
        if (start < 0) return n;
        uint before = Word(s, start - 1), after = Word(s, end), first = s.Word[start], last = s.Word[end - 1];
        var position = (uint)(Math.Min(i - start, 2) + 3 * Math.Min(end - 1 - i, 2));
        f[n++] = Hash.Feature(60, position, place);
        f[n++] = Hash.Feature(61, position, before);
        f[n++] = Hash.Feature(62, position, after);
        f[n++] = Hash.Feature(63, position, first);
        f[n++] = Hash.Feature(64, position, last);
        f[n++] = Hash.Feature(65, position, Cluster(s, start - 1));
        f[n++] = Hash.Feature(66, position, Cluster(s, end));
        f[n++] = Hash.Feature(67, position, s.Cluster[start]);
        f[n++] = Hash.Feature(68, position, s.Cluster[end - 1]);
        f[n++] = Hash.Feature(69, position, before, after);
        f[n++] = Hash.Feature(70, position, Cluster(s, start - 1) >> 3, Cluster(s, end) >> 3);
        f[n++] = Hash.Feature(71, position, s.Suffix3[end - 1]);
        f[n++] = Hash.Feature(72, position, (uint)s.Cluster[start] >> 3, (uint)s.Cluster[end - 1] >> 3);
        f[n++] = Hash.Feature(73, position, s.Suffix3[start], (uint)(end - start));
        f[n++] = Hash.Feature(74, position, Word(s, start - 2), before);
        f[n++] = Hash.Feature(75, position, after, Word(s, end + 1));
        return n;
    }

    private static uint Word(Sentence s, int i) => (uint)i < (uint)s.Count ? s.Word[i] : Outside;

    private static uint Shape(Sentence s, int i) => (uint)i < (uint)s.Count ? s.Shape[i] : Outside;

    private static uint Tag(Sentence s, int i) => (uint)i < (uint)s.Count ? s.Tag[i] : 255u;

    private static uint Cluster(Sentence s, int i) => (uint)i < (uint)s.Count ? s.Cluster[i] : 4095u;

    private static uint Suffix(Sentence s, int i) => (uint)i < (uint)s.Count ? s.Suffix3[i] : Outside;
}
