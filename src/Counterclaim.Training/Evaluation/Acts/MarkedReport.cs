using System.Globalization;
using System.Text;
using Counterclaim.Model;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary>
/// A text with its statements marked in it: <c>{1h:Reed} {1c:said} on {1t:Monday} {1x:the harbour is open}</c> has statement 1 with
/// holder, cue, time of saying and content; <c>{1o:the harbour is open}</c> is own voice. Marks nest.
/// </summary>
internal sealed class MarkedReport
{
    private readonly Dictionary<string, List<TextSpan>> _marks = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The marks are not balanced.</exception>
    public MarkedReport(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Name, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            switch (marked[i])
            {
                case '{':
                    var colon = marked.IndexOf(':', i);
                    if (colon < 0) throw new FormatException("a mark without a colon");
                    open.Push((marked[(i + 1)..colon], text.Length));
                    i = colon;
                    break;
                case '}':
                    if (!open.TryPop(out var mark)) throw new FormatException("a mark closed that was not opened");
                    if (!_marks.TryGetValue(mark.Name, out var spans)) _marks[mark.Name] = spans = [];
                    spans.Add(new TextSpan(mark.Start, text.Length));
                    break;
                default:
                    text.Append(marked[i]);
                    break;
            }
        }
        if (open.Count > 0) throw new FormatException("a mark that is never closed");
        Text = text.ToString();
    }

    public string Text { get; }

    /// <param name="part">h holder, c cue, x content, t time of saying, o own voice.</param>
    public SpanList Part(int number, char part) =>
        _marks.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{number}{part}"), out var spans) ? SpanList.Create([.. spans]) : SpanList.Empty;
}
