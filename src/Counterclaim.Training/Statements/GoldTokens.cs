using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Training.Statements;

/// <summary>An analysed document with its gold statements as tokens.</summary>
internal sealed class GoldTokens
{
    public GoldTokens(QuoteDocument document, Analyzer analyzer, WordClusters clusters)
    {
        Document = document;
        var paragraphs = AsReport(document).Paragraphs;
        var analysis = analyzer.Analyze(document.Text, [.. paragraphs.Select(p => p.Span)]);
        Table = new TokenTable(analysis, paragraphs, clusters);
        CueOf = new int[analysis.TokenCount];
        Cues = new TokenRange[document.Statements.Count];
        for (var s = 0; s < document.Statements.Count; s++)
        {
            var cue = document.Statements[s].Cue;
            if (cue.IsEmpty || document.Statements[s].Nested) continue;
            var range = analysis.TokensIn(cue.Hull);
            for (var t = range.Start; t < range.End; t++)
                if (CueOf[t] != 0) range = new TokenRange(range.Start, t);
            for (var t = range.Start; t < range.End; t++) CueOf[t] = s + 1;
            Cues[s] = range;
        }
    }

    public QuoteDocument Document { get; }

    public TokenTable Table { get; }

    /// <summary>For every token the number of the statement whose cue it is in; 0 in none.</summary>
    public int[] CueOf { get; }

    /// <summary>Tokens of every statement's cue; empty where it has none.</summary>
    public TokenRange[] Cues { get; }

    /// <summary>Tokens that carry a label under some span of a statement.</summary>
    public void Mark(SpanList spans, Span<byte> labels, TokenRange window, byte label)
    {
        foreach (var span in spans)
        {
            var range = Table.Analysis.TokensIn(span);
            for (var t = Math.Max(range.Start, window.Start); t < Math.Min(range.End, window.End); t++) labels[t - window.Start] = label;
        }
    }

    /// <summary>The document as plain text is read: a paragraph for every line that is not blank.</summary>
    public static Report AsReport(QuoteDocument document) => new(document.Id, document.Id, document.Text, Lines(document.Text));

    private static List<Paragraph> Lines(string text)
    {
        var paragraphs = new List<Paragraph>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                paragraphs.Add(new Paragraph(new TextSpan(start, end), ParagraphKind.Body));
            start = end + 1;
        }
        return paragraphs;
    }
}
