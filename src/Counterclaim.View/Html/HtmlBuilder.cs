using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Counterclaim.View.Html;

/// <summary>Puts a page together. Markup comes from this program alone; everything else is encoded.</summary>
public sealed class HtmlBuilder
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    /// <summary>Our own markup with values in it: whatever stands in a hole is encoded, but another part that is markup already.</summary>
    public HtmlBuilder Write([InterpolatedStringHandlerArgument("")] ref HtmlTemplate markup)
    {
        _ = markup; // it has written itself by now
        return this;
    }

    /// <param name="markup">Our own markup, with nothing of a report but ids, numbers and class names.</param>
    public HtmlBuilder Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Text of a report: encoded; what would turn the reading direction or is no character is shown as its code.</summary>
    public HtmlBuilder Text(ReadOnlySpan<char> text)
    {
        var from = 0;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            if (SafeText.IsDangerous(rune) && rune.Value is not ('\n' or '\r' or '\t'))
            {
                Append(text[from..i]);
                Raw($"<span class=\"ctl\" title=\"control character\">U+{rune.Value:X4}</span>");
                from = i + length;
            }
            i += length;
        }
        Append(text[from..]);
        return this;
    }

    /// <summary>Any words on one line, for content or for an attribute's value in double quotation marks.</summary>
    public HtmlBuilder Line(ReadOnlySpan<char> words)
    {
        _html.Append(Encoder.Encode(SafeText.OneLine(words)));
        return this;
    }

    public override string ToString() => _html.ToString();

    private void Append(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty) _html.Append(Encoder.Encode(text.ToString()));
    }
}
