using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Assertions;

/// <summary><c>evaluate assertions</c>: labelled sentences of conflict reporting; which kinds are found in them, and what fills their slots.</summary>
internal static class AssertionExam
{
    public static Exam Exam { get; } = new("assertions", "Kinds and slots of assertions in labelled sentences of conflict reporting.", new HashSet<string> { "--errors" }, Run)
    {
        DefaultGold = "eval/assertions/seen.jsonl",
    };

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(AssertionFile.Read(options.Gold, options.DataFolder));
        var scores = Pipeline.ForAll(gold, a => new SentenceScores(a, pipeline.Read(GoldReports.Of(a.Id, a.Text, a.Published, a.Title))));
        return new ScoreSheet("assertions", $"{gold.Count} articles, {gold.Sum(a => a.Sentences.Count)} sentences, {gold.Sum(a => a.Sentences.Sum(s => s.Assertions.Count(x => !x.IsOptional)))} assertions", gold.Count,
            Bootstrap.Rows([.. scores.Select(s => s.Tally)], Tally.Sum, options.Boot))
        {
            Remarks = [.. gold.Zip(scores).Take(options.Errors).SelectMany(p => p.Second.Remarks.Select(r => "  " + r).Prepend(p.First.Id))],
        };
    }

    /// <summary>Pairs the assertions of each labelled sentence with those of a reading, one to one, those that agree in most first.</summary>
    private sealed class SentenceScores
    {
        private readonly Model.Reading _reading;
        private readonly CodePointMap _map;

        public SentenceScores(LabelledArticle article, Model.Reading reading)
        {
            (_reading, _map) = (reading, new CodePointMap(article.Text));
            foreach (var sentence in article.Sentences) Score(sentence, article.Corpus);
        }

        public Tally Tally { get; } = new();

        public List<string> Remarks { get; } = [];

        private void Score(LabelledSentence sentence, string corpus)
        {
            var found = _reading.Assertions.Where(a => a.Kind is not null && _map.ToCodePoint(a.Span.Start) is var start && start >= sentence.Span.Start && start < sentence.Span.End).ToList();
            var pairs = Pairs(sentence, found);
            var hits = pairs.Count(p => !sentence.Assertions[p.Gold].IsOptional);
            var wanted = sentence.Assertions.Count(a => !a.IsOptional);
            var told = found.Count - pairs.Count(p => sentence.Assertions[p.Gold].IsOptional);
            Tally.Matches("kind", "", hits, told, wanted);
            Tally.Matches("kind", corpus, hits, told, wanted);
            foreach (var (g, f) in pairs) ScoreSlots(sentence.Assertions[g], found[f], sentence);
            for (var g = 0; g < sentence.Assertions.Count; g++)
                if (!sentence.Assertions[g].IsOptional && !pairs.Exists(p => p.Gold == g)) Remarks.Add($"missed {sentence.Assertions[g].Kinds[0]} {sentence.Assertions[g].Position} {sentence.Assertions[g].Value}: {Words(sentence.Span)}");
            for (var f = 0; f < found.Count; f++)
                if (!pairs.Exists(p => p.Found == f)) Remarks.Add($"false {found[f].Kind} {found[f].Position} {found[f].Quantity?.Value}: {found[f].Span.In(_reading.Report.Text).ToString().ReplaceLineEndings("⏎")}");
        }

        private List<(int Gold, int Found)> Pairs(LabelledSentence sentence, List<Assertion> found)
        {
            var all = new List<(int Weight, int Gold, int Found)>();
            for (var g = 0; g < sentence.Assertions.Count; g++)
                for (var f = 0; f < found.Count; f++)
                    if (sentence.Assertions[g] is var gold && gold.Kinds.Contains(found[f].Kind!))
                        all.Add(((gold.Value == found[f].Quantity?.Value ? 4 : 0) + (gold.Position == found[f].Position ? 2 : 0) + (gold.IsOptional ? 0 : 1), g, f));
            var pairs = new List<(int Gold, int Found)>();
            foreach (var (_, g, f) in all.OrderByDescending(p => p.Weight).ThenBy(p => p.Gold).ThenBy(p => p.Found))
                if (!pairs.Exists(p => p.Gold == g || p.Found == f)) pairs.Add((g, f));
            return pairs;
        }

        private void ScoreSlots(LabelledAssertion gold, Assertion found, LabelledSentence sentence)
        {
            // The labels call whoever is blamed the agent, and the deed the patient; ours are who blames and who is blamed.
            var isBlame = found is { Kind: "responsibility", Position: "accused by", PatientSpan: not null };
            Slot("agent", gold.Agent, (isBlame ? found.PatientSpan : found.AgentSpan) is { } agent ? [agent] : [], emptyIsOpen: false);
            if (!isBlame) Slot("patient", gold.Patient, found.PatientSpan is { } patient ? [patient] : [], emptyIsOpen: true);
            Slot("place", gold.Place, [.. _reading.Places.Where(p => p.Id == found.Place).Select(p => p.Span)], emptyIsOpen: true);
            Slot("time", gold.Time, [.. _reading.Times.Where(t => t.Id == found.Time).Select(t => t.Span)], emptyIsOpen: false);
            if (gold.Value is not null || found.Quantity is not null) Judged("value", gold.Value == found.Quantity?.Value, $"{gold.Value}", $"{found.Quantity?.Value}");
            if (gold.Position is not null && gold.Kinds[0] == found.Kind) Judged("position", gold.Position == found.Position, gold.Position, found.Position);
            Share("polarity", gold.Negative == (found.Polarity == Polarity.Negative));

            // A filled label is right when ours overlaps it; where the label is empty, ours is wrong only if it is filled and the slot is not open.
            void Slot(string name, PointSpan? gold, IReadOnlyList<TextSpan> ours, bool emptyIsOpen)
            {
                if (gold is null && (emptyIsOpen || ours.Count == 0)) return;
                var right = gold is { } wanted && ours.Any(s => _map.ToCodePoint(s.Start) < wanted.End && wanted.Start < _map.ToCodePoint(s.End));
                Judge(name, right, gold is { } span ? Words(span) : null, ours.Count > 0 ? ours[0].In(_reading.Report.Text).ToString() : null, found.Kind + ": " + Words(sentence.Span));
            }

            void Judged(string name, bool right, string? wanted, string? ours) => Judge(name, right, wanted, ours, found.Kind + ": " + Words(sentence.Span));
        }

        private void Judge(string name, bool right, string? wanted, string? ours, string sentence)
        {
            Share(name, right);
            if (!right) Remarks.Add($"{name} wanted \"{wanted}\", is \"{ours}\" in {sentence}");
        }

        private void Share(string slot, bool right)
        {
            Tally.Share("slots right", "", right ? 1 : 0, 1);
            Tally.Share("slots right", slot, right ? 1 : 0, 1);
        }

        private string Words(PointSpan span) => PythonText.Slice(PythonText.CodePoints(_reading.Report.Text), span).ReplaceLineEndings("⏎");
    }
}
