using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Stories;

/// <summary>Finds the earlier reports whose text a new one prints again, looking only at those that share a mark with it, and keeps what ties them.</summary>
internal sealed class TextLinker(WriteSession session)
{
    /// <summary>Reports kept under one mark: who comes later finds the text by these.</summary>
    private const int MostOfMark = 12;

    /// <summary>Marks of one report that are looked up and kept: the least, which are the same ones in another printing.</summary>
    private const int MostMarks = 400;

    /// <summary>Earlier texts that are held against a new one word by word.</summary>
    private const int MostCompared = 5;

    private static readonly TimeSpan OnePage = TimeSpan.FromDays(3);

    /// <summary>Ties a report that has none yet to those before it.</summary>
    public TextPlacement Place(long report, Report of)
    {
        var words = ReportWords.Of(of);
        session.Texts.Keep(report, words);
        var marks = TextMarks.Of(words);
        if (marks.Count > MostMarks) marks = [.. marks.Order().Take(MostMarks)];
        var holders = Holders(marks, report);
        var ties = Ties(report, of, words, Candidates(report, of, holders));
        foreach (var (earlier, tie, _) in ties)
            session.Insert(
                "text_ties", "report, earlier, relation, share, earlier_share, sentences, added, dropped, quotation",
                report, earlier.Id, session.Term(TextNames.Of(tie.Relation)), tie.Share, tie.EarlierShare, tie.Sentences, tie.Added, tie.Dropped, tie.IsQuotation ? 1 : 0);
        var placement = PlacementOf(ties);
        if (placement.FirstPrint is { } first) session.Run("UPDATE reports SET first_print = @1 WHERE id = @0", report, first);
        KeepMarks(report, placement, marks, holders);
        return placement;
    }

    /// <summary>What <see cref="Place"/> found before.</summary>
    public TextPlacement Placed(long report, Report of)
    {
        var rows = session.Prepared("SELECT t.earlier, t.relation, COALESCE(r.first_print, r.id) FROM text_ties t JOIN reports r ON r.id = t.earlier WHERE t.report = @0 ORDER BY t.earlier", 1)
            .Rows(r => (Earlier: r.GetInt64(0), Relation: r.GetInt64(1), First: r.GetInt64(2)), report);
        if (rows.Count == 0) return TextPlacement.Own;
        var whole = session.Prepared("SELECT first_print FROM reports WHERE id = @0", 1).First(report);
        if (whole is not null) return new TextPlacement(Convert.ToInt64(whole, CultureInfo.InvariantCulture), []);
        var words = ReportWords.Of(of);
        return new TextPlacement(null, [.. rows.Select(r => (TextOverlap.Of(words, WordsOf(r.Earlier)).Later.Spans, r.First))]);
    }

    private sealed record Earlier(long Id, long FirstPrint, string? Url, long? Outlet, long? Published);

    private Dictionary<long, List<long>> Holders(List<long> marks, long report)
    {
        var holders = new Dictionary<long, List<long>>(marks.Count);
        if (marks.Count == 0) return holders;
        foreach (var (mark, holder) in session.Connection.Query($"SELECT mark, report FROM text_marks WHERE mark IN {SqlFilter.List(marks)} ORDER BY mark, report", r => (r.GetInt64(0), r.GetInt64(1))))
        {
            if (holder == report) continue;
            if (!holders.TryGetValue(mark, out var of)) holders[mark] = of = [];
            of.Add(holder);
        }
        return holders;
    }

    /// <summary>The last report of the same page, then of each text the report with most of the marks; those with most marks first.</summary>
    private List<Earlier> Candidates(long report, Report of, Dictionary<long, List<long>> holders)
    {
        var counts = new Dictionary<long, int>();
        foreach (var holder in holders.Values.SelectMany(h => h)) counts[holder] = counts.GetValueOrDefault(holder) + 1;
        var likely = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(4 * MostCompared).Select(c => c.Key).ToList();
        if (of.Url is { } url && session.Prepared("SELECT MAX(id) FROM reports WHERE url = @0 AND id < @1", 2).First(url, report) is { } same)
            likely.Insert(0, Convert.ToInt64(same, CultureInfo.InvariantCulture));
        if (likely.Count == 0) return [];
        var rows = session.Connection.Query(
            $"SELECT id, COALESCE(first_print, id), url, outlet, published FROM reports WHERE id IN {SqlFilter.List(likely)}",
            r => new Earlier(r.GetInt64(0), r.GetInt64(1), r.TextOrNull(2), r.LongOrNull(3), r.LongOrNull(4))).ToDictionary(e => e.Id);
        return [.. likely.Where(rows.ContainsKey).Select(id => rows[id]).DistinctBy(e => e.FirstPrint).Take(MostCompared)];
    }

    private List<(Earlier Earlier, TextTie Tie, IReadOnlyList<TextSpan> Spans)> Ties(long report, Report of, ReportWords words, List<Earlier> candidates)
    {
        var ties = new List<(Earlier, TextTie, IReadOnlyList<TextSpan>)>();
        if (candidates.Count == 0) return ties;
        var mine = session.Prepared("SELECT outlet, published FROM reports WHERE id = @0", 1).Rows(r => (Outlet: r.LongOrNull(0), Published: r.LongOrNull(1)), report)[0];
        foreach (var earlier in candidates)
        {
            var overlap = TextOverlap.Of(words, WordsOf(earlier.Id));
            var samePage = of.Url is not null && of.Url == earlier.Url
                || mine.Outlet is not null && mine.Outlet == earlier.Outlet && mine.Published is { } now && earlier.Published is { } then && Math.Abs(now - then) <= OnePage.TotalSeconds;
            if (TextTie.Of(overlap, samePage) is { } tie) ties.Add((earlier, tie, overlap.Later.Spans));
        }
        return ties;
    }

    private static TextPlacement PlacementOf(List<(Earlier Earlier, TextTie Tie, IReadOnlyList<TextSpan> Spans)> ties)
    {
        if (ties.Count == 0) return TextPlacement.Own;
        var whole = ties.Where(t => t.Tie.IsOneText).OrderByDescending(t => t.Tie.Relation == TextRelation.Version).ThenByDescending(t => t.Tie.Share).ThenBy(t => t.Earlier.Id).ToList();
        return new TextPlacement(whole.Count == 0 ? null : whole[0].Earlier.FirstPrint, [.. ties.Select(t => (t.Spans, t.Earlier.FirstPrint))]);
    }

    /// <summary>A copy keeps only marks that its text did not have yet.</summary>
    private void KeepMarks(long report, TextPlacement placement, List<long> marks, Dictionary<long, List<long>> holders)
    {
        HashSet<long> ofText = placement.FirstPrint is { } first
            ? [.. session.Connection.Query(
                string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM reports WHERE id IN {SqlFilter.List([.. holders.Values.SelectMany(h => h).Distinct()])} AND (id = {first} OR first_print = {first})"), r => r.GetInt64(0))]
            : [];
        var rows = marks.Where(m => !holders.TryGetValue(m, out var h) || h.Count < MostOfMark && !h.Exists(ofText.Contains)).Select(m => string.Create(CultureInfo.InvariantCulture, $"({m},{report})")).ToList();
        if (rows.Count > 0) session.Connection.Run($"INSERT INTO text_marks (mark, report) VALUES {string.Join(',', rows)}");
    }

    private ReportWords WordsOf(long report)
    {
        if (session.Texts.Find(report) is { } known) return known;
        var words = ReportWords.Of(ReadingRows.Readings(session.Connection, [report])[report].Report);
        session.Texts.Keep(report, words);
        return words;
    }
}

/// <summary>The words of the texts used last: what is printed again is mostly of these days.</summary>
internal sealed class TextCache
{
    private const int Most = 400;
    private readonly Dictionary<long, ReportWords> _texts = [];

    public ReportWords? Find(long report) => _texts.GetValueOrDefault(report);

    public void Keep(long report, ReportWords words)
    {
        if (_texts.Count >= Most) _texts.Clear();
        _texts[report] = words;
    }

    public void Clear() => _texts.Clear();
}

/// <summary>How the relations of texts are spelt.</summary>
public static class TextNames
{
    private static readonly string[] Relations = ["copy", "version", "part"];

    public static string Of(TextRelation relation) => Relations[(int)relation];

    internal static TextRelation Relation(string name) => (TextRelation)Array.IndexOf(Relations, name);
}
