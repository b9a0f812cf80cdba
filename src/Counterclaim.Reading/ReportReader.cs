using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Assertions;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Consequences;
using Counterclaim.Reading.Gazetteers;
using Counterclaim.Reading.Places;
using Counterclaim.Reading.Statements;
using Counterclaim.Reading.Statements.Quotes;
using Counterclaim.Reading.Times;

namespace Counterclaim.Reading;

/// <summary>Reads a report: runs every step from text to <see cref="Model.Reading"/>, each on what the ones before it gave.</summary>
/// <remarks>Thread-safe and deterministic: the same report gives an equal reading on every run and thread.</remarks>
public sealed class ReportReader
{
    private readonly ReaderOptions _options;
    private readonly Analyzer _analyzer;
    private readonly TimeResolver _times = new();
    private readonly AssertionReader _assertions = AssertionReader.Load();
    private readonly StatementExtractor _statements = StatementExtractor.Load();
    private readonly ConsequenceReader _consequences = ConsequenceReader.Load();

    private readonly PlaceResolver _places;
    private readonly KnownActors _known;

    private ReportReader(ReaderOptions options, Analyzer analyzer, PlaceResolver places, KnownActors known)
    {
        _options = options;
        _analyzer = analyzer;
        _places = places;
        _known = known;
    }

    /// <summary>Loads the models and tables the steps need; the costly part, done once.</summary>
    /// <exception cref="Actors.Lists.ActorListException">A list of actors cannot be read.</exception>
    /// <exception cref="InvalidDataException">A gazetteer overlay cannot be read; the message names the file and the place of its fault.</exception>
    public static ReportReader Load(ReaderOptions options)
    {
        var known = Task.Run(() => KnownActors.Load(options.ActorLists)); // beside the models, which take longer
        var gazetteer = options.GazetteerOverlays.Aggregate(Gazetteer.Load(), (below, path) => below.WithOverlay(path));
        return new ReportReader(options, Analyzer.Load(options.Model).WithStates(), PlaceResolver.Load(gazetteer), known.GetAwaiter().GetResult());
    }

    /// <summary>Reads one report. Paragraphs of kind <see cref="ParagraphKind.Furniture"/> are left out altogether.</summary>
    public Model.Reading Read(Report report) => Read(report, attributions: null);

    /// <summary>Reads one report with attributions that are given instead of found, as when a step is examined on its own.</summary>
    internal Model.Reading Read(Report report, IReadOnlyList<AttributionSpans>? attributions)
    {
        var explanations = _options.Explain ? new List<Explanation>() : null;
        var blocks = ReadableBlocks(report);
        var analysis = _analyzer.Analyze(report.Text, blocks);
        attributions ??= _statements.Extract(report, analysis, _options.Explain);
        var times = _times.Resolve(report, analysis, explanations);
        var listed = new ListedNames(_known, analysis).Find();
        var places = _places.Resolve(report, analysis, listed.ConvertAll(name => name.Tokens), explanations);
        var attributed = Attributor.Resolve(report, analysis, attributions, places, times, Quoted(report.Text, blocks), _known, explanations);
        var assertions = _assertions.Read(report, analysis, attributed.Statements, attributed.Actors, places, times, explanations);
        return new Model.Reading(report)
        {
            Statements = attributed.Statements,
            Actors = attributed.Actors,
            Places = places,
            Times = times,
            Assertions = assertions,
            Consequences = _consequences.Read(report, analysis, attributed.Statements),
            Links = OwnVoiceDenials.Link(analysis, attributed.Statements, assertions, attributed.Links),
            Explanations = explanations ?? [],
        };
    }

    private static List<TextSpan> Quoted(string text, IReadOnlyList<TextSpan> blocks) =>
        QuoteStructure.Find(text, blocks).ConvertAll(passage => passage.Span);

    private static List<TextSpan> ReadableBlocks(Report report)
    {
        var blocks = new List<TextSpan>(report.Paragraphs.Count);
        foreach (var paragraph in report.Paragraphs)
            if (paragraph.Kind != ParagraphKind.Furniture && !paragraph.Span.IsEmpty) blocks.Add(paragraph.Span);
        return blocks;
    }
}
