using System.Globalization;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Asking;

/// <summary>Conditions of a query in SQL, all of which must hold, with their parameters.</summary>
internal sealed class SqlFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<SqlValue> _values = [];

    public IReadOnlyList<SqlValue> Values => _values;

    /// <summary>" WHERE …", or nothing.</summary>
    public string Where => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);

    public void Must(string condition) => _conditions.Add(condition);

    /// <summary>A parameter with this value; its name.</summary>
    public string Value(object value)
    {
        var name = "@q" + _values.Count.ToString(CultureInfo.InvariantCulture);
        _values.Add(new SqlValue(name, value));
        return name;
    }

    /// <summary>Numbers as the list of an IN; one that nothing is in where there are none.</summary>
    public static string List(IReadOnlyCollection<long> ids) => ids.Count == 0 ? "(-1)" : $"({string.Join(',', ids)})";
}
