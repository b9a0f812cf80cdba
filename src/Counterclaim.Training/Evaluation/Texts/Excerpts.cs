using Counterclaim.Training.Evaluation.Quotes;

namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>Short one-line excerpts of a text, for lists of errors.</summary>
internal sealed class Excerpts(string text)
{
    private const int LongestExcerpt = 160;

    private readonly int[] _points = PythonText.CodePoints(text);

    /// <summary>"[holder] &lt;cue&gt; content".</summary>
    public string Of(QuoteStatement statement) => $"[{Of(statement.Holder)}] <{Of(statement.Cue)}> {Of(statement.Content)}";

    public string Of(PointSpan span) => Of([span]);

    private string Of(IReadOnlyList<PointSpan> spans)
    {
        var parts = spans.Select(s => PythonText.Slice(_points, s));
        var line = string.Join(" … ", parts).ReplaceLineEndings("⏎");
        return line.Length <= LongestExcerpt ? line : $"{line[..(LongestExcerpt * 2 / 3)]} […] {line[^(LongestExcerpt / 3)..]}";
    }
}
