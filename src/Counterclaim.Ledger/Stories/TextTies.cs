using System.Data.Common;
using System.Globalization;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Stories;

/// <summary>A report's tie to an earlier one's text, as lists show it.</summary>
/// <param name="Earlier">Id of the earlier report.</param>
/// <param name="Outlet">Who published that; null where unknown.</param>
public sealed record ReportTie(string Earlier, string? Outlet, string? Title, TextTie Tie);

/// <summary>Reads what ties the texts of reports (<see cref="TextLinker"/>).</summary>
internal sealed class TextTies(DbConnection connection, Terms terms)
{
    /// <summary>The ties of a report to those before it, the whole texts first, then those that share most.</summary>
    public IReadOnlyList<ReportTie> Of(long report) =>
    [
        .. connection.Query(
            "SELECT r.report_key, o.name, r.title, t.relation, t.share, t.earlier_share, t.sentences, t.added, t.dropped, t.quotation FROM text_ties t JOIN reports r ON r.id = t.earlier "
            + string.Create(CultureInfo.InvariantCulture, $"LEFT JOIN outlets o ON o.id = r.outlet WHERE t.report = {report} ORDER BY t.earlier"),
            r =>
            {
                var at = new Columns(r, terms);
                return new ReportTie(at.Text(), at.TextOrNull(), at.TextOrNull(), new TextTie(
                    TextNames.Relation(at.Term()), at.DoubleOrNull()!.Value, at.DoubleOrNull()!.Value, at.Int(), at.Int(), at.Int(), at.Int() != 0));
            }).OrderBy(t => !t.Tie.IsOneText).ThenByDescending(t => t.Tie.Share),
    ];
}
