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
        ReportHead.Write(view, article);
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

    private static string Hash(string content) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
