using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Api;
using Counterclaim.Web.Pages;
using ModelContextProtocol;

namespace Counterclaim.Web.Assistant;

/// <summary>What an assistant can ask of the ledger. Every answer carries the words cut from the report and where they stand; nothing is changed.</summary>
/// <remarks>The descriptions are read by the assistant: they say what is asked for and what comes back.</remarks>
internal sealed class LedgerTools(LedgerStore ledger)
{
    private const int MostRows = 50;
    private const int MostCharacters = 20_000;

    private readonly Desk _desk = new(new WebOptions { Ledger = ledger });

    private const string Syntax =
        "All terms must hold: words and \"phrases\" of the clause; kind:control,casualties,route,strike,encirclement,negotiation…; place:NAME; actor:, holder: (who says so), agent:, patient: with a name in quotation marks or an id (A12); "
        + "when:2026-03-11 (happened), said:2026-03-09..2026-03-12, published:; count:20..30; certainty:certain; voice:own or attributed; stance:denies; outlet:NAME; a minus sign negates; sort:newest.";

    [Description("Searches the claims of the ledger: who says what through whom, about whom, where, when, how many, how sure. Each with its words cut from the report (text), their offsets (start, end, Unicode code points of the report's text), the chain of tellers from the publisher to the first teller, and the report. Returns JSON with total, next (a cursor) and claims.")]
    public string SearchClaims(
        [Description(Syntax)] string query,
        [Description("How many at most, 1 to 50.")] int limit = 20,
        [Description("The cursor that an answer gave as next.")] string? after = null) => Ask(query, limit, after, (q, p) => Lay(q, ledger.Claims(q, p), RowLayouts.Claims));

    [Description("Lists questions: what comparable claims answer differently (who holds a town, how many died, is a road open), the most contested first, each with its positions, how many independent origins each has, first tellers, and every claim with its quotation and offsets.")]
    public string ListQuestions(
        [Description("Narrows the claims that are compared. " + Syntax)] string query = "",
        [Description("How many at most, 1 to 50.")] int limit = 10,
        [Description("The cursor that an answer gave as next.")] string? after = null) => Ask(query, limit, after, (q, p) => Lay(q, ledger.Questions(q, p), RowLayouts.Questions));

    [Description("Finds passages of the reports by words, best first: the whole passage, its offsets and its report.")]
    public string SearchPassages(
        [Description("At least one word to look for. " + Syntax)] string query,
        [Description("How many at most, 1 to 50.")] int limit = 10,
        [Description("The cursor that an answer gave as next.")] string? after = null) => Ask(query, limit, after, (q, p) => Lay(q, ledger.Search(q, p), RowLayouts.Passages));

    [Description("Reads a report of the ledger: title, outlet, date, text (a stretch of it at a time) and all its claims with offsets into the text.")]
    public string ReadReport(
        [Description("The report's id or its first digits, as claims name it.")] string report,
        [Description("Code point of the text to begin at.")] int from = 0)
    {
        var key = report.StartsWith("sha256:", StringComparison.Ordinal) ? report["sha256:".Length..] : report;
        if (ReportFinder.Find(ledger, key) is not { } found || ledger.Reading(found.Report.Id) is not { } reading) throw new McpException($"There is no report {report}, or several begin so.");
        var points = new Model.CodePointMap(reading.Report.Text);
        var last = points.ToCodePoint(reading.Report.Text.Length);
        var start = Math.Clamp(from, 0, last);
        var end = Math.Min(last, start + MostCharacters);
        return Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, reading.Report.Id);
            json.WriteString("title"u8, reading.Report.Title);
            json.WriteString("outlet"u8, reading.Report.Publisher);
            json.WriteString("published"u8, reading.Report.Published?.ToString("O", null));
            json.WriteString("url"u8, reading.Report.Url);
            json.WriteNumber("start"u8, start);
            json.WriteNumber("end"u8, end);
            json.WriteNumber("length"u8, last);
            json.WriteString("text"u8, reading.Report.Text.AsSpan(points.ToUtf16(start)..points.ToUtf16(end)));
            json.WriteStartArray("claims"u8);
            foreach (var claim in ledger.ClaimsOf(reading.Report.Id)) ClaimJson.Write(json, claim);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    [Description("Explains how two claims stand to each other: repeats, supports, contradicts, denies, updates, narrows, compatible or not comparable, with the rule that decided and the reason in words, and both claims with quotations and offsets.")]
    public string ExplainLink(
        [Description("A claim as report and assertion: 3fa9c1d2/c12, or its whole id.")] string one,
        [Description("The other claim.")] string other)
    {
        var first = ClaimPage.Find(_desk, Short(one)) ?? throw new McpException($"There is no claim {one}.");
        var second = ClaimPage.Find(_desk, Short(other)) ?? throw new McpException($"There is no claim {other}.");
        return Text(json => ApiRoutes.WriteComparison(json, first, second));
    }

    private static string Short(string item) => item.StartsWith("sha256:", StringComparison.Ordinal) ? item["sha256:".Length..] : item;

    private static string Ask(string query, int limit, string? after, Func<LedgerQuery, PageRequest, string> list)
    {
        try
        {
            return list(QueryParser.Parse(query.Trim()), new PageRequest(Math.Clamp(limit, 1, MostRows), After: string.IsNullOrEmpty(after) ? null : after));
        }
        catch (QueryException e)
        {
            throw new McpException($"{e.Message} (at character {e.Position} of the query)");
        }
    }

    private static string Lay<T>(LedgerQuery query, Page<T> page, RowLayout<T> layout)
    {
        using var bytes = new MemoryStream();
        ListJson.Write(bytes, page, query, layout);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(ApiAnswer.Write(write));
}
