using System.Text;
using Counterclaim.Language.Conllu;
using Counterclaim.Model;

namespace Counterclaim.Language.Bio;

/// <summary>Reads and writes two columns, token and tag, a blank line after a sentence, <c># doc = …</c> before a document.</summary>
public static class BioFile
{
    private const string DocumentMark = "# doc = ";
    private const string Outside = "O";

    /// <inheritdoc cref="ReadDocuments"/>
    public static IReadOnlyList<BioDocument> Read(string path)
    {
        using var reader = new StreamReader(path);
        try
        {
            return [.. ReadDocuments(reader)];
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>
    /// Reads one document after another. A file without document marks, or with one mark only, holds sentences that do not
    /// follow each other: each is a document.
    /// </summary>
    /// <exception cref="FormatException">A line has no tag; the message gives its number.</exception>
    public static IEnumerable<BioDocument> ReadDocuments(TextReader reader)
    {
        var (id, number, documents) = ("", 0, 0);
        var sentences = new List<List<(string Token, string Tag)>> { new() };
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith(DocumentMark, StringComparison.Ordinal))
            {
                if (Document(id, sentences) is { } document)
                {
                    documents++;
                    yield return document;
                }
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
                if (columns.Length < 2) throw new FormatException($"line {number}: \"{line}\" has no tag.");
                sentences[^1].Add((columns[0], columns[^1].Trim()));
            }
        }
        if (documents > 0)
        {
            if (Document(id, sentences) is { } last) yield return last;
            yield break;
        }
        foreach (var sentence in sentences)
            if (Document($"{id}-{documents + 1}", [sentence]) is { } document)
            {
                documents++;
                yield return document;
            }
    }

    public static void Write(string path, IEnumerable<BioDocument> documents)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var document in documents)
            Write(writer, document.Id, document.SentenceRanges, i => document.Tokens[i].In(document.Text).ToString(), i => document.Tags[i]);
    }

    /// <summary>Writes the names of an analysis.</summary>
    /// <param name="forms">The tokens as they are to be written, where their characters in the text are not; one a token.</param>
    public static void Write(TextWriter writer, Analysis analysis, string documentId, IReadOnlyList<string>? forms = null)
    {
        var tags = NameTags.Of(analysis);
        Write(writer, documentId, analysis.Sentences.ToArray(), i => forms?[i] ?? analysis.Form(i).ToString(), i => tags[i] ?? Outside);
    }

    private static void Write(TextWriter writer, string id, IEnumerable<TokenRange> sentences, Func<int, string> form, Func<int, string> tag)
    {
        writer.Write($"{DocumentMark}{id}\n");
        foreach (var sentence in sentences)
        {
            for (var i = sentence.Start; i < sentence.End; i++) writer.Write($"{form(i)}\t{tag(i)}\n");
            writer.Write('\n');
        }
    }

    private static BioDocument? Document(string id, List<List<(string Token, string Tag)>> sentences)
    {
        var text = new StringBuilder();
        var tokens = new List<TextSpan>();
        var starts = new List<int>();
        var tags = new List<string>();
        foreach (var sentence in sentences.Where(s => s.Count > 0))
        {
            starts.Add(tokens.Count);
            foreach (var (token, tag) in sentence)
            {
                tokens.Add(new TextSpan(text.Length, text.Length + token.Length));
                tags.Add(tag);
                text.Append(token).Append(' ');
            }
            text[^1] = '\n';
        }
        if (tokens.Count == 0) return null;
        starts.Add(tokens.Count);
        return new BioDocument(id, text.ToString(), tokens, starts, tags);
    }
}
