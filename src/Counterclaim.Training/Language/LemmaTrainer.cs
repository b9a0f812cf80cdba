using Counterclaim.Language.Features;
using Counterclaim.Language.Lemmas;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>Learns lemma rules: one for every form and tag seen that its ending alone would get wrong, and the commonest of every ending.</summary>
internal static class LemmaTrainer
{
    public static (string[] Rules, Dictionary<uint, ushort> Table) Train(IEnumerable<GoldSentence> sentences, TagSet tags)
    {
        var tagIndex = tags.Names.Select((name, i) => (name, (uint)i)).ToDictionary();
        var seen = new Dictionary<(string Form, uint Tag), Dictionary<LemmaRule, int>>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                if (!tagIndex.TryGetValue(sentence.Tags[i], out var tag)) continue;
                var form = sentence.Spans[i].In(sentence.Source.Text).ToString();
                if (sentence.Source.Lemmas[sentence.Words.Start + i] is not { } lemma || lemma.Length > 40 || form.Length is 0 or > Sentence.LongestForm) continue;
                if (RuleFor(form, lemma) is not { } rule) continue;
                Count(seen, (LowerOf(form), tag), rule);
            }
        }
        var best = seen.ToDictionary(pair => pair.Key, pair => Commonest(pair.Value));
        return Tables(best);
    }

    private static void Count<TKey>(Dictionary<TKey, Dictionary<LemmaRule, int>> counts, TKey key, LemmaRule rule, int times = 1) where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var rules)) counts[key] = rules = [];
        rules[rule] = rules.GetValueOrDefault(rule) + times;
    }

    private static LemmaRule Commonest(Dictionary<LemmaRule, int> rules) =>
        rules.OrderByDescending(r => r.Value).ThenBy(r => r.Key.ToString(), StringComparer.Ordinal).First().Key;

    private static (string[] Rules, Dictionary<uint, ushort> Table) Tables(Dictionary<(string Form, uint Tag), LemmaRule> best)
    {
        var endings = new Dictionary<(string Ending, uint Tag), Dictionary<LemmaRule, int>>();
        foreach (var ((form, tag), rule) in best)
            for (var length = 0; length <= Math.Min(Lemmatizer.LongestSuffix, form.Length); length++) Count(endings, (form[^length..], tag), rule);
        var chosen = endings.Where(e => e.Key.Ending.Length == 0 || e.Value.Values.Sum() >= 2).ToDictionary(e => e.Key, e => Commonest(e.Value));
        // An ending is kept only where the next shorter one says otherwise.
        var kept = new Dictionary<(string Ending, uint Tag), LemmaRule>();
        foreach (var ((ending, tag), rule) in chosen.OrderBy(e => e.Key.Ending.Length))
            if (Lookup(kept, ending, tag) != rule) kept[(ending, tag)] = rule;

        var names = best.Values.Concat(kept.Values).GroupBy(r => r).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal)
            .Select(g => g.Key).ToList();
        var index = names.Select((rule, i) => (rule, (ushort)i)).ToDictionary();
        var table = new Dictionary<uint, ushort>();
        foreach (var ((ending, tag), rule) in kept) table[Lemmatizer.SuffixKey(ending, tag)] = index[rule];
        foreach (var ((form, tag), rule) in best)
            if (Lookup(kept, form, tag) != rule) table[Lemmatizer.FormKey(form, tag)] = index[rule];
        return ([.. names.Select(r => r.ToString())], table);
    }

    private static LemmaRule? Lookup(Dictionary<(string Ending, uint Tag), LemmaRule> kept, string form, uint tag)
    {
        for (var length = Math.Min(Lemmatizer.LongestSuffix, form.Length); length >= 0; length--)
            if (kept.TryGetValue((form[^length..], tag), out var rule)) return rule;
        return null;
    }

    private static string LowerOf(string form)
    {
        Span<char> lower = stackalloc char[form.Length];
        return lower[..Lemmatizer.Lower(form, lower)].ToString();
    }

    /// <summary>The rule that makes a lemma of a form; null where only its own spelling would.</summary>
    private static LemmaRule? RuleFor(string form, string lemma)
    {
        var lower = LowerOf(form);
        var fromLower = Edit(lower, lemma, false);
        var fromForm = Edit(form, lemma, true);
        var rule = Cost(fromLower) <= Cost(fromForm) ? fromLower : fromForm;
        return rule.Append.Length > LemmaRule.LongestAppend || rule.Strip > 25 ? null : rule;
    }

    private static int Cost(LemmaRule rule) => rule.Strip + rule.Append.Length;

    private static LemmaRule Edit(string source, string lemma, bool keepsCase)
    {
        var same = source.AsSpan().CommonPrefixLength(lemma);
        return new LemmaRule(keepsCase, source.Length - same, lemma[same..]);
    }
}
