using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Claims;

/// <summary>
/// One assertion of a known kind as the ledger works with it: who says it through whom, about whom, where and when, how many, how sure, and the
/// exact characters it came from. Complete in itself, so that claims of many reports can be compared without their readings.
/// </summary>
/// <param name="Ref">Which assertion of which report it is.</param>
/// <param name="Report">The report it stands in.</param>
/// <param name="Kind">"control", "casualties"… (docs/kinds.md); never null: an assertion of no known kind is no claim.</param>
/// <param name="Span">The clause that asserts it, in UTF-16 code units of the report's text.</param>
/// <param name="Exact">The report's text under <paramref name="Span"/>, character for character.</param>
public sealed record Claim(ClaimRef Ref, ClaimReport Report, string Kind, TextSpan Span, string Exact)
{
    /// <summary>The clause in Unicode code points of the report's text, end exclusive: what is written out.</summary>
    public required CodePointRange CodePoints { get; init; }

    /// <summary>Who does or holds it; null where the clause does not say, or names no actor.</summary>
    public ClaimActor? Agent { get; init; }

    /// <summary>The words that say who does or holds it, whether or not they name an actor; null where the clause does not say, or a person put somebody else in their place.</summary>
    public SlotWords? AgentWords { get; init; }

    /// <summary>To whom it is done; of counts, who is counted; null where the clause does not say, or names no actor.</summary>
    public ClaimActor? Patient { get; init; }

    /// <summary>The words that say to whom or what it is done, as <see cref="AgentWords"/>.</summary>
    public SlotWords? PatientWords { get; init; }

    /// <summary>Who does or holds it, for people: the actor's name, else the words; null where the clause does not say, or says no more than "they".</summary>
    public string? AgentName => Agent?.Name ?? AgentWords?.Telling;

    /// <summary>To whom or what it is done, as <see cref="AgentName"/>.</summary>
    public string? PatientName => Patient?.Name ?? PatientWords?.Telling;

    /// <summary>Where; null where the clause names no place.</summary>
    public ClaimPlace? Place { get; init; }

    /// <summary>When it happened or holds, as the clause says; null where it does not.</summary>
    public ClaimTime? Meant { get; init; }

    /// <summary>When it was said: the time of the innermost telling that has one; null where none has.</summary>
    public ClaimTime? Said { get; init; }

    public Quantity? Quantity { get; init; }

    /// <summary>Where it stands on the scale of its kind ("attacker in part"), or which outcome it counts ("killed"); null where it says neither.</summary>
    public string? Position { get; init; }

    /// <summary>Negative where the clause itself negates; what a teller denies has its polarity as told (<see cref="Stance"/>).</summary>
    public Polarity Polarity { get; init; } = Polarity.Positive;

    /// <summary>How sure the teller puts it.</summary>
    public Certainty Certainty { get; init; } = Certainty.Certain;

    public Voice Voice { get; init; }

    /// <summary>What the words around the clause, and the other claims of its report, tell of the matter: for comparing only, never shown as what the clause says.</summary>
    public ClaimSetting Setting { get; init; } = ClaimSetting.None;

    /// <summary>Words inside the clause that judge while they tell; their spans are offsets into the report's text.</summary>
    public IReadOnlyList<LoadedWord> Loaded { get; init; } = [];

    /// <summary>
    /// Where it is set: the place it names; a count, or the state of a way or a ring ("the road is cut"), that names none, or no more than a country, is set where the words before
    /// it are. By this it is found and compared; what the clause itself says is <see cref="Place"/>.
    /// </summary>
    public ClaimPlace? SetAt => Kinds.IsSetByWordsBefore(Kind) ? Setting.Place ?? Place : Place;

    /// <summary>Who tells it, outermost first: the publisher, then each holder whose words contain the next one's. Never empty.</summary>
    public required IReadOnlyList<ClaimTeller> Tellers { get; init; }

    /// <summary>Probability that the innermost telling is one, 0 to 1; null in the publisher's own voice.</summary>
    public double? Confidence => FirstTeller.Confidence;

    /// <summary>Id of the report that printed its sentence first, where this one took it over (docs/ledger.md, stories); null where its own did, and straight from a reading.</summary>
    public string? Origin { get; init; }

    /// <summary>What a person made of it.</summary>
    public ReviewState Review { get; init; }

    /// <summary>Whether a person changed one of its slots.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>The first teller: the innermost holder, the one nearest to the matter; the publisher in its own voice.</summary>
    public ClaimTeller FirstTeller => Tellers[^1];

    /// <summary>What the chain of tellers does with it.</summary>
    public ClaimStance Stance => StanceOf(Tellers);

    /// <summary>What a chain of tellers does with what it tells.</summary>
    internal static ClaimStance StanceOf(IReadOnlyList<ClaimTeller> tellers)
    {
        var denials = 0;
        foreach (var teller in tellers)
        {
            if (teller.IsHeldBack) return ClaimStance.HeldBack;
            if (teller.Act == SpeechAct.Deny) denials++;
        }
        return denials % 2 == 1 ? ClaimStance.Denies : ClaimStance.Asserts;
    }

    /// <summary>
    /// The stretch of time at which it is known to have been so told: when it was said, else when it was published (the whole day where only the day is
    /// known); in local time as the report tells it; null where neither is known.
    /// </summary>
    public TimeInterval? AsOf => Said?.Interval ?? Report.PublishedInterval;
}

/// <summary>An assertion of a reading.</summary>
/// <param name="Report">Id of the report: "sha256:" and the hash of its bytes.</param>
/// <param name="Assertion">Id of the assertion in the reading ("c12"); another reading of the report may number anew.</param>
public readonly record struct ClaimRef(string Report, string Assertion) : IComparable<ClaimRef>
{
    /// <summary>By report, then in the order of the report's assertions.</summary>
    public int CompareTo(ClaimRef other)
    {
        var byReport = string.CompareOrdinal(Report, other.Report);
        if (byReport != 0) return byReport;
        var byLength = Assertion.Length.CompareTo(other.Assertion.Length); // "c9" before "c12"
        return byLength != 0 ? byLength : string.CompareOrdinal(Assertion, other.Assertion);
    }

    public override string ToString() => $"{Report}/{Assertion}";
}

/// <summary>A half-open range of Unicode code points of a report's text.</summary>
public readonly record struct CodePointRange(int Start, int End);

/// <summary>What a claim needs to know of its report.</summary>
/// <param name="Id">"sha256:" and the hash of the bytes.</param>
/// <param name="Outlet">Name of the publisher, else its host name; null where unknown.</param>
/// <param name="Published">Null where the source does not say.</param>
/// <param name="PublishedIsDay">Whether only the day of <paramref name="Published"/> is known.</param>
public sealed record ClaimReport(string Id, string? Title, string? Outlet, string? Url, DateTimeOffset? Published, bool PublishedIsDay)
{
    public static ClaimReport Of(Report report) => new(report.Id, report.Title, report.Publisher, report.Url, report.Published, report.PublishedIsDay);

    /// <summary>The day, or the minute, of publication in the source's own zone.</summary>
    public TimeInterval? PublishedInterval
    {
        get
        {
            if (Published is not { } published) return null;
            var local = published.DateTime;
            if (PublishedIsDay) return new TimeInterval(local.Date, local.Date.AddDays(1));
            var minute = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0);
            return new TimeInterval(minute, minute.AddMinutes(1));
        }
    }
}

/// <summary>What the tellers of a claim do with it.</summary>
public enum ClaimStance
{
    /// <summary>They say that it is so; how sure, says the certainty.</summary>
    Asserts,

    /// <summary>One of them denies it: the position shown is the one denied.</summary>
    Denies,

    /// <summary>One of them does not commit to it ("did not confirm", "declined to say", asks): shown, never counted.</summary>
    HeldBack,
}

/// <summary>What a person made of a claim that the machine proposed.</summary>
public enum ReviewState
{
    /// <summary>Nobody has looked at it.</summary>
    Proposed,
    Confirmed,
    Rejected,
}
