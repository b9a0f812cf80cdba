using System.Text;

namespace Counterclaim.Ledger.Store;

/// <summary>Fills in what schema scripts write in braces.</summary>
internal static class SchemaTokens
{
    /// <exception cref="InvalidDataException">The database does not know a token.</exception>
    public static string Fill(string script, Func<string, string?> meaning)
    {
        var filled = new StringBuilder(script.Length * 2);
        var at = 0;
        while (script.IndexOf('{', at) is var open && open >= 0)
        {
            var close = script.IndexOf('}', open);
            var token = script[(open + 1)..close];
            filled.Append(script, at, open - at).Append(token == "…" ? token : meaning(token) ?? throw new InvalidDataException($"No database knows the token {{{token}}}."));
            at = close + 1;
        }
        return filled.Append(script, at, script.Length - at).ToString();
    }
}
