using System.Globalization;
using System.Text;
using Counterclaim.Model;

namespace Counterclaim.Language.Conllu;

/// <summary>Reads CoNLL-U (universaldependencies.org/format): words, not multiword or empty tokens, with their spans in the text.</summary>
public sealed class ConlluReader
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _tokens = [];
    private readonly List<TokenRange> _sentences = [];
    private readonly List<int> _documents = [];
    private readonly List<string> _documentIds = [];
    private readonly List<string> _forms = [];
    private readonly List<string?> _lemmas = [];
    private readonly List<string?> _upos = [];
    private readonly List<string?> _xpos = [];
    private readonly List<string?> _features = [];
    private readonly List<int> _heads = [];
    private readonly List<string?> _deprels = [];
    private readonly List<string?> _misc = [];
    private readonly List<string> _lines = [];
    private readonly List<string> _openLines = [];
    private int _sentencesBefore;
    private int _sentenceStart;
    private int _line;
    private bool _spaceBefore;
    private bool _paragraphBefore;
    private (int LastWord, int From, bool SpaceAfter, string Form)? _multiword;

    private ConlluReader()
    {
    }

    /// <summary>Reads a file as one.</summary>
    /// <exception cref="FormatException">A line is not CoNLL-U; the message gives its number.</exception>
    public static ConlluDocument Read(TextReader reader)
    {
        var state = new ConlluReader();
        while (reader.ReadLine() is { } line) state.Line(line);
        state.EndSentence();
        return state.Document();
    }

    /// <summary>Reads a file document by document, so that its length costs no memory.</summary>
    /// <param name="longest">Sentences after which a document is parted all the same.</param>
    /// <exception cref="FormatException">A line is not CoNLL-U; the message gives its number.</exception>
    public static IEnumerable<ConlluDocument> ReadParts(TextReader reader, int longest = 2000)
    {
        var state = new ConlluReader();
        while (reader.ReadLine() is { } line)
        {
            if (state._sentences.Count > 0 && (IsDocumentMark(line) || state._sentences.Count >= longest) && state._tokens.Count == state._sentenceStart)
                yield return state.TakePart();
            state.Line(line);
        }
        state.EndSentence();
        if (state._sentences.Count > 0) yield return state.TakePart();
    }

    private static bool IsDocumentMark(string line) => line.StartsWith("# newdoc", StringComparison.Ordinal);

    private ConlluDocument TakePart()
    {
        var part = Document();
        _text.Clear();
        _tokens.Clear();
        _sentences.Clear();
        _documents.Clear();
        _documentIds.Clear();
        _forms.Clear();
        _lemmas.Clear();
        _upos.Clear();
        _xpos.Clear();
        _features.Clear();
        _heads.Clear();
        _deprels.Clear();
        _misc.Clear();
        _lines.Clear();
        _sentencesBefore += part.Sentences.Length;
        _sentenceStart = 0;
        _spaceBefore = _paragraphBefore = false;
        return part;
    }

    private void Line(string line)
    {
        _line++;
        if (line.Length == 0) EndSentence();
        else
        {
            _openLines.Add(line);
            if (line[0] == '#') Comment(line);
            else Word(line);
        }
    }

    private void Comment(string line)
    {
        if (IsDocumentMark(line))
        {
            var id = line.IndexOf('=', StringComparison.Ordinal);
            _documents.Add(_sentences.Count);
            _documentIds.Add(id < 0 ? "" : line[(id + 1)..].Trim());
            _paragraphBefore = true;
        }
        else if (line.StartsWith("# newpar", StringComparison.Ordinal)) _paragraphBefore = true;
    }

    private void Word(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length != 10) throw Malformed($"{columns.Length} columns instead of 10");
        var id = columns[0];
        var noSpace = HasNoSpaceAfter(columns[9]);
        if (id.Contains('.', StringComparison.Ordinal)) return;
        var range = id.IndexOf('-', StringComparison.Ordinal);
        Separate();
        if (range > 0)
        {
            var last = Number(id[(range + 1)..]);
            _multiword = (last, _text.Length, !noSpace, columns[1]);
            _text.Append(columns[1]);
            return;
        }
        var index = Number(id);
        if (index != _tokens.Count - _sentenceStart + 1) throw Malformed($"word {id} out of order");
        _tokens.Add(Place(columns[1], index, noSpace));
        _forms.Add(columns[1]);
        _lemmas.Add(Open(columns[2]));
        _upos.Add(Open(columns[3]));
        _xpos.Add(Open(columns[4]));
        _features.Add(Open(columns[5]));
        _heads.Add(columns[6] is "_" or "0" ? -1 : _sentenceStart + Number(columns[6]) - 1);
        _deprels.Add(Open(columns[7]));
        _misc.Add(Open(columns[9]));
    }

    private TextSpan Place(string form, int index, bool noSpace)
    {
        if (_multiword is not { } whole)
        {
            var start = _text.Length;
            _text.Append(form);
            _spaceBefore = !noSpace;
            return new TextSpan(start, _text.Length);
        }
        var end = Math.Min(_text.Length, whole.From + form.Length);
        if (index >= whole.LastWord)
        {
            end = _text.Length;
            _multiword = null;
            _spaceBefore = whole.SpaceAfter;
        }
        else _multiword = whole with { From = end };
        return new TextSpan(whole.From, end);
    }

    private void Separate()
    {
        if (_multiword is not null) return;
        if (_tokens.Count == _sentenceStart && _paragraphBefore && _text.Length > 0) _text.Append("\n\n");
        else if (_spaceBefore && _text.Length > 0) _text.Append(' ');
        _paragraphBefore = _spaceBefore = false;
    }

    private void EndSentence()
    {
        if (_tokens.Count == _sentenceStart) return;
        for (var i = _sentenceStart; i < _tokens.Count; i++)
            if (_heads[i] >= _tokens.Count) throw Malformed("a head lies outside the sentence that ends here");
        if (_documents.Count == 0)
        {
            _documents.Add(0);
            _documentIds.Add("");
        }
        _sentences.Add(new TokenRange(_sentenceStart, _tokens.Count));
        _sentenceStart = _tokens.Count;
        _lines.AddRange(_openLines);
        _lines.Add("");
        _openLines.Clear();
    }

    private static bool HasNoSpaceAfter(string misc) => misc.Contains("SpaceAfter=No", StringComparison.Ordinal);

    private static string? Open(string column) => column == "_" ? null : column;

    private int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw Malformed($"'{text}' is not a word's number");

    private FormatException Malformed(string what) => new($"CoNLL-U line {_line}: {what}.");

    private ConlluDocument Document() => new(_text.ToString(), [.. _tokens], [.. _sentences], [.. _documents], [.. _documentIds], [.. _forms],
        [.. _lemmas], [.. _upos], [.. _xpos], [.. _features], [.. _heads], [.. _deprels], [.. _misc], [.. _lines], _sentencesBefore);
}
