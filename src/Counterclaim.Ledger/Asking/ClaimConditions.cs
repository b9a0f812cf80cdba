using System.Data.Common;
using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Asking;

/// <summary>Turns a query into conditions on rows of <c>claims c</c>.</summary>
internal sealed class ClaimConditions
{
    private readonly ILedgerDatabase _database;
    private readonly DbConnection _connection;
    private readonly Terms _terms;
    private readonly SqlFilter _filter;
    private readonly NameLookUp _names;

    private ClaimConditions(ILedgerDatabase database, DbConnection connection, Terms terms, SqlFilter filter)
    {
        (_database, _connection, _terms, _filter) = (database, connection, terms, filter);
        _names = new NameLookUp(database, connection);
    }

    /// <summary>Adds the conditions of a query; words are looked for in the text of the claim.</summary>
    public static void Add(LedgerQuery query, ILedgerDatabase database, DbConnection connection, Terms terms, SqlFilter filter)
    {
        var conditions = new ClaimConditions(database, connection, terms, filter);
        conditions.AddWords(query);
        foreach (var term in query.Terms)
        {
            if (term.Field is not { } field || field.Name == "sort") continue;
            var any = string.Join(" OR ", term.Values.Select(v => conditions.Condition(term, v)));
            filter.Must(term.IsNegated ? $"NOT COALESCE(({any}), {conditions.False})" : term.Values.Count > 1 ? $"({any})" : any);
        }
        if (!query.Asks("review")) filter.Must($"c.review <> {conditions.Term(ClaimNames.Of(ReviewState.Rejected))}");
    }

    private string False => "1 = 0";

    private void AddWords(LedgerQuery query)
    {
        var patterns = new List<WordPattern>();
        foreach (var term in query.Terms.Where(t => t.Field is null))
        {
            if (SearchText.PatternOf(term.Values[0], t => SearchText.Fold(t)) is not { } pattern) continue;
            if (term.IsNegated) _filter.Must($"c.id NOT IN ({_database.Matching("claim_words", _filter.Value(_database.MatchText([pattern])))})");
            else patterns.Add(pattern);
        }
        if (patterns.Count > 0) _filter.Must($"c.id IN ({_database.Matching("claim_words", _filter.Value(_database.MatchText(patterns)))})");
    }

    private string Condition(QueryTerm term, string value) => term.Field!.Name switch
    {
        "kind" or "position" or "unit" or "certainty" or "polarity" or "voice" or "stance" or "review" => $"c.{term.Field.Name} = {Term(value)}",
        "actor" => Actor(value, null),
        "holder" => Actor(value, ClaimRows.TellerRole),
        "agent" => Actor(value, ClaimRows.AgentRole),
        "patient" => Actor(value, ClaimRows.PatientRole),
        "place" => Place(value),
        "near" => Near(Circle.Parse(value)!.Value),
        "when" => Overlaps("c.meant_from", "c.meant_to", TimeRange.Parse(value)!.Value),
        "said" => $"(c.as_of > {TimeColumns.Unknown} AND {Overlaps("c.as_of", "c.as_of_end", TimeRange.Parse(value)!.Value)})",
        "published" => InReport(Within("r.published", TimeRange.Parse(value)!.Value)),
        "added" => InReport(Added(TimeRange.Parse(value)!.Value)),
        "count" => Quantity(NumberRange.Parse(value)!.Value),
        "confidence" => InRange("c.confidence", NumberRange.Parse(value)!.Value),
        "mode" or "act" => $"EXISTS (SELECT 1 FROM statements s WHERE s.id = c.statement AND s.{term.Field.Name} = {Term(value)})",
        "outlet" => Outlet(value),
        "language" => InReport($"r.language = {Term(value)}"),
        "report" => InReport(ReportKey(value)),
        "has" => Has(value),
        var other => throw new InvalidOperationException($"No condition is written for the field {other}."),
    };

    /// <summary>The number of a word; one that nothing has where the ledger never met it.</summary>
    private string Term(string word) => (_terms.Find(_connection, word) ?? -1).ToString(CultureInfo.InvariantCulture);

    private string Actor(string value, int? role) =>
        $"c.id IN (SELECT claim FROM claim_actors WHERE actor IN {SqlFilter.List(_names.Actors(value))}{(role is { } r ? $" AND role = {r.ToString(CultureInfo.InvariantCulture)}" : "")})";

    private string Place(string value)
    {
        var found = _names.Places(value);
        var inPlaces = $"c.place IN {SqlFilter.List(found.Places)}";
        return found.Regions.Count == 0 ? inPlaces : $"({inPlaces} OR {string.Join(" OR ", found.Regions.Select(Near))})";
    }

    private string Near(Circle circle)
    {
        const double KilometresOfDegree = 111.195;
        var north = circle.RadiusKm / KilometresOfDegree;
        var cosine = Math.Cos(circle.Latitude * Math.PI / 180);
        var east = cosine < 0.01 ? 180 : Math.Min(180, north / cosine * 1.01);
        string latitude = Number(circle.Latitude), longitude = Number(circle.Longitude);
        var wraps = circle.Longitude - east < -180 || circle.Longitude + east > 180;
        var box = $"c.pin_latitude BETWEEN {Number(circle.Latitude - north)} AND {Number(circle.Latitude + north)}"
            + (wraps ? "" : $" AND c.pin_longitude BETWEEN {Number(circle.Longitude - east)} AND {Number(circle.Longitude + east)}");
        // The haversine formula, on a sphere of the Earth's mean radius.
        var half = $"(sin(radians(c.pin_latitude - {latitude}) / 2) * sin(radians(c.pin_latitude - {latitude}) / 2) + cos(radians({latitude})) * cos(radians(c.pin_latitude)) * sin(radians(c.pin_longitude - {longitude}) / 2) * sin(radians(c.pin_longitude - {longitude}) / 2))";
        return $"({box} AND 12742 * asin(sqrt(CASE WHEN {half} > 1 THEN 1 ELSE {half} END)) <= {Number(circle.RadiusKm)})";
    }

    private string Quantity(NumberRange range)
    {
        var from = range.From is { } f ? $"COALESCE(c.quantity_to, c.quantity) {(range.FromIncluded ? ">=" : ">")} {_filter.Value(f)}" : null;
        var to = range.To is { } t ? $"c.quantity {(range.ToIncluded ? "<=" : "<")} {_filter.Value(t)}" : null;
        return $"({Joined(from, to)})";
    }

    private string InRange(string column, NumberRange range)
    {
        var from = range.From is { } f ? $"{column} {(range.FromIncluded ? ">=" : ">")} {_filter.Value(f)}" : null;
        var to = range.To is { } t ? $"{column} {(range.ToIncluded ? "<=" : "<")} {_filter.Value(t)}" : null;
        return $"({Joined(from, to)})";
    }

    private string Outlet(string value)
    {
        var outlets = SqlFilter.List(_names.Outlets(value));
        return InReport($"r.outlet IN {outlets} OR r.id IN (SELECT report FROM copies WHERE outlet IN {outlets})");
    }

    internal static string InReport(string condition) => $"c.report IN (SELECT r.id FROM reports r WHERE {condition})";

    private string ReportKey(string value)
    {
        var key = ReportKeys.Full(value);
        return $"r.report_key >= {_filter.Value(key)} AND r.report_key < {_filter.Value(key + "~")}";
    }

    private string Has(string value) => value switch
    {
        "place" => "c.place IS NOT NULL",
        "pin" => "c.pin_latitude IS NOT NULL",
        "time" => "c.meant_from IS NOT NULL",
        "count" => "c.quantity IS NOT NULL",
        "agent" => "c.agent IS NOT NULL",
        "patient" => "c.patient IS NOT NULL",
        "position" => "c.position IS NOT NULL",
        "loaded" => "c.loaded IS NOT NULL",
        _ => "c.corrected = 1",
    };

    private string Overlaps(string from, string to, TimeRange range) =>
        "(" + Joined(range.To is { } end ? $"{from} < {Seconds(end)}" : null, range.From is { } start ? $"{to} > {Seconds(start)}" : null) + ")";

    private static string Within(string column, TimeRange range) =>
        Joined(range.From is { } start ? $"{column} >= {Seconds(start)}" : null, range.To is { } end ? $"{column} < {Seconds(end)}" : null);

    private static string Added(TimeRange range) =>
        Joined(range.From is { } start ? $"r.added >= {Seconds(start)}000" : null, range.To is { } end ? $"r.added < {Seconds(end)}000" : null);

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
