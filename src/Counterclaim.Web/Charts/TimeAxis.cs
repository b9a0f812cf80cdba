using System.Globalization;
using Counterclaim.View.Html;

namespace Counterclaim.Web.Charts;

/// <summary>Whole days on the width of a drawing, from left to right.</summary>
/// <param name="From">The beginning of the first day.</param>
/// <param name="To">The end of the last.</param>
internal sealed record TimeAxis(DateTime From, DateTime To)
{
    private const double Left = 2, Width = 96;
    private const int MostNames = 5;

    /// <summary>The days from the first time to the last.</summary>
    public static TimeAxis Of(IReadOnlyCollection<DateTime> times) => new(times.Min().Date, times.Max().Date.AddDays(1));

    public bool IsOneDay => To - From <= TimeSpan.FromDays(1);

    /// <summary>Percent of the width.</summary>
    public double At(DateTime time) => Left + Width * ((time - From) / (To - From));

    public void WriteTicks(HtmlBuilder html)
    {
        var days = (int)(To - From).TotalDays;
        var step = Math.Max(1, (int)Math.Ceiling(days / (double)MostNames));
        html.Raw("<svg class=\"ticks\" aria-hidden=\"true\">");
        for (var day = 0; day < days; day += step)
            html.Write($"<text x=\"{At(From.AddDays(day))}%\" y=\"75%\">{From.AddDays(day).ToString(days > 300 ? "MMM yyyy" : "d MMM", CultureInfo.InvariantCulture)}</text>");
        html.Raw("</svg>");
    }
}
