using CsCheck;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Tests;

public class PlainTextTests
{
    private static readonly Gen<string> Lines =
        Gen.OneOf(
            Gen.Const("The garrison held the northern quay overnight, the ministry said.\n"), Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("Related articles\n"),
            Gen.Const("— Mara Sedley (@msedley) May 4, 2031\n"), Gen.Const("He said:\n"), Gen.Const("- [Ports](https://example.org/ports)\n"), Gen.Const("## Talks\n"),
            Gen.Const("\"\"\""), Gen.Const("\ud800"), Gen.Const("\u202e"), Gen.String[0, 40])
        .Array[0, 40].Select(parts => string.Concat(parts));

    [Fact]
    public async Task A_column_of_single_words_is_one_paragraph()
    {
        const string sentence = "The harbour master said that the eastern pier had cracked in two places and that nobody would moor there.";
        using var reader = new SourceReader(new IngestOptions { Format = InputFormat.Text }, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sentence.Replace(' ', '\n'))));
        await foreach (var result in reader.ReadAsync(["-"], TestContext.Current.CancellationToken))
            Assert.Equal(sentence.Length, Assert.Single(result.Report!.Paragraphs).Span.Length);
    }

    [Fact]
    public void The_text_stays_as_it_is_and_paragraphs_lie_in_order_within_it() =>
        Lines.Sample(text =>
        {
            if (string.IsNullOrWhiteSpace(text)) return;
            var report = new ReportFactory(new IngestOptions()).FromText("sha256:0", "-", text);
            Assert.Equal(text, report.Text);
            var end = 0;
            foreach (var paragraph in report.Paragraphs)
            {
                Assert.True(paragraph.Span.Start >= end && paragraph.Span.End <= text.Length && !paragraph.Span.IsEmpty);
                end = paragraph.Span.End;
                if (paragraph.Post?.Signature is { } signature) Assert.True(paragraph.Span.Contains(signature));
            }
        });

    [Fact]
    public async Task A_post_reaches_from_the_line_that_introduces_it_to_its_signature()
    {
        var report = await Reading.Text("""
            Fighting went on along the causeway on Tuesday, residents said.
            The governor answered his critics in a post:
            We hold the lighthouse. We shall hold it tomorrow.
            Whoever says otherwise has not been here.
            — Ilse Varga (@ilsevarga) 4 May 2031
            The harbour master declined to comment on the claim.
            """);
        var post = Assert.Single(report.Paragraphs, p => p.Kind == ParagraphKind.Social);
        Assert.StartsWith("We hold the lighthouse.", post.Span.In(report.Text).ToString());
        Assert.Equal(("Ilse Varga", "ilsevarga", new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero)), (post.Post!.Author, post.Post.Handle, post.Post.Posted));
        Assert.Equal("— Ilse Varga (@ilsevarga) 4 May 2031", post.Post.Signature!.Value.In(report.Text).ToString());
        Assert.Equal(3, report.Paragraphs.Count(p => p.Kind == ParagraphKind.Body));
    }
}
