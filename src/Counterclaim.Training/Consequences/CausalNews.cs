using System.Text.Json;
using Counterclaim.Model;

namespace Counterclaim.Training.Consequences;

/// <summary>One sentence of the Causal News Corpus with its annotated relations.</summary>
/// <param name="HeldOut">Of the fifth of the documents that never trains.</param>
internal sealed record CausalSentence(string Id, string Split, string Text, bool Causal, IReadOnlyList<CausalPair> Relations, bool HeldOut);

/// <summary>Cause and effect as annotated; offsets in UTF-16.</summary>
internal readonly record struct CausalPair(TextSpan Cause, TextSpan Effect);

/// <summary>Reads the Causal News Corpus V2 (Tan et al. 2022) as the data folder keeps it.</summary>
internal static class CausalNews
{
    private const int Folds = 5;

    public static IReadOnlyList<CausalSentence> Read(string path) => [.. File.ReadLines(path).Select(Parse)];

    private static CausalSentence Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var id = root.GetProperty("id").GetString()!;
        var text = root.GetProperty("text").GetString()!;
        var map = new CodePointMap(text);
        var relations = new List<CausalPair>();
        foreach (var relation in root.GetProperty("relations").EnumerateArray())
        {
            // A third of the records mark their spans in a text that differs in spaces; those cannot be placed.
            if (!relation.GetProperty("same_text").GetBoolean()) continue;
            TextSpan? cause = null, effect = null;
            foreach (var span in relation.GetProperty("spans").EnumerateArray())
            {
                var at = new TextSpan(map.ToUtf16(span.GetProperty("start").GetInt32()), map.ToUtf16(span.GetProperty("end").GetInt32()));
                if (span.GetProperty("role").GetString() == "cause") cause = at;
                else if (span.GetProperty("role").GetString() == "effect") effect = at;
            }
            if (cause is { } c && effect is { } e) relations.Add(new CausalPair(c, e));
        }
        return new CausalSentence(id, root.GetProperty("split").GetString()!, text, root.GetProperty("causal").GetInt32() == 1, relations, Document(id) % Folds == Folds - 1);
    }

    /// <summary>The number of the article a sentence is from ("train_01_107_2840").</summary>
    private static int Document(string id) => int.TryParse(id.Split('_')[2], out var number) ? number : 0;
}
