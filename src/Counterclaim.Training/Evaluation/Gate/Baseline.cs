using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Counterclaim.Training.Evaluation.Gate;

/// <summary>The floors below which no figure may fall (eval/baseline.json).</summary>
public sealed record Baseline(IReadOnlyList<GateRun> Runs)
{
    /// <summary>How far below its floor a figure may lie: floors are rounded.</summary>
    public const double Tolerance = 0.0005;

    /// <exception cref="InvalidDataException">The file is not a baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), BaselineJson.Default.Baseline)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    public void Write(string path)
    {
        var readable = new JsonSerializerOptions(BaselineJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        File.WriteAllText(path, JsonSerializer.Serialize(this, new BaselineJson(readable).Baseline).ReplaceLineEndings("\n") + "\n");
    }
}

/// <summary>One examination of the gate.</summary>
/// <param name="Name">"quotes polnear".</param>
/// <param name="Step">Subcommand of <c>evaluate</c>.</param>
/// <param name="Gold">Path inside the data folder, or inside the repository.</param>
/// <param name="Floors">Floor by figure, under its key "row label / figure name".</param>
public sealed record GateRun(string Name, string Step, string Gold, SortedDictionary<string, double> Floors)
{
    public string? Types { get; init; }

    /// <summary>Roles of our places that count, a comma between; null for all.</summary>
    public string? Roles { get; init; }

    public bool Raw { get; init; }

    /// <summary>Whether the spans of the gold's statements are given.</summary>
    public bool Given { get; init; }

    /// <summary>Only every n-th document of the gold is read, from the first; 0 for all.</summary>
    public int Every { get; init; }

    /// <summary>Corpora of the data folder whose texts the gold points to; null for a gold that has its own.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>SHA-256 of the gold file that the floors were measured on, hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Gold documents measured.</summary>
    public int Documents { get; init; }

    public static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Baseline))]
internal sealed partial class BaselineJson : JsonSerializerContext;
