using System.Text;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Tests;

/// <summary>Posts in pages and in copied text: where they begin and end, whose they are, and what only looks like one.</summary>
public class PostTests
{
    [Theory]
    [InlineData("<blockquote class=\"twitter-tweet\"><p>The pier holds.</p>&mdash; Oren Vask (@vask) <a href=\"https://x.com/vask/status/1\">May 4, 2031</a></blockquote>", "X", "Oren Vask", "vask")]
    [InlineData("<blockquote class=\"bluesky-embed\"><p>The pier holds.</p>&mdash; Oren Vask (<a href=\"https://bsky.app/profile/x\">@vask.bsky.social</a>) <a href=\"https://bsky.app/profile/x/post/1\">May 4, 2031</a></blockquote>", "Bluesky", "Oren Vask", "vask.bsky.social")]
    [InlineData("<blockquote class=\"mastodon-embed\"><p>The pier holds.</p>— Oren Vask (@vask@boats.example) May 4, 2031</blockquote>", "Mastodon", "Oren Vask", "vask@boats.example")]
    [InlineData("<div class=\"fb-post\" data-href=\"https://www.facebook.com/vask/posts/1\"><blockquote class=\"fb-xfbml-parse-ignore\"><p>The pier holds.</p>Posted by <a href=\"#\">Oren Vask</a> on&nbsp;<a href=\"#\">Sunday, May 4, 2031</a></blockquote></div>", "Facebook", "Oren Vask", null)]
    [InlineData("<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@vask/video/1\"><section><a href=\"#\">@vask</a> <p>The pier holds.</p> <a href=\"#\">♬ original sound</a></section></blockquote>", "TikTok", null, "vask")]
    [InlineData("<blockquote><p>The pier holds.</p>— Oren Vask (@vask) <a href=\"https://truthsocial.com/@vask/1\">May 4, 2031</a></blockquote>", "Truth Social", "Oren Vask", "vask")]
    [InlineData("<blockquote><p>The pier holds.</p><p>— Oren Vask (@vask) May 4, 2031</p></blockquote>", null, "Oren Vask", "vask")]
    public async Task A_page_gives_the_post_and_whose_it_is(string embed, string? network, string? author, string? handle)
    {
        var page = $"<html><body><article><h1>The pier</h1><p>The harbour was closed on Sunday, and the ferries stayed in port all day.</p>{embed}<p>Engineers inspected the eastern pier, which had cracked in the storm of the week before.</p></article></body></html>";
        var report = Assert.Single(await Reading.Of(Encoding.UTF8.GetBytes(page))).Report!;
        var post = Assert.Single(report.Paragraphs, p => p.Kind == ParagraphKind.Social);
        Assert.StartsWith("The pier holds.\n", post.Span.In(report.Text).ToString(), StringComparison.Ordinal);
        Assert.Equal((network, author, handle), (post.Post!.Network, post.Post.Author, post.Post.Handle));
        Assert.DoesNotContain("The pier holds", post.Post.Signature!.Value.In(report.Text).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oren Vask @vask · 3h\nThe pier holds.\n12 Reposts 40 Likes", "Oren Vask", "vask", null)]
    [InlineData("Oren Vask\n@vask\n·\nMay 4\nThe pier holds.\nView on X", "Oren Vask", "vask", "X")]
    [InlineData("The pier holds.\n\n— Oren Vask (@vask) May 4, 2031", "Oren Vask", "vask", null)]
    [InlineData("“The pier holds.”\n— Oren Vask via Telegram", "Oren Vask", null, "Telegram")]
    [InlineData("Oren Vask on X: “The pier holds.”", "Oren Vask", null, "X")]
    [InlineData("East Bank HQ, [04.05.2031 06:10]\nThe pier holds.", "East Bank HQ", null, "Telegram")]
    [InlineData("Oren Vask\n@vask\nThe pier holds.\n04.05.2031 · 18:20\n1.2K Reposts 3,4K Likes", "Oren Vask", "vask", null)]
    [InlineData("Oren Vask on Telegram, May 4, 06:10: “The pier holds.”", "Oren Vask", null, "Telegram")]
    [InlineData("Oren Vask 🚢 (@vask) · May 4\n1/ The pier holds.\n2/ The boats sail.", "Oren Vask", "vask", null)]
    [InlineData("The pier holds.\nView on Telegram", null, null, "Telegram")]
    public async Task Copied_text_keeps_its_posts(string post, string? author, string? handle, string? network)
    {
        var text = $"The pier of Sallow\n\nThe harbour was closed on Sunday, and the ferries stayed in port all day.\n\n{post}\n\nEngineers inspected the eastern pier on Monday morning.";
        var report = await Plain(text);
        var social = report.Paragraphs.Where(p => p.Kind == ParagraphKind.Social).ToList();
        Assert.Contains(social, p => p.Span.In(report.Text).Contains("The pier holds", StringComparison.Ordinal));
        Assert.Equal((author, handle, network), (social[0].Post!.Author, social[0].Post!.Handle, social[0].Post!.Network));
        Assert.Equal(ParagraphKind.Body, report.Paragraphs[^1].Kind);
    }

    [Fact]
    public async Task A_thread_may_open_a_text()
    {
        var report = await Plain("Oren Vask (@vask) · May 4\n1/ The pier holds, whatever the ferrymen say of it.\n2/ The boats sail again on Monday.");
        Assert.All(report.Paragraphs, p => Assert.Equal(ParagraphKind.Social, p.Kind));
    }

    [Theory]
    [InlineData("By Oren Vask @vask\n\nThe harbour was closed on Sunday, and the ferries stayed in port all day.")]
    [InlineData("Oren Vask (@vask)\n\nThe harbour was closed on Sunday, and the ferries stayed in port all day.")]
    [InlineData("Sallow to Orvane · 3h\nThe boats sail every two hours, and the crossing is rough.")]
    [InlineData("Write to us at desk@lantern.example or find @lantern on X.\n\nThe harbour was closed on Sunday.")]
    [InlineData("Orvane on edge: the closure of the bridge has cut the town in two.")]
    public async Task What_only_names_an_account_or_a_time_is_no_post(string text) =>
        Assert.DoesNotContain((await Plain("The pier of Sallow\n\n" + text)).Paragraphs, p => p.Kind == ParagraphKind.Social);

    [Theory]
    [InlineData("Der Hafen wurde am Sonntag geschlossen, und die Fähren blieben den ganzen Tag im Hafen. Die Behörde sagte, dass der Pier nicht sicher ist.", "German")]
    [InlineData("Le port a été fermé dimanche et les ferries sont restés à quai toute la journée, selon la préfecture.", "French")]
    [InlineData("Порт закрили в неділю, і пороми стояли біля причалу цілий день.", "Ukrainian")]
    [InlineData("الميناء مغلق منذ يوم الأحد وبقيت العبارات في الميناء طوال اليوم", "Arabic")]
    public async Task A_report_that_is_not_in_English_is_said_to_be_so(string text, string language) =>
        Assert.Contains(language, ForeignLanguage.Warning(await Plain(text)), StringComparison.Ordinal);

    [Fact]
    public async Task An_English_report_is_not_whatever_its_page_claims()
    {
        Assert.Null(ForeignLanguage.Warning(await Plain("The harbour was closed on Sunday, and the ferries stayed in port all day.")));
        Assert.Null(ForeignLanguage.Warning(await Plain("Fire")));
        var page = "<html lang=\"de\"><body><article><h1>The pier</h1><p>The harbour was closed on Sunday, and the ferries stayed in port all day, the office said.</p></article></body></html>"u8.ToArray();
        Assert.Null(ForeignLanguage.Warning(Assert.Single(await Reading.Of(page)).Report!));
    }

    private static async Task<Report> Plain(string text)
    {
        using var reader = new SourceReader(new IngestOptions { Format = InputFormat.Text }, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        await foreach (var result in reader.ReadAsync(["-"], TestContext.Current.CancellationToken)) return result.Report!;
        throw new InvalidOperationException("nothing was read");
    }
}
