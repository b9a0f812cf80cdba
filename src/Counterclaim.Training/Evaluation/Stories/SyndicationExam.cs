using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Stories;

/// <summary><c>evaluate syndication</c>: whether texts printed twice are found among many, by putting them all into a ledger.</summary>
internal static class SyndicationExam
{
    private const string TextsEnding = ".train";
    private const string PairsEnding = ".truth";

    public static Exam Exam { get; } = new("syndication", "Texts printed twice, found in a ledger of all of them. GOLD: articles, one a line, their id first; the pairs in a file of the same name that ends in .truth.",
        new HashSet<string> { "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var texts = options.Chosen(File.ReadAllLines(options.Gold).Where(l => l.Contains(' ', StringComparison.Ordinal)).Select(l => l.Split(' ', 2)).ToList());
        var there = texts.Select(t => t[0]).ToHashSet();
        var gold = File.ReadAllLines(options.Gold.Replace(TextsEnding, PairsEnding, StringComparison.Ordinal)).Select(l => l.Split(' ')).Where(p => p.Length == 2 && p.All(there.Contains)).Select(p => Pair(p[0], p[1])).ToHashSet();
        var found = Found(texts);
        var tally = new Tally();
        tally.Matches("pairs of one text", "", found.Count(gold.Contains), found.Count, gold.Count);
        return new ScoreSheet("syndication", $"{texts.Count} texts, {gold.Count} pairs of one text", texts.Count, Tally.Sum([tally]))
        {
            Remarks = [.. gold.Except(found).Select(p => $"missed: {p}").Concat(found.Except(gold).Select(p => $"not marked: {p}")).Take(options.Errors)],
        };
    }

    private static HashSet<(string, string)> Found(IReadOnlyList<string[]> texts)
    {
        using var ledger = new ScratchLedger();
        foreach (var batch in texts.Chunk(ScratchLedger.Batch)) ledger.Add([.. batch.Select(t => new Model.Reading(GoldReports.Of(t[0], t[1], null)))]);
        var reports = ledger.Store.Reports(LedgerQuery.Empty, new PageRequest(PageRequest.MostAtOnce)).Items;
        var names = reports.ToDictionary(r => r.Report.Id, r => r.Source);
        return [.. reports.SelectMany(r => r.Ties.Where(t => t.Tie.IsOneText).Select(t => Pair(r.Source, names[t.Earlier])))];
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}

/// <summary>A ledger in a folder of its own, gone when it is disposed.</summary>
internal sealed class ScratchLedger : IDisposable
{
    public const int Batch = 64;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("counterclaim-");

    public ScratchLedger() => Store = LedgerStore.Open(Path.Combine(_folder.FullName, "ledger.db"), TimeProvider.System);

    public LedgerStore Store { get; }

    public void Add(IReadOnlyList<Model.Reading> readings) => Store.Add(readings, new ReaderVersion("evaluate", 1));

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
