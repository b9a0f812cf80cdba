using System.Data;
using System.Data.Common;
using Counterclaim.Ledger.Words;
using Npgsql;

namespace Counterclaim.Ledger.Store.Postgres;

/// <summary>A ledger in a PostgreSQL database, for several who add and ask from several machines.</summary>
internal sealed class PostgresDatabase : ILedgerDatabase
{
    /// <summary>Writers of one ledger wait for each other under this number ("CClm").</summary>
    private const long LockNumber = 0x43436C6D;

    private readonly NpgsqlDataSource _source;

    /// <param name="address">postgres://user:password@host:port/database</param>
    /// <exception cref="LedgerException">The address is none.</exception>
    public PostgresDatabase(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.AbsolutePath.Length < 2)
            throw new LedgerException("A PostgreSQL ledger is named as postgres://USER:PASSWORD@HOST:PORT/DATABASE.");
        var user = uri.UserInfo.Split(':', 2);
        Shown = $"postgres://{(user[0].Length > 0 ? user[0] + "@" : "")}{uri.Authority[(uri.UserInfo.Length > 0 ? uri.UserInfo.Length + 1 : 0)..]}{uri.AbsolutePath}";
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            MaxAutoPrepare = 200,
            CommandTimeout = 600,
            IncludeErrorDetail = true,
        };
        _source = NpgsqlDataSource.Create(settings);
    }

    public string Shown { get; }

    public string Analyze => "ANALYZE";

    public DbConnection Open() => _source.OpenConnection();

    public DbTransaction BeginWriting(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        connection.Run($"SELECT pg_advisory_xact_lock({LockNumber})");
        return transaction;
    }

    public DbTransaction BeginReading(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public bool HasTables(DbConnection connection) => connection.Long("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()") > 0;

    public string Expand(string script) => SchemaTokens.Fill(script, token => token switch
    {
        "key" => "BIGINT PRIMARY KEY",
        "real" => "DOUBLE PRECISION",
        "blob" => "BYTEA",
        "without_rowid" or "begin" => "",
        ['w', 'o', 'r', 'd', 's', ' ', .. var table] =>
            $"CREATE TABLE {table} (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL); CREATE INDEX {table}_words ON {table} USING GIN (words);",
        _ => null,
    });

    public string Matching(string table, string parameter) => $"SELECT id FROM {table} WHERE words @@ to_tsquery('simple', {parameter})";

    public string Scored(string table, string parameter) =>
        $"SELECT id, -CAST(ts_rank_cd(words, to_tsquery('simple', {parameter}), 1) AS DOUBLE PRECISION) AS score FROM {table} WHERE words @@ to_tsquery('simple', {parameter})";

    public string MatchText(IReadOnlyList<WordPattern> patterns) => string.Join(" & ", patterns.Select(OnePattern));

    private static string OnePattern(WordPattern pattern) => $"({string.Join(" <-> ", pattern.Words.Select(w => $"'{w}'"))}{(pattern.IsPrefix ? ":*" : "")})";

    public string InsertWords(string table) => $"INSERT INTO {table} (id, words) VALUES (@0, to_tsvector('simple', @1))";

    public string DeleteWords(string table) => $"DELETE FROM {table} WHERE id = @0";

    /// <remarks>A statement is prepared after a few rows; a parameter that was null in all of them would else have no type, and the first value of another width be refused.</remarks>
    public void TypeParameters(DbConnection connection, IReadOnlyList<DbParameter> parameters, string table, string columns)
    {
        using var command = connection.Command($"SELECT {columns} FROM {table} LIMIT 0");
        using var reader = command.ExecuteReader();
        for (var i = 0; i < parameters.Count; i++) ((NpgsqlParameter)parameters[i]).DataTypeName = reader.GetDataTypeName(i);
    }

    public void Dispose() => _source.Dispose();
}
