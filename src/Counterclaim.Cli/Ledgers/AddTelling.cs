using System.Globalization;
using System.Text.Json;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Says what became of each source of an <c>add</c>, and sums it up.</summary>
internal sealed class AddTelling(string format, Streams streams)
{
    private readonly List<(string Source, string Reason)> _failures = [];
    private int _alreadyThere, _copies;

    public int Added { get; private set; }

    public int Failed => _failures.Count;

    public void Tell(Report report, AddResult result, Progress progress)
    {
        if (result.Outcome == AddOutcome.Failed)
        {
            Fail(report.Source, result.Reason!, progress);
            return;
        }
        if (result.Outcome == AddOutcome.Added) Added++;
        else if (result.Outcome == AddOutcome.Copy) _copies++;
        else _alreadyThere++;
        if (format == "jsonl") WriteLine(json =>
        {
            json.WriteString("source"u8, report.Source);
            json.WriteString("report"u8, report.Id);
            json.WriteString("outcome"u8, Name(result.Outcome));
        });
        progress.Advance();
    }

    public void Fail(string source, string reason, Progress progress)
    {
        _failures.Add((source, reason));
        progress.Say($"counterclaim: {source}: {reason}");
        if (format == "jsonl") WriteLine(json =>
        {
            json.WriteString("source"u8, source);
            json.WriteString("outcome"u8, "failed"u8);
            json.WriteString("reason"u8, reason);
        });
        progress.Advance();
    }

    public void Sum(LedgerStore ledger)
    {
        var counts = ledger.Counts();
        if (format != "table")
        {
            WriteLine(json => WriteSum(json, ledger.Shown, counts));
            return;
        }
        using var text = streams.OpenText();
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Added {Wording.Count(Added, "report")}; {_alreadyThere:N0} already there, {Copies()}, {_failures.Count:N0} failed."));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SafeText.OneLine(ledger.Shown)} holds {counts.Reports:N0} reports, {counts.Statements:N0} statements, {counts.Claims:N0} claims."));
    }

    private string Copies() => _copies == 1 ? "1 copy of a text already there" : string.Create(CultureInfo.InvariantCulture, $"{_copies:N0} copies of texts already there");

    private void WriteSum(Utf8JsonWriter json, string shown, LedgerCounts counts)
    {
        json.WriteString("ledger"u8, shown);
        json.WriteNumber("added"u8, Added);
        json.WriteNumber("already_there"u8, _alreadyThere);
        json.WriteNumber("copies"u8, _copies);
        json.WriteStartArray("failed"u8);
        foreach (var (source, reason) in _failures)
        {
            json.WriteStartObject();
            json.WriteString("source"u8, source);
            json.WriteString("reason"u8, reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("holds"u8);
        json.WriteNumber("reports"u8, counts.Reports);
        json.WriteNumber("copies"u8, counts.Copies);
        json.WriteNumber("statements"u8, counts.Statements);
        json.WriteNumber("claims"u8, counts.Claims);
        json.WriteEndObject();
    }

    /// <summary>One line, out of the program before anything else happens.</summary>
    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(streams.Output, ClaimJson.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        streams.Output.WriteByte((byte)'\n');
        streams.Output.Flush();
    }

    private static string Name(AddOutcome outcome) => outcome switch
    {
        AddOutcome.Added => "added",
        AddOutcome.Copy => "copy",
        _ => "already there",
    };
}
