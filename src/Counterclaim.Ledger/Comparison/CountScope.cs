using System.Text.RegularExpressions;
using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Comparison;

/// <summary>Over what a count is taken.</summary>
public enum CountScope
{
    /// <summary>One happening, or one day of them.</summary>
    Happening,

    /// <summary>Several days, weeks or months.</summary>
    Period,

    /// <summary>From some beginning on: "since", "so far", "in total", "over five years of war".</summary>
    Cumulative,
}

internal static class CountScopes
{
    /// <summary>A count of people beyond this, with no day told, is no single happening's.</summary>
    private const double MostOfOneHappening = 5000;

    /// <summary>Longer clauses are looked at no further.</summary>
    private const int LongestClause = 2000;

    private static readonly Regex CumulativeWords = Words(
        @"\b(since|so far|to date|(the|this|his|her|a|year-|long) (civil )?(war|conflict|uprising|revolution|siege|campaign)|years? of (war|conflict|fighting))\b");

    private static readonly Regex PeriodWords = Words(
        @"\b((past|last|over|in|within|during|for) (the )?(past |last |previous )?(\w+ )?(days|weeks|months|years|week|month|year)|this (week|month|year))\b");

    public static CountScope Of(ReadOnlySpan<char> clause, ClaimTime? meant, double? value)
    {
        if (clause.Length > LongestClause) clause = clause[..LongestClause];
        if (CumulativeWords.IsMatch(clause)) return CountScope.Cumulative;
        if (PeriodWords.IsMatch(clause) || meant?.Interval is { } interval && ClaimWindow.IsLongerThanDay(interval)) return CountScope.Period;
        return meant?.Interval is null && value >= MostOfOneHappening ? CountScope.Cumulative : CountScope.Happening;
    }

    private static Regex Words(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
