using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Times;

namespace Counterclaim.Reading.Tests.Times;

public sealed class TimeResolverTests
{
    private static readonly Analyzer Language = Analyzer.Load();

    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Published = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    private static IReadOnlyList<TimeExpression> Resolve(string text, DateTimeOffset? published, ICollection<Explanation>? explanations = null)
    {
        var report = new Report("test", "test", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]) { Published = published };
        return new TimeResolver().Resolve(report, Language.Analyze(text), explanations);
    }

    private static string Show(string text, DateTimeOffset? published) =>
        string.Join("; ", Resolve(text, published).Select(t => $"{t.Span.In(text)} = {t.Value ?? "?"}"));

    [Theory]
    [InlineData("The ferry left on 9 March 2026.", "9 March 2026 = 2026-03-09")]
    [InlineData("The ferry left on March 9, 2026.", "March 9, 2026 = 2026-03-09")]
    [InlineData("The ferry left on Monday, March 9.", "Monday, March 9 = 2026-03-09")]
    [InlineData("The ferry left on the 9th of March.", "the 9th of March = 2026-03-09")]
    [InlineData("The depot burned on Dec. 20.", "Dec. 20 = 2025-12-20")]
    [InlineData("The log says 2026-03-04.", "2026-03-04 = 2026-03-04")]
    [InlineData("The log says 25/12/2025.", "25/12/2025 = 2025-12-25")]
    [InlineData("The siege began in November.", "November = 2025-11")]
    [InlineData("The siege began in early November 2024.", "early November 2024 = 2024-11")]
    [InlineData("The pact dates from 1998.", "1998 = 1998")]
    [InlineData("They fought in the 1990s.", "the 1990s = 199")]
    [InlineData("The fort is from the 19th century.", "the 19th century = 18")]
    [InlineData("Shelling resumed in late autumn.", "late autumn = 2025-FA")]
    [InlineData("The harbour froze in the winter of 2019.", "the winter of 2019 = 2019-WI")]
    [InlineData("Exports fell in the third quarter of 2025.", "the third quarter of 2025 = 2025-Q3")]
    [InlineData("Boats came on March 1, 3 and 5.", "March 1 = 2026-03-01; 3 = 2026-03-03; 5 = 2026-03-05")]
    [InlineData("On March 3, 5 people and 9 dogs came.", "March 3 = 2026-03-03")]
    [InlineData("The mill burned on the night of March 4-5.", "the night of March 4-5 = 2026-03-04TNI")]
    [InlineData("The mill burned on the night of Feb. 28 to 1.", "the night of Feb. 28 to 1 = 2026-02-28TNI")]
    public void Dates_in_many_forms(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Theory]
    [InlineData("Two boats sank on Monday.", "Monday = 2026-03-09")]
    [InlineData("Two boats sank on Wednesday.", "Wednesday = 2026-03-11")]
    [InlineData("The envoys will meet on Monday.", "Monday = 2026-03-16")]
    [InlineData("Two boats sank last Thursday.", "last Thursday = 2026-03-05")]
    [InlineData("Yesterday the port was calm.", "Yesterday = 2026-03-10")]
    [InlineData("The bridge fell last week.", "last week = 2026-W10")]
    [InlineData("The bridge fell three days ago.", "three days ago = 2026-03-08")]
    [InlineData("The bridge fell two months ago.", "two months ago = 2026-01")]
    [InlineData("The bridge fell last year.", "last year = 2025")]
    [InlineData("The bridge fell last November.", "last November = 2025-11")]
    [InlineData("The bridge fell last summer.", "last summer = 2025-SU")]
    [InlineData("A convoy is due next month.", "next month = 2026-04")]
    [InlineData("The bridge fell on Sunday evening.", "Sunday evening = 2026-03-08TEV")]
    [InlineData("The bridge fell last night.", "last night = 2026-03-10TNI")]
    [InlineData("It fell the day before yesterday.", "the day before yesterday = 2026-03-09")]
    [InlineData("It fell at the end of February.", "the end of February = 2026-02")]
    public void Counted_from_the_day_of_publication(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Fact]
    public void A_running_date_carries_on() =>
        Assert.Equal("Sunday = 2026-03-08; The next day = 2026-03-09; two days later = 2026-03-11",
            Show("The fort surrendered on Sunday. The next day boats arrived. Talks began two days later.", Published));

    [Theory]
    [InlineData("Firing began at 6 p.m. on Monday.", "6 p.m. on Monday = 2026-03-09T18:00")]
    [InlineData("Firing began on Monday, at 18:30 local time.", "Monday = 2026-03-09; 18:30 local time = 2026-03-09T18:30")]
    [InlineData("Firing began at noon on Monday.", "noon on Monday = 2026-03-09T12:00")]
    public void Times_of_day(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Theory]
    [InlineData("The truce held for three days.", "three days = P3D")]
    [InlineData("It was a two-hour battle.", "two-hour = PT2H")]
    [InlineData("Nothing arrived in the past two months.", "the past two months = P2M")]
    [InlineData("Nothing arrived in recent weeks.", "recent weeks = PXW")]
    [InlineData("It may take twenty-five years.", "twenty-five years = P25Y")]
    [InlineData("It lasted two and a half hours.", "two and a half hours = PT2H30M")]
    [InlineData("Boats land every Monday.", "every Monday = XXXX-WXX-1")]
    [InlineData("The lines are shelled daily.", "daily = P1D")]
    [InlineData("It now controls the road.", "now = PRESENT_REF")]
    [InlineData("The line moved years ago.", "years ago = PAST_REF")]
    public void Durations_sets_and_references(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Theory]
    [InlineData("The envoys agreed to meet on Monday.", "Monday = 2026-03-16")]
    [InlineData("The envoys failed to meet on Monday.", "Monday = 2026-03-09")]
    [InlineData("They must leave the fort by April 2.", "April 2 = 2026-04-02")]
    [InlineData("The truce had been due to end on Monday.", "Monday = 2026-03-09")]
    [InlineData("The vote was postponed until Monday.", "Monday = 2026-03-16")]
    [InlineData("The bridge, a plan to mend which fell in December, was shut.", "December = 2025-12")]
    [InlineData("They will vote in two weeks.", "two weeks = 2026-W13")]
    public void Tense_says_on_which_side_of_publication(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Theory]
    [InlineData("It fell on 10.02.2026.", "10.02.2026 = 2026-02-10")]
    [InlineData("It fell on 3 march.", "3 march = 2026-03-03")]
    [InlineData("It fell on the twenty-first of February.", "the twenty-first of February = 2026-02-21")]
    [InlineData("Relief at 091430ZMAR26, again at 101200Z MAR 26.", "091430ZMAR26 = 2026-03-09T14:30Z; 101200Z MAR 26 = 2026-03-10T12:00Z")]
    [InlineData("It fell on the 24th.", "the 24th = 2026-02-24")]
    [InlineData("It fell on the night of 20 February.", "the night of 20 February = 2026-02-20TNI")]
    [InlineData("It fell in the early hours of Monday.", "the early hours of Monday = 2026-03-09TMO")]
    [InlineData("It fell in the last week of February.", "the last week of February = 2026-W09")]
    [InlineData("It fell on Monday. In the evening shelling resumed.", "Monday = 2026-03-09; the evening = 2026-03-09TEV")]
    [InlineData("It fell two days before yesterday.", "two days before yesterday = 2026-03-08")]
    [InlineData("It fell in 2012. In June of that year it rose.", "2012 = 2012; June of that year = 2012-06")]
    [InlineData("Trade fell in Q3 2025.", "Q3 2025 = 2025-Q3")]
    [InlineData("Trade fell in the third quarter, from 5 tons a year earlier.", "the third quarter = 2025-Q3; a year earlier = 2024-Q3")]
    [InlineData("The eight-month-old truce held.", "The eight-month = P8M")]
    [InlineData("It lasted two years and three months.", "two years and three months = P2Y3M")]
    [InlineData("The wall was built in April 480 BC.", "April 480 BC = BC0480-04")]
    public void Further_forms(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Theory]
    [InlineData("The pumps stopped at half past seven in the evening on Monday.", "half past seven in the evening on Monday = 2026-03-09T19:30")]
    [InlineData("The pumps stopped at twenty to nine on Monday.", "twenty to nine on Monday = 2026-03-09T08:40")]
    [InlineData("The pumps stopped on Monday at 5.", "Monday = 2026-03-09; 5 = 2026-03-09T05:00")]
    [InlineData("The pumps stopped at 8 o'clock yesterday evening.", "8 o'clock yesterday evening = 2026-03-10T20:00")]
    [InlineData("The pumps stopped last night at 9.", "last night = 2026-03-10TNI; 9 = 2026-03-10T21:00")]
    [InlineData("Fire from 11 to 2 p.m. on Monday stopped the pumps.", "11 = 2026-03-09T11:00; 2 p.m. on Monday = 2026-03-09T14:00")]
    [InlineData("Bread comes every Monday at 4 p.m.", "every Monday = XXXX-WXX-1; 4 p.m. = XXXX-WXX-1T16:00")]
    [InlineData("The log gives 23.02.2026 14:55 for the blast.", "23.02.2026 = 2026-02-23; 14:55 = 2026-02-23T14:55")]
    public void Times_of_day_in_words_and_by_the_hour(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Theory]
    [InlineData("The bridge fell on Monday of last week.", "Monday of last week = 2026-03-02")]
    [InlineData("They will meet next week on Tuesday.", "next week on Tuesday = 2026-03-17")]
    [InlineData("The bridge fell on Friday the 13th.", "Friday the 13th = 2026-02-13")]
    [InlineData("The bridge fell in the week of 16 February.", "the week of 16 February = 2026-W08")]
    [InlineData("The bridge fell in week 7 of 2025.", "week 7 of 2025 = 2025-W07")]
    [InlineData("The road will stay shut for the rest of the month.", "the rest of the month = 2026-03")]
    [InlineData("The road was shut for the first three months of 2025.", "the first three months of 2025 = P3M")]
    [InlineData("The crossing was shelled on 7/Feb/2026 and on Feb-12-2026.", "7/Feb/2026 = 2026-02-07; Feb-12-2026 = 2026-02-12")]
    [InlineData("The market was struck on 2/14.", "2/14 = 2026-02-14")]
    [InlineData("The law was passed after 9/11 and on 9/11.", "9/11 = 2001-09-11")]
    [InlineData("They were freed in January nineteen ninety-seven.", "January nineteen ninety-seven = 1997-01")]
    [InlineData("The guns were silent on Christmas Eve.", "Christmas Eve = 2025-12-24")]
    [InlineData("The guns were silent on Orthodox Easter 2025.", "Orthodox Easter 2025 = 2025-04-20")]
    [InlineData("The guns were silent at Easter 2024.", "Easter 2024 = 2024-03-31")]
    [InlineData("The guns will fall silent for Eid al-Adha.", "Eid al-Adha = 2026-05-27")]
    [InlineData("The camp burned two days after Christmas.", "two days after Christmas = 2025-12-27")]
    [InlineData("The sisters waited for a couple of weeks and every other day.", "a couple of weeks = P2W; every other day = P2D")]
    [InlineData("The war may last three more weeks.", "three more weeks = P3W")]
    [InlineData("They walked for three nights.", "three nights = P3D")]
    [InlineData("The truce ends in two weeks' time.", "two weeks' time = 2026-W13")]
    [InlineData("It fell one year, two months and three days ago.", "one year, two months and three days ago = 2025-01-08")]
    [InlineData("It fell two years and three months ago.", "two years and three months ago = 2023-12-11")]
    public void Weeks_feasts_and_dates_in_strokes(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Fact]
    public void A_range_does_not_end_before_it_begins()
    {
        Assert.Equal("Monday = 2026-03-02; Friday = 2026-03-06", Show("Fighting raged from Monday to Friday.", Published));
        Assert.Equal("Monday = 2026-03-16; Friday = 2026-03-20", Show("The envoys will sit from Monday to Friday.", Published));
        Assert.Equal("November = 2025-11; February = 2026-02", Show("The road was shut from November to February.", Published));
    }

    [Theory]
    [InlineData("The schools will stay shut until Saturday. Sirens sounded twice before noon.", "Saturday = 2026-03-14; noon = 2026-03-11T12:00")]
    [InlineData("The strike killed nine shortly after midnight.", "midnight = 2026-03-11T00:00")]
    [InlineData("She called a summit for Friday.", "Friday = 2026-03-13")]
    [InlineData("It fell on the last Friday of February.", "the last Friday of February = 2026-02-27")]
    [InlineData("They stopped eleven assaults over the past day.", "the past day = P1D")]
    public void What_has_happened_is_not_set_on_a_day_to_come(string text, string expected) => Assert.Equal(expected, Show(text, Published));

    [Fact]
    public void Overnight_is_the_night_that_ended_on_the_day_of_publication() =>
        Assert.Equal(new DateTime(2026, 3, 10, 18, 0, 0), Assert.Single(Resolve("Gunmen burned three depots overnight.", Published)).Interval!.Value.From);

    [Fact]
    public void An_hour_that_may_be_of_the_morning_or_the_evening_stands_for_its_day()
    {
        var time = Resolve("The pumps stopped on Monday at five.", Published)[^1];
        Assert.Equal(("2026-03-09T05:00", (TimeGranularity?)TimeGranularity.Day, new DateTime(2026, 3, 10)), (time.Value, time.Granularity, time.Interval!.Value.To));
    }

    [Fact]
    public void The_moment_of_publication_counts_hours_where_it_is_known()
    {
        Assert.Equal("20 minutes ago = 2026-03-11T08:40", Show("The port was hit 20 minutes ago.", Published));
        Assert.Equal("20 minutes ago = 2026-03-11", Show("The port was hit 20 minutes ago.", Published.Date));
        Assert.Equal(new DateTime(2026, 3, 11, 8, 0, 0), Assert.Single(Resolve("Four boats sank in the past hour.", Published)).Interval!.Value.From);
    }

    [Theory]
    [InlineData("They fought from Monday to Tuesday.", "Monday…; Tuesday")]
    [InlineData("They fought between 3 and 5 February.", "3…; 5 February")]
    [InlineData("They fought from July to November 2024.", "July…; November 2024")]
    [InlineData("There is a curfew from 7 to 9 p.m.", "7…; 9 p.m.")]
    [InlineData("They fought on Monday and on Tuesday.", "Monday; Tuesday")]
    public void Ranges(string text, string expected)
    {
        var times = Resolve(text, Published);
        Assert.Equal(expected, string.Join("; ", times.Select(t => t.Span.In(text).ToString() + (t.Until is null ? "" : "…"))));
        for (var i = 0; i < times.Count; i++)
            if (times[i].Until is { } until) Assert.Equal(times[i + 1].Id, until);
    }

    [Theory]
    [InlineData("July to November 2024 was quiet.", "2024-07-01T00:00", "2024-08-01T00:00")]
    [InlineData("Early November was quiet.", "2025-11-01T00:00", "2025-11-11T00:00")]
    [InlineData("Monday night was quiet.", "2026-03-09T18:00", "2026-03-10T06:00")]
    [InlineData("Last week was quiet.", "2026-03-02T00:00", "2026-03-09T00:00")]
    [InlineData("The winter of 2024 was quiet.", "2024-12-01T00:00", "2025-03-01T00:00")]
    [InlineData("The past three days were quiet.", "2026-03-08T00:00", "2026-03-12T00:00")]
    [InlineData("Earlier this month it was quiet.", "2026-03-01T00:00", "2026-03-12T00:00")]
    public void The_stretch_of_a_timeline(string text, string from, string to)
    {
        var interval = Resolve(text, Published)[0].Interval!.Value;
        Assert.Equal((from, to), (interval.From.ToString("yyyy-MM-dd'T'HH:mm"), interval.To.ToString("yyyy-MM-dd'T'HH:mm")));
    }

    [Theory]
    [InlineData("Since day one of the siege nobody slept.", "day one", "the siege")]
    [InlineData("It came two days after the vote.", "two days", "the vote")]
    [InlineData("On the eve of the talks it rained.", "the eve", "the talks")]
    public void What_is_counted_from_a_happening_keeps_its_anchor(string text, string expression, string anchor)
    {
        var time = Assert.Single(Resolve(text, Published));
        Assert.Equal((expression, anchor), (time.Span.In(text).ToString(), time.Anchor!.Value.In(text).ToString()));
        Assert.Null(time.Interval);
    }

    [Theory]
    [InlineData("Some 2,000 people fled.")]
    [InlineData("They live on the 24th floor.")]
    [InlineData("The six-year-old boy slept.")]
    [InlineData("A T-72 tank and an An-2000 burned.")]
    [InlineData("It cost $1,999 or 1990 dollars less, may they say.")]
    [InlineData("The 34-year-old driver may march on.")]
    [InlineData("Grain fell to $1950 a ton, a third of it spoiled.")]
    [InlineData("May Harlow and August Penn sat on the second bench.")]
    [InlineData("They control three quarters of the town.")]
    [InlineData("They asked both to respect Resolution 1701 and Article 1949.")]
    [InlineData("Some 1/3 of the wells and 3/4 of the pumps failed, a loss of 1/2.")]
    [InlineData("Between 3 and 5 boats sank, 5 to 7 more turned back, the side won 3-1 and lost 2-4.")]
    [InlineData("A quarter to a third of the crew, 10 past masters and 20 to 30 clerks, left at 5 knots.")]
    [InlineData("From 8 to 10 crews waited at 3 gates by 2 walls; about 7 left.")]
    [InlineData("Petrol is 7p a litre on Christmas Island, said Holly Christmas Reed.")]
    [InlineData("Read The Sun, phone 82-2100, or see the rest of the wells.")]
    [InlineData("He reads Quillhaven Today and spring water flows.")]
    public void What_looks_like_a_time_and_is_none(string text) => Assert.Equal("", Show(text, Published));

    [Fact]
    public void Without_a_date_of_publication_relative_times_stay_unresolved() =>
        Assert.Equal("Monday = ?; last week = ?; 9 March 2026 = 2026-03-09; three days = P3D",
            Show("It fell on Monday. It fell last week. It fell on 9 March 2026 after three days.", null));

    [Fact]
    public void An_account_of_the_past_stays_in_its_year()
    {
        const string Text = "The first siege came in 1811. In 1812 the walls fell. In 1815 the town was rebuilt. The great fire of 1820 took the port.\n\n"
            + "In 1821 a fleet came. On 4 June it burned the mole. In August it left.";
        var times = Resolve(Text, Published).Select(t => t.Value).ToList();
        Assert.Equal(["1811", "1812", "1815", "1820", "1821", "1821-06-04", "1821-08"], times);
    }

    [Fact]
    public void Every_time_can_be_explained_and_explaining_changes_nothing()
    {
        const string Text = "On Monday, three days ago and daily, in 1999, at 6 p.m. yesterday.";
        var explanations = new List<Explanation>();
        var explained = Resolve(Text, Published, explanations);
        Assert.Equal(Resolve(Text, Published), explained);
        Assert.Equal(explained.Select(t => t.Id), explanations.Select(e => e.Item));
    }
}
