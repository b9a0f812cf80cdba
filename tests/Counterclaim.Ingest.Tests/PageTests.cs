using System.Globalization;
using System.Text;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Tests;

/// <summary>Pages of our own with everything around the article that pages have, and the paragraphs a reader would keep.</summary>
public class PageTests
{
    [Theory]
    [InlineData("quay.html"), InlineData("telegram.html"), InlineData("menus.txt")]
    public async Task A_page_gives_its_article_and_nothing_else(string name)
    {
        var folder = Path.Join(AppContext.BaseDirectory, "Pages");
        var results = new List<SourceResult>();
        using var reader = new SourceReader(new IngestOptions());
        await foreach (var result in reader.ReadAsync([Path.Join(folder, name)], TestContext.Current.CancellationToken)) results.Add(result);
        var expected = await File.ReadAllTextAsync(Path.Join(folder, Path.ChangeExtension(name, ".expected.txt")), TestContext.Current.CancellationToken);
        Assert.Equal(expected, Render(Assert.Single(results).Report!));
    }

    [Fact]
    public async Task A_post_of_Telegram_keeps_its_channel_and_time()
    {
        var page = await File.ReadAllBytesAsync(Path.Join(AppContext.BaseDirectory, "Pages", "telegram.html"), TestContext.Current.CancellationToken);
        var report = Assert.Single(await Reading.Of(page)).Report!;
        var post = Assert.Single(report.Paragraphs, p => p.Kind == ParagraphKind.Social).Post!;
        Assert.Equal(new SocialPost("East Bank HQ", "eastbank_hq", "Telegram", new DateTimeOffset(2031, 5, 5, 6, 10, 0, TimeSpan.Zero), post.Signature), post);
        Assert.Equal("— East Bank HQ (@eastbank_hq) May 5, 2031 06:10", post.Signature!.Value.In(report.Text).ToString());
    }

    [Fact]
    public async Task The_signature_of_a_post_is_a_span_of_the_text()
    {
        var page = await File.ReadAllBytesAsync(Path.Join(AppContext.BaseDirectory, "Pages", "quay.html"), TestContext.Current.CancellationToken);
        var report = Assert.Single(await Reading.Of(page)).Report!;
        var post = Assert.Single(report.Paragraphs, p => p.Kind == ParagraphKind.Social).Post!;
        Assert.Equal("— Ilse Harrow (@ilseharrow) May 4, 2031", post.Signature!.Value.In(report.Text).ToString());
        Assert.Equal(("Ilse Harrow", "ilseharrow", "X"), (post.Author, post.Handle, post.Network));
    }

    private static string Render(Report report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"title: {report.Title}\nbyline: {string.Join("; ", report.Byline)}\npublisher: {report.Publisher}\nurl: {report.Url}\n");
        text.Append(CultureInfo.InvariantCulture, $"published: {report.Published:yyyy-MM-ddTHH:mm:sszzz}\nlanguage: {report.Language}\n\n");
        foreach (var paragraph in report.Paragraphs()) text.Append(paragraph.Replace('\n', '⏎')).Append('\n');
        return text.ToString();
    }
}
