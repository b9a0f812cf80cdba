using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// "issued a statement on Telegram claiming that …": what is said follows the participle, not the noun before it. A participle of saying with its
/// clause that no statement has is one, held by whoever does what it goes with.
/// </summary>
internal static class AnnouncedContents
{
    private const int ClimbLimit = 4;

    /// <summary>Adds them, and drops statements that took what stands between verb and participle for what was said.</summary>
    /// <param name="chosen">In order of their cues; stays so.</param>
    public static void Add(TokenTable table, List<Candidate> chosen)
    {
        Candidate?[]? owner = null;
        var added = new List<Candidate>();
        var dropped = new HashSet<Candidate>();
        for (var verb = 0; verb < table.Count; verb++)
        {
            if (!IsParticipleOfSaying(table, verb) || TellingVerbs.ClauseOf(table, verb) is not (>= 0 and var clause)) continue;
            owner ??= StatementMap.ByWords(table, chosen);
            if (Above(table, verb) is not (>= 0 and var main) || main > verb || owner[verb] is { } has && !TookPhraseFor(table, has, main, verb)) continue;
            var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[verb]];
            if (TellingVerbs.Make(table, verb, clause, sentence) is not { } announced || announced.Content.Exists(run => IsOthers(owner, run, owner[verb]))) continue;
            if (SubjectOf(table, main, sentence) is not { IsEmpty: false } subject || announced.Content.Exists(run => run.Start < subject.End && subject.Start < run.End)) continue;
            announced.Holder = subject;
            if ((owner[verb] ?? owner[main]) is { } before && before.Cue.Contains(main) && before.Content.TrueForAll(run => run.Start > main && (run.End <= verb || run.Contains(verb)))) dropped.Add(before);
            added.Add(announced);
        }
        chosen.RemoveAll(dropped.Contains);
        if (added.Count == 0) return;
        chosen.AddRange(added);
        chosen.Sort((a, b) => a.Cue.Start.CompareTo(b.Cue.Start));
    }

    /// <summary>The verb that the participle goes with, past the noun that it describes; −1 for none.</summary>
    private static int Above(TokenTable table, int verb)
    {
        for (var climb = 0; climb < ClimbLimit; climb++)
        {
            verb = table.Tree.Head[verb];
            if (verb < 0 || table.Analysis.Upos[verb] == Upos.Verb) return verb;
            if (table.Tree.Relation[verb] is not (Deprel.Obj or Deprel.Obl or Deprel.Nmod)) return -1;
        }
        return -1;
    }

    private static TokenRange SubjectOf(TokenTable table, int verb, TokenRange sentence)
    {
        for (var climb = 0; climb < ClimbLimit && verb >= 0; climb++)
        {
            if (table.Tree.Child(verb, Deprel.Nsubj) is >= 0 and var subject) return HolderPhrase.Of(table, subject, sentence);
            if (table.Tree.Relation[verb] is not (Deprel.Conj or Deprel.Xcomp)) break;
            verb = table.Tree.Head[verb];
        }
        return default;
    }

    private static bool IsParticipleOfSaying(TokenTable table, int verb) =>
        table.Analysis.Upos[verb] == Upos.Verb && table.Analysis.Xpos(verb) == "VBG" && !table.Tree.Has(verb, Deprel.Nsubj) && !table.Tree.Has(verb, Deprel.Mark)
        && table.Tree.Relation[verb] is Deprel.Acl or Deprel.Advcl;

    /// <summary>Whether a statement's content begins with what stands between its verb and the participle, with no verb of its own.</summary>
    private static bool TookPhraseFor(TokenTable table, Candidate statement, int main, int verb)
    {
        if (!statement.Cue.Contains(main) || statement.Cue.Contains(verb)) return false;
        var run = statement.Content.Find(content => content.Contains(verb));
        for (var t = run.Start; t < verb; t++)
            if (table.Analysis.Upos[t] is Upos.Verb or Upos.Aux) return false;
        return run.Start < verb;
    }

    private static bool IsOthers(Candidate?[] owner, TokenRange run, Candidate? own)
    {
        for (var t = run.Start; t < run.End; t++)
            if (owner[t] is { } other && other != own) return true;
        return false;
    }
}
