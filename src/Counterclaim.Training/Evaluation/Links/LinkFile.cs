using System.Globalization;
using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Links;

/// <summary>Reports of the same day and place from several outlets, with what a careful reader marked in them.</summary>
/// <param name="Id">Of the group in the corpus.</param>
internal sealed record LinkGroup(string Id, IReadOnlyList<GroupArticle> Articles, IReadOnlyList<LabelledClaim> Claims, IReadOnlyList<LabelledPair> Pairs);

/// <param name="Published">ISO 8601 day.</param>
internal sealed record GroupArticle(string Id, string? Publisher, string? Title, string Text, string? Published);

/// <summary>A count, or a clause that says who did it.</summary>
/// <param name="Span">Code points of the article's text.</param>
/// <param name="Outcome">"killed"…; null for who did it.</param>
internal sealed record LabelledClaim(string Id, string Article, PointSpan Span, string Kind, string? Outcome, double? Value);

/// <summary>How two claims of different articles stand to each other: "agree", "clash", "bounds", "scope", "later" or "other event".</summary>
internal sealed record LabelledPair(string A, string B, string Label);

/// <summary>Reads <c>eval/links</c>, one group a line, whose texts lie in the data folder.</summary>
internal static class LinkFile
{
    private const string Corpus = "corpora/fa-kes-same-day-place.dev.jsonl";

    /// <exception cref="IOException">The corpus is not there.</exception>
    public static IReadOnlyList<LinkGroup> Read(string labels, string dataFolder)
    {
        var corpus = JsonLines.Read(Path.Combine(dataFolder, Corpus), g => (Id: g.Id(), Articles: Articles(g))).ToDictionary(g => g.Id, g => g.Articles, StringComparer.Ordinal);
        return JsonLines.Read(labels, g =>
        {
            var id = g.Text("group") ?? throw new InvalidDataException("a group without its name");
            return new LinkGroup(id, corpus[id], [.. g.Items("claims").Select(Claim)], [.. g.Items("pairs").Select(p => new LabelledPair(p.Text("a")!, p.Text("b")!, p.Text("label")!))]);
        });
    }

    private static IReadOnlyList<GroupArticle> Articles(JsonElement group)
    {
        var day = DateOnly.Parse(group.Text("date")!, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return [.. group.Items("articles").Select(a => new GroupArticle(a.Id(), a.Text("publisher"), a.Text("title"), a.Text("text") ?? "", day))];
    }

    private static LabelledClaim Claim(JsonElement claim) => new(claim.Id(), claim.Text("article")!, new PointSpan(claim.GetProperty("start").GetInt32(), claim.GetProperty("end").GetInt32()),
        claim.Text("kind")!, claim.Text("outcome"), claim.Number("value"));
}
