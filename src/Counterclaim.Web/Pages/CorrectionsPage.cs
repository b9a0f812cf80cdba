using Counterclaim.Web.Changing;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>The log of what people changed, with the way back from each.</summary>
internal static class CorrectionsPage
{
    private const int Most = 300;

    public static WebPage Of(Desk desk, FormSeal seal)
    {
        var all = desk.Ledger.Corrections();
        return new WebPage(Texts.Corrections, Section.None, html =>
        {
            html.Write($"<div class=\"top\"><h1>{Texts.Corrections}</h1><p class=\"lead\">{Texts.CorrectionsLead}</p></div><p class=\"count\">{Texts.Showing(1, Math.Min(all.Count, Most), all.Count, "entry", "entries")}</p>");
            if (all.Count == 0) ListParts.Empty(Texts.NoCorrections, Texts.NoCorrectionsAdvice, html);
            else CorrectionParts.Log(all.Reverse().Take(Most), "/corrections", seal, html);
        });
    }
}
