namespace Counterclaim.Model;

/// <summary>Somebody named or described in a report, with all mentions of them.</summary>
/// <param name="Name">The fullest name the report gives, else the description ("One Ukrainian soldier").</param>
/// <param name="Mentions">In text order; may nest in those of other actors.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind, IReadOnlyList<TextSpan> Mentions)
{
    /// <summary>"Kremlin spokesman", as the report words it.</summary>
    public string? Role { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Who it is in a list of actors: "known:volodymyr-zelenskyy" in the one shipped, "FILE:id" in a user's; null for somebody listed nowhere.</summary>
    public string? Identity { get; init; }
}

public enum ActorKind
{
    Person,
    Organisation,
    Government,
    ArmedForce,
    Publication,

    /// <summary>People known only by a description ("Western military analysts").</summary>
    Group,
}
