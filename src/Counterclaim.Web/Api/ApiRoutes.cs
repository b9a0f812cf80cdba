using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Counterclaim.Model.Json;
using Counterclaim.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Api;

/// <summary>The interface for programs, under <c>/api/v1</c>: reads, never changes (docs/api.md).</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    private static readonly byte[] Description = OpenApiDocument.Write();

    public static void Map(WebApplication app, Desk desk)
    {
        var latest = ApiList.LatestQuestions(desk);
        foreach (var list in ApiList.All(desk)) Get(app, "/" + list.Name, http => Ask(list.Name == latest.Name && http.Request.Query["order"] == QuestionsPage.Recent ? latest : list, http));
        Get(app, "/questions/{**key}", http => desk.Questions.Find(Value(http, "key")) is { } question
            ? ApiAnswer.Of(json => RowLayouts.Questions.WriteJson(json, question))
            : ApiAnswer.NotFound("There is no such question."));
        Get(app, "/consequences", http => Consequences(desk, http));
        Get(app, "/reports/{id}", http => Reading(desk, http));
        Get(app, "/reports/{id}/claims", http => ReportFinder.Find(desk.Ledger, Value(http, "id")) is { } found ? Claims(desk.Ledger.ClaimsOf(found.Report.Id)) : NoReport);
        Get(app, "/claims/{report}/{claim}", http => ClaimPage.Find(desk, Value(http, "report"), Value(http, "claim")) is { } claim ? ApiAnswer.Of(json => ClaimJson.Write(json, claim)) : NoClaim);
        Get(app, "/compare", http => Compare(desk, http.Request.Query["one"].ToString(), http.Request.Query["other"].ToString()));
        Get(app, "/openapi.json", _ => new ApiAnswer(StatusCodes.Status200OK, ApiAnswer.Json, Description));
        app.Map(Root + "/{**rest}", (RequestDelegate)(http => ApiAnswer.NotFound($"There is no {http.Request.Method} {http.Request.Path}; {Root}/openapi.json describes what there is.").SendAsync(http)));
    }

    private static ApiAnswer NoReport => ApiAnswer.NotFound("There is no such report, or several begin so.");

    private static ApiAnswer NoClaim => ApiAnswer.NotFound("There is no such claim.");

    private static void Get(WebApplication app, string path, Func<HttpContext, ApiAnswer> answer) => app.MapMethods(Root + path, [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(http =>
    {
        ApiAnswer given;
        try
        {
            given = answer(http);
        }
        catch (QueryException e)
        {
            given = ApiAnswer.Of(e);
        }
        catch (LedgerException e)
        {
            given = ApiAnswer.Error(StatusCodes.Status503ServiceUnavailable, "ledger", e.Message);
        }
        return given.SendAsync(http);
    }));

    private static ApiAnswer Ask(ApiList list, HttpContext http)
    {
        var asked = http.Request.Query;
        var format = asked["format"].ToString() is { Length: > 0 } given ? given : "json";
        if (!ApiList.Formats.Contains(format)) return BadParameter($"format={format}: give one of {string.Join(", ", ApiList.Formats)}.");
        if (!TryNumber(asked["limit"], PageRequest.DefaultLimit, out var limit) || limit is < 1 or > PageRequest.MostAtOnce) return BadParameter($"limit: give a number from 1 to {PageRequest.MostAtOnce}.");
        if (!TryNumber(asked["offset"], 0, out var offset)) return BadParameter("offset: give a number from 0.");
        var after = asked["after"].ToString() is { Length: > 0 } cursor ? cursor : null;
        return list.Answer(QueryParser.Parse(asked["q"].ToString().Trim()), new PageRequest(limit, offset, after), format);
    }

    private static ApiAnswer BadParameter(string message) => ApiAnswer.Error(StatusCodes.Status400BadRequest, "bad-parameter", message);

    private static bool TryNumber(string? text, int otherwise, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A report's reading in its JSON form (docs/json.md); with <c>corrected=true</c> what people corrected laid over it.</summary>
    private static ApiAnswer Reading(Desk desk, HttpContext http)
    {
        if (ReportFinder.Find(desk.Ledger, Value(http, "id")) is not { } found) return NoReport;
        var reading = http.Request.Query["corrected"] == "true" ? desk.Ledger.Corrected(found.Report.Id)?.Reading : desk.Ledger.Reading(found.Report.Id);
        if (reading is null) return NoReport;
        var bytes = new ArrayBufferWriter<byte>();
        ReadingJson.Write(reading, bytes);
        return new ApiAnswer(StatusCodes.Status200OK, ApiAnswer.Json, bytes.WrittenSpan.ToArray());
    }

    private static ApiAnswer Claims(IReadOnlyList<Claim> claims) => ApiAnswer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("total"u8, claims.Count);
        json.WriteStartArray("claims"u8);
        foreach (var claim in claims) ClaimJson.Write(json, claim);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static readonly string[] MapFormats = ["json", "jsonl", "csv", "dot", "mermaid"];

    /// <summary>A map of what the sources say depends on what, in the layouts of the command line.</summary>
    private static ApiAnswer Consequences(Desk desk, HttpContext http)
    {
        var format = http.Request.Query["format"].ToString() is { Length: > 0 } given ? given : "json";
        if (!MapFormats.Contains(format)) return BadParameter($"format={format}: give one of {string.Join(", ", MapFormats)}.");
        var query = QueryParser.Parse(http.Request.Query["q"].ToString().Trim());
        var map = desk.Ledger.Consequences(query);
        using var bytes = new MemoryStream();
        switch (format)
        {
            case "jsonl": ListLayouts.WriteJsonLines(bytes, ConsequenceLayouts.RowsOf(map), ConsequenceLayouts.Rows); break;
            case "csv": ListLayouts.WriteCsv(bytes, ConsequenceLayouts.RowsOf(map), ConsequenceLayouts.Rows); break;
            case "dot": bytes.Write(Encoding.UTF8.GetBytes(ConsequenceLayouts.Dot(map))); break;
            case "mermaid": bytes.Write(Encoding.UTF8.GetBytes(ConsequenceLayouts.Mermaid(map))); break;
            default: ConsequenceLayouts.WriteJson(bytes, map, query.Text); break;
        }
        var type = format switch { "json" => ApiAnswer.Json, "jsonl" => "application/jsonl; charset=utf-8", "csv" => "text/csv; charset=utf-8", _ => "text/plain; charset=utf-8" };
        return new ApiAnswer(StatusCodes.Status200OK, type, bytes.ToArray()) { FileName = format == "json" ? null : $"consequences.{(format == "mermaid" ? "mmd" : format)}" };
    }

    private static ApiAnswer Compare(Desk desk, string one, string other)
    {
        if (ClaimPage.Find(desk, one) is not { } first || ClaimPage.Find(desk, other) is not { } second) return NoClaim;
        return ApiAnswer.Of(json => WriteComparison(json, first, second));
    }

    /// <summary>How the later of two claims stands to the earlier one, by which rule and why; null relation where they are about different matters.</summary>
    public static void WriteComparison(Utf8JsonWriter json, Claim first, Claim second)
    {
        var link = ClaimComparer.Link(first, second);
        json.WriteStartObject();
        json.WriteString("relation"u8, link?.Comparison.Relation.ToString().ToLowerInvariant());
        json.WriteString("rule"u8, link?.Comparison.Rule);
        json.WriteString("reason"u8, link?.Comparison.Reason ?? "They are about different matters, or one cannot be compared.");
        json.WriteString("from"u8, link?.From.ToString());
        json.WriteString("to"u8, link?.To.ToString());
        json.WriteStartArray("claims"u8);
        ClaimJson.Write(json, first);
        ClaimJson.Write(json, second);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Value(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;
}
