using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Counterclaim.Training.Evaluation.Figures;

/// <summary>Prints score sheets for people and for programs.</summary>
public static class ScoreSheetWriter
{
    public static void WriteText(ScoreSheet sheet, TextWriter output)
    {
        output.WriteLine(sheet.Heading);
        var width = sheet.Rows.Count == 0 ? 0 : sheet.Rows.Max(r => r.Label.Length) + 2;
        foreach (var row in sheet.Rows)
        {
            if (row.Figures.All(f => double.IsNaN(f.Value))) continue; // this gold does not judge it
            var figures = row.Figures.Select(f => row.Figures.Count == 1 ? Number(f.Value) : $"{f.Name} {Number(f.Value)}");
            var interval = row.Figures[^1].Interval is var (low, high) ? $"  [{Number(low)}, {Number(high)}]" : "";
            output.WriteLine($"{row.Label.PadRight(width)}{string.Join("  ", figures)}{interval}");
        }
        foreach (var remark in sheet.Remarks) output.WriteLine(remark);
    }

    /// <summary>One object: step, documents, heading, and figures by row and name as <c>{"value", "low", "high"}</c>.</summary>
    public static void WriteJson(ScoreSheet sheet, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("step", sheet.Step);
        json.WriteNumber("documents", sheet.Documents);
        json.WriteString("heading", sheet.Heading);
        json.WriteStartObject("figures");
        foreach (var row in sheet.Rows)
        {
            json.WriteStartObject(row.Label);
            foreach (var figure in row.Figures) WriteFigure(json, figure);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        if (double.IsNaN(figure.Value))
        {
            json.WriteNull(figure.Name);
            return;
        }
        json.WriteStartObject(figure.Name);
        json.WriteNumber("value", figure.Value);
        if (figure.Interval is var (low, high))
        {
            json.WriteNumber("low", low);
            json.WriteNumber("high", high);
        }
        json.WriteEndObject();
    }

    /// <summary>Shares with four decimals, distances and other larger figures with one.</summary>
    private static string Number(double value) => value switch
    {
        double.NaN => "–",
        > 1.5 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
