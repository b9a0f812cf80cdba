using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"He refused, calling it a trap": a participle that attributes has the holder of the verb it goes with.</summary>
internal static class InheritedHolders
{
    private const int ClimbLimit = 6;

    /// <summary>Gives the statements whose cue is such a participle, and that have no holder, the one of the verb above.</summary>
    public static void Fill(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        Candidate?[]? tellers = null;
        foreach (var statement in chosen)
        {
            if (!statement.Holder.IsEmpty || statement.Cue.IsEmpty) continue;
            var head = CuePath.HeadOf(table.Tree, statement.Cue);
            if (OwnSubject(table, head, statement) is { IsEmpty: false } own)
            {
                statement.Holder = own;
                continue;
            }
            if (!LeavesSubjectOut(table, head)) continue;
            tellers ??= StatementMap.ByCue(table, chosen);
            statement.Holder = HolderAbove(table, tellers, head);
            if (statement.HolderIsIn(statement.Cue) || statement.Content.Exists(statement.HolderIsIn)) statement.Holder = new TokenRange(0, 0);
        }
    }

    /// <summary>The subject of an active verb that attributes, where the chain missed it, as it does when a relative clause stands between.</summary>
    private static TokenRange OwnSubject(TokenTable table, int verb, Candidate statement)
    {
        if (table.Analysis.Upos[verb] != Upos.Verb || table.Tree.Child(verb, Deprel.Nsubj) is not (>= 0 and var subject)) return default;
        if (table.Tree.Relation[verb] == Deprel.Acl || table.Tree.Has(verb, Deprel.Aux) && table.Analysis.Xpos(verb) == "VBN" && IsPassive(table, verb)) return default;
        if (table.Analysis.Upos[subject] is not (Upos.Propn or Upos.Noun or Upos.Pron) || table.Analysis.Lemma(subject) is "it" or "that" or "which" or "there" or "this") return default;
        var phrase = HolderPhrase.Of(table, subject, table.Analysis.Sentences[table.Analysis.SentenceOf[subject]]);
        for (var t = phrase.Start; t < phrase.End; t++)
            if (table.Analysis.Upos[t] is Upos.Verb or Upos.Sconj) return default;
        return phrase.End <= verb && !statement.Content.Exists(run => run.Start < phrase.End && phrase.Start < run.End) ? phrase : default;
    }

    private static bool IsPassive(TokenTable table, int verb)
    {
        foreach (var child in table.Tree.Children(verb))
            if (child < verb && table.Tree.Relation[child] == Deprel.Aux && table.Analysis.Lemma(child) is "be" or "get" && child < verb) return true;
        return false;
    }

    private static bool LeavesSubjectOut(TokenTable table, int verb) =>
        table.Analysis.Upos[verb] == Upos.Verb && !table.Tree.Has(verb, Deprel.Nsubj)
        && (table.Tree.Relation[verb] == Deprel.Conj || table.Tree.Relation[verb] == Deprel.Advcl && table.Analysis.Xpos(verb) == "VBG");

    private static TokenRange HolderAbove(TokenTable table, Candidate?[] tellers, int verb)
    {
        // After a comma a participle goes with the main verb, however deep in its last phrase a parser hangs it.
        var afterComma = verb > 0 && table.Analysis.Form(verb - 1) is ",";
        for (var climb = 0; climb < ClimbLimit; climb++)
        {
            verb = table.Tree.Head[verb];
            if (verb < 0) break;
            if (tellers[verb] is { Holder.IsEmpty: false } teller) return teller.Holder;
            if (table.Tree.Child(verb, Deprel.Nsubj) is >= 0 and var subject) return HolderPhrase.Of(table, subject, table.Analysis.Sentences[table.Analysis.SentenceOf[subject]]);
            if (!afterComma && table.Tree.Relation[verb] is not (Deprel.Conj or Deprel.Advcl or Deprel.Xcomp)) break;
        }
        return new TokenRange(0, 0);
    }
}
