using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>What a passage is about, as the stems of its telling words, and whether it says so or says not so.</summary>
internal sealed class Topics(DependencyIndex syntax)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>Stems of nouns, names, verbs, adjectives and numbers of a passage, up to a limit.</summary>
    public HashSet<string> Of(SpanList passage)
    {
        var topic = new HashSet<string>();
        foreach (var span in passage)
        {
            var range = _analysis.TokensIn(span);
            for (var i = range.Start; i < range.End && topic.Count < Most; i++)
                if (_analysis.Upos[i] is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num && Stem(_analysis.Lemma(i).ToLowerInvariant()) is { } stem) topic.Add(stem);
        }
        return topic;
    }

    /// <summary>Whether the first clause of a passage says that something is not so.</summary>
    public bool IsNegative(SpanList passage)
    {
        if (passage.IsEmpty) return false;
        var range = _analysis.TokensIn(passage[0]);
        var negations = 0;
        for (var i = range.Start; i < range.End && i < range.Start + FirstWords; i++)
        {
            if (i > range.Start && _analysis.SentenceOf[i] != _analysis.SentenceOf[range.Start]) break;
            var form = _analysis.Form(i).ToString().ToLowerInvariant();
            var isOfPhrase = form is "not" && _analysis.Heads[i] is >= 0 and var head && _analysis.Upos[head] is Upos.Noun or Upos.Propn && !syntax.HasChild(_analysis.Heads[i], Deprel.Cop); // "fertiliser, not grain"
            if (isOfPhrase) continue;
            if (form is "not" or "n't" or "n’t" or "never" or "no" or "nothing" or "none" or "nobody" or "neither" or "without") negations++;
        }
        return negations % 2 == 1;
    }

    private const int Most = 60;
    private const int FirstWords = 24;

    private static readonly FrozenDictionary<string, string> Kin = DataFile.Rows("attribution/kin.tsv", 2).ToFrozenDictionary(r => r[0], r => r[1]);

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["say", "have", "make", "take", "get", "thing", "people", "year", "day", "time", "new", "claim", "report", "statement", "tell", "come", "know", "want", "believe",
         "think", "go", "give", "such", "other", "last", "first", "many", "two", "be", "do", "happen", "see", "use", "part", "way", "reporter", "ask"]);

    private static readonly string[] Endings = ["ation", "ition", "ment", "ing", "ion", "ers", "er", "or", "ed", "al", "ance", "ence", "es", "s", "e", "y"];

    /// <summary>The word without its ending, so that "looting" and "looters" meet; null for a word that tells nothing.</summary>
    private static string? Stem(string lemma)
    {
        if (Kin.TryGetValue(lemma, out var kin)) lemma = kin;
        if (lemma.Length < 3 && !char.IsAsciiDigit(lemma[0]) || Empty.Contains(lemma)) return null;
        foreach (var ending in Endings)
            if (lemma.Length - ending.Length >= 4 && lemma.EndsWith(ending, StringComparison.Ordinal)) return lemma[..^ending.Length];
        return lemma;
    }
}
