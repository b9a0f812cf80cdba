namespace Counterclaim.Ledger.Identity;

/// <summary>Finds the actor that a reference means, in readings made after the reference was taken too.</summary>
internal sealed class AnchorIndex
{
    private readonly Dictionary<string, List<Candidate>> _byReport = [];

    public AnchorIndex(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!_byReport.TryGetValue(candidate.Ref.Report, out var list)) _byReport[candidate.Ref.Report] = list = [];
            list.Add(candidate);
        }
    }

    /// <summary>The actor first mentioned there, else one mentioned there, else the one mentioned on most of these characters; null where nobody is.</summary>
    public ActorRef? Find(ActorRef sought)
    {
        if (!_byReport.TryGetValue(sought.Report, out var list)) return null;
        Candidate? best = null;
        var most = 0;
        foreach (var candidate in list)
        {
            if (candidate.Ref == sought) return candidate.Ref;
            foreach (var mention in candidate.Record.Mentions)
            {
                var shared = mention == sought.Anchor ? int.MaxValue : Math.Min(mention.End, sought.Anchor.End) - Math.Max(mention.Start, sought.Anchor.Start);
                if (shared > most) (best, most) = (candidate, shared);
            }
        }
        return best?.Ref;
    }
}
