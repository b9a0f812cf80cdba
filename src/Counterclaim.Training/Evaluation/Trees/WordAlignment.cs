namespace Counterclaim.Training.Evaluation.Trees;

/// <summary>
/// Pairs system words with gold words over the same characters, as the script of the CoNLL 2018 shared task does
/// (Zeman et al., CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies): words with the
/// same span pair; where either side has a multiword token, the words of the whole stretch pair by their longest common
/// subsequence of lower-cased forms.
/// </summary>
public sealed class WordAlignment
{
    private readonly TreeDocument _gold;
    private readonly TreeDocument _system;

    private WordAlignment(TreeDocument gold, TreeDocument system)
    {
        _gold = gold;
        _system = system;
        GoldOfSystem = new int[system.Words.Count];
        Array.Fill(GoldOfSystem, -1);
    }

    /// <summary>Index of the gold word of every system word; −1 where it has none.</summary>
    public int[] GoldOfSystem { get; }

    public static WordAlignment Of(TreeDocument gold, TreeDocument system)
    {
        var alignment = new WordAlignment(gold, system);
        int g = 0, s = 0;
        while (g < gold.Words.Count && s < system.Words.Count)
        {
            if (gold.Words[g].IsPartOfMultiword || system.Words[s].IsPartOfMultiword) (g, s) = alignment.PairMultiword(g, s);
            else (g, s) = alignment.PairSimple(g, s);
        }
        return alignment;
    }

    private (int Gold, int System) PairSimple(int g, int s)
    {
        var (gold, system) = (_gold.Words[g].Span, _system.Words[s].Span);
        if (gold == system)
        {
            GoldOfSystem[s] = g;
            return (g + 1, s + 1);
        }
        return gold.Start <= system.Start ? (g + 1, s) : (g, s + 1);
    }

    private (int Gold, int System) PairMultiword(int g, int s)
    {
        // The stretch starts at the multiword token that comes first; what lies before it on the other side stays unpaired.
        int end;
        if (_gold.Words[g].IsPartOfMultiword)
        {
            end = _gold.Words[g].Span.End;
            if (!_system.Words[s].IsPartOfMultiword && _system.Words[s].Span.Start < _gold.Words[g].Span.Start) s++;
        }
        else
        {
            end = _system.Words[s].Span.End;
            if (!_gold.Words[g].IsPartOfMultiword && _gold.Words[g].Span.Start < _system.Words[s].Span.Start) g++;
        }
        var (goldStart, systemStart) = (g, s);
        while (!LiesBeyond(_gold, g, end) || !LiesBeyond(_system, s, end))
        {
            if (g < _gold.Words.Count && (s >= _system.Words.Count || _gold.Words[g].Span.Start <= _system.Words[s].Span.Start))
            {
                if (_gold.Words[g].IsPartOfMultiword) end = Math.Max(end, _gold.Words[g].Span.End);
                g++;
            }
            else
            {
                if (_system.Words[s].IsPartOfMultiword) end = Math.Max(end, _system.Words[s].Span.End);
                s++;
            }
        }
        PairByForm(goldStart, g, systemStart, s);
        return (g, s);
    }

    /// <summary>Whether a word, by index, lies beyond a stretch that ends before a character.</summary>
    private static bool LiesBeyond(TreeDocument document, int word, int end) => word >= document.Words.Count
        || (document.Words[word] is { IsPartOfMultiword: true } part ? part.Span.Start >= end : document.Words[word].Span.End > end);

    private void PairByForm(int goldStart, int goldEnd, int systemStart, int systemEnd)
    {
        var lengths = new int[goldEnd - goldStart + 1, systemEnd - systemStart + 1];
        for (var g = goldEnd - 1; g >= goldStart; g--)
        {
            for (var s = systemEnd - 1; s >= systemStart; s--)
            {
                var (i, j) = (g - goldStart, s - systemStart);
                var longest = Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
                lengths[i, j] = SameForm(g, s) ? Math.Max(longest, lengths[i + 1, j + 1] + 1) : longest;
            }
        }
        for (int g = goldStart, s = systemStart; g < goldEnd && s < systemEnd;)
        {
            var (i, j) = (g - goldStart, s - systemStart);
            if (SameForm(g, s)) GoldOfSystem[s++] = g++;
            else if (lengths[i, j] == lengths[i + 1, j]) g++;
            else s++;
        }
    }

    private bool SameForm(int gold, int system) =>
        string.Equals(_gold.Words[gold].Form, _system.Words[system].Form, StringComparison.OrdinalIgnoreCase);
}
