using Counterclaim.Model;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Clauses;

/// <summary>The words that make a proposition less than certain, or turn it round (certainty.tsv).</summary>
public sealed class CertaintyLexicon
{
    private readonly Dictionary<(string Construction, string Lemma), Effect> _effects;

    private CertaintyLexicon(Dictionary<(string, string), Effect> effects) => _effects = effects;

    /// <summary>What a word does to the proposition it bears on.</summary>
    public readonly record struct Effect(Certainty Certainty, bool Negates);

    public static CertaintyLexicon Load()
    {
        var effects = new Dictionary<(string, string), Effect>();
        foreach (var row in DataFile.Rows("Clauses/certainty.tsv", 3))
        {
            var negates = row[2].StartsWith("not ", StringComparison.Ordinal);
            var effect = new Effect(Enum.Parse<Certainty>(negates ? row[2][4..] : row[2], ignoreCase: true), negates);
            foreach (var lemma in row[1].Split(", ")) effects[(row[0], lemma)] = effect;
        }
        return new CertaintyLexicon(effects);
    }

    public bool TryGet(string construction, string lemma, out Effect effect) => _effects.TryGetValue((construction, lemma), out effect);

    public bool Has(string construction, string lemma) => _effects.ContainsKey((construction, lemma));
}
