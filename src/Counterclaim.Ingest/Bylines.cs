using System.Text.RegularExpressions;

namespace Counterclaim.Ingest;

/// <summary>Takes the line that names the writers apart.</summary>
internal static partial class Bylines
{
    /// <summary>The names in order, each once; nothing that is no name.</summary>
    public static IReadOnlyList<string> Split(ReadOnlySpan<char> line)
    {
        var names = new List<string>();
        var rest = Opening().Replace(line[..Math.Min(line.Length, 300)].Trim().ToString(), "");
        foreach (var part in Separator().Split(rest))
        {
            var name = Opening().Replace(part.Trim(' ', '.', ',', ';', '|', '-', '–', '\u00A0'), "").Trim();
            var comma = name.IndexOf(" for ", StringComparison.Ordinal);
            if (comma > 0) name = name[..comma];
            if (name.Length is < 2 or > 60 || !char.IsLetter(name[0]) || name.Any(char.IsDigit) || name.Contains('@') || name.Contains("://", StringComparison.Ordinal)) continue;
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
        return names;
    }

    [GeneratedRegex(@"^(?:(?:written|edited|reported|reporting|posted|story|text|von|par|por|di|door)\s+)?(?:by|von|par|por|author|authors|editor|editing by)\b\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s*(?:,|;|\||/|&|\n|\b(?:and|und|et|y)\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
