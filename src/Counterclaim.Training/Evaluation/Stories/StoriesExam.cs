using Counterclaim.Ledger.Asking;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Stories;

/// <summary><c>evaluate stories</c>: whether reports of one happening are put to one story, by adding them to a ledger in an order that mixes them.</summary>
internal static class StoriesExam
{
    public static Exam Exam { get; } = new("stories", "Reports of one happening put to one story. GOLD: one report a line with its text, and the happening as \"subtopic\" (ECB+).",
        new HashSet<string> { "--split", "--errors" }, Run);

    private sealed record Document(string Id, string Text, string Happening);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var all = JsonLines.Read(options.Gold, d => (Split: d.Text("split"), Topic: d.Text("topic"), Document: new Document(d.Id(), d.Text("text") ?? "", d.Text("subtopic") ?? "")));
        // The corpus has no dates; half of its topics, those of even number, are for looking at errors.
        var chosen = all.Where(d => options.Split is not ("even" or "odd") || int.Parse(d.Topic!, System.Globalization.CultureInfo.InvariantCulture) % 2 == (options.Split == "odd" ? 1 : 0)).Select(d => d.Document);
        var gold = options.Chosen(Mixed([.. chosen]));
        var readings = Pipeline.ForAll(gold, d => pipeline.Read(GoldReports.Of(d.Id, d.Text, null)));
        using var ledger = new ScratchLedger();
        foreach (var batch in readings.Chunk(ScratchLedger.Batch)) ledger.Add(batch);
        var found = ledger.Store.Reports(LedgerQuery.Empty, new PageRequest(PageRequest.MostAtOnce)).Items.ToDictionary(r => r.Source, r => r.Story!);
        var known = gold.Where(d => found.ContainsKey(d.Id)).ToList(); // a text printed twice character for character is a copy, no report
        return new ScoreSheet("stories", $"{known.Count} reports of {known.DistinctBy(d => d.Happening).Count()} happenings, {found.Values.Distinct().Count()} stories", known.Count, Tally.Sum([TallyOf(known, found)]))
        {
            Remarks = [.. Errors(known, found).Take(options.Errors)],
        };
    }

    /// <summary>One report of each happening after the other, as news comes.</summary>
    private static List<Document> Mixed(List<Document> documents) =>
        [.. documents.GroupBy(d => d.Happening).SelectMany(g => g.Select((d, i) => (Document: d, Turn: (i + 0.5) / g.Count()))).OrderBy(d => d.Turn).ThenBy(d => d.Document.Id, StringComparer.Ordinal).Select(d => d.Document)];

    /// <summary>Pairs, and B-cubed (Bagga and Baldwin 1998): of each report's story how many are of its happening, and the reverse.</summary>
    private static Tally TallyOf(List<Document> documents, Dictionary<string, string> found)
    {
        var tally = new Tally();
        double precision = 0, recall = 0, hits = 0, paired = 0, gold = 0;
        foreach (var one in documents)
        {
            double together = 0, story = 0, happening = 0;
            foreach (var other in documents)
            {
                var (sameStory, same) = (found[one.Id] == found[other.Id], one.Happening == other.Happening);
                together += sameStory && same ? 1 : 0;
                story += sameStory ? 1 : 0;
                happening += same ? 1 : 0;
            }
            precision += together / story;
            recall += together / happening;
            (hits, paired, gold) = (hits + together - 1, paired + story - 1, gold + happening - 1);
        }
        tally.Matches("pairs of one story", "", hits, paired, gold);
        tally.Matches("B-cubed", "", new MatchCount(precision, documents.Count, recall, documents.Count));
        return tally;
    }

    private static IEnumerable<string> Errors(List<Document> documents, Dictionary<string, string> found)
    {
        foreach (var story in documents.GroupBy(d => found[d.Id]).OrderByDescending(g => g.Count()))
            yield return $"{story.Key}: " + string.Join(", ", story.GroupBy(d => d.Happening).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} ×{g.Count()}"));
    }
}
