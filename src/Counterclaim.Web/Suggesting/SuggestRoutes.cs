using System.Globalization;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Suggesting;

/// <summary>What the search boxes ask while somebody types.</summary>
internal static class SuggestRoutes
{
    private const int MostCharacters = 2_000;

    public static void Map(WebApplication app, Desk desk)
    {
        var suggester = new Suggester(desk);
        app.MapGet("/suggest", (RequestDelegate)(http => Answer(suggester, http).SendAsync(http)));
    }

    private static ApiAnswer Answer(Suggester suggester, HttpContext http)
    {
        var query = http.Request.Query["q"].ToString();
        if (query.Length > MostCharacters || !int.TryParse(http.Request.Query["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var caret)) return ApiAnswer.Error(StatusCodes.Status400BadRequest, "bad-parameter", "Give q, and at: where the caret stands.");
        var token = QueryToken.At(query, caret);
        IReadOnlyList<Suggester.Suggestion> found;
        try
        {
            found = suggester.Of(token);
        }
        catch (LedgerException e)
        {
            return ApiAnswer.Error(StatusCodes.Status503ServiceUnavailable, "ledger", e.Message);
        }
        return ApiAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("from"u8, token.Start);
            json.WriteNumber("to"u8, token.End);
            json.WriteStartArray("items"u8);
            foreach (var (text, meaning) in found)
            {
                json.WriteStartArray();
                json.WriteStringValue(text);
                json.WriteStringValue(meaning);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
