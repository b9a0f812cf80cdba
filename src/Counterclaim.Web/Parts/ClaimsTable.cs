using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Parts;

/// <summary>Claims as a real table: when, what, where, who, in which words.</summary>
internal static class ClaimsTable
{
    /// <param name="label">What the table is, for those who do not see it.</param>
    public static void Write(string label, IEnumerable<Claim> claims, HtmlBuilder html)
    {
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table class=\"claims-table\"><thead><tr><th scope=\"col\">{Texts.AsOfColumn}</th><th scope=\"col\">{Texts.What}</th><th scope=\"col\">{Texts.Where}</th><th scope=\"col\">{Texts.FirstTeller}</th><th scope=\"col\">{Texts.Its}</th></tr></thead><tbody>\n");
        foreach (var claim in claims)
            html.Write($"""
                <tr class="row" tabindex="0" data-open="{Urls.Item(claim.Ref)}"{html => WritePin(claim, html)}><td class="date">{html => ClaimParts.AsOf(claim, html)}</td>
                <td><b>{claim.Kind}</b> {html => ClaimParts.Matter(claim, html)}</td>
                <td>{html => WritePlace(claim, html)}</td><td>{html => WriteTeller(claim, html)}</td><td>{html => ClaimParts.Quote(claim, html)}</td></tr>

                """);
        html.Raw("</tbody></table></div>\n");
    }

    private static void WriteTeller(Claim claim, HtmlBuilder html)
    {
        ClaimParts.Teller(claim.FirstTeller, html);
        if (claim.FirstTeller.IsPublisher) html.Write($" <small>{Texts.OwnVoice}</small>");
    }

    private static void WritePin(Claim claim, HtmlBuilder html)
    {
        if (claim.Place?.Pin is { } pin) html.Raw(string.Create(CultureInfo.InvariantCulture, $" data-pin=\"{pin.Latitude:0.####},{pin.Longitude:0.####}\""));
    }

    private static void WritePlace(Claim claim, HtmlBuilder html)
    {
        if (claim.Place is not { } place) return;
        ClaimParts.Place(place, html);
        html.Write($" <small>{(place.Pin is null ? Texts.NotPinned : place.PinRadiusKm is { } radius ? $"± {radius:0.#} km" : "")}</small>");
    }
}
