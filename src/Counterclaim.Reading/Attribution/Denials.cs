using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Attribution;

/// <summary>Denials that no verb of denying tells: "called the report pure invention", "said this was a lie", "said no such order was given".</summary>
internal sealed class Denials(DependencyIndex syntax)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>Words that call what others said untrue; null where the content takes up nothing, or does not call it so.</summary>
    public string? Find(CueClause cue)
    {
        var content = cue.Attribution.Content;
        if (content.IsEmpty) return null;
        var range = FirstClause(_analysis.TokensIn(content[0]));
        if (Labelling.Contains(cue.VerbLemma)) return TakesUp(range) ? FalsityIn(range) : null;
        return NoSuchIn(range) ?? Predicated(range);
    }

    /// <summary>How much of a content is looked at.</summary>
    private const int Reach = 30;

    private static readonly FrozenSet<string> Falsity = DataFile.Rows("attribution/falsity.tsv", 1).Select(r => r[0]).ToFrozenSet();

    private static readonly FrozenSet<string> Truth = FrozenSet.ToFrozenSet(["true", "truth", "correct", "accurate", "case", "fact", "so", "right", "basis"]);

    private static readonly FrozenSet<string> Labelling = FrozenSet.ToFrozenSet(
        ["call", "describe", "label", "brand", "dub", "slam", "denounce", "decry", "characterise", "characterize", "term", "deride", "ridicule", "mock",
         "blast", "condemn", "dismiss", "regard", "portray", "paint", "declare", "pronounce", "deem", "consider"]);

    private TokenRange FirstClause(TokenRange range)
    {
        if (range.IsEmpty) return range;
        var sentence = _analysis.Sentences[_analysis.SentenceOf[range.Start]];
        return new TokenRange(range.Start, Math.Min(Math.Min(range.End, sentence.End), range.Start + Reach));
    }

    private string? FalsityIn(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (IsFalse(i) && !IsTakenUp(i)) return _analysis.Form(i).ToString();
        return null;
    }

    private bool IsFalse(int token) =>
        Falsity.Contains(_analysis.Lemma(token).ToLowerInvariant()) || Falsity.Contains(_analysis.Form(token).ToString().ToLowerInvariant());

    /// <summary>In the main clause of what is said; further down somebody else may say it.</summary>
    private string? NoSuchIn(TokenRange range)
    {
        var top = syntax.TopOf(range);
        for (var i = range.Start; i + 2 < range.End; i++)
        {
            if (syntax.IsForm(i, "no") && syntax.IsForm(i + 1, "such") && (_analysis.Heads[i] == top || _analysis.Heads[i] >= 0 && _analysis.Heads[_analysis.Heads[i]] == top)) return "no such";
            if (syntax.IsForm(i, "nothing") && i + 3 < range.End && syntax.IsForm(i + 1, "of") && (syntax.IsForm(i + 3, "kind") || syntax.IsForm(i + 3, "sort"))) return "nothing of the kind";
        }
        return null;
    }

    /// <summary>"this is a lie", "the reports are not true", "there is no truth in the claim": the content's main clause says so of what was said.</summary>
    private string? Predicated(TokenRange range)
    {
        var top = syntax.TopOf(range);
        if (top < 0) return null;
        var isFalse = IsFalse(top) && syntax.HasChild(top, Deprel.Cop);
        var isUntrue = Truth.Contains(_analysis.Lemma(top).ToLowerInvariant()) && IsNegated(top);
        if (!isFalse && !isUntrue || isFalse && IsNegated(top)) return null;
        return TakesUp(range) ? _analysis.Form(top).ToString() : null;
    }

    private bool IsNegated(int token)
    {
        foreach (var child in syntax.Children(token))
            if (_analysis.Form(child).ToString().ToLowerInvariant() is "not" or "n't" or "n’t" or "never" or "no" or "hardly") return true;
        return false;
    }

    private bool TakesUp(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (IsTakenUp(i)) return true;
        return false;
    }

    private bool IsTakenUp(int token) =>
        PointerNouns.IsDefinite(token, syntax)
        || _analysis.Upos[token] is Upos.Pron or Upos.Det && _analysis.Form(token).ToString().ToLowerInvariant() is "this" or "that" or "it" or "these" or "they" or "them"
            && _analysis.Deprels[token] is Deprel.Nsubj or Deprel.Obj;
}
