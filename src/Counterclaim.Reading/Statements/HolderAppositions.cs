using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// "According to Ledger Watch, a group that counts the losses, the army lost nine tanks": what explains the holder between commas is the holder's, not the beginning
/// of what is said.
/// </summary>
internal static class HolderAppositions
{
    /// <summary>Gives back to holders the explanations that stand at the head of their contents.</summary>
    public static void TakeOut(TokenTable table, List<Candidate> chosen)
    {
        List<TokenRange>? explanations = null;
        foreach (var statement in chosen)
        {
            if (statement.Holder.IsEmpty || statement.Content.Count == 0) continue;
            var content = statement.Content[0];
            var start = statement.Holder.End + 1;
            if (start > content.Start || table.Analysis.Form(start - 1) is not "," || statement.Cue.End > statement.Holder.Start) continue;
            if (EndOfExplanation(table, statement.Holder, new TokenRange(start, content.End)) is not (> 0 and var end) || content.Start != start && content.Start != end + 1) continue;
            (explanations ??= []).Add(new TokenRange(statement.Holder.End, end));
            statement.Holder = new TokenRange(statement.Holder.Start, end);
            statement.Content[0] = new TokenRange(end + 1, content.End);
        }
        // "a group that publishes figures": what is told of the holder is no telling here.
        if (explanations is not null) chosen.RemoveAll(c => explanations.Exists(e => c.Cue.Start >= e.Start && c.Cue.Start < e.End));
    }

    /// <summary>The comma that ends a noun phrase in apposition to the holder, or at the head of a clause that has a subject of its own after it; −1 where there is none.</summary>
    private static int EndOfExplanation(TokenTable table, TokenRange holder, TokenRange content)
    {
        if (table.Analysis.Upos[content.Start] is not (Upos.Det or Upos.Noun or Upos.Adj or Upos.Pron)) return -1;
        for (var noun = content.Start; noun < content.End; noun++)
        {
            if (table.Tree.Left[noun] != content.Start || table.Analysis.Upos[noun] is not (Upos.Noun or Upos.Propn)) continue;
            var head = table.Tree.Head[noun];
            if (head >= 0 && !holder.Contains(head) && table.Tree.Left[head] == content.Start && table.Analysis.Upos[head] is Upos.Noun or Upos.Propn) continue;
            var end = table.Tree.Right[noun];
            if (table.Analysis.Form(end) is not ",") end++;
            if (end >= content.End - 1 || table.Analysis.Form(end) is not ",") return -1;
            return holder.Contains(head) && table.Tree.Relation[noun] == Deprel.Appos || head > end && HasSubjectBetween(table, head, end) ? end : -1;
        }
        return -1;
    }

    private static bool HasSubjectBetween(TokenTable table, int head, int after)
    {
        foreach (var child in table.Tree.Children(head))
            if (child > after && child < head && table.Tree.Relation[child] is Deprel.Nsubj or Deprel.Csubj or Deprel.Expl) return true;
        return false;
    }
}
