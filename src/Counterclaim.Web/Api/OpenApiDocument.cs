using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Api;

/// <summary>Describes the interface in the form of OpenAPI 3.1, out of the same lists that answer.</summary>
internal static class OpenApiDocument
{
    private static readonly (string Path, string Summary, (string Name, string In, string Meaning)[] Parameters)[] Single =
    [
        ("/questions/{key}", "One question. Its key holds slashes, which stay as they are.", [("key", "path", "control/geonames:706448")]),
        ("/consequences", "What the sources say depends on what: matters, and between them who says that one leads to the other.", [("q", "query", "What is asked, as of every list."), ("format", "query", "json, jsonl, csv, dot, mermaid; json where it is not given.")]),
        ("/reports/{id}", "A report's reading in its JSON form.", [("id", "path", "The first digits of its id, four at least."), ("corrected", "query", "true: with what people corrected.")]),
        ("/reports/{id}/claims", "All claims of a report, in the order of its text.", [("id", "path", "The first digits of its id, four at least.")]),
        ("/claims/{report}/{claim}", "One claim.", [("report", "path", "The first digits of its report's id."), ("claim", "path", "c12")]),
        ("/compare", "How the later of two claims stands to the earlier one: relation, rule and reason.", [("one", "query", "3fa9c1d2/c12"), ("other", "query", "77aa01bc/c3")]),
        ("/openapi.json", "This description.", []),
    ];

    public static byte[] Write() => ApiAnswer.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("openapi"u8, "3.1.0"u8);
        json.WriteStartObject("info"u8);
        json.WriteString("title"u8, "Counterclaim"u8);
        json.WriteString("version"u8, "1"u8);
        json.WriteString("description"u8, "The ledger for programs: the queries of the command line, cursors, one shape of error. Reads, never changes. Offsets count Unicode code points of a report's text, ends exclusive."u8);
        json.WriteEndObject();
        json.WriteStartArray("servers"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, ApiRoutes.Root);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("paths"u8);
        foreach (var (name, summary) in ApiList.Names) WriteList(json, name, summary);
        foreach (var (path, summary, parameters) in Single) WritePath(json, path, summary, parameters, "application/json");
        json.WriteEndObject();
        WriteComponents(json);
        json.WriteEndObject();
    });

    private static void WriteList(Utf8JsonWriter json, string name, string summary) => WritePath(
        json, "/" + name, summary,
        [
            ("q", "query", "What is asked: " + Texts.SyntaxInShort + " Fields: " + string.Join(", ", QueryFields.All.Select(f => f.Name)) + "."),
            ("limit", "query", $"How many at most, 1 to {PageRequest.MostAtOnce}; {PageRequest.DefaultLimit} where it is not given."), ("offset", "query", "How many are left out before them."),
            .. name == "questions" ? [("order", "query", "recent: the latest first.")] : ((string, string, string)[])[],
            ("after", "query", "What an answer gave as next: the list goes on behind it."), ("format", "query", string.Join(", ", ApiList.Formats) + "; json where it is not given."),
        ],
        "application/json", "application/jsonl", "text/csv", "application/geo+json");

    private static void WritePath(Utf8JsonWriter json, string path, string summary, (string Name, string In, string Meaning)[] parameters, params string[] types)
    {
        json.WriteStartObject(path);
        json.WriteStartObject("get"u8);
        json.WriteString("summary"u8, summary);
        json.WriteStartArray("parameters"u8);
        foreach (var (name, place, meaning) in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            json.WriteString("in"u8, place);
            json.WriteBoolean("required"u8, place == "path" || path == "/compare");
            json.WriteString("description"u8, meaning);
            json.WriteStartObject("schema"u8);
            json.WriteString("type"u8, name is "limit" or "offset" ? "integer" : "string");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("responses"u8);
        json.WriteStartObject("200"u8);
        json.WriteString("description"u8, summary);
        json.WriteStartObject("content"u8);
        foreach (var type in types)
        {
            json.WriteStartObject(type);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("default"u8);
        json.WriteString("$ref"u8, "#/components/responses/Error"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json)
    {
        using var components = JsonDocument.Parse("""
            {"responses":{"Error":{"description":"What was wrong.","content":{"application/json":{"schema":{"type":"object","required":["error"],"properties":{"error":{"type":"object","required":["code","message"],
            "properties":{"code":{"type":"string","enum":["bad-query","bad-parameter","not-found","ledger"]},"message":{"type":"string"},"position":{"type":"integer","description":"Where in the query, in characters from 0."}}}}}}}}}}
            """);
        json.WritePropertyName("components"u8);
        components.RootElement.WriteTo(json);
    }
}
