using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Consequences;

namespace Counterclaim.Training.Consequences;

/// <summary>Learns which of the wordings that markers.tsv proposes people take for cause and effect.</summary>
internal sealed class ConsequenceTrainer(Analyzer analyzer)
{
    private const double Decay = 0.003;
    private const int FewestSightings = 2;
    private const int Seed = 7;
    private readonly ClauseReader _clauses = ClauseReader.Load();
    private readonly MarkerTable _markers = MarkerTable.Load();

    /// <summary>A candidate with its features and whether an annotated relation joins the same passages in the same direction.</summary>
    internal sealed record Example(CausalSentence Sentence, ConsequenceCandidate Candidate, TextSpan Cause, TextSpan Effect, TextSpan? Marker, IReadOnlyList<string> Features, bool Label, bool Reversed);

    public IReadOnlyList<Example> Examples(IReadOnlyList<CausalSentence> sentences) => [.. sentences.SelectMany(Candidates)];

    public static ConsequenceWeights Train(IReadOnlyList<Example> examples, double threshold) =>
        new(LogisticRegression.Train([.. examples.Select(e => (e.Features, e.Label))], Decay, FewestSightings, Seed), threshold);

    /// <summary>Figures on sentences that did not train, in the order of the card.</summary>
    public static IEnumerable<string> Figures(IReadOnlyList<CausalSentence> sentences, IReadOnlyList<Example> examples, ConsequenceWeights weights)
    {
        var shown = examples.Where(e => e.Candidate.Sure || weights.Probability(e.Features) >= weights.Threshold).ToList();
        var found = shown.Select(e => e.Sentence.Id).ToHashSet();
        double tp = sentences.Count(s => s.Causal && found.Contains(s.Id)), fp = found.Count - tp;
        double fn = sentences.Count(s => s.Causal) - tp, tn = sentences.Count - tp - fp - fn;
        var mcc = (tp * tn - fp * fn) / Math.Sqrt(Math.Max(1, (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
        yield return string.Create(CultureInfo.InvariantCulture, $"threshold {weights.Threshold:F2}: {sentences.Count} sentences, relation present MCC {mcc:F3}, precision {tp / Math.Max(1, tp + fp):F3}, recall {tp / Math.Max(1, tp + fn):F3}");
        double right = shown.Count(e => e.Label), reversed = shown.Count(e => e.Reversed);
        yield return string.Create(CultureInfo.InvariantCulture, $"  {shown.Count} pairs shown: {right / Math.Max(1, shown.Count):P1} annotated, direction right in {right / Math.Max(1, right + reversed):P1} of those joined by a relation");
    }

    private IEnumerable<Example> Candidates(CausalSentence sentence)
    {
        var analysis = analyzer.Analyze(sentence.Text);
        var trees = new DependencyIndex(analysis);
        foreach (var candidate in new CandidateFinder(trees, _clauses.Read(trees), _clauses.CertaintyOf(trees), _markers).Find())
        {
            TextSpan cause = analysis.SpanOf(candidate.Cause), effect = analysis.SpanOf(candidate.Effect);
            // The corpus takes a purpose for the cause of what is done for it; a reading says that the deed enables the purpose.
            if (candidate.Rule.StartsWith("purpose/", StringComparison.Ordinal)) (cause, effect) = (effect, cause);
            var label = sentence.Relations.Any(r => r.Cause.Overlaps(cause) && r.Effect.Overlaps(effect));
            var reversed = !label && sentence.Relations.Any(r => r.Cause.Overlaps(effect) && r.Effect.Overlaps(cause));
            TextSpan? marker = candidate.Marker.IsEmpty ? null : analysis.SpanOf(candidate.Marker);
            yield return new Example(sentence, candidate, cause, effect, marker, ConsequenceFeatures.Of(candidate, analysis, _markers), label, reversed);
        }
    }
}
