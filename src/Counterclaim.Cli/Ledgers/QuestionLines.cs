using System.Globalization;
using Counterclaim.Ledger.Questions;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>A question with its answers, for people.</summary>
internal static class QuestionLines
{
    private const int MostNames = 4;
    private const int MostCharacters = 160;

    public static IReadOnlyList<string> Of(Question question) =>
    [
        SafeText.OneLine(question.Wording),
        Wording.Joined(question.Id ?? "", Contested(question.Contested), question.Kind, Count(question.Positions.Count, "position"), question.ApartCount > 0 ? string.Create(CultureInfo.InvariantCulture, $"{question.ApartCount:N0} not committed to") : "", question.IsDismissed ? "dismissed" : ""),
        .. question.Positions.SelectMany(Lines),
        .. question.History.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Day:yyyy-MM-dd} {SafeText.OneLine(d.Position)}: {Count(d.Claims, "claim")} from {Count(d.Origins, "origin")}")),
    ];

    private static IEnumerable<string> Lines(Position position)
    {
        yield return Wording.Joined("▸ " + SafeText.OneLine(position.Label), Count(position.Origins, "origin"), Names(position.FirstTellers), position.Since is { } since ? "since " + since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
        var first = position.Claims[0];
        yield return $"  “{SafeText.Shorten(SafeText.OneLine(first.Exact), MostCharacters)}” ({(first.Report.Outlet is { } outlet ? SafeText.OneLine(outlet) : "unnamed publisher")}{(position.ClaimCount > 1 ? string.Create(CultureInfo.InvariantCulture, $", and {position.ClaimCount - 1:N0} more") : "")})";
    }

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(n => SafeText.OneLine(n))) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static string Contested(double contested) => contested switch
    {
        0 => "agreed",
        < 0.25 => string.Create(CultureInfo.InvariantCulture, $"little contested ({contested:0.00})"),
        < 0.6 => string.Create(CultureInfo.InvariantCulture, $"contested ({contested:0.00})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"much contested ({contested:0.00})"),
    };

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
