using Counterclaim.Language.Features;

namespace Counterclaim.Language.Tagging;

/// <summary>What the tagger looks at: the word, its affixes, shape, cluster and usual tag, its neighbours, and the two tags before it.</summary>
internal static class TaggerFeatures
{
    public const int Most = 64;

    /// <summary>The tag before the first token.</summary>
    public const uint NoTag = 255;

    private const uint Before = 0x0B0B0B0B, After = 0x0A0A0A0A;

    /// <summary>Writes the features of a token whose predecessors are tagged; returns how many.</summary>
    public static int Fill(Sentence s, int i, Span<uint> f)
    {
        var n = 0;
        var count = s.Count;
        uint w = s.Word[i], shape = s.Shape[i], c = s.Cluster[i], usual = s.Usual[i];
        uint t1 = i > 0 ? s.Tag[i - 1] : NoTag, t2 = i > 1 ? s.Tag[i - 2] : NoTag;
        uint w1 = i > 0 ? s.Word[i - 1] : Before, w2 = i > 1 ? s.Word[i - 2] : Before;
        uint n1 = i + 1 < count ? s.Word[i + 1] : After, n2 = i + 2 < count ? s.Word[i + 2] : After;
        uint u1 = i + 1 < count ? s.Usual[i + 1] : After, u2 = i + 2 < count ? s.Usual[i + 2] : After;
        uint c1 = i > 0 ? s.Cluster[i - 1] : Before, cn = i + 1 < count ? s.Cluster[i + 1] : After, cn2 = i + 2 < count ? s.Cluster[i + 2] : After;
        var place = (i == 0 ? 1u : 0u) + (s.Casing << 1);
        f[n++] = Hash.Feature(1, w);
        f[n++] = Hash.Feature(2, w, shape);
        f[n++] = Hash.Feature(3, shape, place);
        f[n++] = Hash.Feature(4, s.Suffix1[i]);
        f[n++] = Hash.Feature(5, s.Suffix2[i]);
        f[n++] = Hash.Feature(6, s.Suffix3[i]);
        f[n++] = Hash.Feature(7, s.Suffix4[i]);
        f[n++] = Hash.Feature(8, s.Suffix5[i]);
        f[n++] = Hash.Feature(9, s.Prefix1[i]);
        f[n++] = Hash.Feature(10, s.Prefix2[i]);
        f[n++] = Hash.Feature(11, s.Prefix3[i]);
        f[n++] = Hash.Feature(12, s.Prefix4[i]);
        f[n++] = Hash.Feature(13, t1);
        f[n++] = Hash.Feature(14, t1, t2);
        f[n++] = Hash.Feature(15, t1, w);
        f[n++] = Hash.Feature(16, t1, t2, w);
        f[n++] = Hash.Feature(17, w1);
        f[n++] = Hash.Feature(18, w2);
        f[n++] = Hash.Feature(19, n1);
        f[n++] = Hash.Feature(20, n2);
        f[n++] = Hash.Feature(21, w1, w);
        f[n++] = Hash.Feature(22, w, n1);
        f[n++] = Hash.Feature(23, w1, n1);
        f[n++] = Hash.Feature(24, c);
        f[n++] = Hash.Feature(25, c >> 4, shape);
        f[n++] = Hash.Feature(26, c1);
        f[n++] = Hash.Feature(27, cn);
        f[n++] = Hash.Feature(28, c, cn);
        f[n++] = Hash.Feature(29, c1, c);
        f[n++] = Hash.Feature(30, t1, c);
        f[n++] = Hash.Feature(31, t1, cn);
        f[n++] = Hash.Feature(32, usual, place);
        f[n++] = Hash.Feature(33, usual, u1);
        f[n++] = Hash.Feature(34, t1, usual);
        f[n++] = Hash.Feature(35, t1, usual, u1);
        f[n++] = Hash.Feature(36, t1, t2, usual);
        f[n++] = Hash.Feature(37, usual, u1, u2);
        f[n++] = Hash.Feature(38, s.Suffix3[i], t1);
        f[n++] = Hash.Feature(39, s.Suffix3[i], u1);
        f[n++] = Hash.Feature(40, s.Suffix2[i], shape, place);
        f[n++] = Hash.Feature(41, w, u1);
        f[n++] = Hash.Feature(42, w, u1, u2);
        f[n++] = Hash.Feature(43, i > 0 ? s.Shape[i - 1] : Before, shape, i + 1 < count ? s.Shape[i + 1] : After);
        f[n++] = Hash.Feature(44, i > 0 ? s.Suffix3[i - 1] : Before, usual);
        f[n++] = Hash.Feature(45, i + 1 < count ? s.Suffix3[i + 1] : After, usual);
        f[n++] = Hash.Feature(46, i + 1 < count ? s.Suffix2[i + 1] : After, w);
        f[n++] = Hash.Feature(47, cn2);
        f[n++] = Hash.Feature(48, t1, cn, cn2);
        f[n++] = Hash.Feature(49, t1, t2, c >> 5, cn >> 5);
        return n;
    }
}
