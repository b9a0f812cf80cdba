using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Comparison;

/// <summary>The counts that a quantity admits, both ends included: "at least 30" is 30 to infinity, "about 50" is 43 to 57, "dozens" 24 to 99.</summary>
/// <param name="Low">The least that the wording admits.</param>
/// <param name="High">The most; infinite for a floor.</param>
/// <param name="IsExact">Whether one figure is told, without a word that bounds or blurs it.</param>
public readonly record struct CountRange(double Low, double High, bool IsExact)
{
    /// <summary>How far "about", "nearly" and "some" reach to either side, as a share of the figure.</summary>
    public const double Blur = 0.15;

    public static CountRange None { get; } = new(0, 0, IsExact: true);

    public static CountRange Of(Quantity quantity)
    {
        var (low, high) = (quantity.Value, quantity.To ?? quantity.Value);
        if (quantity.Approximate && quantity.To is null) (low, high) = (Math.Floor(low * (1 - Blur)), Math.Ceiling(high * (1 + Blur)));
        return quantity.Bound switch
        {
            QuantityBound.AtLeast => new(low, double.PositiveInfinity, false),
            QuantityBound.AtMost => new(0, high, false),
            _ => new(low, high, !quantity.Approximate && quantity.To is null),
        };
    }

    /// <summary>Whether one count can satisfy both.</summary>
    public bool Meets(CountRange other) => Low <= other.High && other.Low <= High;

    /// <summary>For people: "41", "at least 30", "up to 5", "43 to 57".</summary>
    public override string ToString() =>
        double.IsPositiveInfinity(High) ? "at least " + Text(Low)
        : Low == High ? Text(Low)
        : Low == 0 ? "up to " + Text(High)
        : $"{Text(Low)} to {Text(High)}";

    private static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
