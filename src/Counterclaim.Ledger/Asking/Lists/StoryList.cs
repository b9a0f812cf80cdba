using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class StoryList : LedgerList<LedgerStory>
{
    /// <summary>Reports of one story that are listed with it, the first ones.</summary>
    private const int MostReports = 200;

    protected override string Table => "stories s";

    protected override string Id => "s.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
    [
        new("reports", "s.reports", true), new("newest", $"COALESCE(s.last, {TimeColumns.Unknown})", true), new("oldest", $"COALESCE(s.first, {long.MaxValue})", false), new("added", "s.id", true),
    ];

    protected override void Restrict(LedgerQuery query)
    {
        base.Restrict(query);
        Filter.Must("s.merged IS NULL");
    }

    protected override void AddWords(LedgerQuery query) =>
        MustMatch(query, "passage_words", matching => $"s.id IN (SELECT r.story FROM reports r WHERE r.id IN (SELECT m.id >> 20 FROM ({matching}) m))");

    protected override string? Own(QueryTerm term) => term.Field!.Name == "story" ? ClaimConditions.Any(term, value => $"s.id = {Conditions.Names.Story(value)}") : null;

    protected override string InReports(string condition) => $"s.id IN (SELECT r.story FROM reports r WHERE {condition})";

    protected override string InClaims(string condition) => $"s.id IN (SELECT r.story FROM reports r JOIN claims c ON c.report = r.id WHERE {condition})";

    protected override IReadOnlyList<LedgerStory> Rows(List<long> ids)
    {
        var ties = new TextTies(Connection, Terms);
        var members = ids.ToDictionary(id => id, id => ReportsOf(id).ConvertAll(r => new StoryReport(r.Report, r.Score, r.Reason, ties.Of(r.Id))));
        var (outlets, places) = (ids.ToDictionary(id => id, OutletsOf), ids.ToDictionary(id => id, PlacesOf));
        var origins = Connection.Query($"SELECT story, COUNT(DISTINCT COALESCE(first_print, id)) FROM reports WHERE story IN {SqlFilter.List(ids)} GROUP BY story", r => (Story: r.GetInt64(0), Count: r.GetInt64(1)))
            .ToDictionary(o => o.Story, o => o.Count);
        return InOrder(ids, "SELECT s.id, s.title, s.first, s.last, s.reports FROM stories s WHERE s.id", at =>
        {
            var id = at.Long();
            var title = at.TextOrNull();
            long? first = at.LongOrNull(), last = at.LongOrNull();
            return (id, new LedgerStory(
                StoryIds.Shown(id), title, first is { } from ? TimeColumns.Local(from) : null, last is { } to ? TimeColumns.Local(to) : null, at.Long(),
                origins.GetValueOrDefault(id), outlets[id], places[id], members[id]));
        });
    }

    private List<(long Id, ClaimReport Report, double? Score, string? Reason)> ReportsOf(long story) => Connection.Query(
        $"SELECT r.id, {ReportColumns.Sql}, r.story_score, r.story_reason FROM reports r {ReportColumns.Join} WHERE r.story = {story} ORDER BY r.id LIMIT {MostReports}",
        r =>
        {
            var at = new Columns(r, Terms);
            return (at.Long(), ReportColumns.Read(at), at.DoubleOrNull(), at.TextOrNull());
        });

    private List<string> OutletsOf(long story) => Connection.Query(
        $"SELECT o.name FROM outlets o WHERE o.id IN (SELECT r.outlet FROM reports r WHERE r.story = {story}) OR o.id IN (SELECT p.outlet FROM copies p JOIN reports r ON r.id = p.report WHERE r.story = {story}) ORDER BY o.name",
        r => r.GetString(0));

    private List<string> PlacesOf(long story) => Connection.Query(
        $"SELECT p.name FROM report_places rp JOIN places p ON p.id = rp.place JOIN reports r ON r.id = rp.report WHERE r.story = {story} AND p.kind <> {Conditions.Term("country")} GROUP BY p.name ORDER BY COUNT(*) DESC, SUM(rp.times) DESC, p.name LIMIT 3",
        r => r.GetString(0));
}
