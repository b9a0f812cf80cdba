using Counterclaim.Language;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"Nine died, the agency said, citing the regional health office": the cited are a source of the same content, not content.</summary>
internal static class CitedSources
{
    private const double Confidence = 0.8;
    private const int ClimbLimit = 4;
    private const int LongestSource = 24;

    /// <summary>Runs of a content that is told by two; a statement with more goes on over pages.</summary>
    private const int MostRuns = 16;

    /// <summary>Cuts what is cited out of the statement that cites, or takes the place of the statement that took it for content.</summary>
    /// <returns>The statements of those cited.</returns>
    public static List<Candidate> TakeOut(TokenTable table, List<Candidate> chosen)
    {
        var found = new List<Candidate>();
        var mistakes = new HashSet<Candidate>();
        Candidate?[]? tellers = null;
        for (var verb = 1; verb < table.Count; verb++)
        {
            if (table.Analysis.Xpos(verb) != "VBG" || table.Analysis.Lemma(verb) is not ("cite" or "quote") || table.Outer.Passage[verb] >= 0) continue;
            if (table.Tree.Child(verb, Deprel.Obj) is not (>= 0 and var source) || !MaySpeak(table, source)) continue;
            var holder = new TokenRange(table.Tree.Left[source], table.Tree.Right[source] + 1);
            if (holder.Start <= verb || holder.Count > LongestSource) continue;
            var phrase = new TokenRange(verb, holder.End);
            tellers ??= StatementMap.ByCue(table, chosen);
            var mistaken = tellers[verb];
            if (mistaken is not null && (mistaken.Cue.Start != verb || mistaken.Cue.Count > 2 || mistaken.Content.Count > 1
                || mistaken.Content.Exists(run => run.Start < phrase.Start || run.End > phrase.End))) continue;
            if (CitingStatement(table, tellers, verb) is not { } citing || citing == mistaken) continue;
            if (mistaken is not null) mistakes.Add(mistaken);
            Cut(citing, phrase);
            var cited = new Candidate(new TokenRange(verb, verb + 1), 1) { Holder = holder, Confidence = Confidence };
            cited.Content.AddRange(citing.Content);
            if (cited.Content.Count > 0) found.Add(cited);
        }
        if (mistakes.Count > 0) chosen.RemoveAll(mistakes.Contains);
        return found;
    }

    /// <summary>The statement whose cue the participle hangs on.</summary>
    private static Candidate? CitingStatement(TokenTable table, Candidate?[] tellers, int verb)
    {
        var head = table.Tree.Head[verb];
        for (var climb = 0; head >= 0 && climb < ClimbLimit; climb++, head = table.Tree.Head[head])
            if (tellers[head] is { Content.Count: <= MostRuns } statement) return statement;
        return null;
    }

    private static void Cut(Candidate statement, TokenRange phrase)
    {
        for (var i = statement.Content.Count - 1; i >= 0; i--)
        {
            var run = statement.Content[i];
            if (run.End <= phrase.Start || run.Start >= phrase.End) continue;
            statement.Content.RemoveAt(i);
            if (run.End > phrase.End) statement.Content.Insert(i, new TokenRange(phrase.End, run.End));
            if (run.Start < phrase.Start - 1) statement.Content.Insert(i, new TokenRange(run.Start, phrase.Start - 1)); // without the comma
        }
    }

    /// <summary>A name or a noun for somebody; "citing security concerns" cites nobody.</summary>
    private static bool MaySpeak(TokenTable table, int noun) =>
        table.Analysis.Upos[noun] == Upos.Propn && table.Name[noun] > 0
        || table.Analysis.Upos[noun] is Upos.Noun or Upos.Propn
            && NounLexicon.Default.NounOrPerson(table.Analysis.Lemma(noun).ToLowerInvariant()) is { Class: not NounClass.Document };
}
