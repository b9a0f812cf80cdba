using System.Globalization;
using System.Runtime.CompilerServices;

namespace Counterclaim.View.Html;

/// <summary>An interpolated string that is markup: its literal parts are written as they are, its holes encoded for content or for an attribute in double quotation marks.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlTemplate
{
    private readonly HtmlBuilder _html;

    public HtmlTemplate(int literalLength, int formattedCount, HtmlBuilder html) => _html = html;

    public void AppendLiteral(string markup) => _html.Raw(markup);

    /// <summary>Any words, on one line; white space at their ends counts, as one space.</summary>
    public void AppendFormatted(string? words)
    {
        if (string.IsNullOrEmpty(words)) return;
        if (char.IsWhiteSpace(words[0])) _html.Raw(" ");
        _html.Line(words);
        if (words.Length > 1 && char.IsWhiteSpace(words[^1])) _html.Raw(" ");
    }

    public void AppendFormatted(int number) => _html.Raw(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long number) => _html.Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A coordinate of a drawing: two decimals do.</summary>
    public void AppendFormatted(double number) => _html.Raw(number.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>A part that is markup.</summary>
    public void AppendFormatted(Action<HtmlBuilder>? part) => part?.Invoke(_html);
}
