using Counterclaim.Ledger.Briefs;
using Counterclaim.View.Html;

namespace Counterclaim.Cli.Output.Briefs;

/// <summary>A brief as a page that stands alone: no script, nothing loaded, everything encoded.</summary>
internal static class BriefHtml
{
    private const string Head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111;background:#fff}h2{font-size:1.1em;margin:1.4em 0 .3em}
        ul{margin:.2em 0;padding-left:1.3em}sup a{text-decoration:none}ol{font-size:.85em;color:#333}q{quotes:"“" "”"}@media print{body{margin:0}}</style>
        """;

    public static string Page(Brief brief)
    {
        var html = new HtmlBuilder();
        html.Raw(Head).Write($"<title>{brief.Title}</title>\n</head>\n<body>\n<main>\n<h1 dir=\"auto\">{brief.Title}</h1>\n<p>{brief.Scope}. Query: {(brief.Query.Length == 0 ? "everything" : brief.Query)}</p>\n");
        foreach (var section in brief.Sections) Write(html, section);
        if (brief.References.Count > 0)
        {
            html.Raw("<h2>References</h2>\n<ol>\n");
            foreach (var reference in brief.References) Write(html, reference);
            html.Raw("</ol>\n");
        }
        return html.Raw("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Write(HtmlBuilder html, BriefSection section)
    {
        html.Write($"<h2>{section.Heading}</h2>\n<ul>\n");
        for (var i = 0; i < section.Items.Count; i++)
        {
            html.Raw("<li>");
            foreach (var part in section.Items[i].Parts) Write(html, part);
            int depth = section.Items[i].Depth, next = i + 1 < section.Items.Count ? section.Items[i + 1].Depth : 0;
            html.Raw(next > depth ? "\n<ul>\n" : next < depth ? "</li>\n</ul>\n</li>\n" : "</li>\n");
        }
        html.Raw("</ul>\n");
    }

    private static void Write(HtmlBuilder html, BriefPart part)
    {
        switch (part.Kind)
        {
            case BriefPartKind.Quotation:
                var number = part.Reference;
                html.Raw("<q dir=\"auto\">").Text(part.Text).Raw("</q>").Write($"<sup><a href=\"#r{number}\">{number}</a></sup>");
                break;
            case BriefPartKind.Strong:
                html.Raw("<strong>").Text(part.Text).Raw("</strong>");
                break;
            default:
                html.Text(part.Text);
                break;
        }
    }

    private static void Write(HtmlBuilder html, BriefReference reference)
    {
        var number = reference.Number;
        html.Write($"<li id=\"r{number}\">{BriefWords.Of(reference)}");
        if (Uri.TryCreate(reference.Report.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") html.Write($" <a rel=\"noreferrer nofollow\" href=\"{url.AbsoluteUri}\">open</a>");
        html.Raw("</li>\n");
    }
}
