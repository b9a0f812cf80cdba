using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Texts;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Neural;

/// <summary>Sentences of news that nobody has given trees: the networks that have learned from treebanks say what they are, and one learns from that.</summary>
internal static class NewsSentences
{
    private const int Shortest = 4, Longest = 70;

    /// <summary>Political news, war reports from opposed camps, Wikinews; split as the analyzer splits.</summary>
    /// <param name="licensedOnly">Leave out the corpus that states no licence for its texts.</param>
    public static List<(string Text, TextSpan[] Tokens)> Read(string data, bool licensedOnly)
    {
        var raw = new RawSentences();
        List<string> files = [Path.Combine("corpora", "fa-kes.dev.jsonl"), Path.Combine("corpora", "meantime-wikinews.jsonl")];
        if (!licensedOnly) files.Add(Path.Combine("quotes", "polnear.train.jsonl"));
        var sentences = new List<(string, TextSpan[])>();
        foreach (var file in files)
            foreach (var text in JsonLines.Read(Path.Combine(data, file), record => record.GetProperty("text").GetString()!))
                sentences.AddRange(raw.Of(text, Shortest, Longest).Select(tokens => (text, tokens)));
        return sentences;
    }
}
