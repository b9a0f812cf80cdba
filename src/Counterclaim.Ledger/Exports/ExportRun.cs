using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Exports;

/// <summary>Runs one export over a moment of the ledger.</summary>
internal static class ExportRun
{
    public static ExportResult Run(
        LedgerQuery query, ExportFormat format, ExportOutput output, ILedgerDatabase database, Terms terms, Action<long, long>? progress, CancellationToken cancel)
    {
        using DbConnection connection = database.Open();
        using var moment = database.BeginReading(connection);
        var source = new ExportSource(query, database, connection, terms, progress, cancel);
        using (output) format.Make().Write(source, output);
        return source.Result;
    }
}
