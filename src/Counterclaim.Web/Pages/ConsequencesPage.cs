using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Consequences;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Pages;

/// <summary>What the sources say depends on what, for any query: the map drawn, and every telling in words.</summary>
internal static class ConsequencesPage
{
    private const string Path = "/consequences";

    /// <summary>More arrows than these are no drawing anybody reads.</summary>
    private const int MostEdges = 40;

    private const int MostLooked = 200;

    public static WebPage Of(Desk desk, Asked asked)
    {
        var (map, error) = Ask(desk, asked);
        return new WebPage(Texts.Consequences, Section.None, html =>
        {
            html.Write($"<div class=\"top\"><h1>{Texts.Consequences}</h1><p class=\"lead\">{Texts.ConsequencesLead}</p></div>");
            QueryBox.Write(Path, asked.Text, error, "place:Quillhaven", html);
            if (map is null) return;
            html.Write($"<p class=\"count\" role=\"status\">{ConsequenceSection.Sum(map, Math.Min(MostEdges, map.Edges.Count))}</p>");
            if (map.Edges.Count == 0) ListParts.Empty(Texts.NoConsequences, Texts.NoConsequencesAdvice, html);
            else
            {
                ConsequenceParts.Write(map, MostEdges, html);
                html.Write($"<p class=\"take\">{Texts.SaveAs}:");
                foreach (var (name, format) in ((string, string?)[])[("CSV", "csv"), ("JSON", null), ("JSON Lines", "jsonl"), ("Graphviz", "dot"), ("Mermaid", "mermaid")])
                    html.Write($" <a href=\"{Urls.With("/api/v1" + Path, ("q", asked.Text), ("format", format))}\">{name}</a>");
                html.Raw("</p>\n");
            }
        })
        { Query = asked.Text, Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static (ConsequenceMap? Map, QueryException? Error) Ask(Desk desk, Asked asked)
    {
        if (asked.Error is not null) return (null, asked.Error);
        try
        {
            return (desk.Consequences.Of("whole " + asked.Text, () => desk.Ledger.Consequences(asked.Query, MostLooked)), null);
        }
        catch (QueryException e)
        {
            return (null, e);
        }
    }
}

/// <summary>The consequence map of a place or of somebody, on their page.</summary>
internal static class ConsequenceSection
{
    private const int MostEdges = 10;
    private const int MostLooked = 30;

    public static ConsequenceMap Of(Desk desk, string query) => desk.Consequences.Of(query, () => desk.Ledger.Consequences(QueryParser.Parse(query), MostLooked));

    /// <param name="nothing">What to say where there is none.</param>
    public static void Write(ConsequenceMap map, string query, string heading, string nothing, HtmlBuilder html)
    {
        html.Write($"<section id=\"depends\"><h2>{heading} <small>");
        if (map.Edges.Count > 0) html.Write($"{Sum(map, Math.Min(MostEdges, map.Edges.Count))} · <a href=\"{Urls.List("/consequences", query)}\">{Texts.WholeMap}</a>");
        html.Raw("</small></h2>\n");
        if (map.Edges.Count == 0) html.Write($"<p class=\"empty\">{nothing}</p>");
        else ConsequenceParts.Write(map, MostEdges, html);
        html.Raw("</section>\n");
    }

    /// <summary>"10 of 24 arrows between 31 matters, told in 40 places".</summary>
    public static string Sum(ConsequenceMap map, int drawn) => Texts.ConsequenceCount(drawn, map.Edges.Count, map.Nodes.Count, map.Shown, map.IsCut || map.Total > map.Shown);
}
