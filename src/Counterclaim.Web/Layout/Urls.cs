using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;

namespace Counterclaim.Web.Layout;

/// <summary>Addresses of pages: every view is one, and holds all it takes to restore it.</summary>
internal static class Urls
{
    public static string Report(string id) => $"/reports/{ReportKeys.Short(id)}";

    /// <summary>The report, at a claim or statement of it.</summary>
    public static string Item(string report, string item) => $"{Report(report)}#{item}";

    public static string Item(ClaimRef claim) => Item(claim.Report, claim.Assertion);

    /// <summary>The report, at a stretch of its text in code points.</summary>
    public static string Span(string report, CodePointRange at) => FormattableString.Invariant($"{Report(report)}?at={at.Start}-{at.End}#at");

    public static string Claim(ClaimRef claim) => $"{Report(claim.Report)}/claims/{claim.Assertion}";

    public static string Statement(string report, string statement) => $"{Report(report)}/statements/{statement}";

    public static string Question(string key) => "/questions/" + string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    public static string Story(string id) => $"/stories/{Uri.EscapeDataString(id)}";

    public static string Outlet(string name) => $"/outlets/{Uri.EscapeDataString(name)}";

    public static string Actor(string id) => $"/actors/{Uri.EscapeDataString(id)}";

    public static string Place(ClaimPlace place) => Place(place.Gazetteer ?? place.Name);

    /// <param name="id">A gazetteer's id, or a name.</param>
    public static string Place(string id) => $"/places/{Uri.EscapeDataString(id)}";

    /// <summary>Whether an address leads to a page of ours and to nowhere else.</summary>
    public static bool IsLocal(string address) => address.Length > 0 && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.AsSpan().ContainsAnyInRange('\0', '\x1f');

    /// <summary>A list that a query is asked of: <c>/claims?q=…</c>.</summary>
    public static string List(string path, string query) => query.Length == 0 ? path : $"{path}?q={Uri.EscapeDataString(query)}";

    /// <summary>A path with parameters; those that are null or empty are left out.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var url = path;
        var mark = '?';
        foreach (var (name, value) in parameters)
        {
            if (string.IsNullOrEmpty(value)) continue;
            url += $"{mark}{name}={Uri.EscapeDataString(value)}";
            mark = '&';
        }
        return url;
    }

    /// <summary>A value of a query's field, in quotation marks where it needs them.</summary>
    public static string Term(string field, string value) =>
        value.AsSpan().IndexOfAny(" ,\t") >= 0 ? $"{field}:\"{value.Replace('"', ' ')}\"" : $"{field}:{value}";
}
