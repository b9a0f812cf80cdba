using System.Data.Common;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Store;

/// <summary>One writing transaction with its prepared statements.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly Dictionary<string, RepeatedCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastIds = new(StringComparer.Ordinal);
    private readonly DbTransaction _transaction;
    private readonly LedgerCaches _caches;
    private bool _isKept;

    public WriteSession(ILedgerDatabase database, LedgerCaches caches)
    {
        Database = database;
        _caches = caches;
        Connection = database.Open();
        try
        {
            _transaction = database.BeginWriting(Connection);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
        caches.Follow(Generation());
    }

    public ILedgerDatabase Database { get; }

    public DbConnection Connection { get; }

    public ActorCache Actors => _caches.Actors;

    public TextCache Texts => _caches.Texts;

    public ClaimCache Claims => _caches.Claims;

    /// <summary>Claims whole, by their numbers; those not there are left out.</summary>
    public Dictionary<long, Claim> ClaimsOf(IReadOnlyCollection<long> ids) => Claims.Read(Connection, Terms, ids);

    public Terms Terms => _caches.Terms;

    /// <summary>The number of a word of a small vocabulary; null stays null.</summary>
    public object? Term(string? word) => word is null ? null : _caches.Terms.Of(Connection, word);

    /// <summary>A statement prepared once, by its text.</summary>
    public RepeatedCommand Prepared(string sql, int parameters)
    {
        if (!_commands.TryGetValue(sql, out var command)) _commands[sql] = command = new RepeatedCommand(Connection, sql, parameters);
        return command;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="columns">Names with commas between them, in the order of the values.</param>
    public void Insert(string table, string columns, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(table, out var command))
        {
            _commands[table] = command = RepeatedCommand.Insert(Connection, table, columns);
            Database.TypeParameters(Connection, command.Parameters, table, columns);
        }
        command.Run(values);
    }

    /// <summary>What is searched of one passage ends here: no index takes words without end.</summary>
    private const int MostCharacters = 200_000;

    public void InsertWords(string table, long id, string words)
    {
        if (words.Length == 0) return;
        var end = words.Length <= MostCharacters ? words.Length : words.LastIndexOf(' ', MostCharacters);
        Prepared(Database.InsertWords(table), 2).Run(id, words[..Math.Max(0, end)]);
    }

    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values.Length).Run(values);

    /// <summary>The next free number of a table.</summary>
    public long NextId(string table) => _lastIds[table] = LastId(table) + 1;

    /// <summary>The numbers that rows of a table have now are not given again, though the rows be deleted: they keep them when they are written anew.</summary>
    public void KeepIds(string table) => _lastIds[table] = LastId(table);

    private long LastId(string table) => _lastIds.TryGetValue(table, out var last) ? last : Connection.Long($"SELECT MAX(id) FROM {table}");

    /// <summary>Runs work that is either kept whole or not at all.</summary>
    public void Whole(Action work)
    {
        _transaction.Save("whole");
        try
        {
            work();
            _transaction.Release("whole");
        }
        catch
        {
            _transaction.Rollback("whole");
            _lastIds.Clear();
            _caches.Clear();
            throw;
        }
    }

    /// <summary>Makes what was written last, whatever happens from here on.</summary>
    public void Commit()
    {
        var generation = Generation() + 1;
        Connection.Run("UPDATE ledger_info SET value = @value WHERE name = 'generation'", new SqlValue("@value", generation.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
        _transaction.Commit();
        _caches.Wrote(generation);
        _isKept = true;
    }

    private long Generation() => Connection.Long("SELECT CAST(value AS BIGINT) FROM ledger_info WHERE name = 'generation'");

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        if (!_isKept) _caches.Clear();
        _transaction.Dispose();
        Connection.Dispose();
    }
}
