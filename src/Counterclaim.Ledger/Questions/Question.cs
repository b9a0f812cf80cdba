using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Questions;

/// <summary>What comparable claims answer, and the answers.</summary>
/// <param name="Key">Equal for the same matter whenever it is built ("control/geonames:706448").</param>
/// <param name="Wording">For people: "Who holds Velm?".</param>
/// <param name="Positions">The answers, on kinds with a scale in its order, counts from the lowest, else those with most origins first.</param>
/// <param name="Contested">
/// 0 where all origins agree, 1 where two equal halves say the opposite: twice Rao's quadratic entropy (Rao 1982) of the positions, weighted by independent origins.
/// </param>
public sealed record Question(string Key, string Kind, string Wording, IReadOnlyList<Position> Positions, double Contested)
{
    public ClaimPlace? Place { get; init; }

    /// <summary>"Q12", for a question of the ledger: stays while claims join it; of two that were found to be one, the older one's. Null for one made of claims at hand.</summary>
    public string? Id { get; init; }

    /// <summary>Whether people worded it.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>Whether people said that it is none.</summary>
    public bool IsDismissed { get; init; }

    /// <summary>How the answers came, day by day; told where one question is asked for by its id.</summary>
    public IReadOnlyList<QuestionDay> History { get; init; } = [];

    /// <summary>Whom it is about, where the kind is about somebody.</summary>
    public IReadOnlyList<ClaimActor> Actors { get; init; } = [];

    /// <summary>From the first moment that its claims tell of to the last; null where none is dated.</summary>
    public TimeInterval? Period { get; init; }

    /// <summary>Telling of the matter, but committing to nothing ("declined to say"), or merely possible: shown, never counted.</summary>
    public IReadOnlyList<Claim> Apart { get; init; } = [];

    /// <summary>How many there are apart, of which those of <see cref="Apart"/> are shown.</summary>
    public long ApartCount { get; init; }

    /// <summary>The claims of all positions that are shown.</summary>
    public IEnumerable<Claim> Claims => Positions.SelectMany(p => p.Claims);
}

/// <summary>One answer to a question.</summary>
/// <param name="Label">For people: "Norland holds it", "41 killed", "not encircled".</param>
/// <param name="Claims">Those that give it, earliest first; of very many, those that came first (<see cref="ClaimCount"/>).</param>
/// <param name="Origins">How many independent first tellers it has: one that many repeat counts once, as do copies of one text.</param>
public sealed record Position(string Label, IReadOnlyList<Claim> Claims, int Origins)
{
    /// <summary>Where it stands on the kind's scale, 0 to 1; null where there is none.</summary>
    public double? At { get; init; }

    /// <summary>The counts it admits; null for answers that are no number.</summary>
    public CountRange? Range { get; init; }

    /// <summary>Names of the first tellers, in the order of their telling.</summary>
    public required IReadOnlyList<string> FirstTellers { get; init; }

    /// <summary>Outlets that carry it, in the order they did.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>How many claims give it, shown or not.</summary>
    public long ClaimCount { get; init; } = Claims.Count;

    /// <summary>As of when it was first told.</summary>
    public DateTime? Since { get; init; }

    /// <summary>As of when it was last told.</summary>
    public DateTime? Last { get; init; }
}

/// <summary>What was answered on one day.</summary>
/// <param name="Day">As of when, in the reports' own zones.</param>
/// <param name="Position">Label of the position.</param>
/// <param name="Claims">How many claims gave it that day.</param>
/// <param name="Origins">From how many independent first tellers.</param>
public sealed record QuestionDay(DateOnly Day, string Position, int Claims, int Origins);
