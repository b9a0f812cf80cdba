using Counterclaim.Training.Evaluation.Conflict;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>Whose quotation it is, for gold that names the speakers ("Elizabeth_Bennet-4") without marking where the text does.</summary>
internal static class SpeakerMetrics
{
    /// <summary>Least share of a quotation's words to call it found.</summary>
    private const double Enough = 0.5;

    /// <summary>
    /// Adds, over the quotations found, how many got a speaker and a speaker of the right name, and the B³ of quotations grouped by
    /// speaker (Bagga and Baldwin 1998), one without a speaker being a group of its own.
    /// </summary>
    public static void Add(Tally tally, Alignment alignment)
    {
        var gold = alignment.Gold.Where(s => s.Source.Speaker is not null).ToList();
        if (gold.Count == 0) return;
        var found = alignment.Pairs
            .Select(p => (Gold: alignment.Gold[p.Gold], Ours: alignment.Predicted[p.Predicted]))
            .Where(p => p.Gold.Source.Speaker is not null && p.Gold.Content.Shared(p.Ours.Content) >= Enough * p.Gold.Content.Count)
            .Select((p, i) => (Gold: p.Gold.Source.Speaker!, Ours: p.Ours.Source.Speaker ?? $"-{i}")).ToList();
        tally.Share("speaker: quotation found", "", found.Count, gold.Count);
        tally.Share("speaker: given", "", found.Count(f => f.Ours[0] != '-'), found.Count);
        tally.Share("speaker: named", "", found.Count(f => NameLikeness.Match(NameOf(f.Gold), NameOf(f.Ours))), found.Count);
        double precision = 0, recall = 0;
        foreach (var (speaker, ours) in found)
        {
            double together = found.Count(f => f.Gold == speaker && f.Ours == ours);
            precision += together / found.Count(f => f.Ours == ours);
            recall += together / found.Count(f => f.Gold == speaker);
        }
        tally.Matches("speaker: grouped", "", new MatchCount(precision, found.Count, recall, found.Count));
    }

    private static string NameOf(string speaker) => speaker[..speaker.LastIndexOf('-')].Replace('_', ' ');
}
