using System.Collections.Concurrent;
using System.Data.Common;

namespace Counterclaim.Ledger.Store;

/// <summary>Small numbers for the words of small vocabularies, as the table <c>terms</c> keeps them. Safe for several threads.</summary>
internal sealed class Terms
{
    private readonly ConcurrentDictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _words = new();

    /// <summary>The number of a word; null where the ledger has never met it.</summary>
    public long? Find(DbConnection connection, string word)
    {
        if (_ids.TryGetValue(word, out var known)) return known;
        var found = connection.Query("SELECT id FROM terms WHERE term = @term", r => r.GetInt64(0), new SqlValue("@term", word));
        if (found.Count == 0) return null;
        Remember(found[0], word);
        return found[0];
    }

    /// <summary>The number of a word, given to it now where it has none; only while writing.</summary>
    public long Of(DbConnection connection, string word)
    {
        if (Find(connection, word) is { } known) return known;
        var id = connection.Long("SELECT MAX(id) FROM terms") + 1;
        connection.Run("INSERT INTO terms (id, term) VALUES (@id, @term)", new("@id", id), new("@term", word));
        Remember(id, word);
        return id;
    }

    /// <summary>The word of a number, for a reader that has called <see cref="Follow"/> since the number was read.</summary>
    public string Word(long id) => _words[id];

    /// <summary>Learns the words that were added since; to be called before rows with their numbers are read.</summary>
    public void Follow(DbConnection connection)
    {
        if (connection.Long("SELECT COUNT(*) FROM terms") == _words.Count) return;
        foreach (var (found, word) in connection.Query("SELECT id, term FROM terms", r => (r.GetInt64(0), r.GetString(1)))) Remember(found, word);
    }

    /// <summary>Forgets everything: what was learned while writing may not have been kept.</summary>
    public void Clear()
    {
        _ids.Clear();
        _words.Clear();
    }

    private void Remember(long id, string word)
    {
        _ids[word] = id;
        _words[id] = word;
    }
}
