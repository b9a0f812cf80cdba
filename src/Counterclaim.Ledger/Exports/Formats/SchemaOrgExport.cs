using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>
/// schema.org Claim as JSON-LD. There is no ClaimReview: it would need a verdict, and nobody gives one here. Who denies a claim or does not commit to it is no author
/// of it; what schema.org has no term for stands under names of our own.
/// </summary>
internal sealed class SchemaOrgExport : IClaimExport
{
    private const string Own = "urn:counterclaim:";

    public void Write(ExportSource source, ExportOutput output) => ExportJson.Document(output.Whole, json =>
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteStartArray("@graph");
        WriteDataset(json, source.Head);
        foreach (var claim in source.Claims())
        {
            WriteClaim(json, claim);
            ExportJson.FlushWhenLong(json);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteDataset(Utf8JsonWriter json, ExportHead head)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Dataset");
        json.WriteString("name", "Claims of a ledger");
        json.WriteString("description", $"Query: {(head.Query.Length == 0 ? "everything" : head.Query)}");
        json.WriteString("size", head.Claims.ToString(CultureInfo.InvariantCulture) + " claims");
        json.WriteStartObject("creator");
        json.WriteString("@type", "SoftwareApplication");
        json.WriteString("name", "counterclaim");
        json.WriteString("softwareVersion", string.Join("; ", head.Facts.Where(f => f.Name is not ("query" or "claims")).Select(f => $"{f.Name}: {f.Value}")));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, ExportClaim exported)
    {
        var claim = exported.Claim;
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        json.WriteString("@id", Iris.Of(claim.Ref));
        json.WriteString("text", claim.Exact);
        if (claim.Stance == ClaimStance.Asserts) WriteTeller(json, "author", claim.FirstTeller);
        if (claim.AsOf is { } asOf) json.WriteString("datePublished", asOf.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("appearance");
        WriteArticle(json, exported);
        json.WriteEndArray();
        if (claim.Place is { Pin: { } pin } place) WritePlace(json, place, pin);
        json.WriteString(Own + "kind", claim.Kind);
        json.WriteIfAny(Own + "position", claim.Position);
        json.WriteString(Own + "polarity", JsonNames.Of(claim.Polarity));
        json.WriteString(Own + "certainty", JsonNames.Of(claim.Certainty));
        json.WriteString(Own + "stance", ClaimNames.Of(claim.Stance));
        json.WriteString(Own + "voice", JsonNames.Of(claim.Voice));
        json.WriteString(Own + "review", ClaimNames.Of(claim.Review));
        json.WriteIfAny(Own + "firstTeller", claim.FirstTeller.Name);
        json.WriteNumber(Own + "start", claim.CodePoints.Start);
        json.WriteNumber(Own + "end", claim.CodePoints.End);
        json.WriteString(Own + "textHash", exported.Origin.TextHash);
        json.WriteEndObject();
    }

    private static void WriteTeller(Utf8JsonWriter json, string property, ClaimTeller teller)
    {
        if (teller.Name.Length == 0) return;
        json.WriteStartObject(property);
        json.WriteString("@type", teller.IsPublisher || teller.Actor is null or { Kind: not ActorKind.Person } ? "Organization" : "Person");
        json.WriteString("name", teller.Name);
        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, ExportClaim exported)
    {
        var report = exported.Claim.Report;
        json.WriteStartObject();
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", Iris.OfReport(report));
        json.WriteIfAny("url", Iris.Address(report.Url));
        json.WriteIfAny("headline", report.Title);
        json.WriteIfAny("datePublished", ClaimColumns.Published(report));
        json.WriteIfAny("inLanguage", exported.Origin.Language);
        if (report.Outlet is { Length: > 0 } outlet)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", outlet);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, ClaimPlace place, GeoPoint pin)
    {
        json.WriteStartObject("contentLocation");
        json.WriteString("@type", "Place");
        json.WriteString("name", place.Name);
        json.WriteStartObject("geo");
        json.WriteString("@type", "GeoCoordinates");
        json.WriteNumber("latitude", pin.Latitude);
        json.WriteNumber("longitude", pin.Longitude);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
