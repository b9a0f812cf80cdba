using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Finds expressions of time and resolves them against the date of publication.</summary>
/// <remarks>
/// A hand-written grammar over tokens. The only anchor from outside the text is <see cref="Report.Published"/>: where it is
/// unknown, "on Monday" and "last week" keep a null value. Thread-safe and without state of its own.
/// </remarks>
public sealed class TimeResolver
{
    /// <summary>Expressions in text order; their spans do not overlap.</summary>
    /// <param name="explanations">Takes the rule behind every expression; null where nobody asks.</param>
    public IReadOnlyList<TimeExpression> Resolve(Report report, Analysis analysis, ICollection<Explanation>? explanations)
    {
        LocalDate? published = report.Published is { } p ? new LocalDate(p.Year, p.Month, p.Day) : null;
        LocalTime? moment = report.Published is { } at && at.TimeOfDay > TimeSpan.Zero ? new LocalTime(at.Hour, at.Minute) : null; // midnight: only the day is known
        var anchors = new TimeAnchors(published, TellsHistory(analysis, published), moment);
        var parser = new TimeParser(analysis, anchors);
        var times = new List<TimeExpression>();
        foreach (var sentence in analysis.Sentences)
        {
            foreach (var found in parser.Parse(sentence))
            {
                var known = TimexInterval.Of(found.HalfUnknown && found.Value?.IndexOf('T') is > 0 and var hour ? found.Value[..hour] : found.Value, found.Modifier);
                var time = new TimeExpression(IdOf(times.Count), parser.SpanOf(found), found.Type, found.Value)
                {
                    Granularity = known?.Granularity,
                    Interval = found.Covers ?? known?.Interval,
                    Modifier = found.Modifier,
                    Anchor = parser.AnchorOf(found),
                    Until = found.BeginsRange ? IdOf(times.Count + 1) : null,
                };
                times.Add(time);
                explanations?.Add(new Explanation(time.Id, "times/" + found.Rule, Reason(found, anchors)));
            }
        }
        return times;
    }

    private static string IdOf(int index) => "t" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether years long past outnumber by far the words that point to the day of publication.</summary>
    private static bool TellsHistory(Analysis analysis, LocalDate? published)
    {
        const int EnoughYears = 4, YearsPerPresentWord = 3, LongPast = 2;
        if (published is not { } day) return true;
        int oldYears = 0, presentWords = 0;
        for (var token = 0; token < analysis.TokenCount; token++)
        {
            var form = analysis.Form(token);
            if (form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1000 && year <= day.Year - LongPast) oldYears++;
            else if (form is "yesterday" or "today" or "tomorrow" || (form.Length is >= 6 and <= 9 && form.EndsWith("day") && char.IsUpper(form[0]))) presentWords++;
        }
        return oldYears >= EnoughYears && oldYears > YearsPerPresentWord * presentWords;
    }

    private static string Reason(FoundTime found, TimeAnchors anchors)
    {
        if (found is { Rule: "event" }) return "Counted from a happening that has no date.";
        if (found.Value is null) return anchors.Published is null ? "The report's date is not known." : "What it is counted from was not found.";
        if (found.FromPublication) return $"Counted from the day of publication, {CalendarValue.Day(anchors.Published!.Value)}.";
        return found.FixedYear ? "The text names the year." : $"Read as {found.Value}.";
    }
}
