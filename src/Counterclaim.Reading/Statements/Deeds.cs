using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Data;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// "Rebel shells hit the fish market": in political news to hit or attack somebody is mostly to speak against them, and so the model takes such
/// verbs for cues; in reports of war they are done.
/// </summary>
internal static class Deeds
{
    /// <summary>Confidence from which a verb of doing is believed to tell: it does more likely than not.</summary>
    private const double SureEnough = 0.5;

    private static readonly FrozenSet<string> Verbs = DataFile.Rows("statements/deeds.tsv", 1).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a statement takes a deed for words: its cue is a verb of doing, and its content neither a clause that depends on it nor quoted.</summary>
    public static bool IsOne(TokenTable table, Candidate statement)
    {
        if (statement.Cue.IsEmpty || statement.Confidence >= SureEnough) return false;
        var head = CuePath.HeadOf(table.Tree, statement.Cue);
        if (table.Analysis.Upos[head] != Upos.Verb || !Verbs.Contains(table.Analysis.Lemma(head).ToLowerInvariant())) return false;
        foreach (var child in table.Tree.Children(head))
            if (table.Tree.Relation[child] is Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis && statement.Content.Exists(run => run.Contains(child))) return false;
        foreach (var run in statement.Content)
            for (var token = run.Start; token < run.End; token++)
                if (table.Outer.Passage[token] >= 0) return false;
        return true;
    }
}
