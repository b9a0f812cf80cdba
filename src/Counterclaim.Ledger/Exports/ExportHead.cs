using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Exports;

/// <summary>What every export says of itself: the question it answers and what made the answer. The same ledger and query give the same head at any time.</summary>
/// <param name="Query">As given; "" for everything.</param>
/// <param name="Claims">How many claims the query found.</param>
/// <param name="Schema">Version of the ledger's tables.</param>
/// <param name="Readers">Readers and extractions that made the ledger's readings.</param>
internal sealed record ExportHead(string Query, long Claims, int Schema, IReadOnlyList<ReaderVersion> Readers)
{
    /// <summary>The program and its version, as generators are named: "counterclaim/0.1.0".</summary>
    public static string Program { get; } = "counterclaim/" + typeof(ExportHead).Assembly.GetName().Version!.ToString(3);

    /// <summary>Names and values, for formats that keep texts by name and for READMEs.</summary>
    public IEnumerable<(string Name, string Value)> Facts =>
    [
        ("program", Program),
        ("query", Query),
        ("claims", Claims.ToString(CultureInfo.InvariantCulture)),
        ("ledger_schema", Schema.ToString(CultureInfo.InvariantCulture)),
        ("readers", string.Join(", ", Readers.Select(r => r.Reader).Distinct(StringComparer.Ordinal))),
        ("extractions", string.Join(", ", Readers.Select(r => r.Extraction.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal))),
    ];

    /// <summary>The same as members of a JSON object that is open.</summary>
    public void Write(Utf8JsonWriter json)
    {
        foreach (var (name, value) in Facts) json.WriteString(name, value);
    }
}
