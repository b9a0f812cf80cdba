using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Layouts;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Api;

/// <summary>An answer of the interface for programs: bytes of a type, or what was wrong in the one shape that all errors have.</summary>
internal sealed record ApiAnswer(int Status, string Type, byte[] Body)
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>What the browser calls it when it keeps it; null for answers that are shown.</summary>
    public string? FileName { get; init; }

    /// <param name="code">Stable, for programs: "bad-query".</param>
    /// <param name="position">Where in the query, in characters from 0; null where it is not about one.</param>
    public static ApiAnswer Error(int status, string code, string message, int? position = null) => new(status, Json, Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
        if (position is { } at) json.WriteNumber("position"u8, at);
        json.WriteEndObject();
        json.WriteEndObject();
    }));

    public static ApiAnswer NotFound(string what) => Error(StatusCodes.Status404NotFound, "not-found", what);

    public static ApiAnswer Of(QueryException e) => Error(StatusCodes.Status400BadRequest, "bad-query", e.Message, e.Position);

    public static ApiAnswer Of(Action<Utf8JsonWriter> write) => new(StatusCodes.Status200OK, Json, Write(write));

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ClaimJson.Options)) write(json);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    public async Task SendAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = Type;
        http.Response.ContentLength = Body.Length;
        if (FileName is not null) http.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(Body, http.RequestAborted);
    }
}
