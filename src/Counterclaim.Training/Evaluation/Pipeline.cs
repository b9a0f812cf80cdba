using System.Runtime.ExceptionServices;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading;
using Counterclaim.Reading.Statements;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation;

/// <summary>Our own steps as the examinations run them; models load once, when first needed.</summary>
/// <param name="model">Which model of language reads.</param>
public sealed class Pipeline(AnalyzerModel model = AnalyzerModel.Accurate)
{
    private readonly Lazy<ReportReader> _reader = new(() => ReportReader.Load(new ReaderOptions { Model = model }));
    private readonly Lazy<Analyzer> _analyzer = new(() => Analyzer.Load(model));

    public Analyzer Analyzer => _analyzer.Value;

    /// <summary>Reads the text of a gold document.</summary>
    /// <param name="published">When it was published (ISO 8601); null if unknown.</param>
    public Model.Reading Read(string id, string text, string? published) => Read(GoldReports.Of(id, text, published));

    public Model.Reading Read(Report report) => _reader.Value.Read(report);

    /// <summary>Reads a report with attributions that are given instead of found.</summary>
    internal Model.Reading Read(Report report, IReadOnlyList<AttributionSpans> attributions) => _reader.Value.Read(report, attributions);

    /// <summary>Runs a prediction over many documents, in parallel; results keep the documents' order.</summary>
    public static TResult[] ForAll<TGold, TResult>(IReadOnlyList<TGold> documents, Func<TGold, TResult> predict)
    {
        var results = new TResult[documents.Count];
        try
        {
            Parallel.For(0, documents.Count, i => results[i] = predict(documents[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return results;
    }

    /// <summary>Spans of a reading as code points of its text.</summary>
    internal static IReadOnlyList<PointSpan> Points(IEnumerable<TextSpan> spans, CodePointMap map) => [.. spans.Select(s => Points(s, map))];

    internal static PointSpan Points(TextSpan span, CodePointMap map) => new(map.ToCodePoint(span.Start), map.ToCodePoint(span.End));
}
