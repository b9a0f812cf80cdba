using Counterclaim.Ledger.Layouts;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>One column of an exported claim; a value is as <see cref="ClaimColumn"/> says.</summary>
internal sealed record ExportColumn(string Name, ColumnType Type, Func<ExportClaim, object?> Of);

/// <summary>A claim as one flat row for other programs: the columns of every list, then what made it.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        .. ClaimColumns.All.Select(c => new ExportColumn(c.Name, c.Type, e => c.Of(e.Claim))),
        new("language", ColumnType.Text, e => e.Origin.Language),
        new("text_hash", ColumnType.Text, e => e.Origin.TextHash),
        new("reader", ColumnType.Text, e => e.Origin.Reader),
        new("extraction", ColumnType.Whole, e => e.Origin.Extraction),
    ];

    /// <summary>Those columns and more behind them, as lists are laid out.</summary>
    public static RowLayout<ExportClaim> Layout(params IEnumerable<(string Name, Func<ExportClaim, object?> Of)> more) =>
        new("claims", [.. All.Select(c => (c.Name, c.Of)), .. more]) { Id = e => e.Claim.Ref.ToString(), Pin = e => e.Claim.Place?.Pin };
}
