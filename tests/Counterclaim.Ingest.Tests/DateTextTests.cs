using Counterclaim.Ingest.Dates;

namespace Counterclaim.Ingest.Tests;

public class DateTextTests
{
    [Theory]
    [InlineData("2031-05-04", "2031-05-04T00:00:00+00:00", true)]
    [InlineData("2031-05-04T21:40:00Z", "2031-05-04T21:40:00+00:00", false)]
    [InlineData("2031-05-04 21:40:05.123+0300", "2031-05-04T21:40:05+03:00", false)]
    [InlineData("Sun, 04 May 2031 06:30:00 EST", "2031-05-04T06:30:00-05:00", false)]
    [InlineData("May 4th, 2031 at 6:40 pm", "2031-05-04T18:40:00+00:00", false)]
    [InlineData("Published 09:15, 4 May 2031", "2031-05-04T09:15:00+00:00", false)]
    [InlineData("04.05.2031. 06:20h", "2031-05-04T06:20:00+00:00", false)]
    [InlineData("4 mai 2031 à 8:05", "2031-05-04T08:05:00+00:00", false)]
    [InlineData("Sonntag, 4. Mai 2031", "2031-05-04T00:00:00+00:00", true)]
    [InlineData("25/12/2031", "2031-12-25T00:00:00+00:00", true)]
    [InlineData("February 27, 2026 03:55 PM GMT+03:00", "2026-02-27T15:55:00+03:00", false)]
    public void A_full_date_is_read_as_written(string text, string expected, bool isDay)
    {
        var found = DateText.Find(text);
        Assert.Equal((DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), isDay), (found!.Value.Value, found.Value.IsDay));
    }

    [Theory]
    [InlineData("May 4"), InlineData("4/5/2031"), InlineData("31 February 2031"), InlineData("Room 2031"), InlineData("0831-05-04"), InlineData("")]
    public void What_is_no_full_date_is_none(string text) => Assert.Null(DateText.Find(text));
}
