namespace Counterclaim.Ingest.Tests;

public class FeedTests
{
    [Fact]
    public async Task Each_item_of_an_RSS_feed_is_a_report()
    {
        var results = await Reading.Of("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Lantern</title><language>en-gb</language>
              <image><title>Logo</title></image>
              <item><title>Quay held &amp; guarded</title><link>https://lantern.example/quay</link><dc:creator>Ilse Varga</dc:creator><pubDate>Sun, 04 May 2031 06:30:00 +0200</pubDate>
                <description>Short.</description>
                <content:encoded><![CDATA[<p>The quay is held, the mayor said.</p><blockquote class="twitter-tweet"><p>We stay.</p>— Ilse Varga (@ilsevarga) <a href="#">May 3, 2031</a></blockquote>]]></content:encoded></item>
              <item><title>Fog&nbsp;on the strait</title><description>Fog hid the boats, a pilot said.</description></item>
            </channel></rss>
            """u8.ToArray());
        Assert.Equal(2, results.Count);
        var report = results[0].Report!;
        Assert.Equal(("Quay held & guarded", "The Lantern", "https://lantern.example/quay", "en-gb", "-#1"), (report.Title, report.Publisher, report.Url, report.Language, report.Source));
        Assert.Equal(["Ilse Varga"], report.Byline);
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 6, 30, 0, TimeSpan.FromHours(2)), report.Published);
        Assert.Equal(["Title: Quay held & guarded", "Body: The quay is held, the mayor said.", "Social: We stay.\n— Ilse Varga (@ilsevarga) May 3, 2031"], report.Paragraphs());
        Assert.Equal("Fog on the strait", results[1].Report!.Title);
    }

    [Fact]
    public async Task Each_entry_of_an_Atom_feed_is_a_report()
    {
        var report = Assert.Single(await Reading.Of("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">The &lt;b&gt;Beacon&lt;/b&gt;</title>
            <entry><title>Talks stall</title><link rel="alternate" href="https://beacon.example/talks"/><link rel="edit" href="https://beacon.example/edit"/>
            <published>2031-05-04T10:00:00Z</published><updated>2031-05-05T10:00:00Z</updated><author><name>Mara Sedley</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The envoys left without a word, a guard said.</p></div></content></entry></feed>
            """u8.ToArray())).Report!;
        Assert.Equal(("Talks stall", "The Beacon", "https://beacon.example/talks"), (report.Title, report.Publisher, report.Url));
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 10, 0, 0, TimeSpan.Zero), report.Published);
        Assert.Equal(["Title: Talks stall", "Body: The envoys left without a word, a guard said."], report.Paragraphs());
    }

    [Fact]
    public async Task A_feed_broken_in_the_middle_gives_what_came_before_and_says_so()
    {
        var results = await Reading.Of("<rss><channel><item><title>Whole entry</title></item><item><title>Cut"u8.ToArray());
        Assert.Equal(["Whole entry", null], results.Select(r => r.Report?.Title));
        Assert.Equal(SourceErrorCode.BadFeed, results[1].Error!.Code);
    }
}
