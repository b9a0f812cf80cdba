using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary>
/// Whether our expressions mean what a case of another library's suite says: dates and ranges by the stretch of the calendar they cover, times of day
/// by the clock, amounts by their length, sets by their TIMEX3 value.
/// </summary>
/// <remarks>
/// Where the two differ in form alone, the forms are mapped here. A range there ends where its last part begins ("April to June" ends on June 1); here it may also
/// end with that part. Parts of the day and "early", "mid", "late" are compared by name, since their bounds differ. What is counted ("in two weeks") is a day there, in TIMEX3
/// the week, month or year it falls in. A stretch that ends or begins with the moment of reading ("the past two weeks") is compared by its length and by the
/// side it lies on, give or take a day. An uncounted amount ("a few") is three there. A moment and an amount ("2pm for 2 hours") are one range
/// there, two expressions here; what comes again at an hour is one set in both. "Now" is the moment of reference.
/// </remarks>
internal static class RecognizerScores
{
    /// <summary>Whether every result of a case is found with one of its right meanings.</summary>
    public static bool AllFound(RecognizerCase @case, IReadOnlyList<TimeExpression> ours, IReadOnlyList<PointSpan> spans) => @case.Results.All(r => IsFound(r, @case, ours, spans));

    /// <summary>Whether something is found where the case has nothing; references to the present, past and future do not count.</summary>
    public static bool HasMore(RecognizerCase @case, IReadOnlyList<TimeExpression> ours, IReadOnlyList<PointSpan> spans) =>
        Enumerable.Range(0, ours.Count).Any(i => ours[i].Value?.EndsWith("_REF", StringComparison.Ordinal) != true && !@case.Results.Any(r => r.Span.Overlap(spans[i]) > 0));

    public static bool IsFound(RecognizerResult result, RecognizerCase @case, IReadOnlyList<TimeExpression> ours, IReadOnlyList<PointSpan> spans)
    {
        var within = Enumerable.Range(0, ours.Count).Where(i => result.Span.Overlap(spans[i]) > 0).Select(i => ours[i]).ToArray();
        if (within.Length == 0) return false;
        var now = RecognizerForms.Moment(@case.Reference);
        return result.Meanings.Any(meaning => within.Any(time => Means(time, meaning, result.Kind)) || MeanTogether(within, meaning, now));
    }

    private static bool Means(TimeExpression time, RecognizerMeaning meaning, string kind) => kind switch
    {
        "set" => time.Type == TimeType.Set && (time.Value == meaning.Timex || RecognizerForms.SetForm(time.Value) == RecognizerForms.SetForm(meaning.Timex)),
        "duration" => time.Type == TimeType.Duration && (time.Value == meaning.Timex || RecognizerForms.AreAlike(RecognizerForms.Seconds(time.Value), RecognizerForms.Number(meaning.Value) ?? RecognizerForms.Seconds(meaning.Timex))),
        "time" => RecognizerForms.ClockOf(time.Value) is { } clock && meaning.Value?.StartsWith(clock, StringComparison.Ordinal) == true,
        "timerange" => RecognizerForms.PartOf(time.Value) is { } part && meaning.Timex == part || CoversClock(time, meaning),
        "datetime" => meaning.Timex == time.Value || RecognizerForms.Moment(meaning.Value) is { } moment && (RecognizerForms.MomentOf(time.Value) == moment.AddSeconds(-moment.Second) || IsEndOfDay(time, moment)),
        "datetimerange" => RecognizerForms.PartOf(time.Value) is { } named && meaning.Timex?.EndsWith(named, StringComparison.Ordinal) == true && RecognizerForms.Moment(meaning.Start)?.Date == time.Interval?.From.Date
            || Covers(time, meaning),
        _ => MeansDate(time, meaning),
    };

    private static bool MeansDate(TimeExpression time, RecognizerMeaning meaning)
    {
        if (meaning.Timex == time.Value || IsUnresolved(time, meaning)) return true;
        if (RecognizerForms.Moment(meaning.Value) is not { } day) return Covers(time, meaning) || IsSameThird(time, meaning);
        if (time.Interval is not { } interval || time.Type != TimeType.Date) return false;
        return interval.From == day && interval.To == day.AddDays(1)
            || time.Granularity is TimeGranularity.Week or TimeGranularity.Month or TimeGranularity.Year && interval.From <= day && day < interval.To;
    }

    /// <summary>"feb 30", and seasons without a year: the suite gives them no days.</summary>
    private static bool IsUnresolved(TimeExpression time, RecognizerMeaning meaning) =>
        meaning.Value == "not resolved" && (time.Value is null || meaning.Timex is { Length: 2 } season && time.Value.EndsWith("-" + season, StringComparison.Ordinal)
            || meaning.Timex is ['F', 'Y', ..] fiscal && fiscal[2..] == time.Value);

    private static bool IsEndOfDay(TimeExpression time, DateTime moment) =>
        time is { Modifier: TimeModifier.End, Granularity: TimeGranularity.Day } && moment.TimeOfDay == new TimeSpan(23, 59, 59) && moment.Date == (time.Interval?.To.AddDays(-1) ?? default).Date;

    /// <summary>"early", "mid", "late" of the same month, year or week.</summary>
    private static bool IsSameThird(TimeExpression time, RecognizerMeaning meaning) =>
        meaning.Modifier is { } mod && time.Modifier is { } ours && (mod.EndsWith(ours.ToString(), StringComparison.OrdinalIgnoreCase))
        && time.Value is { Length: >= 7 } value && meaning.Timex is { Length: >= 7 } timex && (value == timex || timex.StartsWith("XXXX", StringComparison.Ordinal) && value[4..] == timex[4..]);

    private static bool Covers(TimeExpression time, RecognizerMeaning meaning)
    {
        if (time.Interval is not { } interval) return false;
        var (start, end) = (RecognizerForms.Moment(meaning.Start), RecognizerForms.Moment(meaning.End));
        if (time.Type == TimeType.Duration && start is { } from && end is { } to && RecognizerForms.LengthOf(meaning.Timex) is { } length)
            return RecognizerForms.Seconds(time.Value) == RecognizerForms.Seconds(length) && (IsNear(interval.From, from) || IsNear(interval.To, to));
        return (start, end) switch
        {
            ({ } first, { } last) => interval.From == first && interval.To == last || RecognizerForms.WeekOf(time.Value) is { } monday && monday == first && last == first.AddDays(7),
            ({ } first, null) => interval.From == first || interval.To == first, // since, after
            (null, { } last) => interval.From == last || interval.To == last, // before, until
            _ => false,
        };

        static bool IsNear(DateTime ours, DateTime theirs) => Math.Abs((ours - theirs).TotalDays) <= 1;
    }

    private static bool CoversClock(TimeExpression time, RecognizerMeaning meaning) =>
        meaning.End is null && RecognizerForms.ClockOf(time.Value) is { } clock && meaning.Start?.StartsWith(clock, StringComparison.Ordinal) == true
        || meaning.Start is null && RecognizerForms.ClockOf(time.Value) is { } until && meaning.End?.StartsWith(until, StringComparison.Ordinal) == true;

    private static bool MeanTogether(TimeExpression[] within, RecognizerMeaning meaning, DateTime? now)
    {
        var (start, end) = (RecognizerForms.Moment(meaning.Start), RecognizerForms.Moment(meaning.End));
        for (var i = 0; i < within.Length; i++)
        {
            if (within[i].Until is { } id && Array.Find(within, t => t.Id == id) is { } last)
            {
                if (StartOf(within[i]) is { } first && StartOf(last) is { } second && (start == first || IsNow(within[i]) && start == now?.Date) && (end == second || end == last.Interval?.To || IsNow(last) && end == now?.Date)) return true;
                if (RecognizerForms.ClockOf(within[i].Value) is { } from && RecognizerForms.ClockOf(last.Value) is { } to
                    && meaning.Start?.Contains(from, StringComparison.Ordinal) == true && meaning.End?.Contains(to, StringComparison.Ordinal) == true) return true;
            }
            if (within[i].Type == TimeType.Duration && RecognizerForms.Seconds(within[i].Value) is { } seconds && end - start == TimeSpan.FromSeconds(seconds) && within.Any(t => t.Type != TimeType.Duration && StartOf(t) == start)) return true;
            if (within[i].Type == TimeType.Duration && RecognizerForms.Seconds(within[i].Value) is { } amount && RecognizerForms.LengthOf(meaning.Timex) is { } length && RecognizerForms.Seconds(length) == amount
                && within.Any(t => RecognizerForms.ClockOf(t.Value) is { } clock && meaning.Start?.Contains(clock, StringComparison.Ordinal) == true)) return true;
        }
        return false;

        static bool IsNow(TimeExpression time) => time.Value == "PRESENT_REF";

        DateTime? StartOf(TimeExpression time) => time.Value == "PRESENT_REF" ? now : time.Modifier == TimeModifier.End ? time.Interval?.To : RecognizerForms.MomentOf(time.Value) ?? time.Interval?.From; // from the end of March
    }
}
