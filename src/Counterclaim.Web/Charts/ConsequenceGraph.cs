using Counterclaim.Ledger.Consequences;
using Counterclaim.Model;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Charts;

/// <summary>
/// What the sources say depends on what, drawn: causes left, effects right; an arrow's weight says from how many independent origins, its style how certain, its label who says so.
/// </summary>
/// <remarks>Nothing stands in the drawing that the list below it does not say in words (<see cref="ConsequenceParts"/>).</remarks>
internal static class ConsequenceGraph
{
    private const int Width = 270, Height = 68, Between = 180, RowHeight = 84, Margin = 6;
    private const int MostOfLabel = 90, MostOfName = 24;

    /// <param name="edges">Those of the map that are drawn.</param>
    public static void Write(ConsequenceMap map, IReadOnlyList<ConsequenceEdge> edges, HtmlBuilder html)
    {
        var ids = edges.SelectMany(e => new[] { e.Cause, e.Effect }).Distinct(StringComparer.Ordinal).ToList();
        var number = ids.Select((id, i) => (id, i)).ToDictionary(n => n.id, n => n.i, StringComparer.Ordinal);
        var layout = GraphLayout.Of(ids.Count, [.. edges.Select(e => (number[e.Cause], number[e.Effect]))]);
        var nodes = map.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        int width = layout.Columns * (Width + Between) - Between + 2 * Margin, height = (int)Math.Ceiling(layout.Rows * RowHeight) + 2 * Margin;
        html.Write($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{Texts.ConsequenceGraph}"><svg class="graph" width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-hidden="true">
            <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z"/></marker>
            <marker id="stop" viewBox="0 0 4 14" refX="2" refY="7" markerWidth="4" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0H4V14H0z"/></marker></defs>

            """);
        for (var i = 0; i < edges.Count; i++) WriteEdge(edges[i], [.. layout.Way(i)], html);
        for (var i = 0; i < ids.Count; i++) WriteNode(nodes[ids[i]], ToldAt(edges, ids[i]), layout.At(i), html);
        html.Raw("</svg></div>\n");
    }

    /// <summary>A telling that has the words of a node, to lead to.</summary>
    private static (ToldConsequence Told, ConsequencePassage Passage) ToldAt(IReadOnlyList<ConsequenceEdge> edges, string node)
    {
        var edge = edges.First(e => e.Cause == node || e.Effect == node);
        return (edge.Told[0], edge.Cause == node ? edge.Told[0].Cause : edge.Told[0].Effect);
    }

    private static double X(int column) => Margin + column * (Width + Between);

    private static double Y(double row) => Margin + row * RowHeight;

    private static void WriteNode(ConsequenceNode node, (ToldConsequence Told, ConsequencePassage Passage) told, (int Column, double Row) at, HtmlBuilder html)
    {
        double x = X(at.Column), y = Y(at.Row) - Height / 2.0;
        html.Write($"""
            <rect class="matter" x="{x}" y="{y}" width="{Width}" height="{Height}"/><foreignObject x="{x}" y="{y}" width="{Width}" height="{Height}"><div class="matter"><p class="words" dir="auto"><a tabindex="-1" href="{Urls.Span(told.Told.Report.Id, told.Passage.CodePoints)}">{SafeText.Shorten(SafeText.OneLine(node.Label), MostOfLabel)}</a></p><p class="about"><bdi>{AboutOf(node)}</bdi></p></div></foreignObject>

            """);
    }

    private static string AboutOf(ConsequenceNode node) => Wording.Joined(node.Kind ?? "", node.Position ?? "", node.Place?.Name ?? "", node.Reports > 1 ? Texts.Count(node.Reports, "report") : "");

    private static void WriteEdge(ConsequenceEdge edge, (int Column, double Row)[] way, HtmlBuilder html)
    {
        var isBack = way[0].Column >= way[^1].Column;
        var points = way.Select((p, i) => (X: X(p.Column) + (i == 0 != isBack ? Width : i == way.Length - 1 || isBack ? 0 : Width / 2.0), Y: Y(p.Row))).ToArray();
        var path = FormattableString.Invariant($"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (var i = 1; i < points.Length; i++)
        {
            var bend = (points[i].X - points[i - 1].X) / 2;
            path += FormattableString.Invariant($"C{points[i - 1].X + bend:0.#} {points[i - 1].Y:0.#} {points[i].X - bend:0.#} {points[i].Y:0.#} {points[i].X:0.#} {points[i].Y:0.#}");
        }
        var (from, to) = (points[0], points[1]);
        double x = points.Length == 2 ? (from.X + to.X) / 2 : from.X + (isBack ? -Between : Between) / 2.0, y = points.Length == 2 ? (from.Y + to.Y) / 2 : from.Y + (to.Y - from.Y) / 4;
        html.Write($"""
            <a tabindex="-1" href="#{ConsequenceParts.IdOf(edge)}"><path class="edge {StyleOf(edge)}" d="{path}" stroke-width="{Weight(edge.Origins)}" marker-end="url(#{(edge.Relation == ConsequenceRelation.Prevent ? "stop" : "arrow")})"/>
            <text x="{x}" y="{y - 7}" text-anchor="middle"><tspan class="teller">{ConsequenceParts.WhoSays(edge, MostOfName)}</tspan></text><text x="{x}" y="{y + 15}" text-anchor="middle">{Manner(edge)}</text></a>

            """);
    }

    private static string Manner(ConsequenceEdge edge) => Wording.Joined(Wording.Relation(edge.Relation), edge.Origins > 1 ? Texts.Count(edge.Origins, "origin") : "");

    /// <summary>How sure those put it who are surest.</summary>
    public static string StyleOf(ConsequenceEdge edge) => Model.Json.JsonNames.Of(ConsequenceParts.SurestOf(edge));

    private static double Weight(int origins) => Math.Min(8, 0.6 + 1.2 * origins);
}
