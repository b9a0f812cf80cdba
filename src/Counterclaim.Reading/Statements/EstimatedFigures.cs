using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"The institute, which follows the war, puts the dead at more than 4,000": to put a figure on something is to say so, however far its holder stands from the verb.</summary>
internal static class EstimatedFigures
{
    private static readonly HashSet<string> Estimating = ["put", "peg", "place", "estimate"];

    /// <summary>Adds such estimates where no statement has the verb.</summary>
    /// <param name="chosen">In order of their cues; stays so.</param>
    public static void Add(TokenTable table, List<Candidate> chosen)
    {
        Candidate?[]? owner = null;
        var added = new List<Candidate>();
        for (var verb = 0; verb < table.Count; verb++)
        {
            if (table.Analysis.Upos[verb] != Upos.Verb || !Estimating.Contains(table.Analysis.Lemma(verb)) || Figure(table, verb) is not (>= 0 and var figure)) continue;
            if (table.Tree.Child(verb, Deprel.Nsubj) is not (>= 0 and var subject) || table.Tree.Child(verb, Deprel.Obj) is not (>= 0 and var counted) || counted < verb || figure < counted) continue;
            if (Deeds.IsThing(table.Analysis.Lemma(counted))) continue;
            owner ??= StatementMap.ByWords(table, chosen);
            var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[verb]];
            var estimate = new Candidate(new TokenRange(verb, verb + 1), 1) { Confidence = TellingVerbs.Confidence, Holder = Phrase(table, subject, verb) };
            var content = new TokenRange(table.Tree.Left[counted], Math.Min(sentence.End, End(table, verb, figure)));
            if (IsTaken(owner, estimate.Holder)) estimate.Holder = Named(table, subject, verb); // "a doctor, who asked not to be named, put …"
            if (IsTaken(owner, new TokenRange(verb, content.End)) || IsTaken(owner, estimate.Holder) || estimate.HolderIsIn(content)) continue;
            estimate.Content.Add(content);
            added.Add(estimate);
        }
        if (added.Count == 0) return;
        chosen.AddRange(added);
        chosen.Sort((a, b) => a.Cue.Start.CompareTo(b.Cue.Start));
    }

    /// <summary>The phrase with "at" that holds a number; −1 without one.</summary>
    private static int Figure(TokenTable table, int verb)
    {
        foreach (var child in table.Tree.Children(verb))
        {
            if (child < verb || table.Tree.Relation[child] is not (Deprel.Obl or Deprel.Nmod or Deprel.Advcl) || table.Tree.Child(child, Deprel.Case) is not (>= 0 and var marker) || table.Analysis.Form(marker) is not "at") continue;
            for (var t = table.Tree.Left[child]; t <= Math.Min(child, table.Tree.Right[child]); t++)
                if (table.Analysis.Upos[t] == Upos.Num) return child;
        }
        return -1;
    }

    /// <summary>Whoever estimates, with what stands between commas to explain them.</summary>
    private static TokenRange Phrase(TokenTable table, int subject, int verb)
    {
        var end = Math.Min(verb, table.Tree.Right[subject] + 1);
        while (end > subject + 1 && table.Analysis.Upos[end - 1] == Upos.Punct) end--;
        return new TokenRange(table.Tree.Left[subject], end);
    }

    /// <summary>Whoever estimates, without the clause that explains them.</summary>
    private static TokenRange Named(TokenTable table, int subject, int verb)
    {
        var end = Phrase(table, subject, verb).End;
        foreach (var child in table.Tree.Children(subject))
            if (table.Tree.Relation[child] == Deprel.Acl && child > subject) end = Math.Min(end, table.Tree.Left[child]);
        while (end > subject + 1 && table.Analysis.Upos[end - 1] == Upos.Punct) end--;
        return new TokenRange(table.Tree.Left[subject], end);
    }

    /// <summary>Where the figure ends; "including up to 300 children" goes with it.</summary>
    private static int End(TokenTable table, int verb, int figure)
    {
        var end = table.Tree.Right[figure] + 1;
        if (end + 1 >= table.Count || table.Analysis.Form(end) is not "," || table.Analysis.Form(end + 1) is not ("including" or "with" or "among")) return end;
        foreach (var child in table.Tree.Children(verb))
            if (table.Tree.Left[child] is var left && (left == end || left == end + 1) && table.Analysis.Upos[child] != Upos.Punct) end = Math.Max(end, table.Tree.Right[child] + 1);
        return end;
    }

    private static bool IsTaken(Candidate?[] owner, TokenRange range) => owner.AsSpan(range.Start, range.Count).ContainsAnyExcept((Candidate?)null);
}
