using System.Globalization;
using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Comparison;

/// <summary>
/// Keys by which claims that could concern each other are found without holding every one against every other: two that share no key are about different matters.
/// </summary>
/// <remarks>Kind and outcome with the place, with the place it lies in, or, where no place is named, with whom or with what was hit.</remarks>
public static class ComparisonKeys
{
    /// <summary>Candidates that share a key are looked for this long before and after a claim's own moment.</summary>
    public static TimeSpan Reach(string kind) => Kinds.FamilyOf(kind) == KindFamily.State ? TimeSpan.FromDays(60) : TimeSpan.FromDays(4);

    /// <summary>The keys of a claim, without repeats; none for a claim that can be compared with nothing.</summary>
    public static IReadOnlyList<string> Of(Claim claim)
    {
        var family = Kinds.FamilyOf(claim.Kind);
        var head = family switch
        {
            KindFamily.Count => $"{claim.Kind}/{claim.Position}",
            KindFamily.Deed => "deed",
            _ => claim.Kind,
        };
        var keys = new List<string>();
        if (Kinds.IsOfPlace(claim.Kind) && claim.SetAt is { } place)
        {
            Add($"{head}/{place.Key}");
            if (place.Container is { } container) Add($"{head}/{place.Country}:{container.ToLowerInvariant()}");
            else if (place.Gazetteer is not null) Add($"{head}/{place.Country}:{place.Name.ToLowerInvariant()}");
            if (place.Kind != "country" && place.Point is { } point)
                Add(string.Create(CultureInfo.InvariantCulture, $"{head}/@{Math.Round(point.Latitude * 2):0},{Math.Round(point.Longitude * 2):0}"));
        }
        else if (family == KindFamily.State)
        {
            foreach (var actor in new[] { claim.Agent, claim.Patient })
                if (actor is not null) Add($"{head}/{KeyOf(actor)}");
        }
        if (family != KindFamily.State)
            foreach (var target in claim.Setting.Around.Targets) Add($"{head}/={target}");
        return keys;

        void Add(string key)
        {
            if (!keys.Contains(key)) keys.Add(key);
        }
    }

    /// <summary>Equal for those who act for one country, for one cluster, for one listed identity, else for one name.</summary>
    internal static string KeyOf(ClaimActor actor) =>
        actor.Country is { } country && actor.Kind is Model.ActorKind.Government or Model.ActorKind.ArmedForce && actor.Country is not null ? "side:" + actor.Country
        : actor.Cluster ?? actor.Identity ?? "name:" + Model.Names.NameKey.Plain(actor.Name);
}
