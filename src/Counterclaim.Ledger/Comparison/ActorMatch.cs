using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Comparison;

/// <summary>Whether two actors of claims are one, certainly two, or neither can be said.</summary>
public static class ActorMatch
{
    /// <summary>One actor: of one cluster, one listed identity, or one name.</summary>
    public static bool AreSame(ClaimActor one, ClaimActor other) =>
        one.Ref == other.Ref
        || one.Cluster is { } cluster && cluster == other.Cluster
        || one.Identity is { } identity && identity == other.Identity
        || one.Kind != ActorKind.Group && NameKey.Plain(one.Name) == NameKey.Plain(other.Name);

    /// <summary>One actor, or two that act for one country: its government, its forces, the country itself.</summary>
    public static bool AreOnOneSide(ClaimActor one, ClaimActor other) =>
        AreSame(one, other) || one.Country is { } country && country == other.Country && ActsForCountry(one) && ActsForCountry(other);

    /// <summary>Two that cannot be one side: forces or governments of two countries, or a state's force and those who fight it.</summary>
    public static bool AreOpposed(ClaimActor one, ClaimActor other)
    {
        if (AreOnOneSide(one, other)) return false;
        if (one.Country is { } country && other.Country is { } others && country != others) return ActsForCountry(one) && ActsForCountry(other);
        return IsIrregular(one) != IsIrregular(other) && (IsRegular(one) || IsRegular(other))
            || one.Identity is not null && other.Identity is not null && one.Kind is ActorKind.ArmedForce && other.Kind is ActorKind.ArmedForce;
    }

    private static bool ActsForCountry(ClaimActor actor) => actor.Kind is ActorKind.Government or ActorKind.ArmedForce || actor.Kind == ActorKind.Group && People.ClassOf(actor.Name) is "soldier";

    private static bool IsIrregular(ClaimActor actor) => People.ClassOf(actor.Name) is "fighter";

    private static bool IsRegular(ClaimActor actor) => !IsIrregular(actor) && (actor.Kind is ActorKind.Government or ActorKind.ArmedForce || People.ClassOf(actor.Name) is "soldier");
}
