using Counterclaim.Ledger.Claims;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Links;

/// <summary><c>evaluate links</c>: reports of opposed outlets on one day and place; which of their counts and accusations clash, agree, or are about something else.</summary>
internal static class LinkExam
{
    public static Exam Exam { get; } = new("links", "Counts and accusations of several reports held against each other: which clash, which agree, which only look alike.",
        new HashSet<string> { "--errors" }, Run)
    {
        DefaultGold = "eval/links/seen.jsonl",
    };

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var groups = options.Chosen(LinkFile.Read(options.Gold, options.DataFolder));
        var scores = Pipeline.ForAll(groups, g => LinkScores.Of(g, [.. g.Articles.SelectMany(a => Claims(a, pipeline))]));
        return new ScoreSheet("links", $"{groups.Count} groups, {groups.Sum(g => g.Claims.Count)} claims, {groups.Sum(g => g.Pairs.Count)} pairs, {groups.Sum(g => g.Pairs.Count(p => p.Label == "clash"))} of them clash",
            groups.Count, Bootstrap.Rows([.. scores.Select(s => s.Tally)], Tally.Sum, options.Boot))
        {
            Remarks = [.. groups.Zip(scores).Take(options.Errors).SelectMany(p => p.Second.Remarks.Select(r => "  " + r).Prepend(p.First.Id))],
        };
    }

    private static IReadOnlyList<Claim> Claims(GroupArticle article, Pipeline pipeline)
    {
        var report = GoldReports.Of(article.Id, article.Text, article.Published, article.Title, article.Publisher);
        return ClaimProjection.Of(pipeline.Read(report with { Id = article.Id }));
    }
}
