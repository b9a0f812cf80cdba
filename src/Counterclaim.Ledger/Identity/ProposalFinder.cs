namespace Counterclaim.Ledger.Identity;

/// <summary>Finds pairs worth comparing: those that share a blocking key.</summary>
/// <remarks>
/// In a block with few, everybody is compared with everybody; in a larger one with neighbours in the order of names alone
/// (sorted neighbourhood, Hernández and Stolfo 1995), so that the cost grows as the number of actors does.
/// </remarks>
internal static class ProposalFinder
{
    private const int SmallBlock = 48;
    private const int Neighbours = 16;

    /// <summary>The pairs of one block that are worth proposing.</summary>
    /// <param name="block">Those who share a key, in any order.</param>
    /// <param name="least">Scores below are not kept.</param>
    public static List<IdentityProposal> InBlock(IReadOnlyCollection<Candidate> block, double least)
    {
        var ordered = block.ToArray();
        Array.Sort(ordered, ByName);
        var reach = ordered.Length <= SmallBlock ? ordered.Length : Neighbours;
        var found = new List<IdentityProposal>();
        for (var i = 0; i < ordered.Length; i++)
            for (var j = i + 1; j < ordered.Length && j <= i + reach; j++)
                if (PairScorer.Score(ordered[i], ordered[j]) is { } proposal && proposal.Score >= least) found.Add(proposal);
        return found;
    }

    private static int ByName(Candidate a, Candidate b)
    {
        var byIdentity = string.CompareOrdinal(a.Record.Identity, b.Record.Identity);
        if (byIdentity != 0) return byIdentity;
        var byName = string.CompareOrdinal(SortKey(a), SortKey(b));
        return byName != 0 ? byName : a.Ref.CompareTo(b.Ref);
    }

    private static string SortKey(Candidate candidate) =>
        candidate.Person is { } person ? $"{person.Surname} {string.Join(' ', person.Given)}" : candidate.Bodies is [var body, ..] ? string.Join(' ', body.Words.Select(w => w.Key)) : candidate.Record.Name;
}
