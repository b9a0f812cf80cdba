using System.Diagnostics;
using CsCheck;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Times;

namespace Counterclaim.Reading.Tests.Times;

public sealed class TimePropertyTests
{
    private static readonly Analyzer Language = Analyzer.Load();

    private static readonly string[] Words =
    [
        "Monday", "last", "next", "the", "two", "days", "ago", "later", "March", "May", "2024", "31", "30", "of", ",", ".", "-", "the 1990s", "6 p.m.", "18:30", "every",
        "week", "year", "early", "late", "end", "in", "on", "at", "before", "after", "a", "half", "quarter", "third", "winter", "yesterday", "now", "9999", "century", "hundred",
        "thousand", "from", "past", "this", "that", "same", "evening", "and", "to", "2024-02-30", "24:00", "99999999", "Feb.", "29", "first", "BC", "from now", "\n\n",
        "5/12", "9/11", "31/31", "23/Sep/2020", "Sep-31-2020", "2h", "mar3", "at", "5", "6.45", "7p", "quarter", "to", "o'clock", "Easter", "Orthodox", "Eid al-Fitr", "Good Friday", "Yom Kippur",
        "the rest of", "couple", "weeks", "hours", "minutes", "week 53 of", "the first", "nights", "whole", "I", "nineteen", "two thousand and", "through", "between", "H2", "0730", "Mon", "calendar",
    ];

    private static IReadOnlyList<TimeExpression> Resolve(string text, DateTimeOffset? published)
    {
        var report = new Report("test", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]) { Published = published };
        return new TimeResolver().Resolve(report, Language.Analyze(text), null);
    }

    private static readonly Gen<DateTimeOffset?> Publications =
        Gen.Int[1, 9999].Select(year => year % 7 == 0 ? (DateTimeOffset?)null : new DateTimeOffset(year, 1 + year % 12, 28, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Any_mixture_of_words_gives_ordered_spans_inside_the_text() =>
        Gen.Select(Gen.Int[0, Words.Length - 1].Select(i => Words[i]).List[0, 40], Publications).Sample((words, published) =>
        {
            var text = string.Join(' ', words);
            var times = Resolve(text, published);
            Assert.Equal(times, Resolve(text, published));
            var end = 0;
            foreach (var time in times)
            {
                Assert.True(time.Span.Start >= end && time.Span.End <= text.Length && !time.Span.IsEmpty);
                end = time.Span.End;
            }
        });

    [Fact]
    public void Any_text_is_read() => Gen.String.Sample(text => Assert.NotNull(Resolve(text, new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero))));

    [Theory]
    [InlineData("\"", 200_000)]
    [InlineData("two ", 100_000)]
    [InlineData("the last ", 60_000)]
    [InlineData("1999-", 60_000)]
    [InlineData("in May of ", 40_000)]
    [InlineData("Monday, ", 40_000)]
    [InlineData("from 5 to ", 6_000)]
    [InlineData("the rest of the ", 6_000)]
    [InlineData("Easter of 5/12-", 5_000)]
    [InlineData("half past ", 6_000)]
    [InlineData("the first two weeks of ", 5_000)]
    [InlineData("two weeks from ", 5_000)]
    [InlineData("the week of ", 6_000)]
    [InlineData("the night of ", 6_000)]
    public void Endless_repetition_costs_bounded_time(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        var analysis = Language.Analyze(text);
        var report = new Report("test", "test", text, []) { Published = new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero) };
        var watch = Stopwatch.StartNew();
        _ = new TimeResolver().Resolve(report, analysis, null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for {text.Length} characters");
    }
}
