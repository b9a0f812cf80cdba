using Counterclaim.Reading.Statements;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Training.Statements;

/// <summary>Makes the models of the statements step from marked documents.</summary>
internal sealed class StatementTrainer(Action<string> log)
{
    private const int Folds = 3;
    private const int JudgeBits = 15;

    /// <summary>Each chain is learned once a seed, and the mean of their scores is kept.</summary>
    private static readonly int[] Seeds = [1, 2];

    private static readonly ChainSettings CueSettings = new(20, 14, Epochs: 6, Rate: 0.08f, Decay: 2e-4f, Dropout: 0.4f);
    private static readonly ChainSettings ArgumentSettings = new(19, 14, Epochs: 7, Rate: 0.08f, Decay: 2e-4f, Dropout: 0.5f);

    /// <summary>The judge learns from what models make of documents that they were not trained on.</summary>
    public StatementWeights Train(IReadOnlyList<GoldTokens> documents, (uint[] Keys, ushort[] Leaves) clusters)
    {
        var cueExamples = Enumerable.Range(0, Folds).Select(f => CueExamples(Fold(documents, f))).ToArray();
        var argumentExamples = Enumerable.Range(0, Folds).Select(f => ArgumentExamples(Fold(documents, f))).ToArray();
        log($"{cueExamples.Sum(e => e.Sum(c => c.Count))} tokens, {argumentExamples.Sum(e => e.Count)} cues with {argumentExamples.Sum(e => e.Sum(c => c.Count))} tokens around them");
        var judged = new List<((uint, float)[] Features, bool Yes)>();
        for (var f = 0; f < Folds; f++)
        {
            log($"part {f + 1} of {Folds} held out");
            var rest = Enumerable.Range(0, Folds).Where(i => i != f).ToArray();
            var (partCues, partArguments) = Chains([.. rest.SelectMany(i => cueExamples[i])], [.. rest.SelectMany(i => argumentExamples[i])]);
            var model = new StatementWeights(partCues, partArguments, new float[1], clusters).ToModel();
            foreach (var document in Fold(documents, f)) Judge(document, model, judged);
        }
        log($"{judged.Count} candidates to judge, {judged.Count(j => j.Yes)} of them statements");
        var judge = LogisticTrainer.Train(judged, JudgeBits, epochs: 8, rate: 0.05f, decay: 1e-4f, seed: 1);
        log("all documents");
        var (cues, arguments) = Chains([.. cueExamples.SelectMany(e => e)], [.. argumentExamples.SelectMany(e => e)]);
        return new StatementWeights(cues, arguments, judge, clusters);
    }

    /// <summary>Trains the two chains, side by side.</summary>
    private (SequenceWeights Cues, SequenceWeights Arguments) Chains(List<ChainExample> cues, List<ChainExample> arguments)
    {
        SequenceWeights? first = null, second = null;
        Parallel.Invoke(
            () => first = SequenceWeights.Mean([.. Seeds.Select(seed => ChainTrainer.Train(cues, CueLabel.Count, CueSettings with { Seed = seed }, line => log("cues:      " + line)))]),
            () => second = SequenceWeights.Mean([.. Seeds.Select(seed => ChainTrainer.Train(arguments, ArgumentLabel.Count, ArgumentSettings with { Seed = seed }, line => log("arguments: " + line)))]));
        return (first!, second!);
    }

    private static IEnumerable<GoldTokens> Fold(IReadOnlyList<GoldTokens> documents, int fold) => documents.Where((_, i) => i % Folds == fold);

    private static List<ChainExample> CueExamples(IEnumerable<GoldTokens> documents)
    {
        var examples = new List<ChainExample>();
        var buffer = new FeatureBuffer();
        foreach (var document in documents)
            foreach (var sentence in document.Table.Analysis.Sentences)
            {
                var labels = new byte[sentence.Count];
                for (var t = sentence.Start; t < sentence.End; t++)
                {
                    var cue = document.CueOf[t];
                    if (cue != 0) labels[t - sentence.Start] = t == document.Cues[cue - 1].Start || t == sentence.Start ? CueLabel.Begin : CueLabel.Inside;
                }
                buffer.Clear();
                CueFeatures.Extract(document.Table, new CueScope(sentence, document.Table.Outer), buffer);
                examples.Add(ChainExample.From(document.Table.Analysis, sentence, default, -1, buffer, labels));
            }
        return examples;
    }

    private static List<ChainExample> ArgumentExamples(IEnumerable<GoldTokens> documents)
    {
        var examples = new List<ChainExample>();
        var buffer = new FeatureBuffer();
        var features = new ArgumentFeatures();
        foreach (var document in documents)
            for (var s = 0; s < document.Cues.Length; s++)
            {
                var cue = document.Cues[s];
                if (cue.IsEmpty) continue;
                var window = ArgumentWindow.Of(document.Table, cue);
                var labels = new byte[window.Count];
                document.Mark(document.Document.Statements[s].Content, labels, window, ArgumentLabel.Content);
                document.Mark(document.Document.Statements[s].Holder, labels, window, ArgumentLabel.Holder);
                for (var t = cue.Start; t < cue.End; t++) labels[t - window.Start] = ArgumentLabel.Cue;
                buffer.Clear();
                features.Extract(document.Table, cue, window, document.Table.Outer, document.CueOf, buffer);
                examples.Add(ChainExample.From(document.Table.Analysis, window, cue, CuePath.HeadOf(document.Table.Tree, cue), buffer, labels));
            }
        return examples;
    }

    private static void Judge(GoldTokens document, StatementModel model, List<((uint, float)[] Features, bool Yes)> judged)
    {
        var candidates = CandidateFinder.Find(document.Table, model);
        var rivals = StatementJudge.Rivals(candidates);
        var features = new List<(uint, float)>();
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            StatementJudge.Extract(document.Table, candidate, rivals[i], features);
            judged.Add(([.. features], IsMarked(document, candidate)));
        }
    }

    /// <summary>Whether a marked statement has this cue, or part of it, and shares content.</summary>
    private static bool IsMarked(GoldTokens document, Candidate candidate)
    {
        var spans = candidate.ToSpans(document.Table.Analysis, "", null);
        for (var t = candidate.Cue.Start; t < candidate.Cue.End; t++)
            if (document.CueOf[t] != 0 && document.Document.Statements[document.CueOf[t] - 1].Content.Overlaps(spans.Content)) return true;
        return false;
    }
}
