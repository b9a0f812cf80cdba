using System.Globalization;
using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Layouts;

/// <summary>A consequence of one report with the edge of the map it is told of.</summary>
public sealed record ConsequenceRow(ConsequenceMap Map, ConsequenceEdge Edge, ToldConsequence Told);

/// <summary>Writes maps of consequences for other programs.</summary>
public static class ConsequenceLayouts
{
    /// <summary>One row for each telling: the columns of csv, the fields of jsonl (docs/ledger.md).</summary>
    public static RowLayout<ConsequenceRow> Rows { get; } = new("consequences",
    [
        ("id", r => r.Told.Id), ("relation", r => JsonNames.Of(r.Told.Relation)), ("certainty", r => JsonNames.Of(r.Told.Certainty)), ("stance", r => ClaimNames.Of(r.Told.Stance)),
        ("cause", r => r.Told.Cause.Exact), ("cause_start", r => r.Told.Cause.CodePoints.Start), ("cause_end", r => r.Told.Cause.CodePoints.End),
        ("cause_polarity", r => JsonNames.Of(r.Told.Cause.Polarity)), ("cause_claim", r => r.Told.Cause.Claim?.Ref.ToString()), ("cause_node", r => r.Edge.Cause),
        ("effect", r => r.Told.Effect.Exact), ("effect_start", r => r.Told.Effect.CodePoints.Start), ("effect_end", r => r.Told.Effect.CodePoints.End),
        ("effect_polarity", r => JsonNames.Of(r.Told.Effect.Polarity)), ("effect_claim", r => r.Told.Effect.Claim?.Ref.ToString()), ("effect_node", r => r.Edge.Effect),
        ("marker", r => r.Told.Marker.Length == 0 ? null : r.Told.Marker), ("origins", r => r.Edge.Origins), ("first_teller", r => r.Told.FirstTeller.Name),
        ("first_teller_id", r => r.Told.FirstTeller.Actor?.Cluster), ("tellers", r => string.Join(" > ", r.Told.Tellers.Select(t => t.Name))), ("as_of", r => r.Told.AsOf?.From),
        ("outlet", r => r.Told.Report.Outlet), ("title", r => r.Told.Report.Title), ("published", r => ClaimColumns.Published(r.Told.Report)), ("url", r => r.Told.Report.Url),
    ]);

    public static IEnumerable<ConsequenceRow> RowsOf(ConsequenceMap map) => map.Edges.SelectMany(e => e.Told.Select(t => new ConsequenceRow(map, e, t)));

    /// <summary>The map as one JSON document: nodes, and edges with all who tell them.</summary>
    public static void WriteJson(Stream output, ConsequenceMap map, string query)
    {
        using (var json = new Utf8JsonWriter(output, ClaimJson.Options with { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("query"u8, query);
            json.WriteNumber("total"u8, map.Total);
            json.WriteNumber("shown"u8, map.Shown);
            json.WriteStartArray("nodes"u8);
            foreach (var node in map.Nodes) Write(json, node);
            json.WriteEndArray();
            json.WriteStartArray("edges"u8);
            foreach (var edge in map.Edges) Write(json, map, edge);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, ConsequenceNode node)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, node.Id);
        json.WriteString("key"u8, node.Key);
        json.WriteString("label"u8, node.Label);
        json.WriteString("kind"u8, node.Kind);
        json.WriteString("position"u8, node.Position);
        json.WriteString("place"u8, node.Place?.Name);
        json.WriteNumber("reports"u8, node.Reports);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConsequenceMap map, ConsequenceEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("cause"u8, edge.Cause);
        json.WriteString("effect"u8, edge.Effect);
        json.WriteString("relation"u8, JsonNames.Of(edge.Relation));
        json.WriteNumber("origins"u8, edge.Origins);
        json.WriteStartArray("told"u8);
        foreach (var told in edge.Told) Rows.WriteJson(json, new ConsequenceRow(map, edge, told));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The map in the language of Graphviz.</summary>
    public static string Dot(ConsequenceMap map)
    {
        var text = new StringBuilder("digraph consequences {\n  node [shape=box];\n");
        foreach (var node in map.Nodes) text.Append(CultureInfo.InvariantCulture, $"  {node.Id} [label=\"{DotText(node.Label)}\"];\n");
        foreach (var edge in map.Edges) text.Append(CultureInfo.InvariantCulture, $"  {edge.Cause} -> {edge.Effect} [label=\"{DotText(LabelOf(edge))}\"{(edge.Relation == Model.ConsequenceRelation.Prevent ? ", arrowhead=tee" : "")}];\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>The map as a Mermaid flowchart.</summary>
    public static string Mermaid(ConsequenceMap map)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in map.Nodes) text.Append(CultureInfo.InvariantCulture, $"  {node.Id}[\"{MermaidText(node.Label)}\"]\n");
        foreach (var edge in map.Edges) text.Append(CultureInfo.InvariantCulture, $"  {edge.Cause} -->|\"{MermaidText(LabelOf(edge))}\"| {edge.Effect}\n");
        return text.ToString();
    }

    private static string LabelOf(ConsequenceEdge edge) => $"{JsonNames.Of(edge.Relation)}: {string.Join(", ", edge.Told.Select(t => t.FirstTeller.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(3))}";

    private static string DotText(string text) => OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>Mermaid takes HTML for HTML: what could be a tag or an entity is written as its number.</summary>
    private static string MermaidText(string text) => string.Concat(OneLine(text).Select(c => c is '"' or '<' or '>' or '&' or '#' or '`' or ';' or '|' or '[' or ']' ? FormattableString.Invariant($"#{(int)c};") : c.ToString()));

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c));
}
