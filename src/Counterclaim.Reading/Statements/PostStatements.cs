using Counterclaim.Model;

namespace Counterclaim.Reading.Statements;

/// <summary>An embedded social post is a statement of its author: the whole post, without its signature, and no cue.</summary>
internal static class PostStatements
{
    private const double Confidence = 0.97;

    public static IEnumerable<AttributionSpans> Find(Report report, bool explain)
    {
        var paragraphs = report.Paragraphs;
        for (var p = 0; p < paragraphs.Count;)
        {
            if (paragraphs[p].Kind != ParagraphKind.Social)
            {
                p++;
                continue;
            }
            var first = p;
            while (p < paragraphs.Count && paragraphs[p].Kind == ParagraphKind.Social && Equals(paragraphs[p].Post, paragraphs[first].Post)) p++;
            if (Read(report, first, p, explain) is { } statement) yield return statement;
        }
    }

    private static AttributionSpans? Read(Report report, int first, int end, bool explain)
    {
        var post = report.Paragraphs[first].Post;
        var signature = post?.Signature;
        var content = new List<TextSpan>();
        for (var p = first; p < end; p++)
            foreach (var part in Without(report.Paragraphs[p].Span, signature))
                if (Trim(report.Text, part) is { IsEmpty: false } span) content.Add(span);
        if (content.Count == 0) return null;
        var holder = signature is { } signed ? Author(report.Text, signed, post!) : (TextSpan?)null;
        return new AttributionSpans(
            holder is { } h ? [h] : SpanList.Empty, SpanList.Empty, SpanList.Create([.. content]), Confidence, "rule:post",
            explain ? "an embedded post: its author says all of it" : null);
    }

    /// <summary>The author's name within the signature, else the handle, else the signature as it stands.</summary>
    private static TextSpan Author(string text, TextSpan signature, SocialPost post)
    {
        foreach (var name in (ReadOnlySpan<string?>)[post.Author, post.Handle])
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            var at = signature.In(text).IndexOf(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
            if (at >= 0) return new TextSpan(signature.Start + at, signature.Start + at + name.AsSpan().Trim().Length);
        }
        return Trim(text, signature);
    }

    private static IEnumerable<TextSpan> Without(TextSpan span, TextSpan? cut)
    {
        if (cut is not { } c || !span.Overlaps(c)) return [span];
        return
        [
            new TextSpan(span.Start, Math.Clamp(c.Start, span.Start, span.End)),
            new TextSpan(Math.Clamp(c.End, span.Start, span.End), span.End),
        ];
    }

    /// <summary>Without white space and dashes at the edges.</summary>
    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '—' or '–' or '-')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '—' or '–' or '-')) end--;
        return new TextSpan(start, end);
    }
}
