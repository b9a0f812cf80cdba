using Counterclaim.Cli.Output.Briefs;
using Counterclaim.Ledger.Briefs;
using Counterclaim.Ledger.Claims;

namespace Counterclaim.Cli.Tests;

/// <summary>Nothing of a report acts in a brief.</summary>
public class BriefLayoutTests
{
    private const string Hostile = "<script>alert(1)</script> [x](javascript:alert(2)) \u202E**bold** | `code` \"quoted\"";

    private static readonly Brief Brief = new(
        Hostile, "place:x", "1 claim", [new BriefSection("Heading", [new BriefItem(0, [new BriefPart(BriefPartKind.Strong, Hostile), new BriefPart(BriefPartKind.Words, ": ")]), new BriefItem(1, [new BriefPart(BriefPartKind.Quotation, Hostile, 1)])])],
        [new BriefReference(1, new ClaimReport("sha256:0123456789abcdef", Hostile, Hostile, "javascript:alert(3)", null, false), new CodePointRange(3, 9), [new ClaimTeller(Hostile)])]);

    [Fact]
    public void Html_encodes_it_and_links_to_addresses_alone()
    {
        var page = BriefHtml.Page(Brief);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', page);
        Assert.Equal(2, page.Split("</ul>").Length - 1);
        Assert.Equal(page.Split("<li").Length, page.Split("</li>").Length);
    }

    [Fact]
    public void Markdown_escapes_it()
    {
        using var text = new StringWriter { NewLine = "\n" };
        BriefMarkdown.Write(text, Brief);
        var page = text.ToString();
        Assert.DoesNotMatch(@"(?<!\\)<|(?<!\\)\[x|(?<!\\)`", page);
        Assert.DoesNotContain('\u202E', page);
        Assert.Contains("[^1]: ", page, StringComparison.Ordinal);
    }
}
