using Counterclaim.Ledger.Identity;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Claims;

/// <summary>Somebody in a claim.</summary>
/// <param name="Ref">The actor by report and first mention.</param>
/// <param name="Name">The fullest name the report gives, else the description.</param>
public sealed record ClaimActor(ActorRef Ref, string Name, ActorKind Kind)
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Who it is in a list of actors ("known:…").</summary>
    public string? Identity { get; init; }

    /// <summary>
    /// The actor of the ledger that this one of the report is held to be ("A12"): equal for the same actor in every report. Null for a claim straight from a
    /// reading, and for those known by a description alone ("one soldier"), who are the same in no two reports.
    /// </summary>
    public string? Cluster { get; init; }
}

/// <summary>Words of a report that fill a slot of a claim ("a grain store", "two nurses", "they").</summary>
/// <param name="Span">In UTF-16 code units of the report's text; seldom outside the claim's clause.</param>
/// <param name="CodePoints">The same in code points.</param>
/// <param name="Exact">The report's text under it.</param>
public sealed record SlotWords(TextSpan Span, CodePointRange CodePoints, string Exact)
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "I", "me", "you", "he", "him", "she", "her", "it", "we", "us", "they", "them", "who", "whom", "which", "that", "this", "these", "those", "one", "both", "all", "some", "others", "each other", "itself", "themselves",
    };

    /// <summary>The words where they tell by themselves who or what is meant; null for a pronoun.</summary>
    public string? Telling => Pronouns.Contains(Exact) ? null : Exact;
}

/// <summary>Where a claim is set.</summary>
/// <param name="Name">The gazetteer's name, or the text's own where none was found.</param>
/// <param name="Kind">"city", "village", "region", "country"…</param>
public sealed record ClaimPlace(string Name, string Kind)
{
    /// <summary>"geonames:706448"; null where no gazetteer holds it.</summary>
    public string? Gazetteer { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees, WGS 84, of the place named; null where it was not located.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>Kilometres around <see cref="Point"/>; null where it was not located.</summary>
    public double? RadiusKm { get; init; }

    public PlacePrecision? Precision { get; init; }

    /// <summary>What the name does in its sentence; only literal places belong on a map.</summary>
    public PlaceRole Role { get; init; }

    /// <summary>Name of the place it lies in, where no gazetteer holds it itself.</summary>
    public string? Container { get; init; }

    /// <summary>Where with regard to the place ("20 km east of", "the southern outskirts of"); null where it is the place itself.</summary>
    public ClaimPlaceRelation? Relation { get; init; }

    /// <summary>Equal for the same place in every report: the gazetteer's id, else country and name in lower case.</summary>
    public string Key => Gazetteer ?? $"{Country}:{Name.ToLowerInvariant()}";

    /// <summary>The point to show: what the words around the name mean, else the place; null for countries, what is no literal place, and what was not located.</summary>
    public GeoPoint? Pin => Role != PlaceRole.Literal ? null : Relation is { } relation ? relation.Point : Precision == PlacePrecision.Country || Kind == "country" ? null : Point;

    /// <summary>"20 km east of Velm", "the road from Velm – Harsk": its name with the words around it, and both ends of a way.</summary>
    public string Told => Relation switch
    {
        null => Name,
        { Ends: [var one, var other] } way => $"{way.Words} {one.Name} – {other.Name}",
        var relation => $"{relation.Words} {Name}",
    };

    /// <summary>Kilometres around <see cref="Pin"/> within which what is meant lies.</summary>
    public double? PinRadiusKm => Pin is null ? null : Relation?.RadiusKm ?? RadiusKm;
}

/// <summary>Where something is said to be with regard to a named place.</summary>
/// <param name="Words">The words that say so, cut from the report.</param>
/// <param name="Point">The middle of what is meant.</param>
/// <param name="RadiusKm">Kilometres around it.</param>
public sealed record ClaimPlaceRelation(PlaceRelationKind Kind, string Words, GeoPoint Point, double RadiusKm)
{
    /// <summary>Both ends of a way between two places that were located ("the road from A to B"), in the order of the text; empty for everything else. Its course is not known.</summary>
    public IReadOnlyList<WayEnd> Ends { get; init; } = [];

    public bool Equals(ClaimPlaceRelation? other) =>
        other is not null && (Kind, Words, Point, RadiusKm) == (other.Kind, other.Words, other.Point, other.RadiusKm) && Ends.SequenceEqual(other.Ends);

    public override int GetHashCode() => HashCode.Combine(Kind, Words, Point, RadiusKm);
}

/// <summary>Where a way begins or ends.</summary>
public readonly record struct WayEnd(string Name, GeoPoint Point);

/// <summary>A time as a claim tells it.</summary>
/// <param name="Words">The expression, cut from the report.</param>
/// <param name="Value">ISO 8601 as TIMEX3 extends it; null while unresolved.</param>
/// <param name="Interval">The stretch of local time it covers, end exclusive, to the end of the range it begins; null for amounts, sets and what is unresolved.</param>
public sealed record ClaimTime(string Words, string? Value, TimeInterval? Interval, TimeGranularity? Granularity)
{
    public TimeModifier? Modifier { get; init; }
}

/// <summary>One telling in the chain that a claim came through.</summary>
/// <param name="Name">Whom the words name: the actor's name, else the holder as the text puts it; of the publisher its name; "" where nobody is named ("was reported").</param>
public sealed record ClaimTeller(string Name)
{
    /// <summary>Id of the statement in the reading; null for the publisher.</summary>
    public string? Statement { get; init; }

    /// <summary>Null for the publisher, and where the text leaves the holder open.</summary>
    public ClaimActor? Actor { get; init; }

    /// <summary>What the telling does; the publisher asserts.</summary>
    public SpeechAct Act { get; init; } = SpeechAct.Assert;

    /// <summary>Null for the publisher.</summary>
    public StatementMode? Mode { get; init; }

    /// <summary>"did not say whether", "if he says": reported, but not asserted by this teller.</summary>
    public bool NegatedOrHypothetical { get; init; }

    /// <summary>"X", "Telegram", "press conference"…</summary>
    public string? Channel { get; init; }

    /// <summary>Probability that this is a telling, 0 to 1; null for the publisher.</summary>
    public double? Confidence { get; init; }

    /// <summary>Whether it commits to nothing: declines, asks, or is negated or hypothetical itself.</summary>
    public bool IsHeldBack => NegatedOrHypothetical || Act is SpeechAct.Decline or SpeechAct.Ask;

    /// <summary>Whether this is the report's publisher.</summary>
    public bool IsPublisher => Statement is null;
}
