using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Ledger.Questions;

/// <summary>Makes questions of claims: states by what they are about, counts and deeds by the happening that comparing finds them to share.</summary>
/// <remarks>
/// Pure; the same claims in any order give the same questions. Costs time in those that share a key of <see cref="ComparisonKeys"/>, of whom each claim is held against the
/// <see cref="MostCandidates"/> nearest in time at most.
/// </remarks>
public static class QuestionBuilder
{
    private const int MostCandidates = 60;

    /// <summary>The questions that two tellers or more answer, or one in two ways; the most contested first, then those with most origins, then the latest.</summary>
    public static IReadOnlyList<Question> Build(IEnumerable<Claim> claims)
    {
        Claim[] ordered = [.. claims.Where(c => c.Review != ReviewState.Rejected && ComparisonKeys.Of(c).Count > 0)];
        Array.Sort(ordered, ClaimComparer.ByTime);
        var groups = Group(ordered);
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
    private static IEnumerable<List<Claim>> Group(Claim[] ordered)
    {
        var parent = new int[ordered.Length];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < ordered.Length; i++)
        {
            if (IsByMatter(ordered[i].Kind))
            {
                var matter = MatterOfState(ordered[i]);
                if (matter is null) continue;
                if (byKey.TryGetValue(matter, out var same)) Join(same[0], i);
                else byKey[matter] = [i];
                continue;
            }
            foreach (var key in ComparisonKeys.Of(ordered[i]))
            {
                if (!byKey.TryGetValue(key, out var same)) byKey[key] = same = [];
                for (var j = same.Count - 1; j >= Math.Max(0, same.Count - MostCandidates) && !(ordered[i].AsOf?.From - ordered[same[j]].AsOf?.From > ComparisonKeys.Reach(ordered[i].Kind)); j--)
                    if (Find(same[j]) != Find(i) && AnswerOneQuestion(ordered[same[j]], ordered[i]) && AnswerOneQuestion(ordered[Find(same[j])], ordered[i])) Join(same[j], i);
                same.Add(i);
            }
        }
        return Enumerable.Range(0, ordered.Length).GroupBy(Find).Select(g => g.Select(i => ordered[i]).ToList());

        int Find(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }

        void Join(int one, int other)
        {
            var (a, b) = (Find(one), Find(other));
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    /// <summary>Also asked of the first claim of a question, so that no chain of claims leads from one happening to another.</summary>
    internal static bool AnswerOneQuestion(Claim earlier, Claim later) =>
        ClaimComparer.Compare(earlier, later)?.Relation is ClaimRelation.Repeats or ClaimRelation.Supports or ClaimRelation.Contradicts or ClaimRelation.Denies or ClaimRelation.Updates or ClaimRelation.Compatible;

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
