using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Exports;

/// <summary>The claims of a query as they stood at one moment, all of them, read a few hundred at a time.</summary>
/// <remarks>What is held at once are the numbers of the claims (8 bytes each) and one chunk of them; by report also one reading.</remarks>
internal sealed class ExportSource
{
    private const int ChunkSize = 400;

    private readonly LedgerQuery _query;
    private readonly ILedgerDatabase _database;
    private readonly DbConnection _connection;
    private readonly Terms _terms;
    private readonly Action<long, long>? _progress;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private readonly List<long> _ids;

    /// <param name="connection">In a reading transaction, for as long as the source is used.</param>
    /// <param name="progress">Told how many claims of how many were read.</param>
    /// <exception cref="QueryException">The query cannot be asked of claims.</exception>
    public ExportSource(LedgerQuery query, ILedgerDatabase database, DbConnection connection, Terms terms, Action<long, long>? progress, CancellationToken cancel)
    {
        (_query, _database, _connection, _terms, _progress, _cancel) = (query, database, connection, terms, progress, cancel);
        _ids = new ClaimList().Ids(query, null, database, connection, terms);
        terms.Follow(connection);
        Head = new ExportHead(query.Text, _ids.Count, LedgerSchema.Newest, [.. connection.Query(
            "SELECT DISTINCT reader, extraction FROM reports", r => new ReaderVersion(terms.Word(r.GetInt64(0)), r.GetInt32(1))).OrderBy(r => r.Reader, StringComparer.Ordinal).ThenBy(r => r.Extraction)]);
    }

    public ExportHead Head { get; }

    public ExportResult Result => new(_ids.Count, [.. _leftOut.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (l.Key, l.Value))]);

    /// <summary>Counts a claim that the format has no place for.</summary>
    public void LeaveOut(string reason) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;

    /// <summary>All claims, in the order of the query.</summary>
    public IEnumerable<ExportClaim> Claims() => Read(_ids);

    /// <summary>All claims by their reports, these in the order they were added; whatever order the query asks for.</summary>
    public IEnumerable<ExportReport> Reports()
    {
        var corrections = _connection.Long("SELECT COUNT(*) FROM corrections") > 0;
        List<ExportClaim> together = [];
        foreach (var claim in Read(new ClaimList().Ids(_query, "c.report, c.id", _database, _connection, _terms)))
        {
            if (together.Count > 0 && together[0].Claim.Ref.Report != claim.Claim.Ref.Report)
            {
                yield return Open(together, corrections);
                together = [];
            }
            together.Add(claim);
        }
        if (together.Count > 0) yield return Open(together, corrections);
    }

    private IEnumerable<ExportClaim> Read(List<long> ids)
    {
        var reader = new ClaimReader(_connection, _terms);
        long read = 0;
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            _cancel.ThrowIfCancellationRequested();
            var claims = reader.Read(chunk);
            var origins = Origins(claims);
            foreach (var claim in claims) yield return new ExportClaim(claim, origins[claim.Ref.Report]);
            _progress?.Invoke(read += chunk.Length, ids.Count);
        }
    }

    private Dictionary<string, ReportOrigin> Origins(IReadOnlyList<Claim> claims)
    {
        string[] reports = [.. claims.Select(c => c.Ref.Report).Distinct(StringComparer.Ordinal)];
        SqlValue[] values = [.. reports.Select((report, i) => new SqlValue(FormattableString.Invariant($"@r{i}"), report))];
        return _connection.Query(
            $"SELECT report_key, text_hash, extraction, reader, language FROM reports WHERE report_key IN ({string.Join(',', values.Select(v => v.Name))})",
            r => (Key: r.GetString(0), Origin: new ReportOrigin(r.GetString(1), r.GetInt32(2), _terms.Word(r.GetInt64(3)), r.LongOrNull(4) is { } language ? _terms.Word(language) : null)),
            values).ToDictionary(r => r.Key, r => r.Origin, StringComparer.Ordinal);
    }

    private ExportReport Open(List<ExportClaim> claims, bool corrections)
    {
        var key = claims[0].Claim.Ref.Report;
        var form = _connection.Query("SELECT f.form FROM readings f JOIN reports r ON r.id = f.report WHERE r.report_key = @key", r => (byte[])r.GetValue(0), new SqlValue("@key", key)).Single();
        var reading = ReadingForm.Read(form);
        if (corrections) reading = CorrectedReading.Of(reading, CorrectionLog.Standing(CorrectionRows.Read(_connection, key))).Reading;
        return new ExportReport(reading, new CodePointMap(reading.Report.Text), claims);
    }
}

/// <summary>A claim and what made it.</summary>
internal sealed record ExportClaim(Claim Claim, ReportOrigin Origin);

/// <summary>What a report's offsets and claims depend on.</summary>
/// <param name="TextHash">"sha256:" and the hash of the text as UTF-8: offsets hold for this text alone.</param>
/// <param name="Extraction">Version of what made a text of bytes.</param>
/// <param name="Reader">The reading steps and their models.</param>
internal sealed record ReportOrigin(string TextHash, int Extraction, string Reader, string? Language);

/// <summary>A report with those of its claims that the query found.</summary>
/// <param name="Reading">With people's corrections in it.</param>
/// <param name="Points">Of its text.</param>
internal sealed record ExportReport(Model.Reading Reading, CodePointMap Points, IReadOnlyList<ExportClaim> Claims)
{
    public Report Report => Reading.Report;

    public ReportOrigin Origin => Claims[0].Origin;
}
