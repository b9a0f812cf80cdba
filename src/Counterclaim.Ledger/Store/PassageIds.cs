using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>Numbers of passages: the report's number, then 0 for its title, 1 for its first paragraph and so on.</summary>
internal static class PassageIds
{
    private const int Bits = 20;
    public const int Title = 0;

    /// <summary>Paragraphs beyond are searched as part of the last one.</summary>
    public const int Most = (1 << Bits) - 1;

    public static long Of(long report, int ordinal) => (report << Bits) | (uint)Math.Min(ordinal, Most);

    public static long Report(long passage) => passage >> Bits;

    public static int Ordinal(long passage) => (int)(passage & Most);

    /// <summary>The first number that belongs to no passage of the report.</summary>
    public static long End(long report) => (report + 1) << Bits;

    /// <summary>The passage that a span begins in; the title's where it stands in no paragraph.</summary>
    public static long Of(long report, IReadOnlyList<Paragraph> paragraphs, TextSpan span)
    {
        int low = 0, high = paragraphs.Count - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (paragraphs[middle].Span.Start <= span.Start) (found, low) = (middle, middle + 1);
            else high = middle - 1;
        }
        return Of(report, found + 1);
    }
}
