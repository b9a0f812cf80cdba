using System.Data.Common;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>The log of corrections in the database.</summary>
internal static class CorrectionRows
{
    private const string Columns = "id, author, made, reason, action, report, span_start, span_end, exact, item, kind, field, new_value, old_value, undoes";

    /// <param name="report">Id of a report ("sha256:…"); all where null.</param>
    public static List<Correction> Read(DbConnection connection, string? report = null) => connection.Query(
        $"SELECT {Columns} FROM corrections{(report is null ? "" : " WHERE report = @report OR undoes IN (SELECT id FROM corrections WHERE report = @report)")} ORDER BY id", Row,
        report is null ? [] : [new SqlValue("@report", report)]);

    private static Correction Row(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)), r.TextOrNull(3), Enum.Parse<CorrectionAction>(r.GetString(4), ignoreCase: true))
    {
        Anchor = r.TextOrNull(5) is { } report && r.TextOrNull(9) is { } item
            ? new CorrectionAnchor(report, Enum.Parse<CorrectedItem>(item, ignoreCase: true), new TextSpan(r.GetInt32(6), r.GetInt32(7)), r.GetString(8), r.TextOrNull(10))
            : null,
        Field = r.TextOrNull(11),
        NewValue = r.TextOrNull(12),
        OldValue = r.TextOrNull(13),
        Undoes = r.LongOrNull(14),
    };

    /// <summary>Adds an entry, its number not counting.</summary>
    /// <returns>Its number.</returns>
    public static long Write(WriteSession session, Correction correction)
    {
        var id = session.NextId("corrections");
        var anchor = correction.Anchor;
        session.Insert(
            "corrections", Columns, id, correction.Author, correction.Made.ToUnixTimeMilliseconds(), correction.Reason, CorrectionLog.Name(correction.Action),
            anchor?.Report, anchor?.Span.Start, anchor?.Span.End, anchor?.Exact, anchor is null ? null : CorrectionLog.Name(anchor.Item), anchor?.Kind,
            correction.Field, correction.NewValue, correction.OldValue, correction.Undoes);
        return id;
    }
}
