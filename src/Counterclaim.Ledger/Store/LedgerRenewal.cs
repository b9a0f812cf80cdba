using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>Makes the rows of reports anew: of all, on demand, or of those that an older program wrote, when a ledger is opened.</summary>
/// <param name="write">Does work in one transaction and returns what it returns.</param>
internal sealed class LedgerRenewal(ILedgerDatabase database, Func<Func<WriteSession, int>, int> write)
{
    private const int MostInBatch = 64;
    private const string Mark = "to_derive";

    /// <summary>Of every report, of its reading and the corrections; numbers stay.</summary>
    /// <param name="reread">Reads a report anew; where null, the readings kept are taken. Reports read by <paramref name="version"/> already are not read again.</param>
    /// <param name="done">Told after each batch on the disk, with how many there are in all.</param>
    public void Rebuild(Func<Report, Model.Reading>? reread, ReaderVersion version, Action<long, long> done, CancellationToken cancel)
    {
        List<long> ids;
        using (var connection = database.Open()) ids = connection.Query("SELECT id FROM reports ORDER BY id", r => r.GetInt64(0));
        var finished = 0;
        foreach (var batch in ids.Chunk(MostInBatch))
        {
            cancel.ThrowIfCancellationRequested();
            write(session =>
            {
                var writer = new ReportWriter(session);
                foreach (var id in batch) RebuildOne(session, writer, id, reread, version);
                return batch.Length;
            });
            done(finished += batch.Length, ids.Count);
        }
    }

    /// <summary>Makes the rows that an older program did not make, in the order the reports came; gone on with where it was broken off.</summary>
    /// <param name="done">Told after each batch on the disk, with how many there are in all.</param>
    public void BringUp(Action<long, long> done)
    {
        while (true)
        {
            using (var connection = database.Open())
                if (connection.Long($"SELECT COUNT(*) FROM ledger_info WHERE name = '{Mark}'") == 0) return;
            var (reached, all) = (0L, 0L);
            write(session =>
            {
                var from = session.Connection.Long($"SELECT CAST(value AS BIGINT) FROM ledger_info WHERE name = '{Mark}'");
                var ids = session.Connection.Query($"SELECT id FROM reports WHERE id >= @from ORDER BY id LIMIT {MostInBatch}", r => r.GetInt64(0), new SqlValue("@from", from));
                var writer = new ReportWriter(session);
                foreach (var id in ids) writer.Rewrite(id);
                if (ids.Count < MostInBatch) session.Connection.Run($"DELETE FROM ledger_info WHERE name = '{Mark}'");
                else session.Connection.Run($"UPDATE ledger_info SET value = @next WHERE name = '{Mark}'", new SqlValue("@next", (ids[^1] + 1).ToString(CultureInfo.InvariantCulture)));
                all = session.Connection.Long("SELECT COUNT(*) FROM reports");
                reached = ids.Count == 0 ? all : session.Connection.Long("SELECT COUNT(*) FROM reports WHERE id <= @last", new SqlValue("@last", ids[^1]));
                return ids.Count;
            });
            done(reached, all);
        }
    }

    private static void RebuildOne(WriteSession session, ReportWriter writer, long id, Func<Report, Model.Reading>? reread, ReaderVersion version)
    {
        var isOlder = session.Prepared("SELECT reader FROM reports WHERE id = @0", 1).First(id)?.ToString() != session.Term(version.Reader)?.ToString();
        if (reread is null || !isOlder) writer.Rewrite(id);
        else writer.Replace(id, reread(ReadingRows.Readings(session.Connection, [id])[id].Report), version);
    }
}
