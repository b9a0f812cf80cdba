using System.Globalization;
using System.Xml;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary>
/// Whether our expressions mean what a case of another library's suite says: dates and ranges by the stretch of the calendar they cover, times of day
/// by the clock, amounts by their length, sets by their TIMEX3 value.
/// </summary>
/// <remarks>
/// A range there ends where its last part begins ("April to June" ends on June 1); here it may also end with that part. Parts of the day are compared
/// by name, since their hours differ.
/// </remarks>
internal static class RecognizerScores
{
    /// <summary>Whether every result of a case is found with one of its right meanings.</summary>
    public static bool AllFound(RecognizerCase @case, IReadOnlyList<TimeExpression> ours, IReadOnlyList<PointSpan> spans) => @case.Results.All(r => IsFound(r, ours, spans));

    /// <summary>Whether something is found where the case has nothing; references to the present, past and future do not count.</summary>
    public static bool HasMore(RecognizerCase @case, IReadOnlyList<TimeExpression> ours, IReadOnlyList<PointSpan> spans) =>
        Enumerable.Range(0, ours.Count).Any(i => ours[i].Value?.EndsWith("_REF", StringComparison.Ordinal) != true && !@case.Results.Any(r => r.Span.Overlap(spans[i]) > 0));

    public static bool IsFound(RecognizerResult result, IReadOnlyList<TimeExpression> ours, IReadOnlyList<PointSpan> spans)
    {
        var within = Enumerable.Range(0, ours.Count).Where(i => result.Span.Overlap(spans[i]) > 0).Select(i => ours[i]).ToArray();
        if (within.Length == 0) return false;
        return result.Meanings.Any(meaning => within.Any(time => Means(time, meaning, result.Kind)) || MeanTogether(within, meaning));
    }

    private static bool Means(TimeExpression time, RecognizerMeaning meaning, string kind) => kind switch
    {
        "set" => time.Type == TimeType.Set && time.Value == meaning.Timex,
        "duration" => time.Type == TimeType.Duration && Seconds(time.Value) is { } seconds && seconds == (Number(meaning.Value) ?? Seconds(meaning.Timex)),
        "time" => ClockOf(time.Value) is { } clock && meaning.Value?.StartsWith(clock, StringComparison.Ordinal) == true,
        "timerange" => PartOf(time.Value) is { } part && meaning.Timex == part || CoversClock(time, meaning),
        "datetime" => meaning.Timex == time.Value || Moment(meaning.Value) is { } moment && time.Granularity == TimeGranularity.Minute && time.Interval?.From == moment,
        "datetimerange" => PartOf(time.Value) is { } named && meaning.Timex?.EndsWith(named, StringComparison.Ordinal) == true && Moment(meaning.Start)?.Date == time.Interval?.From.Date
            || Covers(time, meaning),
        _ => Moment(meaning.Value) is { } day ? time.Interval is { } interval && interval.From == day && interval.To == day.AddDays(1) : meaning.Timex == time.Value || Covers(time, meaning),
    };

    private static bool Covers(TimeExpression time, RecognizerMeaning meaning)
    {
        if (time.Interval is not { } interval) return false;
        return (Moment(meaning.Start), Moment(meaning.End)) switch
        {
            ({ } start, { } end) => interval.From == start && interval.To == end,
            ({ } start, null) => interval.From == start || interval.To == start, // since, after
            (null, { } end) => interval.From == end || interval.To == end, // before, until
            _ => false,
        };
    }

    private static bool CoversClock(TimeExpression time, RecognizerMeaning meaning) =>
        meaning.End is null && ClockOf(time.Value) is { } clock && meaning.Start?.StartsWith(clock, StringComparison.Ordinal) == true
        || meaning.Start is null && ClockOf(time.Value) is { } until && meaning.End?.StartsWith(until, StringComparison.Ordinal) == true;

    private static bool MeanTogether(TimeExpression[] within, RecognizerMeaning meaning)
    {
        for (var i = 0; i < within.Length; i++)
        {
            if (within[i].Until is not { } id || Array.Find(within, t => t.Id == id) is not { } last) continue;
            if (within[i].Interval is { } first && last.Interval is { } second && Moment(meaning.Start) == first.From && (Moment(meaning.End) == second.From || Moment(meaning.End) == second.To)) return true;
            if (ClockOf(within[i].Value) is { } from && ClockOf(last.Value) is { } to && meaning.Start?.Contains(from, StringComparison.Ordinal) == true && meaning.End?.Contains(to, StringComparison.Ordinal) == true) return true;
        }
        return false;
    }

    private static string? ClockOf(string? value) => value?.IndexOf('T') is >= 0 and var t && t + 5 < value.Length && char.IsAsciiDigit(value[t + 1]) ? value.Substring(t + 1, 5) : null;

    /// <summary>"TMO" of "2016-11-08TMO".</summary>
    private static string? PartOf(string? value) => value?.IndexOf('T') is >= 0 and var t && t + 1 < value.Length && char.IsAsciiLetter(value[t + 1]) && value[0] != 'P' ? value[t..] : null;

    private static DateTime? Moment(string? value) => value is { Length: >= 10 } && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static double? Number(string? value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Seconds(string? duration)
    {
        if (duration is null || duration.Length < 3 || duration[0] != 'P' || duration.Contains('X')) return null;
        if (duration.EndsWith('W') && double.TryParse(duration[1..^1], CultureInfo.InvariantCulture, out var weeks)) return weeks * 7 * 86_400;
        if (duration.EndsWith("DE", StringComparison.Ordinal) && double.TryParse(duration[1..^2], CultureInfo.InvariantCulture, out var decades)) return decades * 3650 * 86_400;
        if (duration.EndsWith("CE", StringComparison.Ordinal) && double.TryParse(duration[1..^2], CultureInfo.InvariantCulture, out var centuries)) return centuries * 36_500 * 86_400;
        try
        {
            return XmlConvert.ToTimeSpan(duration).TotalSeconds;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
