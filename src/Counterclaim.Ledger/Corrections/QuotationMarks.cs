using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Whether words that somebody marked as a content stand in quotation marks.</summary>
internal static class QuotationMarks
{
    /// <summary>By the letters and digits of the content: all, some or none inside quotation marks of their paragraph.</summary>
    public static StatementMode ModeOf(SpanList content, Report report)
    {
        int all = 0, inside = 0;
        foreach (var paragraph in report.Paragraphs)
        {
            if (!content.Overlaps(paragraph.Span)) continue;
            var depth = 0;
            for (var i = paragraph.Span.Start; i < paragraph.Span.End; i++)
            {
                var letter = report.Text[i];
                if (letter is '“' or '„' or '«') depth++;
                else if (letter is '”' or '»') depth = Math.Max(0, depth - 1);
                else if (letter == '"') depth = depth > 0 ? depth - 1 : 1;
                else if (char.IsLetterOrDigit(letter) && content.Contains(i))
                {
                    all++;
                    if (depth > 0) inside++;
                }
            }
        }
        if (inside == 0) return StatementMode.Indirect;
        return inside == all ? StatementMode.Direct : StatementMode.Mixed;
    }
}
