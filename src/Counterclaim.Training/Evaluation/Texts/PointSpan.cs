namespace Counterclaim.Training.Evaluation.Texts;

/// <summary>A half-open range of Unicode code points, as the gold files count them.</summary>
public readonly record struct PointSpan(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Shared code points; 0 where the spans do not overlap.</summary>
    public int Overlap(PointSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));
}
