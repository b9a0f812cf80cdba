using System.Data;
using System.Data.Common;
using Counterclaim.Ledger.Words;
using Microsoft.Data.Sqlite;

namespace Counterclaim.Ledger.Store.Sqlite;

/// <summary>A ledger in one SQLite file, with a write-ahead log: one writes while any number read.</summary>
/// <remarks>
/// With <c>synchronous=FULL</c> a commit returns when the log is on the disk (one fsync): what was said to be added outlives a killed process and a power cut.
/// </remarks>
internal sealed class SqliteDatabase : ILedgerDatabase
{
    private const int SecondsToWait = 60;

    /// <summary>"CClm": files of this program can be told from other SQLite files.</summary>
    private const int ApplicationId = 0x43436C6D;

    private readonly string _connection;

    public SqliteDatabase(string path)
    {
        Shown = path;
        _connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = SecondsToWait, Pooling = true }.ToString();
    }

    public string Shown { get; }

    public string Analyze => "PRAGMA optimize";

    public DbConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1073741824";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false);

    public DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    public bool HasTables(DbConnection connection) => connection.Long("SELECT COUNT(*) FROM sqlite_master") > 0;

    public string Expand(string script) => SchemaTokens.Fill(script, token => token switch
    {
        "key" => "INTEGER PRIMARY KEY",
        "real" => "REAL",
        "blob" => "BLOB",
        "without_rowid" => "WITHOUT ROWID",
        "begin" => $"PRAGMA application_id={ApplicationId};",
        ['w', 'o', 'r', 'd', 's', ' ', .. var table] =>
            $"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');",
        _ => null,
    });

    public string Matching(string table, string parameter) => $"SELECT rowid AS id FROM {table} WHERE {table} MATCH {parameter}";

    public string Scored(string table, string parameter) => $"SELECT rowid AS id, rank AS score FROM {table} WHERE {table} MATCH {parameter}";

    public string MatchText(IReadOnlyList<WordPattern> patterns) =>
        string.Join(" AND ", patterns.Select(p => $"\"{string.Join(' ', p.Words)}\"{(p.IsPrefix ? " *" : "")}"));

    public string InsertWords(string table) => $"INSERT INTO {table} (rowid, words) VALUES (@0, @1)";

    public string DeleteWords(string table) => $"DELETE FROM {table} WHERE rowid = @0";

    public void TypeParameters(DbConnection connection, IReadOnlyList<DbParameter> parameters, string table, string columns)
    {
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}
