using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>The turns of a transcript: a paragraph that begins with a name and a colon is said by that person.</summary>
internal static class TranscriptStatements
{
    private const double Confidence = 0.9;

    /// <summary>Turns that a report must have before single labels count; one "Note:" makes no transcript.</summary>
    private const int FewestTurns = 4;

    private const int LongestLabel = 5;

    /// <summary>The turns, each with the unlabelled paragraphs that follow up to the next.</summary>
    public static List<Candidate> Find(TokenTable table)
    {
        var turns = new List<Candidate>();
        var labels = new Dictionary<int, int>();
        var first = 0;
        for (var p = 0; p < table.Paragraphs.Count; p++)
        {
            var start = first;
            while (first < table.Count && table.ParagraphOf[first] == p) first++;
            var colon = Colon(table, start, first);
            if (colon < 0 || table.Paragraphs[p].Kind is ParagraphKind.Social or ParagraphKind.Title) continue;
            labels[table.Word[colon - 1]] = labels.GetValueOrDefault(table.Word[colon - 1]) + 1;
            var turn = new Candidate(new TokenRange(colon, colon + 1), 1) { Holder = new TokenRange(start, colon), Confidence = Confidence };
            turn.Content.Add(new TokenRange(colon + 1, first));
            turns.Add(turn);
        }
        return turns.Count >= FewestTurns && labels.Count >= 2 && labels.Values.Any(n => n > 1) ? turns : [];
    }

    /// <summary>The colon after a label of a few capitalised words, with text behind it; −1 where there is none.</summary>
    private static int Colon(TokenTable table, int start, int end)
    {
        for (var t = start; t < end - 1 && t <= start + LongestLabel; t++)
        {
            if (table.Analysis.Form(t) is ":") return t > start ? t : -1;
            var capital = char.IsUpper(table.Analysis.Form(t)[0]);
            if (!capital && !(t > start && table.Analysis.Upos[t] is Upos.Punct or Upos.Adp)) return -1;
        }
        return -1;
    }
}
