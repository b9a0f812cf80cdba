using System.CommandLine;
using System.Globalization;
using System.Text;
using Counterclaim.Ledger.Stories;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Stories;

/// <summary><c>train words</c>: in how many reports a common word stands, written to the table that stories are told apart with.</summary>
/// <remarks>
/// Of two corpora about different things a word counts with the smaller of its shares: what is common in both is common in reporting, what is common in one is its subject.
/// </remarks>
internal static class BackgroundWordsTraining
{
    private static readonly string[] Corpora = ["quotes/polnear.train.jsonl", "corpora/fa-kes.dev.jsonl"];
    private const double LeastShare = 0.004;

    public static Command Create()
    {
        var output = new Option<string?>("--output") { Description = "Where to write the table (default: src/Counterclaim.Ledger/Stories/Data/words.tsv).", HelpName = "FILE" };
        var command = new Command("words", "Count in how many reports common words stand.") { output };
        command.SetAction(parsed =>
        {
            var shares = Corpora.Select(c => SharesIn(Path.Combine(DataFolder.From(parsed), c))).ToArray();
            var common = shares[0].Where(w => shares.All(s => s.GetValueOrDefault(w.Key) >= LeastShare)).Select(w => (Word: w.Key, Share: shares.Min(s => s[w.Key])))
                .OrderByDescending(w => w.Share).ThenBy(w => w.Word, StringComparer.Ordinal).ToList();
            var path = parsed.GetValue(output) ?? Path.Combine(RepositoryFolder.Path, "src", "Counterclaim.Ledger", "Stories", "Data", "words.tsv");
            var table = new StringBuilder("# Of a thousand reports, in how many a word stands, without the ending of its plural. Made by \"counterclaim train words\".\n");
            foreach (var (word, share) in common) table.Append(CultureInfo.InvariantCulture, $"{word}\t{share * 1000:0}\n");
            File.WriteAllText(path, table.ToString());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{common.Count} words of {Corpora.Length} corpora"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Dictionary<string, double> SharesIn(string path)
    {
        var reports = JsonLines.Read(path, r => GoldReports.Of(r.Id(), r.Text("text") ?? "", null));
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in reports.SelectMany(StoryTerms.WordsOf)) counts[word] = counts.GetValueOrDefault(word) + 1.0 / reports.Count;
        return counts;
    }
}
