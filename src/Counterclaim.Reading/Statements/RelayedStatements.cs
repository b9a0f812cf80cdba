using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// "According to the paper, quoted by the agency", "the ministry, in a statement carried by the agency, said": whoever passes on another's words tells
/// them too. Which of the two stands inside the other is for the step that nests them.
/// </summary>
internal static class RelayedStatements
{
    /// <summary>How far from the participle the cue of what is passed on may stand.</summary>
    private const int Reach = 40;

    private static readonly HashSet<string> PassingOn = ["quote", "cite", "carry", "relay", "broadcast"];
    private static readonly HashSet<string> Words = ["statement", "remark", "comment", "interview", "speech", "address", "message", "communique", "report", "letter"];

    /// <summary>Statements of those who pass on, with the content of what they pass on; drops what took the participle for a cue of its own.</summary>
    public static List<Candidate> Find(TokenTable table, List<Candidate> chosen)
    {
        var found = new List<Candidate>();
        var mistakes = new HashSet<Candidate>();
        Candidate?[]? tellers = null;
        for (var verb = 0; verb < table.Count; verb++)
        {
            if (table.Analysis.Xpos(verb) != "VBN" || !PassingOn.Contains(table.Analysis.Lemma(verb)) || Agent(table, verb) is not (>= 0 and var agent)) continue;
            tellers ??= StatementMap.ByCue(table, chosen);
            if (TellerBeside(table, tellers, verb) is not { } teller || !BelongsTo(table, verb, teller)) continue;
            var relayed = new Candidate(new TokenRange(verb, verb + 1), 1) { Holder = HolderPhrase.Of(table, agent, table.Analysis.Sentences[table.Analysis.SentenceOf[agent]]), Confidence = teller.Confidence * 0.9 };
            relayed.Content.AddRange(teller.Content);
            if (relayed.Content.Exists(run => run.Contains(verb)) || relayed.Content.Exists(relayed.HolderIsIn)) continue;
            if (tellers[verb] is { } mistaken) mistakes.Add(mistaken);
            found.Add(relayed);
        }
        if (mistakes.Count > 0) chosen.RemoveAll(mistakes.Contains);
        return found;
    }

    /// <summary>The noun after "by"; −1 where none is expressed.</summary>
    private static int Agent(TokenTable table, int verb)
    {
        foreach (var child in table.Tree.Children(verb))
            if (child > verb && table.Tree.Relation[child] == Deprel.Obl && table.Tree.Child(child, Deprel.Case) is >= 0 and var marker && table.Analysis.Form(marker) is "by") return child;
        return -1;
    }

    /// <summary>The nearest statement of the same sentence; one whose cue or holder the participle hangs on before all others.</summary>
    private static Candidate? TellerBeside(TokenTable table, Candidate?[] tellers, int verb)
    {
        const int mostRuns = 16;
        var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[verb]];
        var head = table.Tree.Head[verb];
        Candidate? best = null;
        var bestScore = int.MinValue;
        for (var t = Math.Max(sentence.Start, verb - Reach); t < Math.Min(sentence.End, verb + Reach); t++)
        {
            if (tellers[t] is not { Content.Count: > 0 and <= mostRuns } statement || statement.Cue.Contains(verb)) continue;
            var score = -Math.Abs(t - verb) + (head >= 0 && (statement.Cue.Contains(head) || statement.Holder.Contains(head)) ? Reach * 2 : 0);
            if (score > bestScore) (best, bestScore) = (statement, score);
        }
        return best;
    }

    /// <summary>It is the teller, or the teller's words, that others carry.</summary>
    private static bool BelongsTo(TokenTable table, int verb, Candidate teller)
    {
        var head = table.Tree.Head[verb];
        return head >= 0 && !teller.Content.Exists(run => run.Contains(head))
            && (teller.Holder.Contains(head) || Words.Contains(table.Analysis.Lemma(head)) || table.Tree.Relation[verb] == Deprel.Advcl && teller.Cue.Contains(head));
    }
}
