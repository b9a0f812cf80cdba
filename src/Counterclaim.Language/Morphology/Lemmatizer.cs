using Counterclaim.Language.Models;

namespace Counterclaim.Language.Morphology;

/// <summary>Lemmas by edit rules: the rule seen for the form with its tag, else that of its longest known ending; capitals are decided apart.</summary>
internal sealed class Lemmatizer(LemmaRule[] rules, BackoffTable edits, BackoffTable clitics, BackoffTable cases)
{
    private const ushort NoRule = ushort.MaxValue;

    public static Lemmatizer From(ModelFile file) => new([.. file.Lines("rules").Select(LemmaRule.Parse)], new BackoffTable(HashTable16.From(file, "edits")),
        new BackoffTable(HashTable16.From(file, "clitics")), new BackoffTable(HashTable16.From(file, "cases")));

    /// <summary>The lemma of a word of a sentence that has been read and linked.</summary>
    /// <param name="form">Its characters as they stand in the text.</param>
    public string Lemma(WordSequence words, int i, ReadOnlySpan<char> form, LemmaCache cache)
    {
        var lower = words.Lower(i);
        if (form.Length > WordSequence.LongestForm || lower.IsEmpty) return form.ToString();
        var keys = new KeyList(stackalloc uint[KeyList.Most]);
        var rule = NoRule;
        if (LemmaKeys.IsClitic(lower))
        {
            LemmaKeys.Clitic(words, i, ref keys);
            rule = clitics.Lookup(keys.Keys, NoRule);
            keys.Clear();
        }
        if (rule == NoRule)
        {
            LemmaKeys.Edit(lower, words.Tag[i], ref keys);
            rule = edits.Lookup(keys.Keys, 0);
            keys.Clear();
        }
        var capitals = LemmaCase.Lower;
        if (words.Shape[i] != LetterShape.None)
        {
            LemmaKeys.Case(words, i, ref keys);
            capitals = (LemmaCase)cases.Lookup(keys.Keys, 0);
        }
        Span<char> lemma = stackalloc char[WordSequence.LongestForm + LemmaRule.LongestAppend];
        return cache.Intern(lemma[..Write(rules[rule], capitals, lower, words.Cased(i), lemma)]);
    }

    /// <summary>Applies a rule and a choice of capitals; returns the lemma's length.</summary>
    public static int Write(LemmaRule rule, LemmaCase capitals, ReadOnlySpan<char> lower, ReadOnlySpan<char> cased, Span<char> lemma)
    {
        var length = rule.Apply(capitals == LemmaCase.Kept ? cased : lower, lemma);
        if (capitals == LemmaCase.Title && length > 0) lemma[0] = char.ToUpperInvariant(lemma[0]);
        return length;
    }
}
