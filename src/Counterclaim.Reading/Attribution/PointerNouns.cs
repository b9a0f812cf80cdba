using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>Nouns that take up what somebody said ("the accusation", "this threat", "the mayor's figure").</summary>
internal static class PointerNouns
{
    /// <summary>Whether a noun, with an article, demonstrative or possessor before it, takes up something said.</summary>
    public static bool IsDefinite(int noun, DependencyIndex syntax)
    {
        var analysis = syntax.Analysis;
        if (analysis.Upos[noun] != Upos.Noun || !Acts.ContainsKey(analysis.Lemma(noun).ToLowerInvariant())) return false;
        var isBare = !syntax.HasChild(noun, Deprel.Det) && !syntax.HasChild(noun, Deprel.Amod);
        if (isBare && (analysis.Xpos(noun) == "NNS" || Mass.Contains(analysis.Lemma(noun)))) return true; // "rejected claims that", "dismissed talk of"
        if (syntax.Child(noun, Deprel.Acl) == noun + 1) return true; // "a claim disputed by"
        foreach (var child in syntax.Children(noun))
        {
            if (child > noun) break;
            switch (analysis.Deprels[child])
            {
                case Deprel.Det when analysis.Form(child).ToString().ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "such" or "any" or "all" or "both":
                case Deprel.Amod when syntax.IsForm(child, "such"):
                case Deprel.Nmod:
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether a noun means something said.</summary>
    public static bool Has(string lemma) => Acts.ContainsKey(lemma.ToLowerInvariant());

    /// <summary>Reports of others' words, which outsiders answer rather than the words themselves.</summary>
    public static bool IsReport(string lemma) => lemma is "report" or "story" or "account" or "news" or "article" or "rumour" or "rumor" or "speculation" or "talk";

    /// <summary>Whether a noun may take up a statement of an act.</summary>
    public static bool MayTakeUp(string lemma, SpeechAct act) => Acts.TryGetValue(lemma, out var acts) && (acts is null ? act != SpeechAct.Ask : acts.Contains(act));

    private static readonly FrozenSet<string> Mass = FrozenSet.ToFrozenSet(["talk", "speculation", "criticism", "gossip", "news"]);

    /// <summary>By lemma; null for whatever was said.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<SpeechAct>?> Acts = DataFile.Rows("attribution/pointers.tsv", 2).ToFrozenDictionary(
        r => r[0], r => r[1] == "any" ? null : r[1].Split(',').Select(a => Enum.Parse<SpeechAct>(a, ignoreCase: true)).ToFrozenSet());
}
