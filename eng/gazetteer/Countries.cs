namespace Counterclaim.GazetteerCompiler;

internal static class Countries
{
    /// <summary>Countries of recent wars and their neighbours: even small places keep all their spellings.</summary>
    public static readonly HashSet<string> InConflict =
    [
        "AF", "AM", "AZ", "BF", "BY", "CD", "CF", "CM", "CO", "ER", "ET", "GE", "HT", "IL", "IQ", "IR", "JO", "KH", "LB", "LY", "MD",
        "ML", "MM", "MZ", "NE", "NG", "PK", "PS", "RU", "SA", "SD", "SO", "SS", "SY", "TD", "TH", "TR", "UA", "XK", "YE",
    ];

    public static readonly HashSet<string> EnglishSpeaking = ["US", "GB", "CA", "AU", "IE", "NZ", "IN", "PH", "ZA", "KE"];
}
