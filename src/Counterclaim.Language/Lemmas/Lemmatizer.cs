using Counterclaim.Language.Features;
using Counterclaim.Language.Models;

namespace Counterclaim.Language.Lemmas;

/// <summary>Lemmas by edit rules: the rule seen for the form with its tag, else the rule of its longest known ending.</summary>
internal sealed class Lemmatizer
{
    public const int LongestSuffix = 6;

    private readonly LemmaRule[] _rules;
    private readonly HashTable16 _table;

    public Lemmatizer(LemmaRule[] rules, HashTable16 table)
    {
        _rules = rules;
        _table = table;
    }

    /// <summary>The lemma of a form under a joint tag.</summary>
    public string Lemma(ReadOnlySpan<char> form, uint tag, LemmaCache cache)
    {
        if (form.Length > Sentence.LongestForm) return form.ToString();
        Span<char> lower = stackalloc char[Sentence.LongestForm];
        lower = lower[..Lower(form, lower)];
        var rule = _rules[RuleOf(lower, tag)];
        Span<char> lemma = stackalloc char[Sentence.LongestForm + LemmaRule.LongestAppend];
        return cache.Intern(lemma[..rule.Apply(form, lower, lemma)]);
    }

    private ushort RuleOf(ReadOnlySpan<char> lower, uint tag)
    {
        if (_table.TryGet(FormKey(lower, tag), out var rule)) return rule;
        for (var length = Math.Min(LongestSuffix, lower.Length); length >= 0; length--)
            if (_table.TryGet(SuffixKey(lower[^length..], tag), out rule)) return rule;
        return 0;
    }

    /// <summary>Lower-cases a form and writes its typographic apostrophes straight.</summary>
    public static int Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        var length = 0;
        foreach (var c in form)
            if (c != '\u00AD') lower[length++] = c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c);
        return length;
    }

    public static uint FormKey(ReadOnlySpan<char> lower, uint tag) => Hash.Of(lower, 0x517CC1B7u * (tag + 1));

    public static uint SuffixKey(ReadOnlySpan<char> suffix, uint tag) => Hash.Of(suffix, 0x2545F491u * (tag + 257));
}

/// <summary>How a lemma is made of a form.</summary>
/// <param name="KeepsCase">Whether the form's own capitals stay.</param>
/// <param name="Strip">Characters taken off the end.</param>
/// <param name="Append">Characters put there instead.</param>
internal readonly record struct LemmaRule(bool KeepsCase, int Strip, string Append)
{
    public const int LongestAppend = 16;

    public int Apply(ReadOnlySpan<char> form, ReadOnlySpan<char> lower, Span<char> lemma)
    {
        var source = KeepsCase ? form : lower;
        var kept = Math.Max(0, source.Length - Strip);
        source[..kept].CopyTo(lemma);
        Append.CopyTo(lemma[kept..]);
        var length = kept + Append.Length;
        if (length > 0) return length;
        source.CopyTo(lemma);
        return source.Length;
    }

    public override string ToString() => $"{(KeepsCase ? 'K' : 'L')}{(char)('a' + Strip)}{Append}";

    public static LemmaRule Parse(string line) => new(line[0] == 'K', line[1] - 'a', line[2..]);
}

/// <summary>Makes one string of equal lemmas; a cache of fixed size, not shared between threads.</summary>
internal sealed class LemmaCache
{
    private readonly string[] _slots = new string[4096];

    public string Intern(ReadOnlySpan<char> lemma)
    {
        ref var slot = ref _slots[Hash.Of(lemma) & 4095];
        if (slot is not null && lemma.SequenceEqual(slot)) return slot;
        return slot = lemma.ToString();
    }
}
