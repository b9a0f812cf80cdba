using System.Data.Common;
using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Asking;

/// <summary>Turns terms of a query into conditions on rows of <c>claims c</c> and <c>reports r</c>.</summary>
internal sealed class ClaimConditions(ILedgerDatabase database, DbConnection connection, Terms terms, SqlFilter filter)
{
    private const string False = "1 = 0";
    private static readonly string[] OfEnds = ["kind", "place"];
    private static readonly string[] OfReports = ["published", "added", "outlet", "print", "language", "report", "story"];

    public NameLookUp Names { get; } = new(database, connection);

    /// <summary>That a claim is none that people rejected.</summary>
    public string NotRejected => $"c.review <> {Term(ClaimNames.Of(ReviewState.Rejected))}";

    /// <summary>The conditions that terms set to one claim; rejected claims are left out unless they are asked for.</summary>
    public IEnumerable<string> OfClaims(IReadOnlyCollection<QueryTerm> asked) =>
        asked.Any(t => t.Field!.Name == "review") ? asked.Select(OfClaim) : asked.Select(OfClaim).Append(NotRejected);

    /// <summary>The condition that a term sets to a claim.</summary>
    public string OfClaim(QueryTerm term) =>
        IsOfReport(term) ? $"c.report IN (SELECT r.id FROM reports r WHERE {OfReport(term)})" : Any(term, value => Condition(term, value));

    /// <summary>
    /// The conditions that terms set to one claim, where kind and place alone tell them: on columns that hold these beside other rows, so that no claim is looked up.
    /// Null where more is asked, or a region, whose claims are found by their pins.
    /// </summary>
    public string? OfKindAndPlace(IReadOnlyList<QueryTerm> asked, string kindColumn, string placeColumn)
    {
        if (!asked.All(t => OfEnds.Contains(t.Field!.Name))) return null;
        var conditions = new List<string>();
        foreach (var term in asked)
        {
            var isKind = term.Field!.Name == "kind";
            if (!isKind && term.Values.Any(v => Names.Places(v).Regions.Count > 0)) return null;
            conditions.Add(Any(term, value => isKind ? $"{kindColumn} = {Term(value)}" : $"{placeColumn} IN {SqlFilter.List(Names.Places(value).Places)}"));
        }
        return $"({string.Join(" AND ", conditions)})";
    }

    public static bool IsOfReport(QueryTerm term) => OfReports.Contains(term.Field!.Name);

    /// <summary>The condition that a term sets to a report.</summary>
    public string OfReport(QueryTerm term) => Any(term, value => term.Field!.Name switch
    {
        "published" => Within("r.published", TimeRange.Parse(value)!.Value, ""),
        "added" => Within("r.added", TimeRange.Parse(value)!.Value, "000"),
        "outlet" => Outlet(value),
        "print" => value == "again" ? "r.first_print IS NOT NULL" : "r.id IN (SELECT first_print FROM reports WHERE first_print IS NOT NULL)",
        "language" => $"r.language = {Term(value)}",
        "story" => $"r.story = {Names.Story(value)}",
        _ => ReportKey(value),
    });

    /// <summary>Any of a term's values, or none of them where it is negated; what is unknown is not so.</summary>
    public static string Any(QueryTerm term, Func<string, string> condition)
    {
        var any = string.Join(" OR ", term.Values.Select(condition));
        return term.IsNegated ? $"NOT COALESCE(({any}), {False})" : term.Values.Count > 1 ? $"({any})" : any;
    }

    /// <summary>The words of a query: all that must be there together, each that must not alone.</summary>
    public static IEnumerable<(List<WordPattern> Patterns, bool Negated)> WordsOf(LedgerQuery query, bool asNames = false)
    {
        var wanted = new List<WordPattern>();
        foreach (var term in query.Terms.Where(t => t.Field is null))
        {
            if (SearchText.PatternOf(term.Values[0], t => asNames ? SearchText.FoldName(t) : SearchText.Fold(t)) is not { } pattern) continue;
            if (term.IsNegated) yield return ([pattern], true);
            else wanted.Add(pattern);
        }
        if (wanted.Count > 0) yield return (wanted, false);
    }

    private string Condition(QueryTerm term, string value) => term.Field!.Name switch
    {
        "kind" or "position" or "unit" or "certainty" or "polarity" or "voice" or "stance" or "review" or "mode" or "act" => $"c.{term.Field.Name} = {Term(value)}",
        "actor" => Actor(value, null),
        "holder" => Actor(value, ClaimRows.TellerRole),
        "agent" => InSlot(value, ClaimRows.AgentRole),
        "patient" => InSlot(value, ClaimRows.PatientRole),
        "place" => Place(value),
        "question" => $"c.id IN (SELECT claim FROM question_claims WHERE question = {Names.Question(value)})",
        "relation" => $"(c.id IN (SELECT later FROM claim_links WHERE relation = {Term(value)}) OR c.id IN (SELECT earlier FROM claim_links WHERE relation = {Term(value)}))",
        "near" => Near(Circle.Parse(value)!.Value, "c.pin_latitude", "c.pin_longitude"),
        "when" => Overlaps("c.meant_from", "c.meant_to", TimeRange.Parse(value)!.Value),
        "said" => $"(c.as_of > {TimeColumns.Unknown} AND {Overlaps("c.as_of", "c.as_of_end", TimeRange.Parse(value)!.Value)})",
        "count" => Quantity(NumberRange.Parse(value)!.Value),
        "confidence" => InRange("c.confidence", NumberRange.Parse(value)!.Value),
        "has" => Has(value),
        var other => throw new QueryException(term.Position, $"{other}: is not asked of claims."),
    };

    /// <summary>The number of a word; one that nothing has where the ledger never met it.</summary>
    public string Term(string word) => (terms.Find(connection, word) ?? -1).ToString(CultureInfo.InvariantCulture);

    private string Actor(string value, int? role) =>
        $"c.id IN (SELECT claim FROM claim_actors WHERE actor IN {SqlFilter.List(Names.Actors(value))}{(role is { } r ? $" AND role = {r.ToString(CultureInfo.InvariantCulture)}" : "")})";

    /// <summary>Somebody of that name; where a slot names no actor, its words.</summary>
    private string InSlot(string value, int role)
    {
        if (ActorIds.Parse(value) is not null || value.Contains(':', StringComparison.Ordinal) || SearchText.PatternOf(value, t => SearchText.Fold(t)) is not { } pattern) return Actor(value, role);
        return $"({Actor(value, role)} OR c.id IN ({SlotWordIds.Claims(database.Matching("slot_words", filter.Value(database.MatchText([pattern]))), role)}))";
    }

    private string Place(string value)
    {
        var found = Names.Places(value);
        var inPlaces = $"c.set_at IN {SqlFilter.List(found.Places)}";
        return found.Regions.Count == 0 ? inPlaces : $"({inPlaces} OR {string.Join(" OR ", found.Regions.Select(r => Near(r, "c.pin_latitude", "c.pin_longitude")))})";
    }

    /// <summary>Whether a point lies in a circle.</summary>
    public static string Near(Circle circle, string latitudeColumn, string longitudeColumn)
    {
        const double KilometresOfDegree = 111.195;
        var north = circle.RadiusKm / KilometresOfDegree;
        var cosine = Math.Cos(circle.Latitude * Math.PI / 180);
        var east = cosine < 0.01 ? 180 : Math.Min(180, north / cosine * 1.01);
        string latitude = Number(circle.Latitude), longitude = Number(circle.Longitude);
        var wraps = circle.Longitude - east < -180 || circle.Longitude + east > 180;
        var box = $"{latitudeColumn} BETWEEN {Number(circle.Latitude - north)} AND {Number(circle.Latitude + north)}"
            + (wraps ? "" : $" AND {longitudeColumn} BETWEEN {Number(circle.Longitude - east)} AND {Number(circle.Longitude + east)}");
        // The haversine formula, on a sphere of the Earth's mean radius.
        var half = $"(sin(radians({latitudeColumn} - {latitude}) / 2) * sin(radians({latitudeColumn} - {latitude}) / 2) + cos(radians({latitude})) * cos(radians({latitudeColumn})) * sin(radians({longitudeColumn} - {longitude}) / 2) * sin(radians({longitudeColumn} - {longitude}) / 2))";
        return $"({box} AND 12742 * asin(sqrt(CASE WHEN {half} > 1 THEN 1 ELSE {half} END)) <= {Number(circle.RadiusKm)})";
    }

    private string Quantity(NumberRange range)
    {
        var from = range.From is { } f ? $"COALESCE(c.quantity_to, c.quantity) {(range.FromIncluded ? ">=" : ">")} {filter.Value(f)}" : null;
        var to = range.To is { } t ? $"c.quantity {(range.ToIncluded ? "<=" : "<")} {filter.Value(t)}" : null;
        return $"(c.quantity IS NOT NULL AND {Joined(from, to)})"; // the first half is what the index of counts asks for
    }

    public string InRange(string column, NumberRange range)
    {
        var from = range.From is { } f ? $"{column} {(range.FromIncluded ? ">=" : ">")} {filter.Value(f)}" : null;
        var to = range.To is { } t ? $"{column} {(range.ToIncluded ? "<=" : "<")} {filter.Value(t)}" : null;
        return $"({Joined(from, to)})";
    }

    private string Outlet(string value)
    {
        var outlets = SqlFilter.List(Names.Outlets(value));
        return $"(r.outlet IN {outlets} OR r.id IN (SELECT report FROM copies WHERE outlet IN {outlets}))";
    }

    private string ReportKey(string value)
    {
        var key = ReportKeys.Full(value);
        return $"(r.report_key >= {filter.Value(key)} AND r.report_key < {filter.Value(key + "g")})"; // behind every hexadecimal digit
    }

    private string Has(string value) => value switch
    {
        "place" => "c.place IS NOT NULL",
        "pin" => "c.pin_latitude IS NOT NULL",
        "time" => "c.meant_from IS NOT NULL",
        "count" => "c.quantity IS NOT NULL",
        "agent" => "(c.agent IS NOT NULL OR c.agent_words IS NOT NULL)",
        "patient" => "(c.patient IS NOT NULL OR c.patient_words IS NOT NULL)",
        "position" => "c.position IS NOT NULL",
        "loaded" => "c.loaded IS NOT NULL",
        "unnamed" => "(c.statement IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statements s JOIN actors a ON a.id = s.actor WHERE s.id = c.statement AND a.described = 0))",
        _ => "c.corrected = 1",
    };

    public static string Overlaps(string from, string to, TimeRange range) =>
        "(" + Joined(range.To is { } end ? $"{from} < {Seconds(end)}" : null, range.From is { } start ? $"{to} > {Seconds(start)}" : null) + ")";

    /// <param name="zeros">What makes seconds the unit of the column.</param>
    private static string Within(string column, TimeRange range, string zeros) =>
        "(" + Joined(range.From is { } start ? $"{column} >= {Seconds(start)}{zeros}" : null, range.To is { } end ? $"{column} < {Seconds(end)}{zeros}" : null) + ")";

    private static string Joined(string? a, string? b) => a is null ? b! : b is null ? a : $"{a} AND {b}";

    private static string Seconds(DateTime time) => TimeColumns.Seconds(time).ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("F6", CultureInfo.InvariantCulture);
}

/// <summary>Ids of reports as people shorten them.</summary>
public static class ReportKeys
{
    private const string Prefix = "sha256:";
    private const int ShownDigits = 8;

    public static string Short(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key.Substring(Prefix.Length, Math.Min(ShownDigits, key.Length - Prefix.Length)) : key;

    public static string Full(string given) => given.StartsWith(Prefix, StringComparison.Ordinal) ? given : Prefix + given.ToLowerInvariant();
}
