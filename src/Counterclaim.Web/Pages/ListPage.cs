using Counterclaim.Ledger.Asking;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Pages;

/// <summary>A list of the ledger: what is asked, how many there are, the rows, the way on.</summary>
/// <param name="One">What is counted: "claim".</param>
/// <param name="Example">A query worth trying.</param>
internal sealed record ListPage<T>(string Title, Section Section, string Path, string One, string Many, string Example, Func<LedgerQuery, PageRequest, Page<T>> List, Action<T, HtmlBuilder> Row)
{
    /// <summary>What the list is, in a sentence.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Choices that stand beside the count.</summary>
    public Action<HtmlBuilder>? BesideCount { get; init; }

    /// <summary>What stands before the rows.</summary>
    public Action<HtmlBuilder>? BeforeRows { get; init; }

    /// <summary>Writes the rows of a page where what stands in one is asked for all at once; else <see cref="Row"/> does.</summary>
    public Func<IReadOnlyList<T>, Action<T, HtmlBuilder>>? RowsOf { get; init; }

    /// <summary>Parameters of the address besides the query, kept from page to page.</summary>
    public (string Name, string? Value)[] More { get; init; } = [];

    public WebPage Show(Desk desk, Asked asked)
    {
        var (page, error) = asked.Ask(List);
        return new WebPage(Title, Section, html =>
        {
            html.Write($"<div class=\"top\"><h1>{Title}</h1><p class=\"lead\">{Lead}</p></div>");
            QueryBox.Write(Path, asked.Text, error, Example, html);
            if (error is not null) return;
            NotesParts.Searches(desk, asked.Visit, Path[1..], asked.Text, html);
            html.Write($"<div class=\"bar-line\">{html => ListParts.Count(page, asked.From, One, Many, html)}{BesideCount}</div>{BeforeRows}");
            if (page.Items.Count == 0) WriteEmpty(desk, html);
            html.Write($"<ol class=\"rows {Path[1..]}\">\n");
            var write = RowsOf?.Invoke(page.Items) ?? Row;
            foreach (var row in page.Items) write(row, html);
            html.Raw("</ol>\n");
            ListParts.TakeAway(Path[1..], asked.Text, page, asked.After, html, More);
            ListParts.Pager(Path, asked.Text, page, asked.From, html, More);
        })
        { Query = asked.Text, Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static void WriteEmpty(Desk desk, HtmlBuilder html)
    {
        if (desk.Ledger.Counts().Reports == 0) ListParts.Empty(Texts.EmptyLedger, Texts.EmptyLedgerAdvice, html);
        else ListParts.Empty(Texts.NothingFits, Texts.NothingFitsAdvice, html);
    }
}
