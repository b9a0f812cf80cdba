using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Counterclaim.Ledger.Store;

/// <summary>Brings a database to the newest version of the schema: numbered scripts, run in order, each in a transaction.</summary>
internal static class LedgerSchema
{
    private const string Prefix = "schema/";

    /// <summary>The version this program reads and writes.</summary>
    public static int Newest { get; } = Scripts().Max(s => s.Version);

    /// <exception cref="LedgerException">The database is of a newer version, or holds something else.</exception>
    public static void BringUp(ILedgerDatabase database)
    {
        using var connection = database.Open();
        if (VersionOf(database, connection) == Newest) return;
        foreach (var (version, name) in Scripts())
        {
            using var transaction = database.BeginWriting(connection);
            // Looked up again under the lock: another process may have done it meanwhile.
            if (VersionOf(database, connection) >= version) continue;
            connection.Run(database.Expand((version == 1 ? "{begin}\n" : "") + Read(name)));
            connection.Run(version == 1
                ? "INSERT INTO ledger_info (name, value) VALUES ('schema', '1'), ('generation', '0')"
                : $"UPDATE ledger_info SET value = '{version.ToString(CultureInfo.InvariantCulture)}' WHERE name = 'schema'");
            transaction.Commit();
        }
    }

    private static int VersionOf(ILedgerDatabase database, DbConnection connection)
    {
        if (!database.HasTables(connection)) return 0;
        string? version;
        try
        {
            version = connection.Query("SELECT value FROM ledger_info WHERE name = 'schema'", r => r.GetString(0)).SingleOrDefault();
        }
        catch (DbException)
        {
            version = null;
        }
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new LedgerException($"{database.Shown} is a database, but no ledger of this program; give another place.");
        if (number > Newest)
            throw new LedgerException(FormattableString.Invariant($"{database.Shown} was written by a newer program (its version is {number}, this program reads up to {Newest}); use that one."));
        return number;
    }

    private static IEnumerable<(int Version, string Name)> Scripts() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), n))
            .OrderBy(s => s.Item1);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
