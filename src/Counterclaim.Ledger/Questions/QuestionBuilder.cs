using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Questions;

/// <summary>Makes questions of claims: states by what they are about, counts and deeds by the happening that comparing finds them to share.</summary>
/// <remarks>
/// Pure; the same claims in any order give the same questions. Costs time in those that share a key of <see cref="ComparisonKeys"/>, of whom each claim is held against those of its
/// window (<see cref="ClaimNeighbours.Window"/>).
/// </remarks>
public static class QuestionBuilder
{
    /// <summary>The questions that two tellers or more answer, or one in two ways; the most contested first, then those with most origins, then the latest.</summary>
    public static IReadOnlyList<Question> Build(IEnumerable<Claim> claims)
    {
        var groups = Group(claims.Where(c => c.Review != ReviewState.Rejected && ComparisonKeys.Of(c).Count > 0));
        var questions = new List<Question>();
        foreach (var group in groups)
            if (QuestionMaker.Make(group) is { } question) questions.Add(question);
        questions.Sort(ByWeight);
        return questions;
    }

    private static int ByWeight(Question one, Question other)
    {
        var byContested = other.Contested.CompareTo(one.Contested);
        if (byContested != 0) return byContested;
        var byOrigins = other.Positions.Sum(p => p.Origins).CompareTo(one.Positions.Sum(p => p.Origins));
        if (byOrigins != 0) return byOrigins;
        var byTime = Nullable.Compare(other.Period?.To, one.Period?.To);
        return byTime != 0 ? byTime : string.CompareOrdinal(one.Key, other.Key);
    }

    /// <summary>Claims about one matter together, each group in order of time.</summary>
    private static IEnumerable<List<Claim>> Group(IEnumerable<Claim> claims)
    {
        var ordered = claims.Select((c, i) => new PlacedClaim(i, c)).OrderBy(c => c.Moment).ToList();
        var (byMatter, groups, byKey) = (new Dictionary<string, ClaimGroup>(StringComparer.Ordinal), new Dictionary<long, ClaimGroup>(), new Dictionary<long, List<Candidate>>());
        foreach (var claim in ordered)
        {
            if (IsByMatter(claim.Claim.Kind))
            {
                if (MatterOfState(claim.Claim) is not { } matter) continue;
                if (!byMatter.TryGetValue(matter, out var state)) byMatter[matter] = state = new ClaimGroup(claim.AsCandidate);
                groups[claim.Id] = state;
                continue;
            }
            var held = claim.Keys.SelectMany(k => Window(claim, byKey.GetValueOrDefault(k, []))).DistinctBy(c => c.Id).OrderByDescending(c => c.Moment).Select(c => new HeldAgainst(c, ClaimComparer.Link(claim.Claim, c.Claim)));
            groups[claim.Id] = QuestionChoice.Of(claim.Claim, held, groups.GetValueOrDefault) ?? new ClaimGroup(claim.AsCandidate);
            foreach (var key in claim.Keys)
            {
                if (!byKey.TryGetValue(key, out var same)) byKey[key] = same = [];
                same.Add(claim.AsCandidate);
            }
        }
        return ordered.Where(c => groups.ContainsKey(c.Id)).GroupBy(c => groups[c.Id]).Select(g => g.Select(c => c.Claim).Order(Comparer<Claim>.Create(ClaimComparer.ByTime)).ToList());
    }

    /// <summary>Those of a key told last before a claim.</summary>
    /// <param name="same">In order of time.</param>
    private static IEnumerable<Candidate> Window(PlacedClaim claim, List<Candidate> same) => claim.Moment.AsOf == TimeColumns.Unknown ? [] :
        same.Skip(same.Count - ClaimNeighbours.Window(claim.Claim.Kind)).Where(c => c.Moment.AsOf >= claim.Moment.AsOf - (long)ComparisonKeys.Reach(claim.Claim.Kind).TotalSeconds);

    /// <summary>Whether what a claim of the kind is about can be named; else comparing finds who answers one question with it.</summary>
    internal static bool IsByMatter(string kind) => Kinds.FamilyOf(kind) == KindFamily.State && !WordedMatter.IsToldByWords(kind);

    /// <summary>What a state is the state of: kind and place, or kind and whom it is about, and of what; null where it names neither.</summary>
    internal static string? MatterOfState(Claim claim)
    {
        if (!IsByMatter(claim.Kind) || Scale.Of(claim.Kind) is not null && claim.Position is null) return null;
        return MatterOf(claim) is { } matter ? matter + (Things.Of(claim) is { } thing ? "/" + thing : "") : null;
    }

    private static string? MatterOf(Claim claim)
    {
        if (Kinds.IsOfPlace(claim.Kind)) return claim.SetAt is { Kind: not "country" } place ? $"{claim.Kind}/{place.Key}{(claim.Kind is "strength" or "movement" && claim.Agent is { } force ? "/" + ComparisonKeys.KeyOf(force) : "")}" : null;
        string[] actors = [.. new[] { claim.Agent, claim.Patient }.OfType<ClaimActor>().Select(ComparisonKeys.KeyOf).Distinct()];
        if (actors.Length == 0) return claim.Place is { } at ? $"{claim.Kind}/{at.Key}" : null;
        if (claim.Kind is "negotiation" or "ceasefire") Array.Sort(actors, StringComparer.Ordinal);
        else if (claim.Agent is null) return $"{claim.Kind}/>{actors[0]}"; // what is asked of somebody is no matter of what that one asks
        return $"{claim.Kind}/{string.Join('+', actors)}";
    }
}
