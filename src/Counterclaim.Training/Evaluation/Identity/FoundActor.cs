using Counterclaim.Ledger.Identity;
using Counterclaim.Model;

namespace Counterclaim.Training.Evaluation.Identity;

/// <summary>A labelled actor and the one of our reading that it was found to be.</summary>
/// <param name="Record">Null where our reading has nobody there.</param>
/// <param name="All">All actors of the reading, so that those who are in nobody's label may be taken for somebody too.</param>
internal sealed record FoundActor(IdentityReport Report, LabelledActor Gold, ActorRecord? Record, IReadOnlyList<ActorRecord> All)
{
    /// <summary>How much of a mark and of our mention must be the same characters, in Jaccard's measure, to mean the same.</summary>
    private const double Enough = 0.3;

    public static IEnumerable<FoundActor> In(IdentityReport gold, Model.Reading? reading)
    {
        IReadOnlyList<ActorRecord> all = reading is null ? [] : [.. ActorRecord.Of(reading).Select(r => r with { Ref = r.Ref with { Report = gold.Id } })];
        foreach (var actor in gold.Actors)
        {
            var best = all.Select(r => (Record: r, Shared: Shared(actor, r))).Where(r => r.Shared > 0).OrderByDescending(r => r.Shared).Select(r => r.Record).FirstOrDefault();
            yield return new FoundActor(gold, actor, best, all);
        }
    }

    private static double Shared(LabelledActor actor, ActorRecord record)
    {
        var sum = 0.0;
        for (var i = 0; i < actor.Mentions.Count; i++)
        {
            var best = record.Mentions.Select(m => Overlap(actor.Mentions[i], m)).Where(o => o >= Enough).DefaultIfEmpty(0).Max();
            sum += actor.Wordings[i].Role is not null || NameWords.IsNameOfPerson(actor.Wordings[i].Name) ? NameWeight * best : best;
        }
        return sum;
    }

    /// <summary>A name says more of who is meant than a description.</summary>
    private const double NameWeight = 1.5;

    private static double Overlap(TextSpan a, TextSpan b) =>
        a.Overlaps(b) ? (double)(Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / a.Hull(b).Length : 0;
}
