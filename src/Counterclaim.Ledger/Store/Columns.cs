using System.Data.Common;

namespace Counterclaim.Ledger.Store;

/// <summary>The columns of a row, read one after the other.</summary>
internal sealed class Columns(DbDataReader row, Terms terms)
{
    private int _next;

    public long Long() => row.GetInt64(_next++);

    public int Int() => row.GetInt32(_next++);

    public string Text() => row.GetString(_next++);

    public long? LongOrNull() => row.LongOrNull(_next++);

    public int? IntOrNull() => row.IntOrNull(_next++);

    public double? DoubleOrNull() => row.DoubleOrNull(_next++);

    public string? TextOrNull() => row.TextOrNull(_next++);

    /// <summary>The word a number of a small vocabulary stands for.</summary>
    public string Term() => terms.Word(row.GetInt64(_next++));

    public string? TermOrNull() => LongOrNull() is { } id ? terms.Word(id) : null;
}

/// <summary>Numbers of the ledger's actors as people see them.</summary>
public static class ActorIds
{
    public static string Shown(long id) => "A" + id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The number; null for anything that is no such id.</summary>
    public static long? Parse(string shown) =>
        shown.Length > 1 && shown[0] is 'A' or 'a' && long.TryParse(shown.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
