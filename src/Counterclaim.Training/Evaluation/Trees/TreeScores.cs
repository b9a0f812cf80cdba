using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Trees;

/// <summary>
/// The figures of the CoNLL 2018 shared task's script: F1 of tokens, sentences and words by their characters, and of tags,
/// features, lemmas and dependencies by aligned words. Dependency relations count without subtypes.
/// </summary>
public static class TreeScores
{
    private const string Open = "_";

    /// <exception cref="InvalidDataException">The two do not stand over the same characters.</exception>
    public static Tally Of(TreeDocument gold, TreeDocument system)
    {
        if (gold.Characters != system.Characters) throw new InvalidDataException(Difference(gold.Characters, system.Characters));
        var tally = new Tally();
        AddSpans(tally, "tokens", gold.Tokens, system.Tokens);
        AddSpans(tally, "sentences", gold.Sentences, system.Sentences);

        var goldOf = WordAlignment.Of(gold, system).GoldOfSystem;
        AddWords("words", (_, _) => true);
        AddWords("UPOS", (g, s) => g.Upos == s.Upos);
        AddWords("XPOS", (g, s) => g.Xpos == s.Xpos);
        AddWords("UFeats", (g, s) => UniversalFeatures.Of(g.Features) == UniversalFeatures.Of(s.Features));
        AddWords("lemmas", (g, s) => g.Lemma == Open || g.Lemma == s.Lemma);
        AddWords("UAS", SameHead);
        AddWords("LAS", (g, s) => SameHead(g, s) && g.Deprel == s.Deprel);
        return tally;

        bool SameHead(TreeWord g, TreeWord s) => s.Head < 0 ? g.Head < 0 : g.Head >= 0 && goldOf[s.Head] == g.Head;

        void AddWords(string measure, Func<TreeWord, TreeWord, bool> isRight)
        {
            var right = goldOf.Index().Count(w => w.Item >= 0 && isRight(gold.Words[w.Item], system.Words[w.Index]));
            tally.Matches(measure, "", right, system.Words.Count, gold.Words.Count);
        }
    }

    private static void AddSpans(Tally tally, string measure, IReadOnlyList<CharacterSpan> gold, IReadOnlyList<CharacterSpan> system)
    {
        int right = 0, g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            if (system[s].Start < gold[g].Start)
            {
                s++;
            }
            else if (gold[g].Start < system[s].Start)
            {
                g++;
            }
            else
            {
                if (gold[g].End == system[s].End) right++;
                s++;
                g++;
            }
        }
        tally.Matches(measure, "", right, system.Count, gold.Count);
    }

    private static string Difference(string gold, string system)
    {
        var at = gold.AsSpan().CommonPrefixLength(system);
        return $"gold and prediction stand over different characters: \"{Excerpt(gold, at)}\" against \"{Excerpt(system, at)}\".";
    }

    private static string Excerpt(string text, int at) => text[at..Math.Min(text.Length, at + 20)];
}
