using System.Globalization;

namespace Counterclaim.Ledger.Layouts;

/// <summary>Rows of RFC 4180 CSV, UTF-8, that no spreadsheet takes for a formula.</summary>
public static class CsvRow
{
    /// <summary>One row with its line end (CR LF).</summary>
    public static void Write(TextWriter output, IEnumerable<object?> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first) output.Write(',');
            first = false;
            WriteCell(output, value);
        }
        output.Write("\r\n");
    }

    private static void WriteCell(TextWriter output, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case double number:
                output.Write(number.ToString("R", CultureInfo.InvariantCulture));
                return;
            case int or long:
                output.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                return;
            case DateTime moment:
                output.Write(ClaimColumns.Minute(moment));
                return;
            case bool truth:
                output.Write(truth ? "true" : "false");
                return;
        }
        var text = Defused((string)value);
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            output.Write(text);
            return;
        }
        output.Write('"');
        output.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); "+" and "-" alone mean nothing to one.</summary>
    private static string Defused(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && text.Length > 1 ? "'" + text : text;
}
