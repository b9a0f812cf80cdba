using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Times;

namespace Counterclaim.Reading;

/// <summary>Reads a report: runs every step from text to <see cref="Model.Reading"/>, each on what the ones before it gave.</summary>
/// <remarks>Thread-safe and deterministic: the same report gives an equal reading on every run and thread.</remarks>
public sealed class ReportReader
{
    private readonly ReaderOptions _options;
    private readonly Analyzer _analyzer;
    private readonly TimeResolver _times = new();

    private ReportReader(ReaderOptions options, Analyzer analyzer)
    {
        _options = options;
        _analyzer = analyzer;
    }

    /// <summary>Loads the models and tables the steps need; the costly part, done once.</summary>
    public static ReportReader Load(ReaderOptions options) => new(options, Analyzer.Load());

    /// <summary>Reads one report. Paragraphs of kind <see cref="ParagraphKind.Furniture"/> are left out altogether.</summary>
    public Model.Reading Read(Report report)
    {
        var explanations = _options.Explain ? new List<Explanation>() : null;
        var analysis = _analyzer.Analyze(report.Text, ReadableBlocks(report));

        // Steps in order: statements, places, times, actors and attribution, clauses, assertions, consequences.
        var times = _times.Resolve(report, analysis, explanations);
        return new Model.Reading(report) { Times = times, Explanations = explanations ?? [] };
    }

    private static List<TextSpan> ReadableBlocks(Report report)
    {
        var blocks = new List<TextSpan>(report.Paragraphs.Count);
        foreach (var paragraph in report.Paragraphs)
            if (paragraph.Kind != ParagraphKind.Furniture && !paragraph.Span.IsEmpty) blocks.Add(paragraph.Span);
        return blocks;
    }
}
