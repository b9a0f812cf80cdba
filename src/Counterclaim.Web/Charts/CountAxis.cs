using Counterclaim.Ledger.Questions;

namespace Counterclaim.Web.Charts;

/// <summary>Where a count stands on the width of a drawing: from the least that is claimed to the most, with room for what is open above.</summary>
internal sealed class CountAxis
{
    private const double Left = 2, Right = 96;

    private readonly double _from, _to;

    private CountAxis(double from, double to, IReadOnlyList<double> ticks) => (_from, _to, Ticks) = (from, to, ticks);

    /// <summary>Round counts worth naming.</summary>
    public IReadOnlyList<double> Ticks { get; }

    public static CountAxis Of(Question question)
    {
        var ranges = question.Positions.Select(p => p.Range).OfType<Ledger.Comparison.CountRange>().ToArray();
        var low = ranges.Min(r => r.Low);
        var high = ranges.Max(r => double.IsFinite(r.High) ? r.High : r.Low * 1.15);
        // A scale that begins far from nothing makes small differences look large.
        if (low <= high * 0.6) low = 0;
        if (high <= low) high = low + 1;
        var step = Step((high - low) / 5);
        var from = Math.Floor(low / step) * step;
        var to = Math.Ceiling(high / step) * step;
        var ticks = new List<double>();
        for (var tick = from; tick <= to + step / 2; tick += step) ticks.Add(tick);
        return new CountAxis(from, to, ticks);
    }

    /// <summary>Percent of the width.</summary>
    public double At(double count) => Left + (Right - Left) * Math.Clamp((count - _from) / (_to - _from), 0, 1.03);

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        return Math.Max(1, step);
    }
}
