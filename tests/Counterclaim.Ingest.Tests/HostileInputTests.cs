using System.IO.Compression;
using System.Text;

namespace Counterclaim.Ingest.Tests;

/// <summary>Input that is broken or means harm is answered by one clear line, or read, within bounded time and memory.</summary>
public class HostileInputTests
{
    private const string Sentence = "The harbour was closed on Monday, the port authority said in a statement. ";

    [Fact]
    public async Task An_empty_file_says_so() => await Refused([], SourceErrorCode.Empty, "empty");

    [Fact]
    public async Task White_space_alone_is_empty_too() => await Refused("  \r\n \n"u8.ToArray(), SourceErrorCode.Empty, "no text");

    [Fact]
    public async Task A_binary_file_says_what_it_is()
    {
        await Refused("%PDF-1.7\n%âãÏÓ"u8.ToArray(), SourceErrorCode.Binary, "PDF");
        await Refused([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37))], SourceErrorCode.Binary, "binary data");
        await Refused([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], SourceErrorCode.Binary, "program");
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_by_its_size_before_it_is_read()
    {
        var path = Path.Join(Directory.CreateTempSubdirectory("ingest").FullName, "large.txt");
        await using (var file = File.Create(path)) file.SetLength(200L << 20);
        var before = GC.GetTotalAllocatedBytes();
        var error = Assert.Single(await Read(path)).Error;
        Assert.Equal(SourceErrorCode.TooLarge, error!.Code);
        Assert.Contains("200 MB", error.Message);
        Assert.Contains("16 MB", error.Message);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 32 << 20);
        File.Delete(path);
    }

    [Fact]
    public async Task A_page_of_20_000_nested_tags_is_answered() =>
        await Refused(Page(string.Concat(Enumerable.Repeat("<div>", 20_000)) + Sentence), SourceErrorCode.TooDeep, "5000");

    [Fact]
    public async Task A_page_nested_below_the_limit_is_read()
    {
        var report = Assert.Single(await Reading.Of(Page(string.Concat(Enumerable.Repeat("<div>", 2_000)) + "<p>" + Sentence))).Report;
        Assert.Contains("harbour", report!.Text);
    }

    [Fact]
    public async Task Unclosed_formatting_that_would_multiply_is_refused() =>
        await Refused(
            Page("<p>" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<b id=b{i}>")) + "</p>" + string.Concat(Enumerable.Repeat("<p>" + Sentence + "</p>", 1_000))),
            SourceErrorCode.TooLarge, "elements");

    [Fact]
    public async Task Broken_UTF_8_is_read_with_replacement()
    {
        byte[] bytes = [.. "The ministry said “we hold” the line — for now. "u8, 0xE2, 0x80, .. "It said no more."u8];
        var report = Assert.Single(await Reading.Of(bytes)).Report;
        Assert.StartsWith("The ministry said “we hold” the line — for now.", report!.Text);
        Assert.Contains('\uFFFD', report.Text);
    }

    [Theory]
    [InlineData("utf-16", true), InlineData("utf-16", false), InlineData("utf-16BE", true), InlineData("utf-16BE", false)]
    public async Task Sixteen_bit_text_is_read_with_or_without_its_mark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sentence)];
        Assert.Equal(Sentence, Assert.Single(await Reading.Of(bytes)).Report!.Text);
    }

    [Fact]
    public async Task Windows_1251_is_told_from_its_bytes_and_from_its_declaration()
    {
        const string Text = "Министерство сообщило, что гавань закрыта до понедельника. Жители говорят, что связи нет второй день.";
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        Assert.Equal(Text, Assert.Single(await Reading.Of(cyrillic.GetBytes(Text))).Report!.Text);
        var page = cyrillic.GetBytes($"<html><head><meta charset=windows-1251></head><body><p>{Text}</p></body></html>");
        Assert.Equal(Text, Assert.Single(await Reading.Of(page)).Report!.Text);
    }

    [Fact]
    public async Task A_million_quotation_marks_are_a_text()
    {
        var text = new string('"', 1_000_000);
        Assert.Equal(text, Assert.Single(await Reading.Of(Encoding.UTF8.GetBytes(text))).Report!.Text);
    }

    [Fact]
    public async Task A_compression_bomb_stops_at_the_limit()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 80; i++) gzip.Write(new byte[1 << 20].Select(_ => (byte)'a').ToArray());
        await Refused(packed.ToArray(), SourceErrorCode.TooLarge, "MB");
    }

    [Fact]
    public async Task Damaged_compression_says_so() =>
        await Refused([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9], SourceErrorCode.BadCompression, "damaged");

    [Fact]
    public async Task A_feed_with_entities_of_its_own_is_refused() =>
        await Refused("""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"""u8.ToArray(), SourceErrorCode.BadFeed, "entities");

    [Fact]
    public async Task A_feed_nested_without_end_is_refused() =>
        await Refused(Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000))), SourceErrorCode.TooDeep, "256");

    [Fact]
    public async Task A_page_that_a_script_would_build_says_so() =>
        await Refused("<!doctype html><html><body><div id=root></div><script>start()</script></body></html>"u8.ToArray(), SourceErrorCode.NoText, "script");

    [Fact]
    public async Task One_source_that_fails_does_not_stop_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("ingest").FullName;
        await File.WriteAllTextAsync(Path.Join(folder, "a.txt"), Sentence, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Join(folder, "b.html"), [], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(folder, "c.txt"), Sentence, TestContext.Current.CancellationToken);
        var results = await Read(Path.Join(folder, "none.txt"), folder);
        Assert.Equal([SourceErrorCode.NotFound, null, SourceErrorCode.Empty, null], results.Select(r => r.Error?.Code));
        Directory.Delete(folder, true);
    }

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes("<!doctype html><html><body>" + body);

    private static async Task Refused(byte[] bytes, string code, string says)
    {
        var error = Assert.Single(await Reading.Of(bytes)).Error;
        Assert.Equal(code, error?.Code);
        Assert.Contains(says, error!.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static async Task<List<SourceResult>> Read(params string[] sources)
    {
        var results = new List<SourceResult>();
        using var reader = new SourceReader(new IngestOptions());
        await foreach (var result in reader.ReadAsync(sources)) results.Add(result);
        return results;
    }
}
