using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Parts;

/// <summary>A consequence map on a page: the drawing, what its strokes mean, and every telling in words.</summary>
internal static class ConsequenceParts
{
    private const int MostTold = 6;

    /// <param name="most">How many arrows at most, those with most origins first.</param>
    public static void Write(ConsequenceMap map, int most, HtmlBuilder html)
    {
        ConsequenceEdge[] edges = [.. map.Edges.Take(most)];
        ConsequenceGraph.Write(map, edges, html);
        html.Write($"<p class=\"strokes\">{Texts.ArrowWeight} {html => Stroke(Certainty.Certain, html)} {html => Stroke(Certainty.Probable, html)} {html => Stroke(Certainty.Possible, html)} {html => Stroke(Certainty.Hypothetical, html)} {html => Stroke(Certainty.Counterfactual, html)}</p>\n");
        html.Raw("<ol class=\"rows consequences\">\n");
        foreach (var edge in edges) WriteEdge(edge, html);
        html.Raw("</ol>\n");
    }

    private static void Stroke(Certainty certainty, HtmlBuilder html) =>
        html.Write($"<span class=\"stroke\"><svg aria-hidden=\"true\"><line class=\"edge {JsonNames.Of(certainty)}\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\" stroke-width=\"1.8\"/></svg>{JsonNames.Of(certainty)}</span>");

    private static void WriteEdge(ConsequenceEdge edge, HtmlBuilder html)
    {
        var first = edge.Told[0];
        html.Write($"""
            <li class="row" id="{IdOf(edge)}" data-open="{Urls.Item(first.Report.Id, ItemOf(first))}" tabindex="0"><div class="said"><p class="follows"><q class="cut" dir="auto">{Words(first.Cause)}</q> <span class="arrow">{Wording.Relation(edge.Relation)}</span> <q class="cut" dir="auto">{Words(first.Effect)}</q></p>
            <ul class="who">

            """);
        foreach (var told in edge.Told.Take(MostTold))
            html.Write($"<li>{html => ClaimParts.Chain(told.Tellers, Manner(told), html)} · <a href=\"{Urls.Item(told.Report.Id, ItemOf(told))}\">{Day(told)}</a></li>\n");
        html.Write($"</ul></div><p class=\"sum\">{Wording.Joined(Texts.Count(edge.Origins, "origin"), Texts.Count(edge.Told.Count, "telling"), edge.Told.Count > MostTold ? Texts.AndMore(edge.Told.Count - MostTold) : "")}</p></li>\n");
    }

    private static string Words(ConsequencePassage passage) => SafeText.Shorten(SafeText.OneLine(passage.Exact), 300);

    private static string Manner(ToldConsequence told) => Wording.Joined(
        told.FirstTeller.IsPublisher ? Texts.OwnVoice : "",
        JsonNames.Of(told.Certainty),
        told.Stance switch { ClaimStance.Denies => Texts.Denied, ClaimStance.HeldBack => Texts.NotCommitted, _ => "" });

    private static string Day(ToldConsequence told) => told.AsOf is { } asOf ? Dates.Day(asOf.From) : Texts.Undated;

    /// <summary>"k3": the consequence in its report's ledger.</summary>
    private static string ItemOf(ToldConsequence told) => told.Id[(told.Id.LastIndexOf('/') + 1)..];

    /// <summary>Where an arrow is told in words.</summary>
    public static string IdOf(ConsequenceEdge edge) => $"{edge.Cause}-{edge.Effect}-{JsonNames.Of(edge.Relation)}";

    /// <summary>How sure those put it who assert it and are surest; where nobody does, those who tell of it.</summary>
    public static Certainty SurestOf(ConsequenceEdge edge)
    {
        var asserting = edge.Told.Where(t => t.Stance == ClaimStance.Asserts).ToList();
        return (asserting.Count > 0 ? asserting : edge.Told).Min(t => t.Certainty);
    }

    /// <summary>"the energy ministry, aid groups +2"; where nobody asserts it, who denies it or does not commit to it.</summary>
    public static string WhoSays(ConsequenceEdge edge, int mostOfName)
    {
        var asserting = edge.Told.Where(t => t.Stance == ClaimStance.Asserts).ToList();
        var names = (asserting.Count > 0 ? asserting : edge.Told).Select(NameOf).Distinct(StringComparer.Ordinal).ToList();
        var shown = SafeText.Shorten(SafeText.OneLine(names[0]), mostOfName) + (names.Count > 1 ? $" +{names.Count - 1}" : "");
        if (asserting.Count > 0) return shown;
        return edge.Told.Any(t => t.Stance == ClaimStance.Denies) ? Texts.DeniedBy(shown) : Texts.LeftOpenBy(shown);
    }

    private static string NameOf(ToldConsequence told) => told.FirstTeller.IsPublisher ? told.Report.Outlet ?? Texts.UnnamedPublisher : ClaimParts.NameOf(told.FirstTeller);
}
