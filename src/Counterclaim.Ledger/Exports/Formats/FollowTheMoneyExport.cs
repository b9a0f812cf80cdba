using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>
/// FollowTheMoney entities, one a line: an Article for each report, an Event for each claim, a Person, Organization, PublicBody or LegalEntity for each who speaks or is spoken
/// of; Documentation ties an article to what it asserts or denies, UnknownLink a speaker to what they claim. FollowTheMoney has no offsets: they are lost.
/// </summary>
internal sealed class FollowTheMoneyExport : IClaimExport
{
    public void Write(ExportSource source, ExportOutput output)
    {
        var entities = new Entities(output.Whole, source.Head);
        entities.WriteHead();
        foreach (var report in source.Reports())
        {
            entities.WriteArticle(report);
            foreach (var claim in report.Claims) entities.WriteClaim(claim);
        }
    }

    private sealed class Entities(Stream output, ExportHead head)
    {
        /// <summary>Ids of actors and places: what several claims share is written once.</summary>
        private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

        public void WriteHead() => Write("export-" + Digits(head.Query), "Note", [("description", string.Join("; ", head.Facts.Select(f => $"{f.Name}: {f.Value}")))]);

        public void WriteArticle(ExportReport exported)
        {
            var report = exported.Report;
            Write(ArticleId(report.Id), "Article",
            [
                ("title", report.Title), .. report.Byline.Select(author => ("author", (string?)author)), ("publisher", report.Publisher), ("sourceUrl", Iris.Address(report.Url)),
                ("publishedAt", report.Published is not { } published ? null : report.PublishedIsDay
                    ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)),
                ("language", report.Language), ("fileName", Iris.Hash(report.Id)),
                ("processingAgent", string.Create(CultureInfo.InvariantCulture, $"{ExportHead.Program}, reader {exported.Origin.Reader}, extraction {exported.Origin.Extraction}")),
            ]);
        }

        public void WriteClaim(ExportClaim exported)
        {
            var claim = exported.Claim;
            var id = $"claim-{Iris.Hash(claim.Ref.Report)}-{SafeId(claim.Ref.Assertion)}";
            var article = ArticleId(claim.Ref.Report);
            string?[] involved = [IdOf(claim.Agent), IdOf(claim.Patient)];
            if (claim.Agent is not null) WriteActor(claim.Agent);
            if (claim.Patient is not null) WriteActor(claim.Patient);
            var address = WriteAddress(claim);
            Write(id, "Event",
            [
                ("name", claim.Exact), ("summary", Summary(claim)), .. involved.Select(i => ("involved", i)),
                ("startDate", Date(claim.Meant?.Interval?.From)), ("endDate", Date(claim.Meant?.Interval?.To.AddTicks(-1))),
                ("location", claim.Place?.Name), ("country", claim.Place?.Country?.ToLowerInvariant()), ("addressEntity", address),
                ("proof", article), ("sourceUrl", Iris.Address(claim.Report.Url)), ("publisher", claim.Report.Outlet), ("recordId", claim.Ref.ToString()),
            ]);
            var role = claim.Stance switch { ClaimStance.Denies => "reports the denial of", ClaimStance.HeldBack => "reports without anybody committing to", _ => claim.FirstTeller.IsPublisher ? "asserts" : "reports" };
            Write(id + "-documented", "Documentation", [("document", article), ("entity", id), ("role", role), ("description", claim.Exact), ("recordId", claim.Ref.ToString())]);
            if (claim.FirstTeller is not { Actor: { } teller } || IdOf(teller) is not { } speaker) return;
            WriteActor(teller);
            var does = claim.Stance switch { ClaimStance.Denies => "denies", ClaimStance.HeldBack => "does not commit to", _ => "claims" };
            Write($"{id}-told", "UnknownLink", [("subject", speaker), ("object", id), ("role", does), ("date", Date(claim.AsOf?.From)), ("recordId", claim.Ref.ToString())]);
        }

        private void WriteActor(ClaimActor actor)
        {
            var id = IdOf(actor)!;
            if (!_shared.Add(id)) return;
            Write(id, actor.Kind switch
            {
                ActorKind.Person => "Person",
                ActorKind.Government => "PublicBody",
                ActorKind.Group => "LegalEntity",
                _ => "Organization",
            }, [("name", actor.Name), ("country", actor.Country?.ToLowerInvariant())]);
        }

        private string? WriteAddress(Claim claim)
        {
            if (claim.Place is not { Pin: { } pin } place) return null;
            string latitude = pin.Latitude.ToString("R", CultureInfo.InvariantCulture), longitude = pin.Longitude.ToString("R", CultureInfo.InvariantCulture);
            var id = $"place-{Digits($"{place.Key} {latitude} {longitude}")}";
            if (_shared.Add(id)) Write(id, "Address", [("full", place.Told), ("country", place.Country?.ToLowerInvariant()), ("latitude", latitude), ("longitude", longitude)]);
            return id;
        }

        private static string? Summary(Claim claim)
        {
            string?[] parts = [claim.Kind, claim.Position, claim.Polarity == Polarity.Negative ? "negated" : null, claim.Certainty == Certainty.Certain ? null : Model.Json.JsonNames.Of(claim.Certainty), ClaimNames.Of(claim.Stance), ClaimNames.Of(claim.Review)];
            return string.Join("; ", parts.OfType<string>());
        }

        private static string? Date(DateTime? moment) => moment is not { } at ? null : at.ToString(at.TimeOfDay == TimeSpan.Zero || at.TimeOfDay == TimeSpan.FromDays(1) - TimeSpan.FromTicks(1) ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

        private static string ArticleId(string report) => "report-" + Iris.Hash(report);

        /// <summary>One actor of the ledger is one entity; somebody known by a description alone is one for each report.</summary>
        private static string? IdOf(ClaimActor? actor) => actor is null ? null
            : actor.Identity is { } identity ? "actor-" + SafeId(identity)
            : actor.Cluster is { } cluster ? "actor-" + cluster
            : "actor-" + Digits(FormattableString.Invariant($"{actor.Ref.Report} {actor.Ref.Anchor.Start}"));

        private static string SafeId(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

        private static string Digits(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

        /// <summary>An entity; properties without a value are left out, those of one name are one list.</summary>
        private void Write(string id, string schema, IEnumerable<(string Name, string? Value)> properties)
        {
            ExportJson.Line(output, json =>
            {
                json.WriteString("id", id);
                json.WriteString("schema", schema);
                json.WriteStartObject("properties");
                foreach (var property in properties.Where(p => !string.IsNullOrEmpty(p.Value)).GroupBy(p => p.Name, p => p.Value, StringComparer.Ordinal))
                {
                    json.WriteStartArray(property.Key);
                    foreach (var value in property.Distinct(StringComparer.Ordinal)) json.WriteStringValue(value);
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            });
        }
    }
}
