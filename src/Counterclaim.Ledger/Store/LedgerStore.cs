using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store.Sqlite;

namespace Counterclaim.Ledger.Store;

/// <summary>The ledger: readings of many reports, the claims in them, who and what is the same in several, and what people corrected.</summary>
/// <remarks>
/// One writes at a time, in this process or another, while any number read. What a method that writes has returned for is on the disk. Safe for several threads.
/// </remarks>
public sealed class LedgerStore : IDisposable
{
    private readonly ILedgerDatabase _database;
    private readonly TimeProvider _clock;
    private readonly LedgerCaches _caches = new();
    private readonly Lock _writing = new();

    private LedgerStore(ILedgerDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>Opens a ledger, and makes it where there is none.</summary>
    /// <param name="address">The path of a file.</param>
    /// <param name="clock">Tells when something was added or corrected.</param>
    /// <exception cref="LedgerException">It cannot be opened, is no ledger, or was written by a newer program.</exception>
    public static LedgerStore Open(string address, TimeProvider clock)
    {
        var database = new SqliteDatabase(address);
        try
        {
            LedgerSchema.BringUp(database);
            return new LedgerStore(database, clock);
        }
        catch (DbException e)
        {
            database.Dispose();
            throw new LedgerException($"{database.Shown} cannot be opened as a ledger: {e.Message}", e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The place as messages name it.</summary>
    public string Shown => _database.Shown;

    /// <summary>Adds readings, in one transaction and each whole or not at all; when this returns they are on the disk.</summary>
    /// <returns>What became of each, in their order.</returns>
    public IReadOnlyList<AddResult> Add(IReadOnlyList<Model.Reading> readings, ReaderVersion version)
    {
        lock (_writing)
        {
            using var session = new WriteSession(_database, _caches);
            var writer = new ReportWriter(session);
            var results = new AddResult[readings.Count];
            for (var i = 0; i < readings.Count; i++) results[i] = AddOne(session, writer, readings[i], version);
            session.Commit();
            return results;
        }
    }

    private AddResult AddOne(WriteSession session, ReportWriter writer, Model.Reading reading, ReaderVersion version)
    {
        var report = reading.Report;
        if (HasKey(session.Connection, report.Id)) return new AddResult(AddOutcome.AlreadyThere, null);
        var hash = ReadingForm.TextHash(report.Text);
        try
        {
            var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (session.Prepared("SELECT id FROM reports WHERE text_hash = @0", 1).First(hash) is long same)
            {
                session.Whole(() => writer.AddCopy(same, report, now));
                return new AddResult(AddOutcome.Copy, null);
            }
            session.Whole(() => writer.Add(reading, hash, version, now));
            return new AddResult(AddOutcome.Added, null);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or ArgumentException or KeyNotFoundException)
        {
            return new AddResult(AddOutcome.Failed, $"a defect of this program, please report it: {e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>Whether these bytes were added before, as a report or as a copy of one.</summary>
    /// <param name="report">"sha256:" and their hash.</param>
    public bool Has(string report)
    {
        using var connection = _database.Open();
        return HasKey(connection, report);
    }

    private static bool HasKey(DbConnection connection, string report) => connection.Long(
        "SELECT (SELECT COUNT(*) FROM reports WHERE report_key = @key) + (SELECT COUNT(*) FROM copies WHERE copy_key = @key)", new SqlValue("@key", report)) > 0;

    /// <summary>The claims that a query asks for.</summary>
    /// <exception cref="QueryException">The query cannot be asked of claims, or the page's <see cref="PageRequest.After"/> is none of ours.</exception>
    public Page<Claim> Claims(LedgerQuery query, PageRequest page)
    {
        using var connection = _database.Open();
        var filter = new SqlFilter();
        ClaimConditions.Add(query, _database, connection, _caches.Terms, filter);
        var (ids, total, next) = ListOrder.OfClaims(query).Ids(connection, "claims c", "c.id", filter, page);
        return new Page<Claim>(new ClaimReader(connection, _caches.Terms).Read(ids), total, next) { Offset = page.Offset };
    }

    /// <summary>All claims of a report, in the order of its reading.</summary>
    public IReadOnlyList<Claim> ClaimsOf(string report)
    {
        using var connection = _database.Open();
        var ids = connection.Query("SELECT c.id FROM claims c JOIN reports r ON r.id = c.report WHERE r.report_key = @key ORDER BY c.id", r => r.GetInt64(0), new SqlValue("@key", report));
        return new ClaimReader(connection, _caches.Terms).Read(ids);
    }

    /// <summary>A report's reading as it was made; null where it is not there.</summary>
    public Model.Reading? Reading(string report)
    {
        using var connection = _database.Open();
        var forms = connection.Query("SELECT f.form FROM readings f JOIN reports r ON r.id = f.report WHERE r.report_key = @key", r => (byte[])r.GetValue(0), new SqlValue("@key", report));
        return forms.Count == 0 ? null : ReadingForm.Read(forms[0]);
    }

    /// <summary>How many reports, copies, statements and claims there are.</summary>
    public LedgerCounts Counts()
    {
        using var connection = _database.Open();
        return connection.Query(
            "SELECT (SELECT COUNT(*) FROM reports), (SELECT COUNT(*) FROM copies), (SELECT COALESCE(SUM(statements), 0) FROM reports), (SELECT COALESCE(SUM(claims), 0) FROM reports)",
            r => new LedgerCounts(r.GetInt64(0), r.GetInt64(1), Convert.ToInt64(r.GetValue(2)), Convert.ToInt64(r.GetValue(3)))).Single();
    }

    /// <summary>Lets the database look after itself; worth calling when much was added.</summary>
    public void Tidy()
    {
        using var connection = _database.Open();
        connection.Run(_database.Analyze);
    }

    public void Dispose() => _database.Dispose();
}

/// <summary>What made a reading.</summary>
/// <param name="Reader">The reading steps and their models ("0.1.0+3fa9c1d24e01").</param>
/// <param name="Extraction">Version of what makes a report of bytes.</param>
public sealed record ReaderVersion(string Reader, int Extraction);

/// <summary>What became of a reading that was to be added.</summary>
/// <param name="Reason">Why it failed; null else.</param>
public readonly record struct AddResult(AddOutcome Outcome, string? Reason);

public enum AddOutcome
{
    Added,

    /// <summary>The same bytes were added before.</summary>
    AlreadyThere,

    /// <summary>The same text was added before, from other bytes: noted as a copy.</summary>
    Copy,
    Failed,
}

/// <summary>How much a ledger holds.</summary>
public sealed record LedgerCounts(long Reports, long Copies, long Statements, long Claims);
