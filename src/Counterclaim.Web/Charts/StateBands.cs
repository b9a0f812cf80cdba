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
            html.Write($"<tr><th scope=\"row\">{html => WriteSource(source.Key, html)}</th><td class=\"drawn\">{html => WriteBand([.. source.Select(c => new Telling(c, c.AsOf!.Value.From, answers.FindIndex(a => a.Key == PositionKeys.Of(c))))], axis, html)}</td><td class=\"now\">{html => WriteNow(source.Last(), answers, html)}</td></tr>\n");
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
        html.Raw("<svg class=\"line\" aria-hidden=\"true\"><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>");
        for (var i = 0; i < tellings.Count; i++)
        {
            var (from, to) = (axis.At(tellings[i].At), i + 1 < tellings.Count ? axis.At(tellings[i + 1].At) : axis.At(axis.To));
            if (to > from) html.Write($"<rect class=\"band {Letters.Colour(tellings[i].Answer)}\" x=\"{from}%\" width=\"{to - from}%\" y=\"18%\" height=\"64%\"/>");
        }
        for (var i = 0; i < tellings.Count; i++)
        {
            var telling = tellings[i];
            html.Write($"<a href=\"{Urls.Item(telling.Claim.Ref)}\" tabindex=\"-1\"><line class=\"told {Letters.Colour(telling.Answer)}\" x1=\"{axis.At(telling.At)}%\" x2=\"{axis.At(telling.At)}%\" y1=\"8%\" y2=\"92%\"/><title>{Dates.AsOf(telling.Claim)}: {PositionKeys.Label(telling.Claim)}</title></a>");
            if (i == 0 || tellings[i - 1].Answer != telling.Answer) html.Write($"<text class=\"letter\" x=\"{axis.At(telling.At)}%\" dx=\"6\" y=\"50%\" dy=\"4.5\">{Letters.Of(telling.Answer)}</text>");
        }
        html.Raw("</svg>");
    }

    /// <summary>What it said last.</summary>
    private static void WriteNow(Claim last, List<(string Key, string Label)> answers, HtmlBuilder html)
    {
        var answer = answers.FindIndex(a => a.Key == PositionKeys.Of(last));
        html.Write($"<span class=\"tag {Letters.Colour(answer)}\">{Letters.Of(answer)}</span><a href=\"{Urls.Item(last.Ref)}\"><bdi>{answers[answer].Label}</bdi></a> <small>{Dates.AsOf(last)}</small>");
    }
}
