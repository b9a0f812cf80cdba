using System.Globalization;

namespace Counterclaim.Ledger.Stories;

/// <summary>In how many reports a common word stands, whatever they are about (Data/words.tsv, made by <c>counterclaim train words</c>).</summary>
internal static class BackgroundWords
{
    private static readonly Dictionary<string, double> Shares = Load();

    /// <summary>0 to 1; 0 for words that are not common.</summary>
    public static double ShareOf(string word) => Shares.GetValueOrDefault(word);

    private static Dictionary<string, double> Load()
    {
        using var stream = typeof(BackgroundWords).Assembly.GetManifestResourceStream("stories/words.tsv")
            ?? throw new FileNotFoundException("The table words.tsv is not part of the assembly.", "words.tsv");
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            shares[line[..tab]] = double.Parse(line.AsSpan(tab + 1), NumberStyles.Float, CultureInfo.InvariantCulture) / 1000;
        }
        return shares;
    }
}
