using System.Security.Cryptography;
using System.Text;
using Counterclaim.Cli.Terminal;
using Counterclaim.View;
using Counterclaim.View.Html;

namespace Counterclaim.Cli.Output.Html;

/// <summary>
/// One page that needs nothing else: the text on the left, the ledger on the right, linked both ways. It loads nothing and
/// sends nothing; the content security policy allows this page's own style and script by their hashes and no other.
/// </summary>
internal sealed class HtmlWriter(Stream output) : IReadingWriter
{
    private readonly List<(string Index, string Article)> _reports = [];

    public void Write(Model.Reading reading)
    {
        var view = new LedgerView(reading);
        var number = _reports.Count + 1;
        var prefix = $"r{number}-";

        var index = new HtmlBuilder();
        index.Raw($"<li><a href=\"#r{number}\"><bdi>").Line(view.Title).Raw("</bdi></a><span>")
            .Line(Wording.Joined(reading.Report.Publisher ?? "", Wording.Date(reading.Report), Wording.Count(view.Statements.Count, "statement")))
            .Raw("</span></li>\n");

        var article = new HtmlBuilder();
        article.Raw($"<article class=\"report\" id=\"r{number}\">\n");
        WriteHead(view, article);
        article.Raw("<div class=\"desk\">\n");
        new ReportText(view, prefix).Write(article);
        new ReportLedger(view, prefix).Write(article);
        article.Raw("</div>\n</article>\n");
        _reports.Add((index.ToString(), article.ToString()));
    }

    public void Finish()
    {
        using var text = new StreamWriter(output, Streams.Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash(PageFiles.Style)}'; script-src 'sha256-{Hash(PageFiles.Script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Ledger of {Wording.Count(_reports.Count, "report")} · Counterclaim</title>
            <style>{PageFiles.Style}</style>
            </head>
            <body>
            <header class="masthead"><span><b>Counterclaim</b> · who says what, cut from the report</span><span class="key"><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>?</kbd> keys</span></header>
            <main>

            """);
        if (_reports.Count > 1)
        {
            text.Write("<nav class=\"index\" aria-label=\"Reports\"><ol>\n");
            foreach (var (index, _) in _reports) text.Write(index);
            text.Write("</ol></nav>\n");
        }
        foreach (var (_, article) in _reports) text.Write(article);
        text.Write($"""
            </main>
            <dialog class="keys" id="keys"><dl><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous entry of the ledger</dd><dt><kbd>Enter</kbd></dt><dd>show the entry in the text</dd><dt><kbd>Esc</kbd></dt><dd>let go</dd><dt><kbd>?</kbd></dt><dd>show or hide this</dd></dl></dialog>
            <script>{PageFiles.Script}</script>
            </body>
            </html>

            """);
        text.Flush();
        output.Flush();
    }

    private static void WriteHead(LedgerView view, HtmlBuilder html)
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

    private static string Hash(string content) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
