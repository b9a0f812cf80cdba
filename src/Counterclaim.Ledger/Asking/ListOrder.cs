using System.Data.Common;
using System.Globalization;
using System.Text;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Asking;

/// <summary>The order of a list, and how a page of it is fetched.</summary>
/// <param name="Name">As <c>sort:</c> names it.</param>
/// <param name="Column">A number; rows that have none come last.</param>
/// <param name="Descending">Of the column, and of the number of the row behind it.</param>
internal sealed record ListOrder(string Name, string Column, bool Descending)
{
    public static ListOrder Chosen(LedgerQuery query, IReadOnlyList<ListOrder> orders)
    {
        if (query.Sort is not { } asked) return orders[0];
        return orders.FirstOrDefault(o => o.Name == asked.Values[0])
            ?? throw new QueryException(asked.Position, $"This list cannot be sorted by {asked.Values[0]}; give one of {string.Join(", ", orders.Select(o => "sort:" + o.Name))}.");
    }

    /// <summary>What stands behind ORDER BY.</summary>
    public string Sql(string id) => Sql(Column, id);

    private string Sql(string column, string id) => $"{column} {Direction}, {id} {Direction}";

    private string Direction => Descending ? "DESC" : "ASC";

    /// <summary>The numbers of the rows of a page, how many there are in all, and where the list goes on.</summary>
    public (List<long> Ids, long Total, string? Next) Ids(DbConnection connection, string table, string id, SqlFilter filter, PageRequest page)
    {
        var (rows, total) = (table + filter.Where).Contains("SELECT", StringComparison.Ordinal) ? FoundOnce(connection, table, id, filter, page) : FoundInOrder(connection, table, id, filter, page);
        var more = rows.Count > page.Limit;
        if (more) rows.RemoveAt(page.Limit);
        return ([.. rows.Select(r => r.Id)], total, more && rows.Count > 0 ? Written(rows[^1].Key, rows[^1].Id) : null);
    }

    /// <summary>Columns of the rows alone: an index tells how many there are, and gives the page in order.</summary>
    private (List<(long Id, object Key)> Rows, long Total) FoundInOrder(DbConnection connection, string table, string id, SqlFilter filter, PageRequest page)
    {
        var total = connection.Long($"SELECT COUNT(*) FROM {table}{filter.Where}", filter.Values);
        if (page.After is { } after) filter.Must(Behind(after, Column, id));
        var sql = $"SELECT {id}, {Column} FROM {table}{filter.Where} ORDER BY {Sql(id)} LIMIT {page.Limit + 1} OFFSET {page.Offset}";
        return (connection.Query(sql, r => (r.GetInt64(0), r.GetValue(1)), filter.Values), total);
    }

    /// <summary>What other rows decide, or words, is found once, and counted and cut from that.</summary>
    private (List<(long Id, object Key)> Rows, long Total) FoundOnce(DbConnection connection, string table, string id, SqlFilter filter, PageRequest page)
    {
        var found = $"WITH found AS MATERIALIZED (SELECT {id} AS id, {Column} AS sort_key FROM {table}{filter.Where}) ";
        var behind = page.After is { } after ? " WHERE " + Behind(after, "sort_key", "id") : "";
        var rows = connection.Query(
            $"{found}SELECT id, sort_key, (SELECT COUNT(*) FROM found) FROM found{behind} ORDER BY {Sql("sort_key", "id")} LIMIT {page.Limit + 1} OFFSET {page.Offset}",
            r => (Row: (r.GetInt64(0), r.GetValue(1)), Total: r.GetInt64(2)), filter.Values);
        var total = rows.Count > 0 ? rows[0].Total : connection.Long($"{found}SELECT COUNT(*) FROM found", filter.Values);
        return (rows.ConvertAll(r => r.Row), total);
    }

    private string Written(object key, long id)
    {
        var number = key is double real ? real.ToString("R", CultureInfo.InvariantCulture) : Convert.ToInt64(key, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Name} {number} {id}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private string Behind(string after, string column, string id)
    {
        var text = after.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        var parts = Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? Encoding.ASCII.GetString(bytes, 0, length).Split(' ') : [];
        if (parts.Length != 3 || parts[0] != Name || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _) || !long.TryParse(parts[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            throw new QueryException(0, "The place to go on from is none that this list, in this order, has given.");
        var sign = Descending ? "<" : ">";
        return $"({column} {sign} {parts[1]} OR ({column} = {parts[1]} AND {id} {sign} {parts[2]}))";
    }
}
