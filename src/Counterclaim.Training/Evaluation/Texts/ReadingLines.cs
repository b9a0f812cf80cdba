using System.Buffers;
using System.Text;
using Counterclaim.Model.Json;

namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>Predictions in the form that the command itself prints: readings, one JSON object a line.</summary>
internal static class ReadingLines
{
    /// <summary>The reading of each gold document, by the source it names; null where there is none.</summary>
    public static Model.Reading?[] Read(IEnumerable<string> ids, string path)
    {
        var readings = File.ReadLines(path).Where(l => l.Length > 0)
            .Select(l => ReadingJson.Parse(Encoding.UTF8.GetBytes(l))).ToDictionary(r => r.Report.Source);
        return [.. ids.Select(id => readings.GetValueOrDefault(id))];
    }

    public static void Write(string path, IEnumerable<Model.Reading?> readings)
    {
        using var file = File.Create(path);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var reading in readings.OfType<Model.Reading>())
        {
            buffer.ResetWrittenCount();
            ReadingJson.Write(reading, buffer);
            file.Write(buffer.WrittenSpan);
            file.WriteByte((byte)'\n');
        }
    }
}
