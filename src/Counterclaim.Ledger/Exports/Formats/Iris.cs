using Counterclaim.Ledger.Claims;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>Names that linked data gives to what a ledger holds: the same in every export, wherever the ledger lies.</summary>
internal static class Iris
{
    /// <summary>"urn:counterclaim:3fa9…:c12" for a claim, "urn:counterclaim:3fa9…:s4" for a statement.</summary>
    public static string Of(string report, string item) => $"urn:counterclaim:{Hash(report)}:{Uri.EscapeDataString(item)}";

    public static string Of(ClaimRef claim) => Of(claim.Report, claim.Assertion);

    /// <summary>Where a report was published, if that is an address; else the hash of its bytes.</summary>
    public static string OfReport(ClaimReport report) => Address(report.Url) ?? "urn:sha256:" + Hash(report.Id);

    /// <summary>The hash of a text as a name.</summary>
    public static string OfText(string textHash) => "urn:sha256:" + Hash(textHash);

    /// <summary>An address that may stand where one must; null for anything else, whatever the page said.</summary>
    public static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    /// <summary>The digits behind "sha256:".</summary>
    public static string Hash(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
