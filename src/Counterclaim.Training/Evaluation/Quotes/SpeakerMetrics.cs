using Counterclaim.Training.Evaluation.Conflict;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>Whose quotation it is, for gold that names the speakers ("Elizabeth_Bennet-4") without marking where the text does.</summary>
internal static class SpeakerMetrics
{
    /// <summary>Least share of a quotation's words to call it found.</summary>
    private const double Enough = 0.5;

    /// <summary>
    /// Adds, over all quotations, how many were found (several may be in one statement), got a speaker, and a speaker of the right name; and the B³ of quotations grouped by
    /// speaker (Bagga and Baldwin 1998), precision over those that got one, recall over all.
    /// </summary>
    public static void Add(Tally tally, Alignment alignment)
    {
        var gold = alignment.Gold.Where(s => s.Source.Speaker is not null).ToList();
        if (gold.Count == 0) return;
        var found = gold.Select(g => (Gold: g, Ours: alignment.Predicted.MaxBy(p => p.Content.Shared(g.Content))))
            .Where(f => f.Ours is not null && f.Gold.Content.Shared(f.Ours.Content) >= Enough * f.Gold.Content.Count)
            .Select(f => (Gold: f.Gold.Source.Speaker!, Ours: f.Ours!.Source.Speaker)).ToList();
        var given = found.Where(f => f.Ours is not null).ToList();
        tally.Share("speaker: quotation found", "", found.Count, gold.Count);
        tally.Share("speaker: given", "", given.Count, gold.Count);
        tally.Share("speaker: named", "", given.Count(f => NameLikeness.Match(NameOf(f.Gold), NameOf(f.Ours!))), gold.Count);
        double precision = 0, recall = 0;
        foreach (var (speaker, ours) in given)
        {
            double together = given.Count(f => f.Gold == speaker && f.Ours == ours);
            precision += together / given.Count(f => f.Ours == ours);
            recall += together / gold.Count(g => g.Source.Speaker == speaker);
        }
        tally.Matches("speaker: grouped", "", new MatchCount(precision, given.Count, recall, gold.Count));
    }

    private static string NameOf(string speaker) => speaker[..speaker.LastIndexOf('-')].Replace('_', ' ');
}
