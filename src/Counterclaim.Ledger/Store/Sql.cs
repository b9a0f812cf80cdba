using System.Data.Common;
using System.Globalization;

namespace Counterclaim.Ledger.Store;

/// <summary>A value for a parameter of a query.</summary>
internal readonly record struct SqlValue(string Name, object? Value);

/// <summary>Queries in a line each.</summary>
internal static class Sql
{
    public static DbCommand Command(this DbConnection connection, string sql, params IReadOnlyList<SqlValue> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <param name="row">Makes a value of the row the reader stands on.</param>
    public static List<T> Query<T>(this DbConnection connection, string sql, Func<DbDataReader, T> row, params IReadOnlyList<SqlValue> values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public static int Run(this DbConnection connection, string sql, params IReadOnlyList<SqlValue> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; 0 where there is none, or null.</summary>
    public static long Long(this DbConnection connection, string sql, params IReadOnlyList<SqlValue> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? LongOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static int? IntOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static double? DoubleOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}

/// <summary>A statement that is run again and again with other values, for the parameters @0, @1…; prepared by the database once.</summary>
internal sealed class RepeatedCommand : IDisposable
{
    private readonly DbCommand _command;

    public RepeatedCommand(DbConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = "@" + i.ToString(CultureInfo.InvariantCulture);
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>An INSERT of one row, its values in the order of the columns.</summary>
    public static RepeatedCommand Insert(DbConnection connection, string table, string columns)
    {
        var count = columns.Split(',').Length;
        var values = string.Join(", ", Enumerable.Range(0, count).Select(i => "@" + i.ToString(CultureInfo.InvariantCulture)));
        return new RepeatedCommand(connection, $"INSERT INTO {table} ({columns}) VALUES ({values})", count);
    }

    public IReadOnlyList<DbParameter> Parameters => [.. _command.Parameters.Cast<DbParameter>()];

    public int Run(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null where there is none, or null.</summary>
    public object? First(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public List<T> Rows<T>(Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        Set(values);
        using var reader = _command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    private void Set(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] switch
        {
            null => DBNull.Value,
            string text when text.Contains('\0') => text.Replace('\0', '\uFFFD'), // PostgreSQL keeps no NUL
            var value => value,
        };
    }

    public void Dispose() => _command.Dispose();
}
