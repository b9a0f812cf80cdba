using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"This was reported by the agency.": a content that only points back stands for the sentence before it.</summary>
internal static class PointingContents
{
    /// <summary>Adds the sentence before to contents that are a lone "this" or "that" at the head of their sentence, where nobody else tells it.</summary>
    public static void Extend(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        var analysis = table.Analysis;
        foreach (var statement in chosen)
        {
            if (statement.Content is not [{ Count: 1 } pointer] || analysis.Lemma(pointer.Start) is not ("this" or "that") || analysis.Upos[pointer.Start] == Upos.Det) continue;
            var sentence = analysis.SentenceOf[pointer.Start];
            if (sentence == 0 || analysis.Sentences[sentence].Start != pointer.Start) continue;
            var before = analysis.Sentences[sentence - 1];
            var end = before.End;
            while (end > before.Start && analysis.Upos[end - 1] == Upos.Punct) end--;
            var told = new TokenRange(before.Start, end);
            if (told.IsEmpty || IsTold(chosen, told)) continue;
            statement.Content.Insert(0, told);
        }
    }

    private static bool IsTold(IReadOnlyList<Candidate> chosen, TokenRange range)
    {
        foreach (var other in chosen)
            if (Overlap(other.Cue, range) || other.Content.Exists(content => Overlap(content, range))) return true;
        return false;
    }

    private static bool Overlap(TokenRange a, TokenRange b) => a.Start < b.End && b.Start < a.End;
}
