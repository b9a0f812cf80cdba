using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Stories;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Comparison;

/// <summary>What is asked for or meant to be done: no slot tells it, the words of the clause do. Two are one matter only where these agree.</summary>
internal static class WordedMatter
{
    /// <summary>Of the weight of the words that the shorter clause is left with, the share that the other must have too.</summary>
    private const double LeastShared = 0.6;

    /// <summary>Beginnings of words that are compared: "investigate" and "investigation" are one.</summary>
    private const int StemLength = 6;
    private const int ShortestWord = 3;

    /// <summary>A word that no report of another matter has weighs as one in so many.</summary>
    private const double RareShare = 0.002;

    /// <summary>What says that something is asked or meant, and not what.</summary>
    private static readonly HashSet<string> Frame =
    [
        .. "call calls called calling urge urges urged urging ask asks asked asking demand demands demanded demanding appeal appeals appealed appealing request requests requested plead pleads pleaded beg begs begged press presses pressed insist insists insisted order orders ordered tell tells told warn warns warned advise advised need needs needed want wants wanted plan plans planned planning intend intends intended mean means meant announce announces announced pledge pledges pledged vow vows vowed consider considers considered considering decide decides decided aim aims aimed aiming seek seeks sought prepare prepares prepared preparing ready explicitly immediately immediate urgent urgently again also not never would could should will does did deny denies denied".Split(' '),
    ];

    /// <summary>Whether claims of the kind are compared by their words.</summary>
    public static bool IsToldByWords(string kind) => kind is "appeal" or "intention";

    /// <summary>Whether two clauses ask for, or announce, one thing as far as their words show.</summary>
    public static bool Agree(Claim one, Claim other)
    {
        Dictionary<string, double> mine = WordsOf(one), others = WordsOf(other);
        if (mine.Count == 0 || others.Count == 0) return false;
        var shared = mine.Where(w => others.ContainsKey(w.Key)).ToList();
        if (shared.Count < 2 && (mine.Count > 1 || others.Count > 1)) return false;
        return shared.Sum(w => w.Value) >= LeastShared * Math.Min(mine.Values.Sum(), others.Values.Sum());
    }

    private static Dictionary<string, double> WordsOf(Claim claim)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        HashSet<string> parties = [.. Split(claim.AgentWords?.Exact), .. Split(claim.PatientWords?.Exact)];
        foreach (var word in Split(claim.Exact))
        {
            if (word.Length < ShortestWord || Frame.Contains(word) || parties.Contains(word)) continue;
            var weight = -Math.Log(Math.Min(1, BackgroundWords.ShareOf(StoryTerms.Stem(word)) + RareShare));
            words[word.Length > StemLength ? word[..StemLength] : StoryTerms.Stem(word)] = weight;
        }
        return words;
    }

    private static string[] Split(string? text) => text is null ? [] : SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
