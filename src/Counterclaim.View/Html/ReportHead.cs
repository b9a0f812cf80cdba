namespace Counterclaim.View.Html;

/// <summary>What stands over a report: its title, whose it is and of when, where it was published, and what was found in it.</summary>
public static class ReportHead
{
    public static void Write(LedgerView view, HtmlBuilder html)
    {
        var report = view.Reading.Report;
        html.Raw("<header class=\"head\"><h1 dir=\"auto\">").Line(view.Title).Raw("</h1>\n<p class=\"from\"><bdi>")
            .Line(report.Publisher ?? "publisher unknown").Raw("</bdi> · ");
        if (report.Published is { } published)
        {
            var machine = report.PublishedIsDay ? published.ToString("yyyy-MM-dd", null) : published.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
            html.Raw($"<time datetime=\"{machine}\">").Line(Wording.Date(report)).Raw("</time>");
        }
        else
        {
            html.Raw("undated");
        }
        if (report.Byline.Count > 0) html.Raw(" · <bdi>").Line(string.Join(", ", report.Byline)).Raw("</bdi>");
        html.Raw("</p>\n");
        if (report.Url is { } url) WriteUrl(url, html);
        html.Raw("<p>").Line(Wording.Counts(view)).Raw("</p>\n</header>\n");
    }

    /// <summary>Only a web address becomes a link; anything else stays words.</summary>
    private static void WriteUrl(string url, HtmlBuilder html)
    {
        var shown = url;
        var isWeb = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https";
        html.Raw("<p>");
        if (isWeb) html.Raw("<a rel=\"noreferrer noopener nofollow\" href=\"").Line(shown).Raw("\">").Line(shown).Raw("</a>");
        else html.Line(shown);
        html.Raw("</p>\n");
    }
}
