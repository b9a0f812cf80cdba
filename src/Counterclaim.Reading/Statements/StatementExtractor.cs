using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;
using Counterclaim.Reading.Statements.Transcripts;

namespace Counterclaim.Reading.Statements;

/// <summary>Finds the attributions of a report: who is said to say or think what.</summary>
/// <remarks>Thread-safe: one instance serves any number of threads. Nothing of a report outlives the call.</remarks>
public sealed class StatementExtractor
{
    /// <summary>Producer of the statements found inside others.</summary>
    internal const string Nested = "model:nested";

    private const string ModelFile = "statements.bin";
    private readonly StatementModel _model;

    internal StatementExtractor(StatementModel model) => _model = model;

    /// <summary>Loads the weights that lie with the program, in the folder <c>models</c>.</summary>
    /// <exception cref="FileNotFoundException">They are missing.</exception>
    /// <exception cref="InvalidDataException">They are damaged or of another version.</exception>
    public static StatementExtractor Load() =>
        new(StatementModel.Open(Path.Combine(AppContext.BaseDirectory, "models", ModelFile)));

    /// <summary>The attributions of a report in text order; nested ones lie in the content of the one that holds them.</summary>
    /// <param name="analysis">Of the report's text, its paragraphs but for furniture as blocks.</param>
    /// <param name="explain">Fill <see cref="AttributionSpans.Reason"/>.</param>
    public IReadOnlyList<AttributionSpans> Extract(Report report, Analysis analysis, bool explain)
    {
        var table = new TokenTable(analysis, [.. report.Paragraphs.Where(p => p.Kind != ParagraphKind.Furniture)], _model.Clusters);
        var candidates = CandidateFinder.Find(table, _model);
        new StatementJudge(_model.Judge).Judge(table, candidates);
        var chosen = Selection.Choose(candidates);
        chosen.RemoveAll(c => OnlySeems(table, c) || SaysNothing(table, c) || Deeds.IsOne(table, c));
        EstimatedFigures.Add(table, chosen);
        HolderAppositions.TakeOut(table, chosen);
        LeadIns.CutOff(table, chosen);
        FrontedContents.Add(table, chosen);
        AnnouncedContents.Add(table, chosen);
        InheritedHolders.Fill(table, chosen);
        var found = PostStatements.Take(table, report, chosen, explain);
        var turns = TranscriptStatements.Take(table, report.Publisher, chosen, explain);
        found.AddRange(turns);
        BlockQuotes.Extend(table, chosen);
        var signed = SignedQuotes.Add(table, chosen);
        if (turns.Count == 0) FreeQuotes.Attach(table, chosen);
        PointingContents.Extend(table, chosen);
        var cited = CitedSources.TakeOut(table, chosen);
        var anaphoric = AnaphoricStatements.Find(table, chosen);
        cited.AddRange(RelayedStatements.Find(table, chosen));
        var nested = new NestedStatements(table, _model).Find(chosen);
        QuotedSayings.Add(table, chosen, nested);

        var reasons = explain ? new Reasons(table, _model) : null;
        foreach (var statement in chosen)
        {
            var producer = statement.Cue.IsEmpty ? "rule:free-quote" : signed.Contains(statement) ? "rule:signature" : "model";
            found.Add(statement.ToSpans(analysis, producer, producer == "rule:signature" ? reasons?.OfSignature() : reasons?.Of(statement, nested: false)));
        }
        foreach (var statement in cited) found.Add(statement.ToSpans(analysis, "rule:cited", reasons?.OfCited()));
        foreach (var statement in anaphoric) found.Add(statement.ToSpans(analysis, "rule:anaphor", reasons?.Of(statement, nested: false)));
        foreach (var statement in nested) found.Add(statement.ToSpans(analysis, Nested, reasons?.Of(statement, nested: true)));
        // A rule may have given all that somebody told to another.
        found.RemoveAll(s => s.Content.IsEmpty);
        found.Sort(InTextOrder);
        return found;
    }

    /// <summary>"appears to be in denial": nobody else is said to think so, the publisher hedges in its own voice.</summary>
    private static bool OnlySeems(TokenTable table, Candidate c) =>
        c.Holder.IsEmpty && !c.Cue.IsEmpty && table.Analysis.Lemma(CuePath.HeadOf(table.Tree, c.Cue)) is "appear" or "seem";

    /// <summary>"have" that a phrase tears from its verb attributes nothing; the verb may.</summary>
    private static bool SaysNothing(TokenTable table, Candidate c) =>
        !c.Cue.IsEmpty && CuePath.HeadOf(table.Tree, c.Cue) is var head && table.Analysis.Upos[head] == Upos.Verb && AnaphoricStatements.IsStrandedAuxiliary(table, head);

    private static int InTextOrder(AttributionSpans a, AttributionSpans b)
    {
        var order = Start(a).CompareTo(Start(b));
        return order != 0 ? order : b.Content.Coverage.CompareTo(a.Content.Coverage);
    }

    private static int Start(AttributionSpans s) => s.Cue.IsEmpty ? s.Content.Hull.Start : s.Cue.Hull.Start;
}
