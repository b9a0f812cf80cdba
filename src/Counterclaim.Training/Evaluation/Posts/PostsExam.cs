using System.Globalization;
using System.Text;
using Counterclaim.Ingest;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Posts;

/// <summary><c>evaluate posts</c>: posts, interviews and transcripts of our own making, and texts that only look like them.</summary>
internal static class PostsExam
{
    public static Exam Exam { get; } = new("posts", "Social posts, interviews and transcripts, from the page or text to the statement; texts that only look like them must stay quiet.",
        new HashSet<string> { "--errors" }, Run)
    {
        DefaultGold = "eval/posts/posts.jsonl",
    };

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(PostFile.Read(options.Gold));
        var scores = Pipeline.ForAll(gold, g => PostScores.Of(g, pipeline.Read(ReportOf(g))));
        var heading = $"{gold.Count} texts, {gold.Sum(g => g.Statements.Count)} statements expected, {gold.Count(g => g.IsQuiet)} quiet texts";
        return new ScoreSheet("posts", heading, gold.Count, Bootstrap.Rows([.. scores.Select(s => s.Tally)], Tally.Sum, options.Boot))
        {
            Remarks = [.. gold.Zip(scores).Where(p => p.Second.Differences.Count > 0).Take(options.Errors)
                .SelectMany(p => p.Second.Differences.Select(d => "  " + d).Prepend(p.First.Id))],
        };
    }

    private static Report ReportOf(PostDocument gold)
    {
        if (!gold.IsPage) return GoldReports.Of(gold.Id, gold.Text, gold.Published, gold.Title, gold.Publisher);
        var options = new IngestOptions
        {
            Format = InputFormat.Html,
            Published = gold.Published is { } day ? DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
            PublishedIsDay = true,
        };
        using var reader = new SourceReader(options, () => new MemoryStream(Encoding.UTF8.GetBytes(gold.Text)));
        var result = reader.ReadAsync(["-"]).ToBlockingEnumerable().First();
        return result.IsReport ? result.Report : throw new InvalidDataException($"gold page {gold.Id}: {result.Error.Message}");
    }
}
