using System.Text;

namespace Counterclaim.Training.Evaluation.Names;

/// <summary>Tokens of one document with their BIO tags.</summary>
/// <param name="Text">The tokens with one space between, sentences on lines of their own.</param>
/// <param name="Tokens">Offsets into <see cref="Text"/>, UTF-16.</param>
/// <param name="Sentences">Index of the first token of every sentence, and the count of tokens.</param>
/// <param name="Tags">"B-PER", "I-PER", "O"; one a token.</param>
public sealed record BioDocument(
    string Id, string Text, IReadOnlyList<Model.TextSpan> Tokens, IReadOnlyList<int> Sentences, IReadOnlyList<string> Tags);

/// <summary>Reads and writes two columns, token and tag, a blank line after a sentence, <c># doc = …</c> before a document.</summary>
public static class BioFile
{
    private const string DocumentMark = "# doc = ";

    /// <summary>A file without document marks, or with one document only, gives a document a sentence.</summary>
    public static IReadOnlyList<BioDocument> Read(string path)
    {
        var documents = new List<BioDocument>();
        var id = "";
        var sentences = new List<List<(string Token, string Tag)>> { new() };
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(DocumentMark, StringComparison.Ordinal))
            {
                Add(documents, id, sentences);
                id = line[DocumentMark.Length..].Trim();
                sentences = [[]];
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                if (sentences[^1].Count > 0) sentences.Add([]);
            }
            else
            {
                var columns = line.Split('\t');
                if (columns.Length < 2) throw new InvalidDataException($"{path}: \"{line}\" has no tag.");
                sentences[^1].Add((columns[0], columns[^1].Trim()));
            }
        }
        if (documents.Count > 0)
        {
            Add(documents, id, sentences);
            return documents;
        }
        foreach (var sentence in sentences) Add(documents, $"{id}-{documents.Count + 1}", [sentence]);
        return documents;
    }

    public static void Write(string path, IEnumerable<BioDocument> documents)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var document in documents)
        {
            writer.WriteLine(DocumentMark + document.Id);
            for (var s = 0; s + 1 < document.Sentences.Count; s++)
            {
                for (var i = document.Sentences[s]; i < document.Sentences[s + 1]; i++)
                    writer.WriteLine($"{document.Tokens[i].In(document.Text)}\t{document.Tags[i]}");
                writer.WriteLine();
            }
        }
    }

    private static void Add(List<BioDocument> documents, string id, List<List<(string Token, string Tag)>> sentences)
    {
        var text = new StringBuilder();
        var tokens = new List<Model.TextSpan>();
        var starts = new List<int>();
        var tags = new List<string>();
        foreach (var sentence in sentences.Where(s => s.Count > 0))
        {
            starts.Add(tokens.Count);
            foreach (var (token, tag) in sentence)
            {
                tokens.Add(new Model.TextSpan(text.Length, text.Length + token.Length));
                tags.Add(tag);
                text.Append(token).Append(' ');
            }
            text[^1] = '\n';
        }
        if (tokens.Count == 0) return;
        starts.Add(tokens.Count);
        documents.Add(new BioDocument(id, text.ToString(), tokens, starts, tags));
    }
}
