using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Asking.Lists;

internal sealed class StatementList : LedgerList<ToldStatement>
{
    protected override string Table => "statements s";

    protected override string Id => "s.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
    [
        new("newest", "s.as_of", true), new("oldest", $"CASE WHEN s.as_of = {TimeColumns.Unknown} THEN {long.MaxValue} ELSE s.as_of END", false),
        new("surest", "s.confidence", true), new("added", "s.id", true),
    ];

    protected override void AddWords(LedgerQuery query) => MustMatch(query, "passage_words", matching => $"s.passage IN ({matching})");

    protected override string? Own(QueryTerm term) => term.Field!.Name switch
    {
        "actor" or "holder" => ClaimConditions.Any(term, value => $"s.actor IN {SqlFilter.List(Conditions.Names.Actors(value))}"),
        "act" or "mode" => ClaimConditions.Any(term, value => $"s.{term.Field.Name} = {Conditions.Term(value)}"),
        "confidence" => ClaimConditions.Any(term, value => Conditions.InRange("s.confidence", NumberRange.Parse(value)!.Value)),
        "said" => ClaimConditions.Any(term, value => $"(s.as_of > {TimeColumns.Unknown} AND {ClaimConditions.Overlaps("s.as_of", "s.as_of + 1", TimeRange.Parse(value)!.Value)})"),
        _ => null,
    };

    protected override string InReports(string condition) => $"s.report IN (SELECT r.id FROM reports r WHERE {condition})";

    protected override string InClaims(string condition) => $"s.id IN (SELECT c.statement FROM claims c WHERE {condition})";

    protected override IReadOnlyList<ToldStatement> Rows(List<long> ids)
    {
        var places = Connection.Query($"SELECT id, report, local FROM statements WHERE id IN {SqlFilter.List(ids)}", r => (Id: r.GetInt64(0), Report: r.GetInt64(1), Local: r.GetString(2)));
        var readings = ReadingRows.Corrected(Connection, [.. places.Select(p => p.Report).Distinct()]);
        var tellings = new ClaimReader(Connection, Terms).Tellings(ids);
        var rows = new Dictionary<long, ToldStatement>();
        foreach (var (id, report, local) in places)
        {
            var reading = readings[report];
            if (reading.Statements.FirstOrDefault(s => s.Id == local) is not { } statement) continue;
            var (teller, said) = tellings[id];
            var span = CorrectionAnchors.HullOf(statement);
            var points = new CodePointMap(reading.Report.Text);
            rows[id] = new ToldStatement(
                $"{reading.Report.Id}/{local}", ClaimReport.Of(reading.Report), teller, said, span, new CodePointRange(points.ToCodePoint(span.Start), points.ToCodePoint(span.End)),
                statement.Content.TextIn(reading.Report.Text));
        }
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
