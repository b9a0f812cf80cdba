using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Tests;

/// <summary>Makes predictions out of gold: drops, shifts, stretches and merges, the same on every run.</summary>
internal static class Spoil
{
    /// <summary>A copy in which, by turns, items are left alone, dropped, doubled, or changed.</summary>
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T> items, int salt, Func<T, int, T> change)
    {
        var spoiled = new List<T>();
        for (var i = 0; i < items.Count; i++)
        {
            switch ((i * 7 + salt) % 5)
            {
                case 0:
                    break;
                case 1:
                    spoiled.Add(items[i]);
                    spoiled.Add(change(items[i], i + salt));
                    break;
                case 2:
                    spoiled.Add(items[i]);
                    break;
                default:
                    spoiled.Add(change(items[i], i + salt));
                    break;
            }
        }
        return spoiled;
    }

    /// <summary>Shifts, stretches, or cuts a span by some code points, kept inside a text of the given length.</summary>
    public static PointSpan Span(PointSpan span, int salt, int textLength)
    {
        var (start, end) = (salt % 6) switch
        {
            0 => (span.Start + 3, span.End + 3),
            1 => (span.Start - 12, span.End),
            2 => (span.Start, span.End + 25),
            3 => (span.Start, span.Start + Math.Max(1, span.Length / 2)),
            4 => (span.Start, span.End + 1),
            _ => (span.Start, span.End),
        };
        start = Math.Clamp(start, 0, textLength - 1);
        return new PointSpan(start, Math.Clamp(end, start + 1, textLength));
    }

    public static IReadOnlyList<PointSpan> Spans(IReadOnlyList<PointSpan> spans, int salt, int textLength) => (salt % 4) switch
    {
        0 when spans.Count > 0 => [new PointSpan(spans.Min(s => s.Start), spans.Max(s => s.End))],
        1 => [],
        _ => [.. spans.Select((s, i) => Span(s, salt + i, textLength))],
    };
}
