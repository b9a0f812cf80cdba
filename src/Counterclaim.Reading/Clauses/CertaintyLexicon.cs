using System.Collections.Frozen;
using Counterclaim.Model;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Clauses;

/// <summary>The words that make a proposition less than certain, or turn it round (certainty.tsv).</summary>
public sealed class CertaintyLexicon
{
    private readonly FrozenDictionary<(string Construction, string Lemma), Signature> _signatures;

    private CertaintyLexicon(Dictionary<(string, string), Signature> signatures) => _signatures = signatures.ToFrozenDictionary();

    /// <summary>What a word does to the proposition it bears on.</summary>
    /// <param name="Presupposes">Takes it for granted, however the word itself is meant.</param>
    public readonly record struct Effect(Certainty Certainty, bool Negates, bool Presupposes = false);

    /// <summary>What a word does where it is affirmed, and where it is denied.</summary>
    public readonly record struct Signature(Effect Affirmed, Effect Denied);

    public static CertaintyLexicon Load()
    {
        var signatures = new Dictionary<(string, string), Signature>();
        foreach (var row in DataFile.Rows("Clauses/certainty.tsv", 4))
        {
            var affirmed = Parse(row[2]);
            var denied = row[3] == "-" ? affirmed with { Negates = !affirmed.Negates && !affirmed.Presupposes } : Parse(row[3]);
            foreach (var lemma in row[1].Split(", ")) signatures[(row[0], lemma)] = new Signature(affirmed, denied);
        }
        return new CertaintyLexicon(signatures);
    }

    public bool TryGet(string construction, string lemma, out Signature signature) => _signatures.TryGetValue((construction, lemma), out signature);

    public bool Has(string construction, string lemma) => _signatures.ContainsKey((construction, lemma));

    private static Effect Parse(string effect)
    {
        if (effect == "Fact") return new Effect(Certainty.Certain, Negates: false, Presupposes: true);
        var negates = effect.StartsWith("not ", StringComparison.Ordinal);
        return new Effect(Enum.Parse<Certainty>(negates ? effect[4..] : effect, ignoreCase: true), negates);
    }
}
