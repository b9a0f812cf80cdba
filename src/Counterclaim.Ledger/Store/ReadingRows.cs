using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>Opens readings kept.</summary>
internal static class ReadingRows
{
    /// <summary>The reports of these numbers, with what turns their offsets into code points.</summary>
    public static Dictionary<long, (Report Report, CodePointMap Points)> Read(DbConnection connection, IReadOnlyList<long> reports) =>
        Readings(connection, reports).ToDictionary(r => r.Key, r => (r.Value.Report, new CodePointMap(r.Value.Report.Text)));

    /// <summary>Readings with people's corrections in them.</summary>
    public static Dictionary<long, Model.Reading> Corrected(DbConnection connection, IReadOnlyList<long> reports)
    {
        var readings = Readings(connection, reports);
        if (connection.Long("SELECT COUNT(*) FROM corrections") == 0) return readings;
        return readings.ToDictionary(r => r.Key, r => CorrectedReading.Of(r.Value, CorrectionLog.Standing(CorrectionRows.Read(connection, r.Value.Report.Id))).Reading);
    }

    public static Dictionary<long, Model.Reading> Readings(DbConnection connection, IReadOnlyList<long> reports) =>
        connection.Query($"SELECT report, form FROM readings WHERE report IN {SqlFilter.List([.. reports])}", r => (Id: r.GetInt64(0), Form: (byte[])r.GetValue(1)))
            .ToDictionary(r => r.Id, r => ReadingForm.Read(r.Form));
}
