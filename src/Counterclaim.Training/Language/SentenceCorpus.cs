using Counterclaim.Language.Conllu;
using Counterclaim.Model;

namespace Counterclaim.Training.Language;

/// <summary>A document as raw text and where its sentences end in it.</summary>
/// <param name="Ends">Offsets after the last character of every sentence.</param>
internal sealed record RawDocument(string Id, string Text, HashSet<int> Ends)
{
    private const int Margin = 80;

    /// <summary>The documents of a treebank's part.</summary>
    public static List<RawDocument> Read(string path, Func<string, bool> wanted)
    {
        using var reader = new StreamReader(path);
        var file = ConlluReader.Read(reader);
        var documents = new List<RawDocument>();
        for (var d = 0; d < file.Documents.Length; d++)
        {
            if (!wanted(file.DocumentIds[d])) continue;
            var last = d + 1 < file.Documents.Length ? file.Documents[d + 1] : file.Sentences.Length;
            var sentences = file.Sentences.AsSpan(file.Documents[d], last - file.Documents[d]);
            var start = file.Tokens[sentences[0].Start].Start;
            var text = file.Text[start..file.Tokens[sentences[^1].End - 1].End];
            documents.Add(new RawDocument(file.DocumentIds[d], text, [.. sentences.ToArray().Select(s => file.Tokens[s.End - 1].End - start)]));
        }
        return documents;
    }

    /// <summary>The same with lines wrapped at a margin, as the treebanks' plain texts are.</summary>
    public RawDocument Wrapped()
    {
        var text = Text.ToCharArray();
        int line = 0, blank = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') (line, blank) = (i + 1, -1);
            if (text[i] == ' ') blank = i;
            if (i - line < Margin || blank < 0) continue;
            text[blank] = '\n';
            (line, blank) = (blank + 1, -1);
        }
        return this with { Text = new string(text) };
    }

    /// <summary>The same without its paragraphs.</summary>
    public RawDocument Flat() => this with { Text = Text.Replace('\n', ' ') };

    public TextSpan Span => new(0, Text.Length);
}
