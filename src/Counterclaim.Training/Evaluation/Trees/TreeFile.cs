using System.Globalization;

namespace Counterclaim.Training.Evaluation.Trees;

/// <summary>One document of a CoNLL-U file.</summary>
/// <param name="Source">Its lines as they stand in the file.</param>
public sealed record TreeFileDocument(string Id, string Source, TreeDocument Trees);

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html) with its multiword tokens, document by document.</summary>
public static class TreeFile
{
    private const string DocumentMark = "# newdoc";

    /// <exception cref="InvalidDataException">A line is not CoNLL-U; names file and line.</exception>
    public static IReadOnlyList<TreeFileDocument> Read(string path)
    {
        var documents = new List<TreeFileDocument>();
        var lines = new List<string>();
        var first = 1;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith(DocumentMark, StringComparison.Ordinal) && lines.Count > 0)
            {
                documents.Add(Document(path, lines, first));
                lines = [];
                first = number;
            }
            lines.Add(line);
        }
        if (lines.Count > 0) documents.Add(Document(path, lines, first));
        return documents;
    }

    /// <summary>The trees of CoNLL-U text.</summary>
    /// <exception cref="FormatException">A line is not CoNLL-U.</exception>
    public static TreeDocument Parse(IEnumerable<string> lines)
    {
        var builder = new TreeBuilder();
        foreach (var line in lines) builder.Line(line);
        return builder.Finish();
    }

    private static TreeFileDocument Document(string path, List<string> lines, int first)
    {
        try
        {
            var id = lines[0].StartsWith(DocumentMark, StringComparison.Ordinal) && lines[0].Split('=', 2) is [_, var name] ? name.Trim() : "";
            return new TreeFileDocument(id, string.Join('\n', lines) + "\n\n", Parse(lines));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path}: the document from line {first} is not CoNLL-U: {e.Message}", e);
        }
    }
}

/// <summary>Collects the sentences of one document.</summary>
internal sealed class TreeBuilder
{
    private readonly System.Text.StringBuilder _characters = new();
    private readonly List<CharacterSpan> _tokens = [];
    private readonly List<TreeWord> _words = [];
    private readonly List<CharacterSpan> _sentences = [];
    private int _sentenceWord;
    private int _sentenceStart;
    private (CharacterSpan Span, int LastWord)? _multiword;

    public void Line(string line)
    {
        if (line.Length == 0) EndSentence();
        else if (line[0] != '#') Token(line.Split('\t'));
    }

    public TreeDocument Finish()
    {
        EndSentence();
        return new TreeDocument(_characters.ToString(), _tokens, _words, _sentences);
    }

    private void Token(string[] columns)
    {
        var id = columns[0];
        if (id.Contains('.', StringComparison.Ordinal)) return;
        if (id.Split('-') is [_, var last])
        {
            _multiword = (Surface(columns[1]), Number(last));
            return;
        }
        var isPart = _multiword is { } token && Number(id) <= token.LastWord;
        if (!isPart) _multiword = null;
        _words.Add(new TreeWord(isPart ? _multiword!.Value.Span : Surface(columns[1]), isPart, columns[1])
        {
            Lemma = columns[2],
            Upos = columns[3],
            Xpos = columns[4],
            Features = columns[5],
            Head = columns[6] is "0" or "_" ? -1 : _sentenceWord + Number(columns[6]) - 1,
            Deprel = WithoutSubtype(columns[7]),
        });
    }

    private CharacterSpan Surface(string form)
    {
        var start = _characters.Length;
        foreach (var c in form)
            if (!char.IsWhiteSpace(c)) _characters.Append(c);
        var span = new CharacterSpan(start, _characters.Length);
        _tokens.Add(span);
        return span;
    }

    private void EndSentence()
    {
        _multiword = null;
        if (_words.Count == _sentenceWord) return;
        _sentences.Add(new CharacterSpan(_sentenceStart, _characters.Length));
        _sentenceStart = _characters.Length;
        _sentenceWord = _words.Count;
    }

    private static string WithoutSubtype(string deprel) => deprel.Split(':')[0];

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
