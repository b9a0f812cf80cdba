using System.Globalization;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Times;

/// <summary><c>evaluate recognizers</c>: our expressions of time on the suite of a library made for people's orders to assistants.</summary>
internal static class RecognizersExam
{
    private const string Suite = "DateTimeModel";

    public static Exam Exam { get; } = new("recognizers", "Expressions of time on the cases of Recognizers-Text.", new HashSet<string> { "--errors", "--split" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var wanted = options.Split ?? Suite;
        var cases = options.Chosen([.. RecognizersFile.Read(options.Gold).Where(c => c.Suite == wanted)]);
        var readings = Pipeline.ForAll(cases, c => pipeline.Read(ReportOf(c)));
        var tallies = new Tally[cases.Count];
        var failures = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var (tally, times) = (new Tally(), readings[i].Times);
            var map = new CodePointMap(cases[i].Text);
            var spans = times.Select(t => Pipeline.Points(t.Span, map)).ToArray();
            var found = RecognizerScores.AllFound(cases[i], times, spans);
            var passed = found && !RecognizerScores.HasMore(cases[i], times, spans);
            tally.Share("case", "passed", passed ? 1 : 0, 1);
            tally.Share("case", "all found", found ? 1 : 0, 1);
            foreach (var result in cases[i].Results) tally.Share("found", result.Kind, RecognizerScores.IsFound(result, cases[i], times, spans) ? 1 : 0, 1);
            tallies[i] = tally;
            if (!passed) failures.Add(Describe(cases[i], times));
        }
        return new ScoreSheet("recognizers", $"{cases.Count} cases of {wanted}", cases.Count, Bootstrap.Rows(tallies, Tally.Sum, options.Boot))
        {
            Remarks = [.. failures.Take(options.Errors)],
        };
    }

    /// <summary>
    /// The sentence as running text: ingest would set aside one that stands alone and looks like a heading. A reference at midnight is a moment there; a report
    /// dated so has no time of day, so that the exam lets a second pass.
    /// </summary>
    private static Report ReportOf(RecognizerCase @case) =>
        new(@case.Id, @case.Id, @case.Text, [new Paragraph(new TextSpan(0, @case.Text.Length), ParagraphKind.Body)])
        {
            Published = DateTimeOffset.TryParse(@case.Reference, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.AddSeconds(1) : null,
        };

    private static string Describe(RecognizerCase @case, IReadOnlyList<TimeExpression> times) =>
        $"{@case.Text} ({@case.Reference}): "
        + string.Join("; ", @case.Results.Select(r => $"{r.Kind} {r.Meanings[^1].Timex} {r.Meanings[^1].Value}{r.Meanings[^1].Start}..{r.Meanings[^1].End}"))
        + " | ours: " + string.Join("; ", times.Select(t => $"{t.Span.In(@case.Text)} = {t.Value}{(t.Until is null ? "" : " until")}"));
}
