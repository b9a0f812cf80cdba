using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>Somebody that a list knows: ours of today's conflicts, or one a user brings.</summary>
/// <param name="Id">"known:volodymyr-zelenskyy" in our list, "FILE:id" in a user's.</param>
/// <param name="Layer">0 for ours; a user's list has a higher one and is asked first.</param>
internal sealed record KnownActor(string Id, ActorKind Kind, string Name, int Layer = 0)
{
    /// <summary>Other spellings, acronyms and short forms.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; null for bodies of many countries.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>PLOVER sector: GOV, MIL, REB, MED, IGO…</summary>
    public string? Sector { get; init; }

    /// <summary>Whether its work lies in other countries than its own: what a report says of its country does not speak against it.</summary>
    public bool CrossesBorders => Country is null || Kind == ActorKind.Publication || Sector is "NGO" or "IGO" or "MED" or "BUS";

    public IEnumerable<string> Names => Aliases.Prepend(Name);
}

/// <summary>A role held for a time.</summary>
/// <param name="Affiliation">Id of the body it is held in.</param>
/// <param name="From">First year, month or day as an ISO 8601 prefix ("2019-05"); null where the list does not tell.</param>
/// <param name="To">Last one; null where it is not known to have ended.</param>
internal sealed record Office(string Role, string? Affiliation, string? From, string? To)
{
    public bool IsDated => From is not null || To is not null;

    /// <summary>Whether it was held on a day, as far as the list tells; an office without dates always was.</summary>
    public bool Contains(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (From is null || string.CompareOrdinal(text[..From.Length], From) >= 0) && (To is null || string.CompareOrdinal(text[..To.Length], To) <= 0);
    }

    /// <summary>Whether it began before the end of a day.</summary>
    public bool HasBegun(DateOnly day) =>
        From is null || string.CompareOrdinal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..From.Length], From) >= 0;
}
