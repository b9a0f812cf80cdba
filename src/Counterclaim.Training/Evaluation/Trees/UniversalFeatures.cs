namespace Counterclaim.Training.Evaluation.Trees;

/// <summary>The morphological features that the script of the CoNLL 2018 shared task compares: those of every language's inventory.</summary>
public static class UniversalFeatures
{
    private static readonly HashSet<string> Names =
    [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense",
        "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ];

    /// <summary>The column FEATS with only these, in the order of their spelling; empty where there are none.</summary>
    public static string Of(string features) => string.Join('|', features.Split('|').Where(f => Names.Contains(f.Split('=')[0])).Order(StringComparer.Ordinal));
}
