using Counterclaim.Language;
using Counterclaim.Language.Models;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Neural;

/// <summary>Sentences of news that nobody has given trees: the networks that have learned from treebanks say what they are, and one learns from that.</summary>
internal static class NewsSentences
{
    private const int Shortest = 4, Longest = 70;

    /// <summary>Political news, war reports from opposed camps, Wikinews; split as the analyzer splits.</summary>
    /// <param name="licensedOnly">Leave out the corpus that states no licence for its texts.</param>
    public static List<(string Text, TextSpan[] Tokens)> Read(string data, bool licensedOnly)
    {
        var splitter = SentenceSplitter.From(ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", SentenceSplitter.FileName)));
        List<string> files = [Path.Combine("corpora", "fa-kes.dev.jsonl"), Path.Combine("corpora", "meantime-wikinews.jsonl")];
        if (!licensedOnly) files.Add(Path.Combine("quotes", "polnear.train.jsonl"));
        var sentences = new List<(string, TextSpan[])>();
        foreach (var file in files)
            foreach (var text in JsonLines.Read(Path.Combine(data, file), record => record.GetProperty("text").GetString()!))
                Add(text, splitter, sentences);
        return sentences;
    }

    private static void Add(string text, SentenceSplitter splitter, List<(string, TextSpan[])> sentences)
    {
        var tokens = new List<TextSpan>();
        var ranges = new List<TokenRange>();
        var whole = new TextSpan(0, text.Length);
        Tokenizer.Tokenize(text, whole, tokens);
        splitter.Split(text, whole, tokens, 0, ranges, new TokenLooks());
        foreach (var range in ranges)
            if (range.Count is >= Shortest and <= Longest) sentences.Add((text, [.. tokens.GetRange(range.Start, range.Count)]));
    }
}
