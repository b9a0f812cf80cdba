using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>What can be counted of an outlet. Every figure is a query, so that the rows it counts can be opened.</summary>
/// <param name="Term">"outlet:…".</param>
internal sealed record OutletProfile(string Name, string Term, IReadOnlyList<OutletFigure> Figures)
{
    public static OutletProfile Of(Desk desk, string name)
    {
        var term = Urls.Term("outlet", name);
        long reports = Reports(""), claims = Claims(""), own = Claims(" voice:own"), told = claims - own;
        return new OutletProfile(name, term,
        [
            new(Texts.OwnVoiceShare, Texts.OwnVoiceShareHint, own, claims, "claim", "/claims", term + " voice:own"),
            new(Texts.LoadedShare, Texts.LoadedShareHint, Claims(" voice:own has:loaded"), own, "claim", "/claims", term + " voice:own has:loaded"),
            new(Texts.UnnamedShare, Texts.UnnamedShareHint, Claims(" has:unnamed"), told, "claim", "/claims", term + " has:unnamed"),
            new(Texts.FirstPrintShare, Texts.FirstPrintShareHint, Reports(" print:first"), reports, "report", "/reports", term + " print:first"),
            new(Texts.AgainShare, Texts.AgainShareHint, Reports(" print:again"), reports, "report", "/reports", term + " print:again"),
        ]);

        long Claims(string more) => desk.Ledger.Claims(QueryParser.Parse(term + more), new PageRequest(1)).Total;

        long Reports(string more) => desk.Ledger.Reports(QueryParser.Parse(term + more), new PageRequest(1)).Total;
    }
}

/// <summary>A count of an outlet: so many of so many.</summary>
/// <param name="Hint">What is counted, in a sentence.</param>
/// <param name="Unit">"claim", "report".</param>
/// <param name="Path">The list that holds the rows.</param>
/// <param name="Query">What finds them.</param>
internal sealed record OutletFigure(string Label, string Hint, long Count, long Of, string Unit, string Path, string Query);
