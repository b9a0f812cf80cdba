using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Counterclaim.Cli.Output.Html;
using Counterclaim.Cli.Tests.Samples;
using Counterclaim.Model;

namespace Counterclaim.Cli.Tests;

public class HtmlWriterTests
{
    [Fact]
    public void The_page_loads_nothing_and_allows_only_its_own_style_and_script()
    {
        var page = Parse(Page(SiegeReport.Read()));
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"'sha256-{Hash(page.QuerySelector("style")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"'sha256-{Hash(page.QuerySelector("script")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[src], link, img, iframe, [style], [onclick]"));
    }

    [Fact]
    public void Every_statement_is_linked_both_ways()
    {
        var reading = SiegeReport.Read();
        var page = Parse(Page(reading));
        foreach (var statement in reading.Statements)
        {
            var entry = page.GetElementById($"r1-{statement.Id}")!;
            var tag = page.GetElementById($"t-r1-{statement.Id}")!;
            Assert.Equal($"#r1-{statement.Id}", tag.GetAttribute("href"));
            Assert.Contains(entry.QuerySelectorAll("a.jump"), a => a.GetAttribute("href") == $"#t-r1-{statement.Id}");
            var marked = string.Concat(page.QuerySelectorAll($".text .says[data-i~='r1-{statement.Id}']")
                .Where(piece => piece.ParentElement!.Closest($".says[data-i~='r1-{statement.Id}']") is null)
                .Select(WithoutTags));
            Assert.Equal(string.Concat(statement.Content.Select(s => s.In(reading.Report.Text).ToString())), marked);
        }
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void The_text_shown_is_the_text_of_the_report()
    {
        var reading = SiegeReport.Read();
        var shown = Parse(Page(reading)).QuerySelectorAll(".text h3, .text blockquote, .text p:not(.legend)").Select(WithoutTags);
        Assert.Equal(reading.Report.Paragraphs.Select(p => p.Span.In(reading.Report.Text).ToString()), shown);
    }

    [Fact]
    public void Markup_of_a_report_stays_text_wherever_it_stands()
    {
        var html = Page(HostileReport.Read());
        var page = Parse(html);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\u001b', html);
    }

    [Fact]
    public void Marks_that_cross_give_well_formed_markup()
    {
        const string text = "abcdefghij";
        Statement Says(string id, int from, int to) => new(id, SpanList.Empty, SpanList.Empty, [new TextSpan(from, to)])
        {
            Mode = StatementMode.Indirect,
            Act = SpeechAct.Assert,
            Confidence = 1,
        };
        var reading = new Model.Reading(new Report("sha256:0", "x", text, [new Paragraph(new TextSpan(0, 5), ParagraphKind.Body), new Paragraph(new TextSpan(6, 10), ParagraphKind.Body)]))
        {
            Statements = [Says("s1", 0, 4), Says("s2", 2, 8), Says("s3", 3, 10), Says("s4", 5, 6)],
        };
        Assert.Equal(["abcde", "ghij"], Parse(Page(reading)).QuerySelectorAll(".text p:not(.legend)").Select(WithoutTags));
    }

    internal static string Page(params Model.Reading[] readings)
    {
        using var output = new MemoryStream();
        var writer = new HtmlWriter(output);
        foreach (var reading in readings) writer.Write(reading);
        writer.Finish();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string WithoutTags(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var added in copy.QuerySelectorAll(".tag, .from")) added.Remove();
        return copy.TextContent;
    }

    private static IHtmlDocument Parse(string html)
    {
        var errors = new List<string>();
        var parser = new HtmlParser();
        parser.AddEventListener("error", (_, e) => errors.Add(e is AngleSharp.Html.Dom.Events.HtmlErrorEvent error ? $"{error.Message} at {error.Position}" : ""));
        var page = parser.ParseDocument(html);
        Assert.Empty(errors);
        return page;
    }

    private static string Hash(string content) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
