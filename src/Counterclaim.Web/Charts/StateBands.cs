using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Charts;

/// <summary>A state over time as each source tells it: a band a source, from each telling to its next, in the colour and under the letter of what it says.</summary>
internal static class StateBands
{
    private const int MostSources = 14;

    /// <summary>Percent of a row's height.</summary>
    private const double BandTop = 18, BandHeight = 64;

    /// <summary>Percent of the width that a letter takes on a narrow screen.</summary>
    private const double LetterWidth = 1.7;

    private sealed record Telling(Claim Claim, DateTime At, int Answer);

    /// <param name="Page">Where the source is told of; null for one known by a description alone.</param>
    private sealed record Source(string Key, string Name, string? Page);

    /// <summary>Whether a claim can be drawn: it is dated, and its tellers commit to it.</summary>
    public static bool Takes(Claim claim) => claim.AsOf is not null && PositionKeys.IsAnswer(claim);

    /// <param name="claims">Of one kind, about one matter, at least one; all of which it <see cref="Takes"/>.</param>
    /// <param name="axis">The days that all drawings of a page share.</param>
    public static void Write(string caption, IReadOnlyList<Claim> claims, TimeAxis axis, HtmlBuilder html)
    {
        var told = claims.OrderBy(c => c.AsOf!.Value.From).ToList();
        var answers = Answers(told);
        var sources = told.GroupBy(SourceOf).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(c => c.AsOf!.Value.From)).ToList();
        var shown = sources.Take(MostSources).OrderBy(g => g.Min(c => c.AsOf!.Value.From)).ToList();
        html.Write($"<table class=\"strip bands\"><caption>{caption}</caption><thead><tr><td></td><td class=\"drawn\">{axis.WriteTicks}</td><td></td></tr></thead><tbody>\n");
        foreach (var source in shown)
        {
            html.Write($"<tr><th scope=\"row\">{html => WriteSource(source.Key, html)}</th><td class=\"drawn\">{html => WriteBand([.. source.Select(c => new Telling(c, c.AsOf!.Value.From, answers.FindIndex(a => a.Key == PositionKeys.Of(c))))], axis, html)}</td><td class=\"now\">{html => WriteNow([.. source], answers, html)}</td></tr>\n");
        }
        html.Raw("</tbody></table>\n");
        if (sources.Count > shown.Count) html.Write($"<p class=\"strokes\">{Texts.Showing(1, shown.Count, sources.Count, "source", "sources")}</p>\n");
    }

    /// <summary>The answers in the order of the kind's scale.</summary>
    private static List<(string Key, string Label)> Answers(List<Claim> told)
    {
        var scale = Scale.Of(told[0].Kind);
        return [.. told.GroupBy(PositionKeys.Of).OrderBy(g => ClaimComparer.Negates(g.First()) ? 2 : scale?.At(g.First().Position) ?? 2).Select(g => (g.Key, PositionKeys.Label(g.First())))];
    }

    private static Source SourceOf(Claim claim)
    {
        var teller = claim.FirstTeller;
        if (teller.IsPublisher) return new Source("outlet " + claim.Report.Outlet, claim.Report.Outlet ?? Texts.UnnamedPublisher, null);
        return teller.Actor?.Cluster is { } id ? new Source(id, teller.Name, Urls.Actor(id)) : new Source("words " + teller.Name, ClaimParts.NameOf(teller), null);
    }

    private static void WriteSource(Source source, HtmlBuilder html)
    {
        if (source.Page is { } page) html.Write($"<a href=\"{page}\"><bdi>{source.Name}</bdi></a>");
        else html.Write($"<bdi>{source.Name}</bdi>");
    }

    private static void WriteBand(IReadOnlyList<Telling> tellings, TimeAxis axis, HtmlBuilder html)
    {
        // Whoever says two things at one moment has said both: their bands lie one above the other.
        var moments = tellings.GroupBy(t => t.At).Select(g => (At: g.Key, Answers: g.Select(t => t.Answer).Distinct().Order().ToList())).OrderBy(m => m.At).ToList();
        html.Raw("<svg class=\"line\" aria-hidden=\"true\"><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>");
        for (var i = 0; i < moments.Count; i++)
        {
            var (from, to) = (axis.At(moments[i].At), i + 1 < moments.Count ? axis.At(moments[i + 1].At) : axis.At(axis.To));
            var height = BandHeight / moments[i].Answers.Count;
            for (var n = 0; n < moments[i].Answers.Count && to > from; n++)
                html.Write($"<rect class=\"band {Letters.Colour(moments[i].Answers[n])}\" x=\"{from}%\" width=\"{to - from}%\" y=\"{BandTop + n * height}%\" height=\"{height}%\"/>");
        }
        foreach (var telling in tellings)
            html.Write($"<a href=\"{Urls.Item(telling.Claim.Ref)}\" tabindex=\"-1\"><line class=\"told {Letters.Colour(telling.Answer)}\" x1=\"{axis.At(telling.At)}%\" x2=\"{axis.At(telling.At)}%\" y1=\"8%\" y2=\"92%\"/><title>{Dates.AsOf(telling.Claim)}: {PositionKeys.Label(telling.Claim)}</title></a>");
        foreach (var (at, words) in LabelsOf(moments, axis)) html.Write($"<text class=\"letter\" x=\"{at}%\" dx=\"6\" y=\"50%\" dy=\"4.5\">{words}</text>");
        html.Raw("</svg>");
    }

    /// <summary>The letters of what is said anew, from left to right: "A", "A/B" of one moment, "A▸B" where the next would cover the one before.</summary>
    /// <returns>Percent of the width, and the letters.</returns>
    internal static List<(double At, string Words)> LabelsOf(IReadOnlyList<(DateTime At, List<int> Answers)> moments, TimeAxis axis)
    {
        var labels = new List<(double At, string Words)>();
        for (var i = 0; i < moments.Count; i++)
        {
            if (i > 0 && moments[i - 1].Answers.SequenceEqual(moments[i].Answers)) continue;
            var (at, words) = (axis.At(moments[i].At), string.Join('/', moments[i].Answers.Select(Letters.Of)));
            if (labels is [.., var last] && at < last.At + LetterWidth * (last.Words.Length + 1)) labels[^1] = (last.At, $"{last.Words}▸{words}");
            else labels.Add((at, words));
        }
        return labels;
    }

    /// <summary>What it said last.</summary>
    private static void WriteNow(IReadOnlyList<Claim> told, List<(string Key, string Label)> answers, HtmlBuilder html)
    {
        var last = told.Where(c => c.AsOf!.Value.From == told[^1].AsOf!.Value.From).DistinctBy(PositionKeys.Of).ToList();
        foreach (var claim in last)
        {
            var answer = answers.FindIndex(a => a.Key == PositionKeys.Of(claim));
            html.Write($"<span class=\"tag {Letters.Colour(answer)}\">{Letters.Of(answer)}</span><a href=\"{Urls.Item(claim.Ref)}\"><bdi>{answers[answer].Label}</bdi></a> ");
        }
        html.Write($"<small>{Dates.AsOf(last[0])}</small>");
    }
}
