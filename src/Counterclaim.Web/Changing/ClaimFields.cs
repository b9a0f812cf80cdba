using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Web.Changing;

/// <summary>A claim's fields as people type them, so that what a form gives back can be held against what it showed.</summary>
internal static class ClaimFields
{
    public const string None = "none";

    public static string ValueOf(Claim claim, string field) => field switch
    {
        "kind" => claim.Kind,
        "position" => claim.Position ?? "",
        "certainty" => JsonNames.Of(claim.Certainty),
        "polarity" => JsonNames.Of(claim.Polarity),
        "quantity" => claim.Quantity is { } quantity ? Typed(quantity) : "",
        "place" => claim.Place?.Name ?? "",
        "time" => claim.Meant?.Value ?? "",
        "agent" => claim.Agent?.Name ?? "",
        "patient" => claim.Patient?.Name ?? "",
        "holder" => claim.FirstTeller.IsPublisher ? "" : claim.FirstTeller.Name,
        "act" => claim.FirstTeller.IsPublisher ? "" : JsonNames.Of(claim.FirstTeller.Act),
        "span" => FormattableString.Invariant($"{claim.CodePoints.Start}-{claim.CodePoints.End}"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Whether a claim has the field: the publisher's own words have no other holder.</summary>
    public static bool Has(Claim claim, string field) => !CorrectionFields.IsOfStatements(field) && (!claim.FirstTeller.IsPublisher || field is not ("holder" or "act"));

    /// <summary>The fields that a form gives otherwise than the claim has them.</summary>
    public static IReadOnlyList<(string Field, string Value)> Changes(Claim claim, Func<string, string?> given)
    {
        var changes = new List<(string, string)>();
        foreach (var (field, _) in CorrectionFields.All)
        {
            if (!Has(claim, field) || given(field)?.Trim() is not { } value || value == ValueOf(claim, field)) continue;
            changes.Add((field, value.Length == 0 ? None : value));
        }
        return changes;
    }

    /// <summary>"30", ">=30 people", "30..40", "about 40 people".</summary>
    private static string Typed(Quantity quantity)
    {
        var bound = quantity.Bound switch { QuantityBound.AtLeast => ">=", QuantityBound.AtMost => "<=", _ => "" };
        var number = Number(quantity.Value) + (quantity.To is { } to ? ".." + Number(to) : "");
        return (quantity.Approximate ? "about " : "") + bound + number + (quantity.Unit is { } unit ? " " + unit : "");
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
