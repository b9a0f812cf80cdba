using Counterclaim.Language.Morphology;

namespace Counterclaim.Training.Morphology;

/// <summary>Learns the tables of lemmas: edit rules from every form and tag once, what clitics stand for and capitals from every word.</summary>
internal sealed class LemmaTrainer
{
    private readonly TagInventory _tags;
    private readonly Dictionary<(string Form, byte Tag), Dictionary<LemmaRule, int>> _seen = [];
    private readonly Dictionary<LemmaRule, ushort> _ruleIndex = [];
    private readonly BackoffTrainer _clitics = new(leastGain: 2);
    private readonly BackoffTrainer _cases = new(leastGain: 2);
    private readonly List<(uint[] Keys, LemmaRule Rule, string Form, byte Tag, int Weight)> _cliticExamples = [];

    public LemmaTrainer(TagInventory tags) => _tags = tags;

    /// <param name="words">A sentence, read and linked.</param>
    public void Add(WordSequence words, IReadOnlyList<string?> lemmas, int weight)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var lower = words.Lower(i).ToString();
            if (lemmas[i] is not { } lemma || lower.Length is 0 or >= WordSequence.LongestForm || _tags.Names[words.Tag[i]].EndsWith(" GW", StringComparison.Ordinal)) continue;
            if (RuleFor(lower, lemma.ToLowerInvariant()) is not { } rule) continue;
            var key = (lower, words.Tag[i]);
            if (!_seen.TryGetValue(key, out var rules)) _seen[key] = rules = [];
            rules[rule] = rules.GetValueOrDefault(rule) + weight;
            if (LemmaKeys.IsClitic(lower)) AddClitic(words, i, rule, weight);
            if (words.Shape[i] != LetterShape.None && CaseFor(rule, lower, words.Cased(i), lemma) is { } capitals) AddCase(words, i, capitals, weight);
        }
    }

    /// <summary>Forms of a dictionary: they count where the treebanks do not have them, or give a verb a base form that is no word.</summary>
    public void Add(WordNet dictionary)
    {
        foreach (var (form, tag, lemma) in dictionary.Forms)
        {
            if (_tags.IndexOf(tag) is not (>= 0 and var index) || RuleFor(form, lemma) is not { } rule) continue;
            if (!_seen.TryAdd((form, (byte)index), new() { [rule] = 1 }) && tag.StartsWith("VERB", StringComparison.Ordinal)
                && !dictionary.IsVerb(LemmaOf(form, Commonest(_seen[(form, (byte)index)]))))
                _seen[(form, (byte)index)] = new() { [rule] = 1 };
        }
        var adjective = _tags.IndexOf("ADJ JJ");
        if (adjective < 0) return;
        var words = new WordSequence();
        foreach (var word in dictionary.CapitalAdjectives)
        {
            foreach (var form in (string[])[word, word.ToLowerInvariant()])
            {
                words.Read(form, [new(0, form.Length)]);
                (words.Tag[0], words.Head[0]) = ((byte)adjective, -1);
                words.Link(_tags);
                AddCase(words, 0, form == word ? LemmaCase.Kept : LemmaCase.Title, 1);
            }
        }
    }

    public LemmaTables Train()
    {
        var best = _seen.ToDictionary(s => s.Key, s => Commonest(s.Value));
        foreach (var group in best.Values.GroupBy(r => r).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal))
            _ruleIndex[group.Key] = (ushort)_ruleIndex.Count;
        var edits = new BackoffTrainer(leastGain: 2);
        var keys = new KeyList(stackalloc uint[KeyList.Most]);
        foreach (var ((form, tag), rule) in best)
        {
            keys.Clear();
            LemmaKeys.Edit(form, tag, ref keys);
            edits.Add(keys.Keys, _ruleIndex[rule], 1);
        }
        foreach (var (cliticKeys, rule, form, tag, weight) in _cliticExamples)
            if (_ruleIndex.TryGetValue(rule, out var index)) _clitics.Add(cliticKeys, index, weight, _ruleIndex[best[(form, tag)]]);
        var rules = _ruleIndex.OrderBy(r => r.Value).Select(r => r.Key.ToString()).ToArray();
        return new LemmaTables(rules, edits.Train(), _clitics.Train(), _cases.Train());
    }

    private void AddClitic(WordSequence words, int i, LemmaRule rule, int weight)
    {
        var keys = new KeyList(stackalloc uint[KeyList.Most]);
        LemmaKeys.Clitic(words, i, ref keys);
        _cliticExamples.Add((keys.Keys.ToArray(), rule, words.Lower(i).ToString(), words.Tag[i], weight));
    }

    private void AddCase(WordSequence words, int i, LemmaCase capitals, int weight)
    {
        var keys = new KeyList(stackalloc uint[KeyList.Most]);
        LemmaKeys.Case(words, i, ref keys);
        _cases.Add(keys.Keys, (ushort)capitals, weight);
    }

    private static string LemmaOf(string form, LemmaRule rule)
    {
        Span<char> lemma = stackalloc char[WordSequence.LongestForm + LemmaRule.LongestAppend];
        return lemma[..rule.Apply(form, lemma)].ToString();
    }

    private static LemmaRule Commonest(Dictionary<LemmaRule, int> rules) =>
        rules.OrderByDescending(r => r.Value).ThenBy(r => r.Key.ToString(), StringComparer.Ordinal).First().Key;

    /// <summary>The rule that makes a lower-cased lemma of a lower-cased form; null where only its own spelling would.</summary>
    private static LemmaRule? RuleFor(string lower, string lemma)
    {
        if (LemmaKeys.HasThousands(lower) && lemma == lower.Replace(",", "", StringComparison.Ordinal)) return new LemmaRule(LemmaRule.WithoutCommas, "");
        var same = lower.AsSpan().CommonPrefixLength(lemma);
        var rule = new LemmaRule(lower.Length - same, lemma[same..]);
        return rule.Append.Length > LemmaRule.LongestAppend || rule.Strip > LemmaRule.LongestStrip ? null : rule;
    }

    /// <summary>Which capitals give the lemma its spelling; null where none of the choices does.</summary>
    private static LemmaCase? CaseFor(LemmaRule rule, string lower, ReadOnlySpan<char> cased, string lemma)
    {
        Span<char> written = stackalloc char[WordSequence.LongestForm + LemmaRule.LongestAppend];
        foreach (var capitals in (ReadOnlySpan<LemmaCase>)[LemmaCase.Lower, LemmaCase.Kept, LemmaCase.Title])
            if (written[..Lemmatizer.Write(rule, capitals, lower, cased, written)].SequenceEqual(lemma)) return capitals;
        return null;
    }
}

/// <summary>What <see cref="Lemmatizer"/> looks up.</summary>
internal sealed record LemmaTables(string[] Rules, Dictionary<uint, ushort> Edits, Dictionary<uint, ushort> Clitics, Dictionary<uint, ushort> Cases);
