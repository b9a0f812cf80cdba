namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>RFC 4180, strictly: rows end in CR LF, a quotation mark stands only in quoted cells, doubled, and every row has as many cells as the first.</summary>
internal static class CsvReader
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }
            Assert.Equal("\r\n", text[at..(at + 2)]);
            at += 2;
            rows.Add([.. cells]);
            Assert.Equal(rows[0].Length, cells.Count);
            cells.Clear();
        }
        Assert.Empty(cells);
        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (text[at] is not (',' or '\r')) Assert.NotEqual('"', text[at++]);
        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var start = ++at;
        while (true)
        {
            at = text.IndexOf('"', at);
            if (text[at + 1] != '"') break;
            at += 2;
        }
        return text[start..at++].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
