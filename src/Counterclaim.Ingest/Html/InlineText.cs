using System.Text;

namespace Counterclaim.Ingest.Html;

/// <summary>Gathers the text of one block: white space made single spaces, soft hyphens and zero-width marks dropped.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private bool _space;

    public int LinkChars { get; private set; }

    public int Length => _text.Length;

    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    public void Append(ReadOnlySpan<char> part, bool inLink)
    {
        foreach (var c in part)
        {
            if (char.IsWhiteSpace(c))
            {
                _space = _text.Length > 0;
                continue;
            }
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060' || (char.IsControl(c) && c != '\0')) continue;
            if (_space)
            {
                _text.Append(' ');
                _space = false;
                if (inLink) LinkChars++;
            }
            _text.Append(c == '\0' ? '\uFFFD' : c);
            if (inLink) LinkChars++;
        }
    }

    public void AppendSpace() => _space = _text.Length > 0;

    public (string Text, int LinkChars) Take()
    {
        var taken = (_text.ToString(), LinkChars);
        _text.Clear();
        _space = false;
        LinkChars = 0;
        return taken;
    }
}
