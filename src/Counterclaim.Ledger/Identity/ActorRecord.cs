using Counterclaim.Model;

namespace Counterclaim.Ledger.Identity;

/// <summary>What one report tells of one actor, as far as it helps to find the same actor in other reports.</summary>
/// <param name="Ref">Where it stands.</param>
/// <param name="Name">The fullest name the report gives, else a description.</param>
public sealed record ActorRecord(ActorRef Ref, string Name, ActorKind Kind)
{
    /// <summary>Day of publication; null where unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Other names by which the report calls a body ("the FRM" beside "Free Reef Movement").</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public string? Role { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Who it is in a list of actors.</summary>
    public string? Identity { get; init; }

    /// <summary>Names of the others in the report.</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>Names of the places in the report, those named most first; no countries.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Names of the countries in the report.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Where the report mentions the actor: what <see cref="ActorRef.Anchor"/> is looked up in.</summary>
    public IReadOnlyList<TextSpan> Mentions { get; init; } = [];

    /// <summary>The actors of a reading.</summary>
    public static IReadOnlyList<ActorRecord> Of(Model.Reading reading)
    {
        var report = reading.Report;
        var day = report.Published is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : (DateOnly?)null;
        string[] places = [.. reading.Places.Where(p => p.Kind != "country").GroupBy(p => p.Name).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(MostNames)];
        string[] countries = [.. reading.Places.Where(p => p.Kind == "country").Select(p => p.Name).Distinct().Take(MostNames)];
        string[] names = [.. reading.Actors.Where(a => NameWords.IsName(a.Name)).Select(a => a.Name).Take(MostNames)];
        var records = new List<ActorRecord>(reading.Actors.Count);
        foreach (var actor in reading.Actors)
        {
            if (actor.Mentions.Count == 0) continue;
            records.Add(new ActorRecord(new ActorRef(report.Id, actor.Mentions[0]), actor.Name, actor.Kind)
            {
                Published = day,
                OtherNames = OtherNamesOf(actor, report.Text),
                Role = actor.Role ?? RoleOf(actor),
                Country = actor.Country,
                Identity = actor.Identity,
                Companions = [.. names.Where(n => n != actor.Name)],
                Places = places,
                Countries = countries,
                Mentions = actor.Mentions,
            });
        }
        return records;
    }

    private const int MostNames = 64;
    private const int MostOtherNames = 8;
    private const int LongestName = 80;

    /// <summary>Somebody known by a description alone is known by what it says ("the harbour master").</summary>
    private static string? RoleOf(Actor actor) => actor.Kind == ActorKind.Person && !NameWords.IsNameOfPerson(actor.Name) ? actor.Name : null;

    private static string[] OtherNamesOf(Actor actor, string text)
    {
        if (actor.Kind == ActorKind.Person) return [];
        var names = new List<string>();
        foreach (var mention in actor.Mentions)
        {
            if (names.Count == MostOtherNames) break;
            if (mention.Length > LongestName) continue;
            var words = mention.In(text).ToString();
            if (words != actor.Name && NameWords.IsName(words) && !names.Contains(words)) names.Add(words);
        }
        return [.. names];
    }
}
