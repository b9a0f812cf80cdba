using System.Globalization;
using Counterclaim.Ledger.Asking;

namespace Counterclaim.Cli.Ledgers;

/// <summary>"1–50 of 1,234 claims": how much of a list is shown, and how to see more.</summary>
internal static class ListFoot
{
    public static void Write<T>(TextWriter text, Page<T> page, string noun, string nouns)
    {
        if (page.Total == 0) text.WriteLine($"No {noun} fits.");
        else if (page.Items.Count == 0) text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"None left of {Count(page.Total, noun, nouns)}."));
        else text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Offset + 1:N0}–{page.Offset + page.Items.Count:N0} of {Count(page.Total, noun, nouns)}.{(page.Next is { } next ? $" More: --after {next}" : "")}"));
    }

    private static string Count(long count, string noun, string nouns) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? noun : nouns)}");
}
