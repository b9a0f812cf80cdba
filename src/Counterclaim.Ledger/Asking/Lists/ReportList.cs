using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class ReportList : LedgerList<LedgerReport>
{
    protected override string Table => "reports r";

    protected override string Id => "r.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
    [
        new("newest", $"COALESCE(r.published, {TimeColumns.Unknown})", true), new("oldest", $"COALESCE(r.published, {long.MaxValue})", false), new("added", "r.id", true),
    ];

    protected override void AddWords(LedgerQuery query) => MustMatch(query, "passage_words", matching => $"r.id IN (SELECT m.id >> 20 FROM ({matching}) m)");

    protected override string InReports(string condition) => condition;

    protected override string InClaims(string condition) => $"r.id IN (SELECT c.report FROM claims c WHERE {condition})";

    protected override IReadOnlyList<LedgerReport> Rows(List<long> ids)
    {
        var texts = new TextTies(Connection, Terms);
        var ties = ids.ToDictionary(id => id, texts.Of);
        return InOrder(
            ids,
            $"SELECT r.id, {ReportColumns.Sql}, r.source, r.language, r.added, r.reader, r.statements, r.claims, (SELECT COUNT(*) FROM copies p WHERE p.report = r.id), "
            + $"r.story, (SELECT COUNT(*) FROM reports p WHERE p.first_print = r.id) FROM reports r {ReportColumns.Join} WHERE r.id",
            at =>
            {
                var id = at.Long();
                return (id, new LedgerReport(
                    ReportColumns.Read(at), at.Text(), at.TermOrNull(), DateTimeOffset.FromUnixTimeMilliseconds(at.Long()), at.Term(), at.Long(), at.Long(), at.Long())
                {
                    Story = at.LongOrNull() is { } story ? StoryIds.Shown(story) : null,
                    Reprints = at.Long(),
                    Ties = ties[id],
                });
            });
    }
}

/// <summary>The columns that say which report a row is of.</summary>
internal static class ReportColumns
{
    public const string Sql = "r.report_key, r.title, o.name, r.url, r.published, r.published_offset, r.published_is_day";

    public const string Join = "LEFT JOIN outlets o ON o.id = r.outlet";

    public static ClaimReport Read(Columns at) =>
        new(at.Text(), at.TextOrNull(), at.TextOrNull(), at.TextOrNull(), TimeColumns.Published(at.LongOrNull(), at.IntOrNull()), at.Int() != 0);
}
