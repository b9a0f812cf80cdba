using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Corrections;

/// <summary>The fields that can be corrected, and how their values are given: as people type them.</summary>
public static partial class CorrectionFields
{
    /// <summary>Names, and what may be given; "none" empties a field that may be empty.</summary>
    public static IReadOnlyList<(string Name, string Values)> All { get; } =
    [
        ("kind", "casualties, control…"), ("position", "a position, none"), ("certainty", "certain, probable, possible, hypothetical, counterfactual"), ("polarity", "+, -"),
        ("quantity", "30, >=30, <=30, 30..40, \"about 40 people\", none"), ("place", "a name, geonames:…, NAME@LAT,LON, none"), ("time", "2026-03-11, 2026-03, a..b, none"),
        ("agent", "a name, A12, none"), ("patient", "a name, A12, none"), ("holder", "a name, A12, none: of the innermost telling; of a statement also its words: 120-135, or \"the words\", \"\" for none"), ("act", "assert, deny… of the innermost telling"),
        ("span", "START-END in code points of the report's text"),
        ("cue", "of a statement: 120-125, or its words, none"), ("content", "of a statement: 126-150,160-180, or its words, \" … \" between parts"),
        ("link", "of a statement: repeats, supports, contradicts, denies or responds, a colon, and a statement or claim of the report: contradicts:s2"), ("unlink", "of a statement: s2"),
    ];

    /// <summary>Whether only statements have the field, and no claim.</summary>
    public static bool IsOfStatements(string field) => field is StatementFields.Cue or StatementFields.Content or StatementFields.Link or StatementFields.Unlink;

    /// <summary>A value as JSON.</summary>
    /// <param name="points">Of the report's text, for spans.</param>
    /// <exception cref="CorrectionException">The value is none for this field.</exception>
    internal static string? Parse(string field, string value, CodePointMap points, NameLookUp names, DbConnection connection, Terms terms)
    {
        if (All.All(f => f.Name != field)) throw new CorrectionException($"There is no field \"{field}\" to correct; there are {string.Join(", ", All.Select(f => f.Name))}.");
        if (IsOfStatements(field)) throw new CorrectionException($"{field} is corrected of a statement, not of a claim.");
        if (value == "none" && field is not ("kind" or "certainty" or "polarity" or "act" or "span")) return null;
        try
        {
            return field switch
            {
                "certainty" => Text(JsonNames.Of(CorrectionValues.Certainty(value))),
                "act" => Text(JsonNames.Of(CorrectionValues.Act(value))),
                "polarity" => value is "+" or "-" ? Text(value) : throw Wrong(field, value),
                "quantity" => CorrectionValues.Write(json => CorrectionValues.Write(json, Quantity(value) ?? throw Wrong(field, value))),
                "time" => Time(value) ?? throw Wrong(field, value),
                "span" => Span(value, points) ?? throw Wrong(field, value),
                "place" => Place(value, names, connection, terms),
                "agent" or "patient" or "holder" => Actor(value, names, connection, terms),
                _ => Text(value),
            };
        }
        catch (InvalidDataException)
        {
            throw Wrong(field, value);
        }
    }

    private static CorrectionException Wrong(string field, string value) => new($"{field}={value}: give {All.First(f => f.Name == field).Values}.");

    private static string Text(string value) => CorrectionValues.Write(json => json.WriteStringValue(value));

    private static Quantity? Quantity(string value)
    {
        var match = QuantityForm().Match(value);
        if (!match.Success || Number(match.Groups["from"].Value) is not { } from) return null;
        var unit = match.Groups["unit"].Value.Trim();
        return new Quantity(from, match.Groups["about"].Success, unit.Length > 0 ? unit : null)
        {
            To = match.Groups["to"].Success ? Number(match.Groups["to"].Value) : null,
            Bound = match.Groups["bound"].Value switch { ">=" or "≥" or "at least " => QuantityBound.AtLeast, "<=" or "≤" or "at most " => QuantityBound.AtMost, _ => QuantityBound.Exact },
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Time(string value)
    {
        if (TimeRange.Parse(value) is not { From: { } from, To: { } to }) return null;
        return CorrectionValues.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("value"u8, value);
            json.WriteString("from"u8, from.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
            json.WriteString("to"u8, to.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
            if (GranularityOf(value) is { } granularity) json.WriteString("granularity"u8, granularity);
            json.WriteEndObject();
        });
    }

    private static string? GranularityOf(string value) => value.Length switch { 4 => "year", 7 => "month", 10 => "day", 16 => "minute", _ => null };

    private static string? Span(string value, CodePointMap points)
    {
        var dash = value.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !int.TryParse(value.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(value.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end) || end <= start) return null;
        return FormattableString.Invariant($"[{points.ToUtf16(start)},{points.ToUtf16(end)}]");
    }

    private static string Place(string value, NameLookUp names, DbConnection connection, Terms terms)
    {
        if (value.LastIndexOf('@') is > 0 and var at && Circle.Parse(value[(at + 1)..] + ",1") is { } point)
            return CorrectionValues.Write(json => CorrectionValues.Write(json, new ClaimPlace(value[..at], "place") { Point = new GeoPoint(point.Latitude, point.Longitude), RadiusKm = 1 }));
        var known = names.Place(value, terms);
        return CorrectionValues.Write(json => CorrectionValues.Write(json, known ?? new ClaimPlace(value, "place")));
    }

    private static string Actor(string value, NameLookUp names, DbConnection connection, Terms terms)
    {
        var found = names.Actors(value);
        if (found.Count == 0 && ActorIds.Parse(value) is not null) throw new CorrectionException($"There is no actor {value}.");
        terms.Follow(connection);
        var row = found.Count == 0 ? null : connection.Query(
            $"SELECT id, name, kind, country, identity, described FROM actors WHERE id IN {SqlFilter.List(found)} ORDER BY described, reports DESC, id LIMIT 1",
            r => new ActorRow(r.GetInt64(0), r.GetString(1), terms.Word(r.GetInt64(2)), r.LongOrNull(3) is { } c ? terms.Word(c) : null, r.TextOrNull(4), r.GetInt32(5) != 0)).SingleOrDefault();
        return CorrectionValues.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("name"u8, row?.Name ?? value);
            json.WriteString("kind"u8, row?.Kind ?? "group");
            json.WriteString("country"u8, row?.Country);
            json.WriteString("identity"u8, row?.Identity);
            if (row is { IsDescribed: false }) json.WriteNumber("number"u8, row.Id);
            json.WriteEndObject();
        });
    }

    private sealed record ActorRow(long Id, string Name, string Kind, string? Country, string? Identity, bool IsDescribed);

    [GeneratedRegex(@"^(?<about>about |~)?(?<bound>>=|<=|≥|≤|at least |at most )?\s*(?<from>\d[\d,]*(?:\.\d+)?)(?:(?:\.\.|–|-)(?<to>\d[\d,]*(?:\.\d+)?))?(?<unit>\s+\p{L}[\p{L}\s-]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuantityForm();
}

/// <summary>A correction that cannot be made; the message is one line for people.</summary>
public sealed class CorrectionException(string message) : Exception(message);
