using Counterclaim.Language;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"Officials have denied this": a content that only points back is too slight for the model, yet the stance is plain.</summary>
internal static class AnaphoricStatements
{
    private const double Confidence = 0.7;

    private static readonly HashSet<string> Stances =
        ["deny", "reject", "dispute", "refute", "confirm", "acknowledge", "admit", "contest", "repudiate", "rebut", "contradict"];

    private static readonly HashSet<string> PointingNouns =
        ["claim", "allegation", "accusation", "report", "charge", "assertion", "account", "suggestion", "rumour", "rumor", "figure",
         "story", "threat", "version", "narrative", "notion", "insinuation", "speculation", "talk", "theory"];

    /// <summary>The stances that no chosen statement covers.</summary>
    public static List<Candidate> Find(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        var found = new List<Candidate>();
        HashSet<int>? covered = null;
        for (var verb = 0; verb < table.Count; verb++)
        {
            if (table.Analysis.Upos[verb] != Upos.Verb || !Stances.Contains(table.Analysis.Lemma(verb))) continue;
            if (table.Tree.Child(verb, Deprel.Obj) is not (>= 0 and var pointer)) continue;
            var isWhole = Denying.Contains(table.Analysis.Lemma(verb)) && IsFact(table, verb, pointer);
            if (!isWhole && !PointsBack(table, pointer)) continue;
            covered ??= Covered(chosen);
            if (covered.Contains(verb)) continue;
            var (first, subject) = SubjectOf(table, verb);
            if (subject < 0) continue;
            var cueStart = first < verb && verb - first <= 4 ? first : verb;
            var statement = new Candidate(new TokenRange(cueStart, verb + 1), 1)
            {
                Holder = new TokenRange(table.Tree.Left[subject], subject + 1),
                Confidence = Confidence,
            };
            statement.Content.Add(new TokenRange(table.Tree.Left[pointer], isWhole ? EndOf(table, pointer) : pointer + 1));
            found.Add(statement);
        }
        return found;
    }

    /// <summary>Of these, those whose object is what is said, whatever its noun ("would neither confirm nor deny the loss of the frigate").</summary>
    private static readonly HashSet<string> Denying = ["deny"];

    /// <summary>"denied bail", "denied them the chance" say nothing.</summary>
    private static bool IsFact(TokenTable table, int verb, int noun) =>
        table.Analysis.Upos[noun] == Upos.Noun && !table.Tree.Has(verb, Deprel.Iobj) && !Withheld.Contains(table.Analysis.Lemma(noun))
        && NounLexicon.Default.NounOrGuess(table.Analysis.Lemma(noun)) is not { Class: not NounClass.Document };

    private static readonly HashSet<string> Withheld =
        ["entry", "access", "bail", "visa", "request", "motion", "application", "permission", "appeal", "petition", "service", "care", "aid", "right", "opportunity", "chance",
         "asylum", "parole", "coverage", "treatment", "admission", "nomination", "appointment", "applause", "cheer", "reservation", "booking", "order", "receipt"];

    private static int EndOf(TokenTable table, int noun)
    {
        var end = table.Tree.Right[noun] + 1;
        while (end > noun + 1 && table.Analysis.Upos[end - 1] == Upos.Punct) end--;
        return end;
    }

    private static HashSet<int> Covered(IReadOnlyList<Candidate> chosen)
    {
        var covered = new HashSet<int>();
        foreach (var statement in chosen)
        {
            for (var t = statement.Cue.Start; t < statement.Cue.End; t++) covered.Add(t);
            foreach (var run in statement.Content)
                for (var t = run.Start; t < run.End; t++) covered.Add(t);
        }
        return covered;
    }

    private static bool PointsBack(TokenTable table, int pointer)
    {
        if (table.Tree.Right[pointer] > pointer) return false;
        var lemma = table.Analysis.Lemma(pointer);
        if (table.Analysis.Upos[pointer] == Upos.Pron) return lemma is "this" or "that" or "it";
        return PointingNouns.Contains(lemma) && table.Tree.Child(pointer, Deprel.Det) >= 0;
    }

    /// <summary>Climbs "have sought to deny" to the verb that has the subject; −1 where none is expressed.</summary>
    /// <returns>The first verb of the chain that says more than tense, and the head of the subject.</returns>
    private static (int First, int Subject) SubjectOf(TokenTable table, int verb)
    {
        const int longestChain = 4;
        var first = verb;
        for (var step = 0; step < longestChain && verb >= 0; step++)
        {
            if (table.Tree.Child(verb, Deprel.Nsubj) is >= 0 and var subject) return (first, subject);
            if (table.Tree.Relation[verb] is not (Deprel.Xcomp or Deprel.Conj or Deprel.Acl)) break;
            verb = table.Tree.Head[verb];
            if (verb < first && verb >= 0 && table.Analysis.Upos[verb] == Upos.Verb && table.Tree.Relation[first] == Deprel.Xcomp) first = verb;
        }
        return (first, SubjectOfStrandedAuxiliary(table, first));
    }

    /// <summary>An auxiliary that stands as a verb of its own, without anything that it says.</summary>
    public static bool IsStrandedAuxiliary(TokenTable table, int verb) =>
        table.Analysis.Upos[verb] == Upos.Aux || table.Analysis.Lemma(verb) == "have" && SaysNoObject(table, verb) && !table.Tree.Has(verb, Deprel.Xcomp) &&
        (table.Tree.Child(verb, Deprel.Ccomp) is var clause && (clause < 0 || !table.Tree.Has(clause, Deprel.Nsubj)));

    /// <summary>"have over several weeks sought": what parsers take for an object may measure time.</summary>
    private static bool SaysNoObject(TokenTable table, int verb) =>
        table.Tree.Child(verb, Deprel.Obj) is var child && (child < 0 || TimeNouns.Has(table.Analysis.Lemma(child)));

    /// <summary>"have over several weeks sought": a phrase between auxiliary and verb can tear them apart in the tree.</summary>
    private static int SubjectOfStrandedAuxiliary(TokenTable table, int verb)
    {
        var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[verb]];
        for (var t = sentence.Start; t < verb; t++)
            if (table.Tree.Head[t] < 0 && IsStrandedAuxiliary(table, t)) return table.Tree.Child(t, Deprel.Nsubj);
        return -1;
    }
}
