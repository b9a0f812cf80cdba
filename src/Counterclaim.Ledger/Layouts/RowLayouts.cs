using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Layouts;

/// <summary>How the rows of a list are written for other programs.</summary>
/// <param name="Name">Of the list: "claims".</param>
/// <param name="Columns">Names and values, in their order; a value is a string, a number, a moment, a truth value or null.</param>
public sealed record RowLayout<T>(string Name, IReadOnlyList<(string Name, Func<T, object?> Of)> Columns)
{
    /// <summary>What names a row for good; null for lists whose rows have no such name.</summary>
    public Func<T, string>? Id { get; init; }

    /// <summary>The point of a row on a map; null for lists that have none.</summary>
    public Func<T, GeoPoint?>? Pin { get; init; }

    /// <summary>The JSON form of a row; the columns as one flat object where null.</summary>
    public Action<Utf8JsonWriter, T>? Json { get; init; }

    public void WriteJson(Utf8JsonWriter json, T row)
    {
        if (Json is not null)
        {
            Json(json, row);
            return;
        }
        json.WriteStartObject();
        WriteColumns(json, row);
        json.WriteEndObject();
    }

    internal void WriteColumns(Utf8JsonWriter json, T row)
    {
        foreach (var (name, of) in Columns)
        {
            json.WritePropertyName(name);
            switch (of(row))
            {
                case null: json.WriteNullValue(); break;
                case double number: json.WriteNumberValue(number); break;
                case int number: json.WriteNumberValue(number); break;
                case long number: json.WriteNumberValue(number); break;
                case DateTime moment: json.WriteStringValue(ClaimColumns.Minute(moment)); break;
                case bool truth: json.WriteBooleanValue(truth); break;
                case var text: json.WriteStringValue((string)text); break;
            }
        }
    }
}

/// <summary>The lists of the ledger (docs/ledger.md).</summary>
public static class RowLayouts
{
    public static RowLayout<Claim> Claims { get; } = new("claims", [.. ClaimColumns.All.Select(c => (c.Name, c.Of))])
    {
        Id = c => c.Ref.ToString(),
        Pin = c => c.Place?.Pin,
        Json = ClaimJson.Write,
    };

    public static RowLayout<PassageHit> Passages { get; } = new("passages",
    [
        ("report", p => p.Report.Id), ("start", p => p.CodePoints?.Start), ("end", p => p.CodePoints?.End), ("text", p => p.Text),
        ("outlet", p => p.Report.Outlet), ("title", p => p.Report.Title), ("published", p => ClaimColumns.Published(p.Report)), ("url", p => p.Report.Url),
    ]);

    public static RowLayout<LedgerActor> Actors { get; } = new("actors",
    [
        ("id", a => a.Id), ("name", a => a.Name), ("kind", a => JsonNames.Of(a.Kind)), ("country", a => a.Country), ("identity", a => a.Identity),
        ("other_names", a => a.Names.Count == 0 ? null : string.Join("; ", a.Names)), ("reports", a => a.Reports), ("claims_told", a => a.Told), ("claims_about", a => a.Concerned),
    ]);

    public static RowLayout<LedgerPlace> Places { get; } = new("places",
    [
        ("id", p => p.Place.Gazetteer), ("name", p => p.Place.Name), ("kind", p => p.Place.Kind), ("country", p => p.Place.Country), ("latitude", p => p.Place.Point?.Latitude),
        ("longitude", p => p.Place.Point?.Longitude), ("radius_km", p => p.Place.RadiusKm), ("container", p => p.Place.Container), ("reports", p => p.Reports), ("claims", p => p.Claims),
    ])
    { Pin = p => p.Place.Kind == "country" ? null : p.Place.Point };

    public static RowLayout<ToldStatement> Statements { get; } = new("statements",
    [
        ("id", s => s.Id), ("holder", s => s.Teller.Name), ("holder_id", s => s.Teller.Actor?.Cluster), ("act", s => JsonNames.Of(s.Teller.Act)),
        ("mode", s => s.Teller.Mode is { } mode ? JsonNames.Of(mode) : null), ("held_back", s => s.Teller.IsHeldBack), ("channel", s => s.Teller.Channel),
        ("said_from", s => s.Said?.Interval is { } i ? ClaimColumns.Minute(i.From) : null), ("confidence", s => s.Teller.Confidence), ("text", s => s.Content),
        ("start", s => s.CodePoints.Start), ("end", s => s.CodePoints.End), ("outlet", s => s.Report.Outlet), ("title", s => s.Report.Title),
        ("published", s => ClaimColumns.Published(s.Report)), ("url", s => s.Report.Url),
    ]);

    public static RowLayout<Question> Questions { get; } = new("questions",
    [
        ("id", q => q.Id), ("key", q => q.Key), ("kind", q => q.Kind), ("question", q => q.Wording), ("contested", q => Math.Round(q.Contested, 3)), ("positions", q => string.Join("; ", q.Positions.Select(p => p.Label))),
        ("origins", q => string.Join("; ", q.Positions.Select(p => p.Origins))), ("claims", q => q.Positions.Sum(p => p.ClaimCount)), ("from", q => q.Period is { } p ? ClaimColumns.Minute(p.From) : null),
        ("to", q => q.Period is { } p ? ClaimColumns.Minute(p.To) : null), ("place", q => q.Place?.Name), ("latitude", q => q.Place?.Pin?.Latitude), ("longitude", q => q.Place?.Pin?.Longitude),
    ])
    { Pin = q => q.Place?.Pin, Json = QuestionJson.Write };

    public static RowLayout<LedgerLink> Links { get; } = new("links",
    [
        ("relation", l => RelationNames.Of(l.Comparison.Relation)), ("rule", l => l.Comparison.Rule), ("reason", l => l.Comparison.Reason),
        ("later", l => l.Later.Ref.ToString()), ("later_text", l => l.Later.Exact), ("later_teller", l => ClaimComparer.NameOf(l.Later)), ("later_outlet", l => l.Later.Report.Outlet), ("later_published", l => ClaimColumns.Published(l.Later.Report)),
        ("earlier", l => l.Earlier.Ref.ToString()), ("earlier_text", l => l.Earlier.Exact), ("earlier_teller", l => ClaimComparer.NameOf(l.Earlier)), ("earlier_outlet", l => l.Earlier.Report.Outlet),
        ("earlier_published", l => ClaimColumns.Published(l.Earlier.Report)), ("kind", l => l.Later.Kind), ("place", l => (l.Later.Place ?? l.Earlier.Place)?.Name),
    ])
    { Pin = l => (l.Later.Place ?? l.Earlier.Place)?.Pin };

    public static RowLayout<LedgerStory> Stories { get; } = new("stories",
    [
        ("id", s => s.Id), ("title", s => s.Title), ("first", s => s.First is { } first ? ClaimColumns.Minute(first) : null), ("last", s => s.Last is { } last ? ClaimColumns.Minute(last) : null),
        ("reports", s => s.Reports), ("origins", s => s.Origins), ("outlets", s => string.Join("; ", s.Outlets)), ("places", s => string.Join("; ", s.Places)),
    ])
    { Json = StoryJson.Write };

    public static RowLayout<LedgerReport> Reports { get; } = new("reports",
    [
        ("id", r => r.Report.Id), ("outlet", r => r.Report.Outlet), ("title", r => r.Report.Title), ("published", r => ClaimColumns.Published(r.Report)), ("url", r => r.Report.Url),
        ("language", r => r.Language), ("source", r => r.Source), ("statements", r => r.Statements), ("claims", r => r.Claims), ("copies", r => r.Copies),
        ("story", r => r.Story), ("reprints", r => r.Reprints), ("text_of", r => r.Ties.Count > 0 ? r.Ties[0].Earlier : null), ("text_rule", r => r.Ties.Count > 0 ? r.Ties[0].Tie.InWords() : null),
        ("added", r => r.Added.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), ("reader", r => r.Reader),
    ]);
}
