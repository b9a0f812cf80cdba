using System.Runtime.CompilerServices;
using Counterclaim.Language.Features;

namespace Counterclaim.Language.Parsing;

/// <summary>What the parser looks at, after Zhang and Nivre (2011): words, tags and clusters at the top of the stack and the front of the
/// buffer, their children, distances, valencies, and what lies between.</summary>
internal static class ParserFeatures
{
    public const int Most = 144;

    private const uint Nothing = 0x77777777;

    /// <summary>The views of one token that features are made of.</summary>
    private readonly ref struct Node(uint word, uint tag, uint cluster, int index)
    {
        public readonly uint W = word;
        public readonly uint T = tag;
        public readonly uint C = cluster;
        public readonly uint C6 = cluster >> 5;
        public readonly int Index = index;

        public uint WT => W ^ T * 0x9E3779B1u;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Node At(Sentence s, int i)
    {
        if ((uint)i < (uint)s.Count) return new Node(s.Word[i], s.Tag[i], s.Cluster[i], i);
        return i == s.Count ? new Node(Nothing + 1, 254, 4095, -1) : new Node(Nothing, 255, 4094, -1);
    }

    private static uint Relation(Sentence s, int i) => i < 0 ? 99u : s.Relation[i];

    private static uint Bucket(int distance) => distance switch { < 5 => (uint)Math.Max(0, distance), < 8 => 5, < 12 => 6, < 20 => 7, _ => 8 };

    private static uint Few(int count) => (uint)Math.Min(count, 4);

    /// <summary>Writes the features of a state; returns how many.</summary>
    [SkipLocalsInit]
    public static int Fill(ParserState state, Span<uint> f)
    {
        var s = state.Sentence;
        int i0 = state.Stack(0), i1 = state.Stack(1), j0 = state.Next;
        Node s0 = At(s, i0), s1 = At(s, i1), s2 = At(s, state.Stack(2)), s3 = At(s, state.Stack(3));
        Node b0 = At(s, j0), b1 = At(s, j0 + 1 > s.Count ? -1 : j0 + 1), b2 = At(s, j0 + 2 > s.Count ? -1 : j0 + 2);
        var n = Words(f, s0, s1, s2, b0, b1, b2);
        n = Pairs(f, n, s0, s1, s2, s3, b0, b1, b2);
        n = Children(f, n, state, s0, s1, b0);
        return Distances(f, n, state, i0, i1, j0, s0, s1, b0);
    }

    private static int Words(Span<uint> f, in Node s0, in Node s1, in Node s2, in Node b0, in Node b1, in Node b2)
    {
        var n = 0;
        f[n++] = Hash.Feature(1, s0.W);
        f[n++] = Hash.Feature(2, s0.T);
        f[n++] = Hash.Feature(3, s0.WT);
        f[n++] = Hash.Feature(4, s0.C);
        f[n++] = Hash.Feature(5, s1.W);
        f[n++] = Hash.Feature(6, s1.T);
        f[n++] = Hash.Feature(7, s1.WT);
        f[n++] = Hash.Feature(8, s1.C);
        f[n++] = Hash.Feature(9, b0.W);
        f[n++] = Hash.Feature(10, b0.T);
        f[n++] = Hash.Feature(11, b0.WT);
        f[n++] = Hash.Feature(12, b0.C);
        f[n++] = Hash.Feature(13, b1.W);
        f[n++] = Hash.Feature(14, b1.T);
        f[n++] = Hash.Feature(15, b1.WT);
        f[n++] = Hash.Feature(16, b2.WT);
        f[n++] = Hash.Feature(17, b2.T);
        f[n++] = Hash.Feature(18, s2.WT);
        f[n++] = Hash.Feature(19, s2.T);
        f[n++] = Hash.Feature(20, b1.C);
        f[n++] = Hash.Feature(21, s2.C);
        return n;
    }

    private static int Pairs(Span<uint> f, int n, in Node s0, in Node s1, in Node s2, in Node s3, in Node b0, in Node b1, in Node b2)
    {
        f[n++] = Hash.Feature(30, s0.WT, b0.WT);
        f[n++] = Hash.Feature(31, s0.WT, b0.T);
        f[n++] = Hash.Feature(32, s0.T, b0.WT);
        f[n++] = Hash.Feature(33, s0.W, b0.W);
        f[n++] = Hash.Feature(34, s0.T, b0.T);
        f[n++] = Hash.Feature(35, s1.WT, s0.WT);
        f[n++] = Hash.Feature(36, s1.WT, s0.T);
        f[n++] = Hash.Feature(37, s1.T, s0.WT);
        f[n++] = Hash.Feature(38, s1.W, s0.W);
        f[n++] = Hash.Feature(39, s1.T, s0.T);
        f[n++] = Hash.Feature(40, s1.WT, b0.T);
        f[n++] = Hash.Feature(41, s1.T, b0.WT);
        f[n++] = Hash.Feature(42, s1.T, b0.T);
        f[n++] = Hash.Feature(43, b0.T, b1.T);
        f[n++] = Hash.Feature(44, b0.WT, b1.T);
        f[n++] = Hash.Feature(45, b0.T, b1.WT);
        f[n++] = Hash.Feature(46, s0.T, b0.T, b1.T);
        f[n++] = Hash.Feature(47, s0.WT, b0.T, b1.T);
        f[n++] = Hash.Feature(48, s0.T, b0.WT, b1.T);
        f[n++] = Hash.Feature(49, s0.T, b0.T, b1.T, b2.T);
        f[n++] = Hash.Feature(50, s1.T, s0.T, b0.T);
        f[n++] = Hash.Feature(51, s1.WT, s0.T, b0.T);
        f[n++] = Hash.Feature(52, s1.T, s0.WT, b0.T);
        f[n++] = Hash.Feature(53, s1.T, s0.T, b0.WT);
        f[n++] = Hash.Feature(54, s2.T, s1.T, s0.T);
        f[n++] = Hash.Feature(55, s2.T, s1.T, s0.T, b0.T);
        f[n++] = Hash.Feature(56, s1.T, s0.T, b0.T, b1.T);
        f[n++] = Hash.Feature(57, s3.T, s2.T, s1.T, s0.T);
        f[n++] = Hash.Feature(58, s0.C6, b0.C6);
        f[n++] = Hash.Feature(59, s1.C6, s0.C6);
        f[n++] = Hash.Feature(60, s0.C, b0.T);
        f[n++] = Hash.Feature(61, s0.T, b0.C);
        f[n++] = Hash.Feature(62, s1.C, s0.T);
        f[n++] = Hash.Feature(63, s1.T, s0.C);
        f[n++] = Hash.Feature(64, s1.C6, s0.C6, b0.T);
        f[n++] = Hash.Feature(65, s1.T, s0.C6, b0.C6);
        f[n++] = Hash.Feature(66, s0.C, b0.C);
        f[n++] = Hash.Feature(67, s1.C, s0.C);
        f[n++] = Hash.Feature(68, s1.C, b0.T);
        f[n++] = Hash.Feature(69, s2.T, s0.T, b0.T);
        f[n++] = Hash.Feature(70, s1.W, s0.T, b0.W);
        f[n++] = Hash.Feature(71, s1.C6, s0.W);
        f[n++] = Hash.Feature(72, s1.W, s0.C6);
        f[n++] = Hash.Feature(73, s0.W, b0.C6);
        f[n++] = Hash.Feature(74, s0.C6, b0.W);
        return n;
    }

    private static int Children(Span<uint> f, int n, ParserState state, in Node s0, in Node s1, in Node b0)
    {
        var s = state.Sentence;
        int s0l = Child(state.Left1, s0), s0r = Child(state.Right1, s0), s1l = Child(state.Left1, s1), s1r = Child(state.Right1, s1), b0l = Child(state.Left1, b0);
        int s0l2 = Child(state.Left2, s0), s0r2 = Child(state.Right2, s0), s1r2 = Child(state.Right2, s1), b0l2 = Child(state.Left2, b0);
        Node a = At(s, s0l), b = At(s, s0r), c = At(s, s1l), d = At(s, s1r), e = At(s, b0l);
        uint ra = Relation(s, s0l), rb = Relation(s, s0r), rc = Relation(s, s1l), rd = Relation(s, s1r), re = Relation(s, b0l);
        f[n++] = Hash.Feature(80, s0.T, a.T, ra);
        f[n++] = Hash.Feature(81, s0.T, b.T, rb);
        f[n++] = Hash.Feature(82, s1.T, c.T, rc);
        f[n++] = Hash.Feature(83, s1.T, d.T, rd);
        f[n++] = Hash.Feature(84, b0.T, e.T, re);
        f[n++] = Hash.Feature(85, a.W, ra);
        f[n++] = Hash.Feature(86, b.W, rb);
        f[n++] = Hash.Feature(87, d.W, rd);
        f[n++] = Hash.Feature(88, e.W, re);
        f[n++] = Hash.Feature(89, s0.T, a.T, b0.T);
        f[n++] = Hash.Feature(90, s0.T, b.T, b0.T);
        f[n++] = Hash.Feature(91, s0.T, b0.T, e.T);
        f[n++] = Hash.Feature(92, s1.T, s0.T, a.T, ra);
        f[n++] = Hash.Feature(93, s1.T, s0.T, b.T, rb);
        f[n++] = Hash.Feature(94, s1.T, d.T, s0.T, rd);
        f[n++] = Hash.Feature(95, s1.T, c.T, s0.T, rc);
        f[n++] = Hash.Feature(96, s1.W, a.W);
        f[n++] = Hash.Feature(97, s1.C, a.W, s0.T);
        f[n++] = Hash.Feature(98, s1.W, a.W, s0.T);
        f[n++] = Hash.Feature(99, s1.T, a.W, s0.C6);
        f[n++] = Hash.Feature(100, s0.T, Relation(s, s0l2), ra);
        f[n++] = Hash.Feature(101, s0.T, Relation(s, s0r2), rb);
        f[n++] = Hash.Feature(102, s1.T, Relation(s, s1r2), rd);
        f[n++] = Hash.Feature(103, b0.T, Relation(s, b0l2), re);
        f[n++] = Hash.Feature(104, s0.WT, rb);
        f[n++] = Hash.Feature(105, s1.WT, rd);
        f[n++] = Hash.Feature(106, s0.WT, ra);
        f[n++] = Hash.Feature(107, b0.WT, re);
        f[n++] = Hash.Feature(108, s0.WT, e.T, b0.T);
        f[n++] = Hash.Feature(109, s1.WT, s0.T, rd);
        f[n++] = Hash.Feature(110, Set(state.LeftRelations, s0), s0.T);
        f[n++] = Hash.Feature(111, Set(state.RightRelations, s0), s0.T);
        f[n++] = Hash.Feature(112, Set(state.RightRelations, s1), s1.T);
        f[n++] = Hash.Feature(113, Set(state.LeftRelations, b0), b0.T);
        f[n++] = Hash.Feature(114, Set(state.RightRelations, s1), s1.WT, s0.T);
        f[n++] = Hash.Feature(115, Set(state.LeftRelations, s0), s1.T, s0.T);
        f[n++] = Hash.Feature(116, Set(state.LeftRelations, s0), s0.T, b0.T);
        f[n++] = Hash.Feature(117, Set(state.LeftRelations, b0), s0.T, b0.T);
        return n;
    }

    private static int Child(int[] children, in Node parent) => parent.Index < 0 ? ParserState.None : children[parent.Index];

    private static uint Set(uint[] relations, in Node parent) => parent.Index < 0 ? 1u << 31 : relations[parent.Index];

    private static int Distances(Span<uint> f, int n, ParserState state, int i0, int i1, int j0, in Node s0, in Node s1, in Node b0)
    {
        uint toBuffer = i0 < 0 ? 9 : Bucket(j0 - i0), toStack = i1 < 0 ? 9 : Bucket(i0 - i1);
        uint left0 = i0 < 0 ? 9 : Few(state.LeftCount[i0]), right0 = i0 < 0 ? 9 : Few(state.RightCount[i0]);
        uint right1 = i1 < 0 ? 9 : Few(state.RightCount[i1]), leftB = Few(state.LeftCount[j0]);
        uint between = Between(state, i0, j0), below = Between(state, i1, i0);
        f[n++] = Hash.Feature(120, s0.T, b0.T, toBuffer);
        f[n++] = Hash.Feature(121, s1.T, s0.T, toStack);
        f[n++] = Hash.Feature(122, s0.W, toBuffer);
        f[n++] = Hash.Feature(123, b0.W, toBuffer);
        f[n++] = Hash.Feature(124, s1.W, toStack);
        f[n++] = Hash.Feature(125, s0.WT, left0, right0);
        f[n++] = Hash.Feature(126, s1.WT, right1);
        f[n++] = Hash.Feature(127, b0.WT, leftB);
        f[n++] = Hash.Feature(128, s0.T, left0, right0, b0.T);
        f[n++] = Hash.Feature(129, s1.T, right1, s0.T);
        f[n++] = Hash.Feature(130, s0.T, b0.T, between);
        f[n++] = Hash.Feature(131, s1.T, s0.T, below);
        f[n++] = Hash.Feature(132, s1.T, s0.T, below, b0.T);
        f[n++] = Hash.Feature(133, s0.WT, b0.T, between);
        f[n++] = Hash.Feature(134, s1.WT, s0.T, below);
        f[n++] = Hash.Feature(135, (uint)Math.Min(state.Depth, 4), s0.T, b0.T, j0 == state.Sentence.Count ? 1u : 0u);
        return n;
    }

    /// <summary>How many stops, verbs and conjunctions stand between two tokens, each up to two.</summary>
    private static uint Between(ParserState state, int from, int to)
    {
        if (from < 0) return 64;
        var after = Math.Min(from + 1, state.Sentence.Count);
        return (uint)(Math.Min(2, Math.Max(0, state.Stops[to] - state.Stops[after])) + 3 * Math.Min(2, Math.Max(0, state.Verbs[to] - state.Verbs[after]))
            + 9 * Math.Min(2, Math.Max(0, state.Conjunctions[to] - state.Conjunctions[after])));
    }
}
