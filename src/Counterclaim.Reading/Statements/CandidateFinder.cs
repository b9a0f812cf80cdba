using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements;

/// <summary>Cues of a report with their arguments, likely and less likely ones, before any is chosen.</summary>
internal static class CandidateFinder
{
    /// <summary>Probability from which a cue that the best labelling passes over is considered all the same.</summary>
    private const float SecondChance = 0.05f;

    public static List<Candidate> Find(TokenTable table, StatementModel model)
    {
        var candidates = new List<Candidate>();
        var cues = new CueFinder(model.Cues);
        foreach (var sentence in table.Analysis.Sentences)
            cues.Find(table, new CueScope(sentence, table.Outer), SecondChance, candidates);
        var cueOf = CueNumbers(table.Count, candidates);
        var arguments = new ArgumentFinder(model.Arguments);
        var reach = Math.Clamp(20 * table.Count / Math.Max(1, candidates.Count), 30, ArgumentWindow.Reach); // shorter where a text is all cues
        foreach (var candidate in candidates)
        {
            candidate.Window = ArgumentWindow.Of(table, candidate.Cue, reach);
            arguments.Find(table, candidate, table.Outer, cueOf);
        }
        return candidates;
    }

    private static int[] CueNumbers(int tokens, List<Candidate> candidates)
    {
        var numbers = new int[tokens];
        for (var i = 0; i < candidates.Count; i++)
            if (candidates[i].CueProbability >= 0.5f)
                for (var t = candidates[i].Cue.Start; t < candidates[i].Cue.End; t++) numbers[t] = i + 1;
        return numbers;
    }
}
