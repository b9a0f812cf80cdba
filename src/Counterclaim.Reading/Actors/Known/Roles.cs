using Counterclaim.Model.Names;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>Compares roles as reports and lists word them.</summary>
internal static class Roles
{
    private static readonly HashSet<string> Offices =
    [
        "president", "minister", "premier", "chancellor", "king", "emir", "sultan", "pope", "patriarch", "governor", "mayor", "spokesman", "commander", "commander-in-chief",
        "chief", "head", "director", "secretary", "ambassador", "envoy", "adviser", "speaker", "chairman", "chair", "prosecutor", "commissioner", "leader", "founder",
        "negotiator", "coordinator", "analyst", "representative", "general", "admiral", "colonel", "cleric", "rapporteur", "senator", "politician", "prince", "counsellor",
    ];

    private static readonly HashSet<string> Past = ["former", "ex", "then", "late", "ousted", "deposed", "outgoing"];

    /// <summary>Whether a role tells of an office that its holder had before.</summary>
    public static bool IsPast(string role) => Words(role).Overlaps(Past);

    /// <summary>Whether two wordings may be of one office: they name the same kind of office and no other department.</summary>
    public static bool MayBeOne(string told, string listed)
    {
        var a = Words(told);
        var b = Words(listed);
        a.ExceptWith(Past);
        if (!a.Overlaps(Offices.Intersect(b))) return false;
        return a.IsSubsetOf(b) || b.IsSubsetOf(a) || 2 * a.Intersect(b).Count() > Math.Min(a.Count, b.Count);
    }

    /// <summary>A key equal for wordings of one office: without country, articles and small words.</summary>
    public static string Key(string role) => string.Join(' ', Words(role).Order(StringComparer.Ordinal));

    private static HashSet<string> Words(string role)
    {
        var (bag, _) = BodyName.WithoutCountry(role);
        var words = new HashSet<string>();
        foreach (var word in bag.Split(' ', StringSplitOptions.RemoveEmptyEntries)) words.Add(Folded(word));
        return words;
    }

    private static string Folded(string word) => word switch
    {
        "spokeswoman" or "spokesperson" => "spokesman",
        "chairwoman" or "chairperson" => "chairman",
        "advisor" => "adviser",
        "boss" => "head",
        _ => NameKey.Plain(word),
    };
}
