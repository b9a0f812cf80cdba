using System.Globalization;
using System.Text;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Tests.Store;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>What is exported is read back by somebody else's code, or by the format's own rules restated, and is what the ledger holds.</summary>
public sealed class RereadTests : IDisposable
{
    private readonly TestLedger _ledger = ExportFixture.Open();

    private string Text(string format) => Encoding.UTF8.GetString(ExportFixture.Export(_ledger.Store, format));

    private IReadOnlyList<Ledger.Claims.Claim> Claims => _ledger.Store.Claims(QueryParser.Parse(ExportFixture.Query), new PageRequest()).Items;

    private static JsonElement[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public void Csv_reads_back_cell_by_cell_and_nothing_begins_a_formula()
    {
        var rows = CsvReader.Read(Text("csv"));
        Assert.Equal(rows[0], rows[0].Distinct());
        Assert.Equal(Claims.Count, rows.Count - 1);
        for (var i = 0; i < Claims.Count; i++)
            foreach (var column in ClaimColumns.All)
                Assert.Equal(Cell(column.Of(Claims[i])), rows[i + 1][Array.IndexOf(rows[0], column.Name)].TrimStart('\''));
        Assert.All(rows.Skip(1).SelectMany(r => r), cell => Assert.False(cell.Length > 1 && cell[0] is '=' or '+' or '-' or '@' && cell.Length > 1, cell));
        Assert.All(rows.Skip(1), r => Assert.Equal([ExportFixture.Query, ExportHeadProgram], [r[^1], r[^2]]));
    }

    private const string ExportHeadProgram = "counterclaim/0.1.0";

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [Fact]
    public void Parquet_reads_back_with_its_types()
    {
        using var file = new ParquetSharp.ParquetFileReader(new MemoryStream(ExportFixture.Export(_ledger.Store, "parquet")));
        Assert.Equal(ExportFixture.Query, file.FileMetaData.KeyValueMetadata["counterclaim.query"]);
        for (var i = 0; i < ClaimColumns.All.Count; i++)
        {
            var column = ClaimColumns.All[i];
            Assert.Equal(column.Name, file.FileMetaData.Schema.Column(i).Name);
            Assert.Equal(Claims.Select(c => column.Of(c)), ParquetText.Values(file, i).Select(v => v is ParquetSharp.DateTimeNanos nanos ? nanos.DateTime : v));
        }
    }

    [Fact]
    public void GeoJson_reads_back_as_features_with_the_pins_of_the_claims()
    {
        var options = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } };
        var features = JsonSerializer.Deserialize<FeatureCollection>(Text("geojson"), options)!;
        Assert.Equal(Claims.Count, features.Count);
        foreach (var (feature, claim) in features.Zip(Claims))
        {
            Assert.Equal(claim.Place?.Pin?.Longitude, feature.Geometry?.Coordinate.X);
            Assert.Equal(claim.Place?.Pin?.Latitude, feature.Geometry?.Coordinate.Y);
            Assert.Equal(claim.Exact, feature.Attributes["text"]);
        }
        Assert.Equal(6, features.Count(f => f.Geometry is null));
    }

    [Fact]
    public void Json_lines_hold_the_claims_of_every_list_and_what_made_them()
    {
        var lines = Lines(Text("jsonl"));
        Assert.Equal(Claims.Select(c => c.Ref.ToString()), lines.Select(l => l.GetProperty("id").GetString()));
        Assert.All(lines, l => Assert.Equal((ExportFixture.Query, "test"), (l.GetProperty("made").GetProperty("query").GetString(), l.GetProperty("made").GetProperty("reader").GetString())));
    }

    /// <summary>The rules of the recommendation that a claim may break: context, ids, one target at least, selectors whole and in agreement.</summary>
    [Fact]
    public void Web_annotations_keep_the_rules_of_the_recommendation_and_can_be_anchored_again()
    {
        var collection = JsonDocument.Parse(Text("webannotation")).RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", collection.GetProperty("@context").GetString());
        Assert.Contains(ExportFixture.Query, collection.GetProperty("label").GetString(), StringComparison.Ordinal);
        var items = collection.GetProperty("first").GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(collection.GetProperty("total").GetInt32(), items.Length);
        Assert.Equal(items.Length, items.Select(a => a.GetProperty("id").GetString()).Distinct().Count());
        var texts = ExportFixture.Readings.ToDictionary(r => Ledger.Store.ReadingForm.TextHash(r.Report.Text).Replace("sha256:", "urn:sha256:", StringComparison.Ordinal), r => r.Report.Text);
        foreach (var annotation in items)
        {
            Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
            Assert.True(Uri.IsWellFormedUriString(annotation.GetProperty("id").GetString(), UriKind.Absolute));
            Assert.Contains(annotation.GetProperty("motivation").GetString(), (string[])["classifying", "identifying"]);
            var target = annotation.GetProperty("target");
            JsonElement[] targets = target.ValueKind == JsonValueKind.Array ? [.. target.EnumerateArray()] : [target];
            Assert.NotEmpty(targets);
            foreach (var resource in targets) WebAnchors.Check(resource, texts[resource.GetProperty("state").GetProperty("cached").GetString()!]);
        }
        var parts = items.Single(a => a.GetProperty("target") is { ValueKind: JsonValueKind.Array } many && many.GetArrayLength() == 2);
        Assert.Equal("identifying", parts.GetProperty("motivation").GetString());
    }

    [Fact]
    public void Schema_org_claims_have_no_verdict_and_no_author_who_denies_them()
    {
        var graph = JsonDocument.Parse(Text("claim")).RootElement;
        Assert.Equal("https://schema.org", graph.GetProperty("@context").GetString());
        var nodes = graph.GetProperty("@graph").EnumerateArray().ToArray();
        Assert.Equal("Dataset", nodes[0].GetProperty("@type").GetString());
        Assert.Equal(Claims.Count, nodes.Length - 1);
        Assert.All(nodes.Skip(1), n => Assert.Equal("Claim", n.GetProperty("@type").GetString()));
        Assert.All(nodes.Skip(1), n => Assert.Equal(n.GetProperty("urn:counterclaim:stance").GetString() == "asserts", n.TryGetProperty("author", out _)));
        Assert.DoesNotContain("Review\"", Text("claim"), StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", Text("claim"), StringComparison.Ordinal);
    }

    [Fact]
    public void Acled_shaped_rows_have_its_columns_its_scales_and_only_what_is_said_to_have_happened()
    {
        string[] columns =
        [
            "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
            "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
            "fatalities", "tags", "timestamp",
        ];
        var rows = CsvReader.Read(Text("acled"));
        Assert.Equal(columns, rows[0].Take(columns.Length));
        string Of(string[] row, string column) => row[Array.IndexOf(rows[0], column)];
        Assert.All(rows.Skip(1), r => Assert.Contains(Of(r, "time_precision"), (string[])["", "1", "2", "3"]));
        Assert.All(rows.Skip(1), r => Assert.Contains(Of(r, "geo_precision"), (string[])["", "1", "2", "3"]));
        Assert.All(rows.Skip(1), r => Assert.Contains(Of(r, "event_type"), (string[])["", "Battles", "Violence against civilians", "Protests", "Riots", "Strategic developments", "Explosions/Remote violence"]));
        Assert.DoesNotContain(rows.Skip(1), r => Of(r, "notes").StartsWith("the road was cut", StringComparison.Ordinal) || Of(r, "notes").Contains("surrounded", StringComparison.Ordinal));
        Assert.Equal(["12", "31"], rows.Skip(1).Select(r => Of(r, "fatalities")).Where(f => f.Length > 0));
    }

    [Fact]
    public void Plover_events_have_what_the_manual_requires()
    {
        string[] events = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
        foreach (var line in Lines(Text("plover")))
        {
            Assert.False(string.IsNullOrEmpty(line.GetProperty("id").GetString()));
            Assert.True(DateOnly.TryParseExact(line.GetProperty("date").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.Equal(JsonValueKind.Array, line.GetProperty("actor").ValueKind);
            Assert.All(line.GetProperty("event").EnumerateArray(), e => Assert.Contains(e.GetString(), events));
            Assert.InRange(line.GetProperty("quad_code").GetInt32(), 1, 4);
        }
        Assert.All(EventCodes.All.Where(c => c.Plover is not null), c => Assert.Contains(c.Plover, events));
    }

    /// <summary>The schemas of FollowTheMoney that are used, with what they require and the properties they have (docs of followthemoney 3, its YAML).</summary>
    private static readonly Dictionary<string, (string[] Required, string[] Properties)> FtmSchemas = new()
    {
        ["Note"] = ([], ["description", "entity"]),
        ["Article"] = ([], ["title", "author", "publisher", "sourceUrl", "publishedAt", "language", "fileName", "processingAgent"]),
        ["Event"] = (["name"], ["name", "summary", "involved", "startDate", "endDate", "location", "country", "addressEntity", "proof", "sourceUrl", "publisher", "recordId"]),
        ["Documentation"] = (["document", "entity"], ["document", "entity", "role", "description", "recordId"]),
        ["UnknownLink"] = (["subject", "object"], ["subject", "object", "role", "date", "recordId"]),
        ["Person"] = (["name"], ["name", "country"]),
        ["Organization"] = (["name"], ["name", "country"]),
        ["PublicBody"] = (["name"], ["name", "country"]),
        ["LegalEntity"] = (["name"], ["name", "country"]),
        ["Address"] = ([], ["full", "country", "latitude", "longitude"]),
    };

    [Fact]
    public void Follow_the_money_entities_fit_their_schemas_and_refer_to_each_other()
    {
        var entities = Lines(Text("ftm"));
        var ids = entities.Select(e => e.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(ids, ids.Distinct());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9-]+$", id));
        foreach (var entity in entities)
        {
            var (required, allowed) = FtmSchemas[entity.GetProperty("schema").GetString()!];
            var properties = entity.GetProperty("properties").EnumerateObject().ToArray();
            Assert.All(required, name => Assert.Contains(properties, p => p.Name == name));
            Assert.All(properties, p => Assert.Contains(p.Name, allowed));
            Assert.All(properties, p => Assert.All(p.Value.EnumerateArray(), v => Assert.Equal(JsonValueKind.String, v.ValueKind)));
            foreach (var reference in properties.Where(p => p.Name is "document" or "entity" or "subject" or "object" or "involved" or "proof" or "addressEntity"))
                Assert.All(reference.Value.EnumerateArray(), v => Assert.Contains(v.GetString(), ids));
            foreach (var date in properties.Where(p => p.Name is "date" or "startDate" or "endDate" or "publishedAt"))
                Assert.All(date.Value.EnumerateArray(), v => Assert.Matches(@"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$", v.GetString()!));
        }
        Assert.Equal(Claims.Count, entities.Count(e => e.GetProperty("schema").GetString() == "Event"));
    }

    /// <summary>The Joi schemas of TimeMap (src/reducers/validate): strings where it wants strings, no key it does not know, sources and associations that are there.</summary>
    [Fact]
    public void Timemap_arrays_pass_the_checks_of_timemap()
    {
        string[] known = ["id", "description", "date", "time", "time_precision", "location", "x", "y", "z", "latitude", "longitude", "type", "category", "category_full", "comments", "time_display", "shape", "colour"];
        var files = ExportGoldenTests.Unzipped(ExportFixture.Export(_ledger.Store, "timemap")).ToDictionary(f => f.Name, f => f.Text);
        JsonElement[] Items(string name) => [.. JsonDocument.Parse(files[name]).RootElement.EnumerateArray()];
        var associations = Items("associations.json").ToDictionary(a => a.GetProperty("id").GetString()!);
        var sources = Items("sources.json").ToDictionary(s => s.GetProperty("id").GetString()!);
        foreach (var e in Items("events.json"))
        {
            Assert.True(e.TryGetProperty("date", out _) || e.TryGetProperty("latitude", out _));
            Assert.Equal(e.TryGetProperty("latitude", out _), e.TryGetProperty("longitude", out _));
            Assert.Equal(JsonValueKind.String, e.GetProperty("description").ValueKind);
            foreach (var member in e.EnumerateObject().Where(m => m.Name is not ("associations" or "sources")))
            {
                Assert.Contains(member.Name, known);
                Assert.Equal(JsonValueKind.String, member.Value.ValueKind);
            }
            if (e.TryGetProperty("date", out var date)) Assert.True(DateOnly.TryParseExact(date.GetString(), "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.All(e.GetProperty("associations").EnumerateArray(), a => Assert.Contains(a.GetString()!, associations.Keys));
            Assert.All(e.GetProperty("sources").EnumerateArray(), s => Assert.Contains(s.GetString()!, sources.Keys));
        }
        Assert.All(associations.Values, a => Assert.Contains(a.GetProperty("mode").GetString(), (string[])["FILTER", "CATEGORY", "NARRATIVE"]));
        Assert.All(sources.Values, s => Assert.Equal(JsonValueKind.Array, s.GetProperty("paths").ValueKind));
        Assert.Contains("left out: 3 (neither a date nor a place)", files["README.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public void Brat_reads_back_and_its_configuration_knows_every_type()
    {
        var files = ExportGoldenTests.Unzipped(ExportFixture.Export(_ledger.Store, "brat")).ToDictionary(f => f.Name, f => f.Text);
        var configuration = files["annotation.conf"].Split('\n', '\t', '|', ':', ',', ' ');
        foreach (var (name, text) in files.Where(f => f.Key.EndsWith(".txt", StringComparison.Ordinal) && f.Key != "README.txt"))
        {
            var reader = new BratReader(text, files[Path.ChangeExtension(name, ".ann")]);
            Assert.All(reader.Marks.Values, m => Assert.Contains(m.Type, configuration));
            Assert.All(reader.Relations, r => Assert.Contains(r.Type, configuration));
            Assert.All(reader.Attributes, a => Assert.Contains(a.Name, configuration));
            Assert.All(reader.Attributes.Where(a => a.Value is not null), a => Assert.Contains(a.Value, configuration));
        }
        Assert.Contains(files.Values, text => text.Contains("150 179;194 220;221 241", StringComparison.Ordinal));
    }

    public void Dispose() => _ledger.Dispose();
}
