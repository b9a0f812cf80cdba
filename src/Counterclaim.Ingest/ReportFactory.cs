using System.Security.Cryptography;
using Counterclaim.Ingest.Dates;
using Counterclaim.Ingest.Jsonl;
using Counterclaim.Ingest.Plain;
using Counterclaim.Model;

namespace Counterclaim.Ingest;

/// <summary>Makes reports of what was read, and puts what the caller knows in its place.</summary>
internal sealed class ReportFactory(IngestOptions options)
{
    /// <summary>"sha256:" and the hash of the bytes a report came from.</summary>
    public static string Id(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A report whose text is <paramref name="text"/> to the last character.</summary>
    public Report FromText(string id, string source, string text, string? url = null)
    {
        var found = PlainTextReader.Read(text);
        return Known(new Report(id, source, text, found.Paragraphs)
        {
            Title = found.Title,
            Publisher = HostOf(url),
            Url = url,
            Byline = found.Byline,
            Published = found.Published?.Value,
            PublishedIsDay = found.Published?.IsDay ?? false,
            Language = LanguageGuess.Of(text, found.Paragraphs),
        });
    }

    /// <summary>A report of one line of a JSONL of articles.</summary>
    public Report FromArticle(string id, string source, ArticleLine article)
    {
        if (string.IsNullOrWhiteSpace(article.Text)) throw new SourceException(SourceErrorCode.Empty, "the article's \"text\" is empty");
        var found = PlainTextReader.Read(article.Text, article.Title);
        var published = article.Published is { } written ? DateText.Find(written) : found.Published;
        return Known(new Report(id, article.Id ?? source, article.Text, found.Paragraphs)
        {
            Title = NullIfBlank(article.Title) ?? found.Title,
            Publisher = NullIfBlank(article.Publisher) ?? HostOf(article.Url),
            Byline = found.Byline,
            Url = NullIfBlank(article.Url),
            Published = published?.Value,
            PublishedIsDay = published?.IsDay ?? false,
            Language = LanguageGuess.Of(article.Text, found.Paragraphs),
        });
    }

    /// <summary>Puts the publisher and the time that the caller vouches for over those found.</summary>
    public Report Known(Report report)
    {
        if (options.Publisher is { } publisher) report = report with { Publisher = publisher };
        if (options.Published is { } published) report = report with { Published = published, PublishedIsDay = options.PublishedIsDay };
        return report;
    }

    /// <summary>The host of a URL without "www."; null for anything else.</summary>
    public static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host
            : null;

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
