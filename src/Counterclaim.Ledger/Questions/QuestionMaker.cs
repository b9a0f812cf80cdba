using System.Security.Cryptography;
using System.Text;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Questions;

/// <summary>Makes one question of the claims about one matter.</summary>
internal static class QuestionMaker
{
    /// <param name="claims">In order of time.</param>
    /// <returns>Null where only one origin answers, in one way.</returns>
    public static Question? Make(IReadOnlyList<Claim> claims)
    {
        Claim[] committed = [.. claims.Where(IsCommitted)];
        if (committed.Length == 0) return null;
        var scale = Scale.Of(committed[0].Kind);
        Position[] positions = [.. committed.GroupBy(PositionKeys.Of).Select(g => MakePosition([.. g], scale))];
        if (positions.Length == 1 && positions[0].Origins < 2) return null;
        positions = Order(positions);
        var first = committed[0];
        var key = KeyOf(first);
        return new Question(key, first.Kind, QuestionWording.Of(committed), positions, Contested([.. positions.Select(p => (p.Claims[0], p.Origins))]))
        {
            Place = PlaceOf(committed),
            Actors = ActorsOf(committed),
            Period = PeriodOf(committed),
            Apart = [.. claims.Where(c => !IsCommitted(c))],
        };
    }

    /// <summary>The place that one of the claims names, if no more than a country then where they are set.</summary>
    internal static ClaimPlace? PlaceOf(IEnumerable<Claim> claims) =>
        claims.Select(c => c.Place).FirstOrDefault(p => p is { Kind: not "country" }) ?? claims.Select(c => c.SetAt).FirstOrDefault(p => p is not null);

    /// <summary>Whom the claims are about.</summary>
    internal static IReadOnlyList<ClaimActor> ActorsOf(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(c => new[] { c.Agent, c.Patient }).OfType<ClaimActor>().DistinctBy(ComparisonKeys.KeyOf).Take(4)];

    /// <summary>Whether a claim gives an answer: its tellers stand behind it, and put it as more than possible.</summary>
    internal static bool IsCommitted(Claim claim) =>
        claim.Stance != ClaimStance.HeldBack && claim.Certainty is Certainty.Certain or Certainty.Probable && claim.Stance != ClaimStance.HeldBack;

    /// <summary>Of states what they are the state of; of counts and deeds the first claim, which stays the first whatever comes after.</summary>
    internal static string KeyOf(Claim first)
    {
        if (QuestionBuilder.MatterOfState(first) is { } matter) return matter;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Ref.ToString())));
        return $"{first.Kind}/{first.Position ?? "by"}/{hash[..10]}";
    }

    /// <param name="claims">In order of time; at least one.</param>
    internal static Position MakePosition(IReadOnlyList<Claim> claims, Scale? scale)
    {
        var first = claims[0];
        return new Position(PositionKeys.Label(first), claims, claims.Select(ClaimOrigin.Of).Distinct(StringComparer.Ordinal).Count())
        {
            At = ClaimComparer.Negates(first) ? null : scale?.At(first.Position),
            Range = Kinds.FamilyOf(first.Kind) == KindFamily.Count ? CountComparer.RangeOf(first) : null,
            FirstTellers = [.. claims.Select(ClaimComparer.NameOf).Distinct(StringComparer.Ordinal)],
            Outlets = [.. claims.Select(c => c.Report.Outlet).OfType<string>().Distinct(StringComparer.Ordinal)],
            Since = claims.Min(c => c.AsOf?.From),
            Last = claims.Max(c => c.AsOf?.From),
        };
    }

    internal static Position[] Order(Position[] positions)
    {
        if (Array.TrueForAll(positions, p => p.Range is not null)) return [.. positions.OrderBy(p => p.Range!.Value.Low).ThenBy(p => p.Range!.Value.High).ThenBy(p => p.Label, StringComparer.Ordinal)];
        return [.. positions.OrderBy(p => p.At ?? 2).ThenByDescending(p => p.Origins).ThenBy(p => p.Since).ThenBy(p => p.Label, StringComparer.Ordinal)];
    }

    /// <summary>Twice Rao's quadratic entropy of the positions, each told by one of its claims, weighted by origins.</summary>
    internal static double Contested(IReadOnlyList<(Claim Claim, int Origins)> positions)
    {
        double origins = positions.Sum(p => p.Origins), entropy = 0;
        for (var i = 0; i < positions.Count; i++)
            for (var j = i + 1; j < positions.Count; j++)
                entropy += 2 * positions[i].Origins / origins * (positions[j].Origins / origins) * PositionKeys.Distance(positions[i].Claim, positions[j].Claim);
        return Math.Min(1, 2 * entropy);
    }

    private static TimeInterval? PeriodOf(IEnumerable<Claim> claims)
    {
        var windows = claims.Select(ClaimWindow.Of).OfType<ClaimWindow>().ToList();
        var told = windows.FindAll(w => w.IsTold);
        if (told.Count > 0) windows = told;
        return windows.Count == 0 ? null : new TimeInterval(windows.Min(w => w.From), windows.Max(w => w.To));
    }
}
