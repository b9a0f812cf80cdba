using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Data;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// "Rebel shells hit the fish market": in political news to hit or attack somebody is mostly to speak against them, and so the model takes such
/// verbs for cues; in reports of war they are done. What is done to a thing or a place ("targets ISIS-held towns", "has ordered new airliners") is done
/// everywhere.
/// </summary>
internal static class Deeds
{
    /// <summary>Confidence from which a verb of doing is believed to tell: it does more likely than not.</summary>
    private const double SureEnough = 0.5;

    private static readonly FrozenSet<string> Verbs = DataFile.Rows("statements/deeds.tsv", 1).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Things = DataFile.Rows("statements/things.tsv", 1).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Said of ideas, done with things: one shows that it is so, or shows a film.</summary>
    private static readonly FrozenSet<string> DoneWithThings = FrozenSet.ToFrozenSet(["show", "offer", "order", "sign", "present", "inspect", "examine", "watch", "view"]);

    /// <summary>Done in war, whatever else they may mean, but where words are taken back ("withdrew the remark").</summary>
    private static readonly FrozenSet<string> DoneInWar = FrozenSet.ToFrozenSet(["withdraw", "impose", "operate", "lay", "storm", "deploy", "mass", "withhold"]);

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(["remark", "statement", "claim", "comment", "accusation", "allegation", "offer", "support", "demand", "complaint", "charge", "confession", "testimony", "consent", "endorsement", "judgement", "judgment"]);

    /// <summary>Whether a statement takes a deed for words: its cue is a verb of doing, and its content neither a clause that depends on it nor quoted.</summary>
    public static bool IsOne(TokenTable table, Candidate statement)
    {
        if (statement.Cue.IsEmpty) return false;
        var head = CuePath.HeadOf(table.Tree, statement.Cue);
        while (table.Tree.Child(head, Deprel.Xcomp) is >= 0 and var governed && statement.Cue.Contains(governed)) head = governed; // "is trying to offer"
        if (table.Analysis.Upos[head] != Upos.Verb) return false;
        var lemma = table.Analysis.Lemma(head).ToLowerInvariant();
        if (lemma is "see" or "witness" && IsTimeOrPlace(table, statement) && !table.Tree.Has(head, Deprel.Ccomp)) return true;
        if (lemma is "claim" or "cost" or "take" && IsOfLives(table, statement)) return true;
        var isDoing = Verbs.Contains(lemma);
        var isWar = DoneInWar.Contains(lemma) && statement.Content.Count > 0 && !Words.Contains(table.Analysis.Lemma(CuePath.HeadOf(table.Tree, statement.Content[0])).ToLowerInvariant());
        if (!isDoing && !isWar && !DoneWithThings.Contains(lemma)) return false;
        if (!isWar && !(isDoing && statement.Confidence < SureEnough) && !(IsOfThing(table, statement) && (isDoing || lemma is not "show" || IsPerson(table, head)))) return false;
        foreach (var child in table.Tree.Children(head))
            if (table.Tree.Relation[child] is Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis && statement.Content.Exists(run => run.Contains(child))) return false;
        foreach (var run in statement.Content)
            for (var token = run.Start; token < run.End; token++)
                if (table.Outer.Passage[token] is >= 0 and var quotation && quotation != table.Outer.Passage[statement.Cue.Start]) return false;
        return true;
    }

    public static bool IsThing(string noun) => Things.Contains(noun.ToLowerInvariant());

    /// <summary>Whoever does it has a name or is "he": a film or a survey that shows things tells of them.</summary>
    private static bool IsPerson(TokenTable table, int verb) =>
        table.Tree.Child(verb, Deprel.Nsubj) is >= 0 and var subject && table.Analysis.Upos[subject] is Upos.Pron or Upos.Propn;

    /// <summary>"The northern sector saw the most attacks", "Friday saw none": where and when things come about sees nothing.</summary>
    private static bool IsTimeOrPlace(TokenTable table, Candidate statement)
    {
        if (statement.Holder.IsEmpty) return false;
        var top = CuePath.HeadOf(table.Tree, statement.Holder);
        var noun = table.Analysis.Lemma(top).ToLowerInvariant();
        return table.Analysis.Upos[top] == Upos.Noun && (Clauses.TimeNouns.Has(noun) || IsThing(noun) || noun is "direction" or "front" or "sector" or "war" or "conflict" or "battle" or "fighting");
    }

    /// <summary>"claimed 17 lives", "claimed the lives of two children": killed.</summary>
    private static bool IsOfLives(TokenTable table, Candidate statement) =>
        statement.Content.Count == 1 && CuePath.HeadOf(table.Tree, statement.Content[0]) is var top && table.Analysis.Lemma(top).Equals("life", StringComparison.OrdinalIgnoreCase);

    /// <summary>The content is a noun phrase, and that of a thing or a place.</summary>
    private static bool IsOfThing(TokenTable table, Candidate statement)
    {
        if (statement.Content.Count != 1) return false;
        var top = CuePath.HeadOf(table.Tree, statement.Content[0]);
        return table.Analysis.Upos[top] == Upos.Noun && IsThing(table.Analysis.Lemma(top));
    }
}
