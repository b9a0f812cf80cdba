using System.Collections.Frozen;
using Counterclaim.Language;
using Counterclaim.Reading.Data;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// Verbs of saying that stand with a subject and a clause, read off the tree alone: inside contents and after "a statement" the model, which has
/// learned that the corpus marks no cue there, finds few.
/// </summary>
internal static class TellingVerbs
{
    /// <summary>Confidence of what only the tree shows.</summary>
    public const double Confidence = 0.6;

    /// <summary>The tellings of a scope: the verb, its subject as holder, its clause as content.</summary>
    public static void Find(TokenTable table, TokenRange scope, List<Candidate> found)
    {
        for (var verb = scope.Start; verb < scope.End; verb++)
        {
            if (table.Analysis.Upos[verb] != Upos.Verb || FrameOf(table, verb) is not { } frame) continue;
            var subject = table.Tree.Child(verb, Deprel.Nsubj);
            if (subject < 0 || !scope.Contains(subject) || IsNobody(table, subject)) continue;
            if (Told(table, verb, frame) is not (>= 0 and var clause) || !scope.Contains(clause)) continue;
            if (Make(table, verb, clause, scope) is not { } telling) continue;
            telling.Holder = HolderPhrase.Of(table, subject, scope);
            if (!telling.HolderIsIn(telling.Cue) && !telling.Content.Exists(telling.HolderIsIn)) found.Add(telling);
        }
    }

    /// <summary>A telling without its holder; null where nothing is left of its content.</summary>
    public static Candidate? Make(TokenTable table, int verb, int clause, TokenRange scope)
    {
        var content = new TokenRange(Math.Max(scope.Start, table.Tree.Left[clause]), Math.Min(scope.End, table.Tree.Right[clause] + 1));
        while (content.Count > 0 && table.Analysis.Upos[content.End - 1] == Upos.Punct) content = new TokenRange(content.Start, content.End - 1);
        while (content.Count > 0 && table.Analysis.Upos[content.Start] == Upos.Punct) content = new TokenRange(content.Start + 1, content.End);
        var cue = new TokenRange(FirstAuxiliary(table, verb, scope.Start), verb + 1);
        if (content.Count < 2 || content.Contains(verb) || content.Contains(cue.Start)) return null;
        var telling = new Candidate(cue, 1) { Confidence = Confidence };
        telling.Content.Add(content);
        return telling;
    }

    /// <summary>What a verb of saying says; −1 where it says nothing, or nothing that the tree shows.</summary>
    public static int ClauseOf(TokenTable table, int verb) => FrameOf(table, verb) is { } frame ? Told(table, verb, frame) : -1;

    private static readonly FrozenDictionary<string, string> Frames = DataFile.Rows("attribution/telling.tsv", 2).ToFrozenDictionary(r => r[0], r => r[1]);

    public static bool IsTelling(string lemma) => Frames.ContainsKey(lemma.ToLowerInvariant());

    private static string? FrameOf(TokenTable table, int verb) => Frames.GetValueOrDefault(table.Analysis.Lemma(verb).ToLowerInvariant());

    private static int Told(TokenTable table, int verb, string frame)
    {
        var clause = table.Tree.Child(verb, Deprel.Ccomp);
        if (clause >= 0 && (table.Tree.Has(clause, Deprel.Nsubj) || table.Tree.Has(clause, Deprel.Csubj) || table.Tree.Has(clause, Deprel.Expl))) return clause;
        if (frame != "inf") return -1;
        clause = table.Tree.Child(verb, Deprel.Xcomp);
        return clause > verb && table.Tree.Child(clause, Deprel.Mark) is >= 0 and var mark && table.Analysis.Form(mark) is "to" ? clause : -1;
    }

    private static bool IsNobody(TokenTable table, int subject) =>
        table.Tree.Relation[subject] == Deprel.Expl || table.Analysis.Form(subject) is "that" or "which" or "what" or "this";

    private static int FirstAuxiliary(TokenTable table, int verb, int first)
    {
        while (verb > first && table.Analysis.Upos[verb - 1] == Upos.Aux && table.Tree.Head[verb - 1] >= 0) verb--;
        return verb;
    }
}
