using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.OwnVoice;

/// <summary>Finds words that judge while they tell (loaded-words.tsv; docs/loaded-words.md says how the list was made).</summary>
public sealed class LoadedWords
{
    private readonly Dictionary<string, Entry[]> _byFirstWord;

    private LoadedWords(Dictionary<string, Entry[]> byFirstWord) => _byFirstWord = byFirstWord;

    private sealed record Entry(string[] Words, string Tag, string Category, HashSet<string> Except, string Reason);

    /// <summary>How many words and phrases the list has.</summary>
    public int Count => _byFirstWord.Values.Sum(entries => entries.Length);

    public static LoadedWords Load()
    {
        var entries = new List<Entry>();
        foreach (var row in DataFile.Rows("OwnVoice/loaded-words.tsv", 5))
        {
            var except = row[3] == "-" ? [] : row[3].Split(", ").ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var words in row[0].Split(", "))
                entries.Add(new Entry(words.Split(' '), row[1], row[2], except, row[4]));
        }
        return new LoadedWords(entries.GroupBy(e => e.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The loaded words among a range of tokens; where two begin together the longer one.</summary>
    public IReadOnlyList<LoadedWord> Find(Analysis analysis, TokenRange range)
    {
        List<LoadedWord>? found = null;
        for (var token = range.Start; token < range.End; token++)
        {
            var entry = Match(analysis, token, range.End, analysis.Lemma(token)) ?? Match(analysis, token, range.End, analysis.Form(token).ToString());
            if (entry is null) continue;
            var end = token + entry.Words.Length;
            (found ??= []).Add(new LoadedWord(analysis.SpanOf(new TokenRange(token, end)), entry.Category, entry.Reason));
            token = end - 1;
        }
        return found is null ? [] : found;
    }

    private Entry? Match(Analysis analysis, int token, int limit, string first)
    {
        if (!_byFirstWord.TryGetValue(first, out var entries)) return null;
        foreach (var entry in entries)
            if (Fits(analysis, token, limit, entry)) return entry;
        return null;
    }

    private static bool Fits(Analysis analysis, int token, int limit, Entry entry)
    {
        if (token + entry.Words.Length > limit) return false;
        for (var i = 1; i < entry.Words.Length; i++)
            if (!Is(analysis, token + i, entry.Words[i])) return false;
        var last = token + entry.Words.Length - 1;
        if (!HasTag(analysis, last, entry.Tag) || entry.Tag == "noun" && IsInName(analysis, token, last)) return false;
        return entry.Except.Count == 0 || !Excepted(analysis, token, last, entry.Except);
    }

    /// <summary>Looks at two words on either side, so that an article in between does not hide the exception.</summary>
    private static bool Excepted(Analysis analysis, int first, int last, HashSet<string> except)
    {
        for (var other = Math.Max(0, first - 2); other < Math.Min(analysis.TokenCount, last + 3); other++)
            if ((other < first || other > last) && (except.Contains(analysis.Lemma(other)) || except.Contains(analysis.Form(other).ToString()))) return true;
        return false;
    }

    /// <summary>"the Martyrs' Brigade": what somebody is called by name is not the publisher's choice of word.</summary>
    private static bool IsInName(Analysis analysis, int first, int last)
    {
        if (!char.IsUpper(analysis.Form(first)[0])) return false;
        for (var other = Math.Max(0, first - 1); other < Math.Min(analysis.TokenCount, last + 3); other++)
        {
            if (other >= first && other <= last || analysis.Upos[other] is not (Upos.Propn or Upos.Noun) || !char.IsUpper(analysis.Form(other)[0])) continue;
            if (analysis.Heads[other] >= first && analysis.Heads[other] <= last || analysis.Heads[last] == other) return true;
        }
        return false;
    }

    private static bool Is(Analysis analysis, int token, string word) =>
        analysis.Lemma(token).Equals(word, StringComparison.OrdinalIgnoreCase)
        || analysis.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool HasTag(Analysis analysis, int token, string tag)
    {
        var upos = analysis.Upos[token];
        return tag switch
        {
            "noun" => upos is Upos.Noun or Upos.Propn,
            // "has ravaged villages": right after "have" a participle is the verb, whatever a parser calls it.
            "verb" => upos == Upos.Verb && (analysis.Deprels[token] != Deprel.Amod || token > 0 && analysis.Lemma(token - 1) == "have"),
            "adj" => upos == Upos.Adj || upos == Upos.Verb && analysis.Deprels[token] == Deprel.Amod
                || upos is Upos.Verb or Upos.Noun && analysis.Deprels[token] == Deprel.Compound && analysis.Form(token).EndsWith("ing", StringComparison.OrdinalIgnoreCase),
            "adv" => upos is Upos.Adv or Upos.Adp or Upos.Noun or Upos.Verb,
            _ => true,
        };
    }
}
