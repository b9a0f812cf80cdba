using Counterclaim.Web.Safety;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Notes;

/// <summary>Somebody opening a page.</summary>
/// <param name="Seal">For forms on it.</param>
/// <param name="Address">The page itself, to come back to.</param>
/// <param name="Noted">The number of the notebook's change that was just made; "" for none.</param>
/// <param name="IsLook">Whether a person looks: not a browser that fetches ahead, not another site's page.</param>
internal sealed record Visit(FormSeal Seal, string Address, string Noted, bool IsLook)
{
    public static Visit Of(HttpContext http)
    {
        var address = http.Request.Path + QueryString.Create(http.Request.Query.Where(p => p.Key != "noted"));
        var headers = http.Request.Headers;
        var isLook = HttpMethods.IsGet(http.Request.Method) && headers["Sec-Fetch-Site"].ToString() is not "cross-site" && !headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal);
        return new Visit(FormSeal.Of(http), address, http.Request.Query["noted"].ToString(), isLook);
    }
}
