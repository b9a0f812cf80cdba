using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Certainty;

/// <summary><c>evaluate certainty</c>: how sure a text is of its events, against corpora of factuality.</summary>
internal static class CertaintyExam
{
    public static Exam Exam { get; } = new("certainty", "How certain events are, and whether denied, on the scale of the factuality corpora.",
        new HashSet<string> { "--split", "--errors" }, Run);

    /// <summary>What we read of one event.</summary>
    internal readonly record struct Judgement(Polarity Polarity, Model.Certainty Certainty, bool Ahead)
    {
        public double On(string split) => FactualityScale.AsksWhetherItHappened(split)
            ? FactualityScale.Happened(Polarity, Certainty, Ahead)
            : FactualityScale.Commitment(Polarity, Certainty, Ahead);

        public override string ToString() =>
            $"{(Polarity == Polarity.Negative ? "not " : "")}{Certainty.ToString().ToLowerInvariant()}{(Ahead ? " ahead" : "")}";
    }

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen([.. FactualityFile.Read(options.Gold).Where(s => options.Split is not { } split || s.Split.Contains(split, StringComparison.Ordinal))]);
        var clauses = ClauseReader.Load();
        Judgement[]?[] judgements = [];
        IReadOnlyList<FactualitySentence> predicted;
        if (options.Predictions is { } path)
        {
            predicted = Ordered(gold, FactualityFile.Read(path));
        }
        else
        {
            judgements = Pipeline.ForAll(gold, g => Judge(g, pipeline.Analyzer, clauses));
            predicted = [.. gold.Zip(judgements, (g, j) => g with { Targets = [.. g.Targets.Zip(j!, (t, one) => t with { Value = one.On(g.Split) })] })];
        }
        if (options.WritePredictions is { } kept) FactualityFile.Write(kept, predicted);
        var scores = gold.Zip(predicted, Score).ToList();
        return new ScoreSheet("certainty", $"{gold.Count} sentences, {gold.Sum(g => g.Targets.Count)} events", gold.Count,
            Bootstrap.Rows(scores, FactualityScores.Rows, options.Boot))
        {
            Remarks = judgements.Length == 0 ? [] : [.. Degrees(gold, judgements), .. Errors(gold, judgements, options.Errors)],
        };
    }

    private static IReadOnlyList<FactualitySentence> Ordered(IReadOnlyList<FactualitySentence> gold, IReadOnlyList<FactualitySentence> predicted)
    {
        var byKey = predicted.ToDictionary(p => (p.Split, p.Id));
        return [.. gold.Select(g => byKey.GetValueOrDefault((g.Split, g.Id)) ?? throw new InvalidDataException($"no prediction for {g.Split} {g.Id}"))];
    }

    internal static Judgement[] Judge(FactualitySentence sentence, Analyzer analyzer, ClauseReader clauses)
    {
        var trees = new DependencyIndex(GivenTokens.Analyze(analyzer, sentence.Tokens));
        var reader = clauses.CertaintyOf(trees);
        return [.. sentence.Targets.Select(t =>
        {
            var head = trees.TopOf(new TokenRange(t.Start, t.End));
            var (polarity, certainty) = reader.At(head);
            return new Judgement(polarity, certainty, reader.IsAhead(head));
        })];
    }

    private static FactualityScores Score(FactualitySentence gold, FactualitySentence predicted)
    {
        var scores = new FactualityScores();
        foreach (var (wanted, found) in gold.Targets.Zip(predicted.Targets)) scores.Add(gold.Split, wanted.Value, found.Value);
        return scores;
    }

    /// <summary>What people gave, on average, to the events of each of our degrees: what the scale should say.</summary>
    private static IEnumerable<string> Degrees(IReadOnlyList<FactualitySentence> gold, Judgement[]?[] judgements)
    {
        yield return "";
        yield return "degree, and what people gave on average:";
        foreach (var split in Pairs(gold, judgements).GroupBy(p => p.Split).OrderBy(g => g.Key, StringComparer.Ordinal))
            foreach (var degree in split.GroupBy(p => p.Ours.ToString()).OrderByDescending(g => g.Count()))
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"  {split.Key,-16} {degree.Key,-24} {degree.Count(),6}  {degree.Average(p => p.Target.Value),6:0.00}");
    }

    private static IEnumerable<string> Errors(IReadOnlyList<FactualitySentence> gold, Judgement[]?[] judgements, int count) =>
        count == 0 ? [] : Pairs(gold, judgements)
            .Select(p => (p, Error: Math.Abs(p.Target.Value - p.Ours.On(p.Split)))).OrderByDescending(p => p.Error).Take(count)
            .Select(x => string.Create(CultureInfo.InvariantCulture,
                $"  {x.p.Split} “{x.p.Target.Word}” people {x.p.Target.Value:0.0}, ours {x.p.Ours}: {string.Join(' ', x.p.Sentence.Tokens)}")).Prepend("");

    private static IEnumerable<(string Split, FactualitySentence Sentence, FactualityTarget Target, Judgement Ours)> Pairs(
        IReadOnlyList<FactualitySentence> gold, Judgement[]?[] judgements) =>
        gold.Zip(judgements).SelectMany(p => p.First.Targets.Zip(p.Second!, (t, j) => (p.First.Split, p.First, t, j)));
}
