using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Words;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class PassageList : LedgerList<PassageHit>
{
    /// <summary>More passages than this are not weighed against each other: those added last come first.</summary>
    private const int MostWeighed = 20_000;

    private string _matching = "";
    private IReadOnlyList<WordPattern> _patterns = [];

    protected override string Table => $"({_matching}) m JOIN reports r ON r.id = (m.id >> 20)";

    protected override string Id => "m.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
    [
        new("relevance", "m.score", false), new("newest", $"COALESCE(r.published, {TimeColumns.Unknown})", true),
        new("oldest", $"COALESCE(r.published, {long.MaxValue})", false), new("added", "m.id", true),
    ];

    protected override ListOrder OrderOf(LedgerQuery query)
    {
        var order = base.OrderOf(query);
        if (order.Name != "relevance" || query.Sort is not null) return order;
        return Connection.Long($"SELECT COUNT(*) FROM {Table}{Filter.Where}", Filter.Values) > MostWeighed ? Orders[^1] : order;
    }

    protected override void AddWords(LedgerQuery query)
    {
        foreach (var (patterns, negated) in ClaimConditions.WordsOf(query))
        {
            var asked = Filter.Value(Database.MatchText(patterns));
            if (negated) Filter.Must($"m.id NOT IN ({Database.Matching("passage_words", asked)})");
            else (_matching, _patterns) = (Database.Scored("passage_words", asked), patterns);
        }
        if (_matching.Length == 0) throw new QueryException(query.Text.Length, "A search needs a word to look for; lists without one are claims, statements, reports, actors, places.");
    }

    protected override string InReports(string condition) => condition;

    protected override string InClaims(string condition) => $"m.id IN (SELECT c.passage FROM claims c WHERE {condition})";

    protected override IReadOnlyList<PassageHit> Rows(List<long> ids)
    {
        var readings = ReadingRows.Read(Connection, [.. ids.Select(PassageIds.Report).Distinct()]);
        var hits = new List<PassageHit>(ids.Count);
        foreach (var id in ids)
        {
            var (report, points) = readings[PassageIds.Report(id)];
            var ordinal = PassageIds.Ordinal(id);
            var span = ordinal == PassageIds.Title ? (TextSpan?)null : report.Paragraphs[ordinal - 1].Span;
            var text = span is { } passage ? passage.In(report.Text).ToString() : report.Title ?? "";
            var range = span is { } s ? new CodePointRange(points.ToCodePoint(s.Start), points.ToCodePoint(s.End)) : (CodePointRange?)null;
            hits.Add(new PassageHit(ClaimReport.Of(report), span, range, text, SearchText.Find(text, _patterns)));
        }
        return hits;
    }
}
