using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.OwnVoice;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Voice;

/// <summary><c>evaluate voice</c>: the publisher's own clauses, certainty, loaded words and scare quotes, on invented reports (eval/voice).</summary>
internal static class VoiceExam
{
    public static Exam Exam { get; } = new("voice", "Own voice against attribution, certainty, loaded words and scare quotes.", new HashSet<string> { "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        if (options.Predictions is not null || options.WritePredictions is not null) throw new InvalidDataException("voice: only our own reading is scored.");
        var gold = options.Chosen(VoiceFile.Read(options.Gold));
        var clauses = ClauseReader.Load();
        var ours = Pipeline.ForAll(gold, g => Read(g, pipeline, clauses));
        var scores = gold.Zip(ours, VoiceScores.Of).ToList();
        return new ScoreSheet("voice", $"{gold.Count} reports, {gold.Sum(g => g.Clauses.Count)} clauses, {gold.Sum(g => g.Quotes.Count)} quoted phrases", gold.Count,
            Bootstrap.Rows(scores, Tally.Sum, options.Boot))
        {
            Remarks = [.. gold.Zip(ours).Take(options.Errors).SelectMany(p => Errors(p.First, p.Second))],
        };
    }

    private static VoiceReading Read(VoiceReport gold, Pipeline pipeline, ClauseReader clauses)
    {
        var reading = pipeline.Read(gold.Id, gold.Text, published: null);
        var trees = new DependencyIndex(pipeline.Analyzer.Analyze(gold.Text));
        var voices = new VoiceMap(reading.Report, trees.Analysis, reading.Statements);
        var reader = clauses.CertaintyOf(trees);
        var map = new CodePointMap(gold.Text);
        return new VoiceReading(reading, [.. gold.Clauses.Select(c => Belief(c.Span))]);

        (string, string)? Belief(PointSpan span)
        {
            var tokens = trees.Analysis.TokensIn(new TextSpan(map.ToUtf16(span.Start), map.ToUtf16(span.End)));
            if (tokens.IsEmpty) return null;
            var head = trees.TopOf(tokens);
            var belief = reader.At(head, governor => voices.SameTeller(head, governor));
            return (JsonNames.Of(belief.Certainty), belief.Polarity == Polarity.Positive ? "+" : "-");
        }
    }

    private static IEnumerable<string> Errors(VoiceReport gold, VoiceReading ours)
    {
        var tokens = new GoldTokens(gold.Text, countPunctuation: false);
        var map = new CodePointMap(gold.Text);
        var excerpts = new Excerpts(gold.Text);
        var words = VoiceScores.Words(gold, tokens);
        var (own, attributed) = VoiceScores.Voices(ours.Reading, tokens, map);
        yield return "";
        yield return gold.Id;
        for (var i = 0; i < gold.Clauses.Count; i++)
        {
            var clause = gold.Clauses[i];
            if (clause.Voice == "frame") continue;
            var voice = VoiceScores.VoiceOf(words[i], own, attributed);
            if (voice != clause.Voice) yield return $"  voice {voice}, not {clause.Voice}: {excerpts.Of(clause.Span)}";
            if (ours.Beliefs[i] is { } belief && belief != (clause.Certainty, clause.Polarity))
                yield return $"  {belief.Certainty} {belief.Polarity}, not {clause.Certainty} {clause.Polarity}: {excerpts.Of(clause.Span)}";
        }
        var labelled = TokenSet.Union(words);
        foreach (var assertion in ours.Reading.Assertions.Where(a => a.Voice == Model.Voice.Own))
        {
            var shown = tokens.In([Pipeline.Points(assertion.Span, map)]);
            if (shown.Shared(labelled) * 2 < shown.Count) yield return $"  own clause not in gold: {excerpts.Of(Pipeline.Points(assertion.Span, map))}";
            foreach (var loaded in Pipeline.Points(assertion.Loaded.Select(l => l.Span), map))
                if (!gold.Loaded.Concat(gold.Quotes.Where(q => q.Kind == "scare").Select(q => q.Span)).Any(g => g.Overlap(loaded) > 0)) yield return $"  loaded not in gold: {excerpts.Of(loaded)}";
        }
        var marked = Pipeline.Points(ours.Reading.Assertions.SelectMany(a => a.Loaded).Select(l => l.Span), map);
        foreach (var missed in gold.Loaded.Concat(gold.Quotes.Where(q => q.Kind == "scare").Select(q => q.Span)).Where(g => !marked.Any(m => m.Overlap(g) > 0)))
            yield return $"  loaded missed: {excerpts.Of(missed)}";
    }
}
