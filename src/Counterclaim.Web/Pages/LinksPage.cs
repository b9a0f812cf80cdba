using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>How claims of different reports stand to each other: who contradicts, denies, supports or updates whom, by which rule and why.</summary>
internal static class LinksPage
{
    public static WebPage Of(Desk desk, Asked asked) =>
        new ListPage<LedgerLink>(Texts.Links, Section.Claims, "/links", "link", "links", "relation:contradicts,denies kind:control", desk.Ledger.Links, Row)
        { Lead = Texts.LinksLead, BesideCount = html => WriteRelations(asked, html) }.Show(desk, asked);

    private static void WriteRelations(Asked asked, HtmlBuilder html)
    {
        html.Write($"<nav class=\"orders\" aria-label=\"{Texts.Relations}\">");
        foreach (var (relation, words) in Texts.RelationChoices)
        {
            var query = relation.Length == 0 ? "" : "relation:" + relation;
            html.Write($"<a href=\"{Urls.List("/links", query)}\"").Raw(asked.Text == query ? " aria-current=\"true\"" : "").Write($">{words}</a> ");
        }
        html.Raw("</nav>");
    }

    public static void Row(LedgerLink link, HtmlBuilder html) => html.Write($"""
        <li class="row" data-open="{Urls.Item(link.Later.Ref)}" tabindex="0"><div class="said">{html => ClaimParts.Quote(link.Later, html)}<p class="who">{html => ClaimParts.Chain(link.Later, html)} · {html => ClaimParts.AsOf(link.Later, html)}</p></div>
        <p class="relation"><b>{Texts.RelationOf(link.Comparison.Relation)}</b><br><small>{link.Comparison.Reason}</small></p>
        <div class="said">{html => ClaimParts.Quote(link.Earlier, html)}<p class="who">{html => ClaimParts.Chain(link.Earlier, html)} · {html => ClaimParts.AsOf(link.Earlier, html)}</p></div></li>

        """);
}

/// <summary>How the claims of one report stand to those of others.</summary>
internal static class ClaimLinks
{
    private const int Most = 400;

    /// <summary>The links of each claim of a report.</summary>
    public static ILookup<ClaimRef, LedgerLink> Of(Desk desk, string report)
    {
        var links = desk.Ledger.Links(Ledger.Asking.QueryParser.Parse("report:" + Ledger.Asking.ReportKeys.Short(report)), new Ledger.Asking.PageRequest(Most)).Items;
        return links.SelectMany(l => new[] { (l.Later.Ref, Link: l), (l.Earlier.Ref, Link: l) }).Where(l => l.Ref.Report == report).ToLookup(l => l.Ref, l => l.Link);
    }

    /// <summary>"contradicts 1 · supported by 2", leading to them; nothing for a claim that stands alone.</summary>
    public static void Sum(ClaimRef claim, IEnumerable<LedgerLink> links, HtmlBuilder html)
    {
        var separator = "";
        foreach (var group in links.Where(l => l.Comparison.Relation is ClaimRelation.Contradicts or ClaimRelation.Denies or ClaimRelation.Supports or ClaimRelation.Updates)
            .GroupBy(l => (l.Comparison.Relation, IsLater: l.Later.Ref == claim)).OrderBy(g => g.Key.Relation is ClaimRelation.Contradicts or ClaimRelation.Denies ? 0 : 1))
        {
            var words = group.Key.IsLater ? Texts.RelationOf(group.Key.Relation) : Texts.RelationTo(group.Key.Relation);
            html.Raw(separator).Write($"<a class=\"{(group.Key.Relation is ClaimRelation.Contradicts or ClaimRelation.Denies ? "against" : "with")}\" href=\"{Urls.Claim(claim)}#links\">{words} {group.Count()}</a>");
            separator = " · ";
        }
    }
}
