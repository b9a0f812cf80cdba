namespace Counterclaim.Ingest.Html;

/// <summary>Finds the element that holds the article.</summary>
/// <remarks>
/// As readability and its kin, blocks of prose speak for the elements around them and links against; unlike those the
/// sum is taken over whole subtrees, so that one pass over the blocks settles it. The copy of the article that many
/// pages keep for search engines decides where there is one.
/// </remarks>
internal sealed class MainContent
{
    /// <summary>An element with this share of the page's prose is no side matter, whatever it is called.</summary>
    private const double TooLargeToIgnore = 0.4;

    /// <summary>Share of the best element's score that a smaller one inside must have to be taken instead.</summary>
    private const double KeepsMost = 0.85;

    public const Hints Side = Hints.Navigation | Hints.Aside | Hints.Footer | Hints.Furniture | Hints.Hidden | Hints.Foreign;

    private readonly PageBlocks _page;
    private readonly double[] _sums;
    private readonly int[] _ends;

    private MainContent(PageBlocks page)
    {
        _page = page;
        _sums = new double[page.Containers.Count];
        _ends = Ends(page.Containers);
    }

    /// <summary>Hints of each container with those taken back that its size belies.</summary>
    public Hints[] Settled { get; private set; } = [];

    /// <summary>First and last container of the article; the last is exclusive.</summary>
    public (int Start, int End) Range { get; private set; }

    /// <summary>Score of the article, about the number of characters of its prose.</summary>
    public double Score { get; private set; }

    public static MainContent Find(PageBlocks page)
    {
        var content = new MainContent(page);
        content.Settled = content.SettleHints();
        content.Sum();
        content.Choose();
        return content;
    }

    /// <summary>The whole page as the article, for a feed's entry, which has nothing around it.</summary>
    public static MainContent Everything(PageBlocks page)
    {
        var content = new MainContent(page);
        content.Settled = content.SettleHints();
        content.Range = (0, page.Containers.Count);
        return content;
    }

    public bool Contains(PageBlock block) => block.Container >= Range.Start && block.Container < Range.End;

    /// <summary>Whether a block reads as running text.</summary>
    public static bool IsProse(PageBlock block) =>
        block.Tag is not (BlockTag.Heading or BlockTag.Row) && block.IsSentence && block.Words >= 8 && block.LinkDensity < 0.5;

    /// <summary>Containers stand in document order, so that a subtree is a range.</summary>
    private static int[] Ends(List<PageContainer> containers)
    {
        var ends = new int[containers.Count];
        for (var i = containers.Count - 1; i >= 0; i--)
        {
            ends[i] = Math.Max(ends[i], i + 1);
            var parent = containers[i].Parent;
            if (parent >= 0) ends[parent] = Math.Max(ends[parent], ends[i]);
        }
        return ends;
    }

    private Hints[] SettleHints()
    {
        var containers = _page.Containers;
        var prose = new int[containers.Count];
        var hidden = new int[containers.Count];
        var holdsArticle = new bool[containers.Count];
        foreach (var block in _page.Blocks)
        {
            if (block.Tag == BlockTag.Heading && block.IsMainHeading) holdsArticle[block.Container] = true;
            if (!IsProse(block)) continue;
            prose[block.Container] += block.Text.Length;
            if (block.Is(Hints.Hidden)) hidden[block.Container] += block.Text.Length;
        }
        for (var i = prose.Length - 1; i > 0; i--)
        {
            var parent = containers[i].Parent;
            if (parent < 0) continue;
            prose[parent] += prose[i];
            hidden[parent] += hidden[i];
            holdsArticle[parent] |= holdsArticle[i] || (containers[i].Own & Hints.Body) != 0;
        }

        var hints = new Hints[prose.Length];
        var revealed = new bool[prose.Length];
        for (var i = 0; i < hints.Length; i++)
        {
            var parent = containers[i].Parent;
            var own = containers[i].Own;
            if (prose[i] > prose[0] * TooLargeToIgnore)
                own &= ~((Side & (holdsArticle[i] ? ~Hints.None : ~Hints.Foreign)) | Hints.Byline | Hints.Caption | Hints.Header);
            // A body most of which is hidden waits for a script or a payment; its text is there all the same.
            revealed[i] = (parent >= 0 && revealed[parent]) || ((own & Hints.Body) != 0 && hidden[i] > prose[i] / 2);
            if (revealed[i]) own &= ~Hints.Hidden;
            hints[i] = own | (parent < 0 ? Hints.None : hints[parent]);
        }
        return hints;
    }

    private void Sum()
    {
        foreach (var block in _page.Blocks) _sums[block.Container] += ScoreOf(block);
        for (var i = _sums.Length - 1; i > 0; i--)
            if (_page.Containers[i].Parent is >= 0 and var parent) _sums[parent] += _sums[i];
    }

    private double ScoreOf(PageBlock block)
    {
        if (block.Known is { } known) return known > 0.6 ? block.Text.Length * 3 : -0.3 * block.Text.Length;
        if ((Settled[block.Container] & (Side | Hints.Caption)) != 0) return 0;
        var free = block.Text.Length - block.LinkChars;
        if (block.Tag == BlockTag.Post) return Math.Min(block.Text.Length, 200);
        if (IsProse(block))
            return block.Tag switch
            {
                BlockTag.Paragraph or BlockTag.Preformatted => free,
                BlockTag.Loose => block.Words >= 12 ? free * 0.8 : 0,
                _ => free * 0.4,
            };
        return block.LinkDensity > 0.5 ? -0.6 * block.LinkChars : block.Tag == BlockTag.Paragraph ? free * 0.2 : 0;
    }

    private void Choose()
    {
        if (_sums.Length == 0) return;
        var best = 0;
        for (var i = 1; i < _sums.Length; i++)
            if (_sums[i] >= _sums[best] - 1e-9) best = i;
        best = Descend(NamedInside(best) ?? best);
        Range = (best, _ends[best]);
        Score = _sums[best];
    }

    /// <summary>The smallest element around all those inside that the page names the article's body, if they hold most of it.</summary>
    private int? NamedInside(int best)
    {
        foreach (var name in (ReadOnlySpan<Hints>)[Hints.Body, Hints.Article])
        {
            int first = -1, last = -1;
            double sum = 0;
            for (var i = best; i < _ends[best]; i++)
            {
                if ((_page.Containers[i].Own & name) == 0 || _sums[i] < _sums[best] * 0.05) continue;
                if (first < 0) first = i;
                last = i;
                sum += _sums[i];
                i = _ends[i] - 1;
            }
            if (first < 0 || sum < _sums[best] * 0.5) continue;
            var around = first;
            while (_ends[around] <= last) around = _page.Containers[around].Parent;
            return around;
        }
        return null;
    }

    private int Descend(int from)
    {
        for (var i = from + 1; i < _ends[from]; i++)
        {
            if (_page.Containers[i].Parent != from) { continue; }
            if (_sums[i] >= _sums[from] * KeepsMost && _sums[i] > 0 && OutsideIsSide(from, i)) return Descend(i);
        }
        return from;
    }

    /// <summary>Whether what a smaller element leaves out is mostly links or short.</summary>
    private bool OutsideIsSide(int outer, int inner)
    {
        var left = 0;
        foreach (var block in _page.Blocks)
        {
            if (block.Container < outer || block.Container >= _ends[outer]) continue;
            if (block.Container >= inner && block.Container < _ends[inner]) continue;
            if (block.Known > 0.6 || (block.Known is null && IsProse(block) && (Settled[block.Container] & (Side | Hints.Caption)) == 0)) left += block.Text.Length;
        }
        return left < 40;
    }
}
