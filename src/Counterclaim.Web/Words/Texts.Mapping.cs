namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string MapShort = "Map";
    public const string Map = "Map and time";
    public const string MapLead = "One filter, three views of the same claims: where, when, and in rows. A circle is how exactly the report tells where; what has no place or no date is listed below, never invented.";
    public const string MapAndTime = "Map and line of time";
    public const string MapLabel = "Map of the claims; the table below holds the same rows";
    public const string MapCaption = "Land and borders: Natural Earth, as revised by Visionscarto. Thin dashes: contested. No claim’s country is taken from this map. Hollow: somebody claims otherwise. Bars: ways in and out. Thick dashes: a way between two places; only its ends are known, not its course. Dotted circles: what is told of a whole region or district.";
    public const string WholeCountries = "Told of whole countries, and not drawn:";
    public const string MapNeedsScript = "The map needs script; the table below holds the same claims.";
    public const string AllClaimsHere = "all claims near here";
    public const string MoreHere = "more here";
    public const string From = "told from";
    public const string Until = "until";
    public const string Show = "Show";
    public const string AllDays = "all days";
    public const string What = "What";
    public const string Where = "Where";
    public const string Its = "Words";
    public const string Rows = "The claims in rows";
    public const string NotPinned = "no pin";

    public static string MapOfNewest(long looked, long total) => $"The map shows the newest {Number(looked)} of {Count(total, "claim")}; narrow the query to see the others.";

    public static string WithoutPin(int count) => $"{Count(count, "claim")} without a place that can be pinned";

    public static string WithoutDate(int count) => $"{Count(count, "claim")} without a date";
}
