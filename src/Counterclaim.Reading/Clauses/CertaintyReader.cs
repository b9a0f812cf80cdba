using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Clauses;

/// <summary>Reads how certain, and whether denied, what a token says is, from the words around it in the tree.</summary>
/// <remarks>
/// The way from the token up to the top of its sentence, or to where another teller's words begin, is walked down again: every
/// governor passes what holds of it on by its implicative signature (Nairn, Condoravdi and Karttunen 2006; certainty.tsv), and every
/// clause adds its own modals, adverbs, conditions and negation (<see cref="ClauseMood"/>).
/// </remarks>
public sealed class CertaintyReader
{
    private const int ClimbLimit = 12;
    private readonly DependencyIndex _trees;
    private readonly Analysis _analysis;
    private readonly CertaintyLexicon _lexicon;
    private readonly ClauseMood _mood;
    private readonly Embedding _embedding;

    public CertaintyReader(DependencyIndex trees, CertaintyLexicon lexicon)
    {
        _trees = trees;
        _analysis = trees.Analysis;
        _lexicon = lexicon;
        _mood = new ClauseMood(trees, lexicon);
        _embedding = new Embedding(trees, lexicon);
    }

    private readonly record struct Step(int Token, ClauseMood.Share Share);

    /// <summary>
    /// Polarity and certainty of the proposition whose predicate is the token. What somebody urges, vows or threatens to do is not done by
    /// being said: there alone the word that attributes counts, wherever it stands.
    /// </summary>
    /// <param name="inside">Whether a governor still belongs to the same teller; what lies outside says nothing about the proposition itself.</param>
    public Belief At(int token, Func<int, bool>? inside = null)
    {
        Span<Step> path = stackalloc Step[ClimbLimit + 1];
        var steps = 0;
        var teller = -1;
        path[steps++] = new Step(token, ClauseMood.Share.All);
        while (steps <= ClimbLimit)
        {
            var child = path[steps - 1].Token;
            var governor = _analysis.Heads[child];
            if (governor < 0) break;
            if (inside is not null && !inside(governor))
            {
                if (_embedding.IsYetToBeDone(child, governor)) teller = governor;
                break;
            }
            if (_embedding.IsCoordinated(child)) path[steps++] = new Step(governor, _mood.Shared(child, governor));
            else if (_embedding.Embeds(child, governor)) path[steps++] = new Step(governor, ClauseMood.Share.All);
            else break;
        }

        var stance = new Stance();
        if (teller >= 0) stance.Weaken(Certainty.Hypothetical, teller);
        for (var i = steps - 1; i >= 0; i--)
        {
            if (i < steps - 1 && !_embedding.IsCoordinated(path[i].Token)) _embedding.Descend(ref stance, path[i + 1].Token, path[i].Token);
            _mood.Add(ref stance, path[i].Token, below: i > 0 ? path[i - 1].Token : -1, path[i].Share);
        }
        _mood.AddToPredicate(ref stance, token);
        return stance.Result;
    }

    /// <summary>Whether it is told as yet to come ("will", "is going to").</summary>
    public bool IsAhead(int token)
    {
        for (var climb = 0; climb < ClimbLimit; climb++)
        {
            foreach (var child in _trees.Children(token))
                if (_analysis.Deprels[child] == Deprel.Aux && (_trees.IsLemma(child, "will") || _trees.IsLemma(child, "shall") || _trees.IsForm(child, "'ll"))) return true;
            var governor = _analysis.Heads[token];
            if (governor < 0 || _analysis.Deprels[token] is not (Deprel.Conj or Deprel.Xcomp) || _trees.HasChild(token, Deprel.Nsubj)) return false;
            if (_analysis.Deprels[token] == Deprel.Xcomp && _trees.IsForm(governor, "going")) return true;
            token = governor;
        }
        return false;
    }

    /// <summary>Whether the clause of a predicate states a condition ("if", "unless", "were … to", "should it …").</summary>
    public bool IsCondition(int predicate) => _mood.IsCondition(predicate);

    /// <summary>Whether an infinitive after the word is what it is about ("an attempt to land", "plans to leave"), not its purpose.</summary>
    public bool TakesInfinitive(int token) => _lexicon.Has("noun", _analysis.Lemma(token)) || _lexicon.Has("complement", _analysis.Lemma(token));

    public bool IsConditionMarker(int token) => _mood.IsConditionMarker(token);
}
