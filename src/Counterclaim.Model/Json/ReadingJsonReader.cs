using System.Globalization;
using System.Text.Json;

namespace Counterclaim.Model.Json;

/// <summary>Reads one reading. A field that is absent means the same as null.</summary>
internal sealed class ReadingJsonReader
{
    private readonly CodePointMap _points;
    private readonly int _length;

    private ReadingJsonReader(string text)
    {
        _points = new CodePointMap(text);
        _length = _points.ToCodePoint(text.Length);
    }

    /// <exception cref="InvalidDataException">A field is missing, of the wrong type, or out of the text.</exception>
    public static Reading Read(JsonElement root)
    {
        try
        {
            var schema = Text(root, "schema");
            if (schema != ReadingJson.Schema)
                throw new InvalidDataException($"The schema is \"{schema}\"; \"{ReadingJson.Schema}\" is what can be read.");
            var text = Required(root, "text");
            return new ReadingJsonReader(text).ReadAll(root, text);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"Not a reading: {e.Message}", e);
        }
    }

    private Reading ReadAll(JsonElement root, string text) =>
        new(ReadReport(root.GetProperty("report"), text, List(root, "paragraphs", ReadParagraph)))
        {
            Statements = List(root, "statements", ReadStatement),
            Actors = List(root, "actors", ReadActor),
            Places = List(root, "places", ReadPlace),
            Times = List(root, "times", ReadTime),
            Assertions = List(root, "assertions", ReadAssertion),
            Consequences = List(root, "consequences", ReadConsequence),
            Links = List(root, "links", ReadLink),
            Explanations = List(root, "explanations", ReadExplanation),
        };

    private static Report ReadReport(JsonElement report, string text, IReadOnlyList<Paragraph> paragraphs) =>
        new(Required(report, "id"), Required(report, "source"), text, paragraphs)
        {
            Title = Text(report, "title"),
            Publisher = Text(report, "publisher"),
            Byline = List(report, "byline", name => name.GetString()!),
            Url = Text(report, "url"),
            Published = Timestamp(report, "published"),
            PublishedIsDay = Text(report, "published_precision") == "day",
            Language = Text(report, "language"),
        };

    private Paragraph ReadParagraph(JsonElement paragraph)
    {
        var kind = JsonNames.ParagraphKind(Required(paragraph, "kind"));
        var isPost = paragraph.TryGetProperty("author", out _);
        var post = isPost
            ? new SocialPost(
                Text(paragraph, "author"), Text(paragraph, "handle"), Text(paragraph, "network"), Timestamp(paragraph, "posted"),
                Find(paragraph, "signature") is { } signature ? ReadSpan(signature) : null)
            : null;
        return new Paragraph(ReadSpan(paragraph), kind) { Post = post };
    }

    private Statement ReadStatement(JsonElement statement) =>
        new(Required(statement, "id"), Spans(statement, "holder"), Spans(statement, "cue"), Spans(statement, "content"))
        {
            Mode = JsonNames.StatementMode(Required(statement, "mode")),
            Act = JsonNames.SpeechAct(Required(statement, "act")),
            Actor = Text(statement, "actor"),
            Addressee = Text(statement, "addressee"),
            Channel = Text(statement, "channel"),
            Time = Text(statement, "time"),
            Via = Text(statement, "via"),
            NegatedOrHypothetical = Flag(statement, "negated_or_hypothetical"),
            Confidence = Number(statement, "confidence") ?? throw Missing("confidence"),
        };

    private Actor ReadActor(JsonElement actor) =>
        new(Required(actor, "id"), Required(actor, "name"), JsonNames.ActorKind(Required(actor, "kind")), List(actor, "mentions", ReadSpan))
        {
            Role = Text(actor, "role"),
            Country = Text(actor, "country"),
            Identity = Text(actor, "identity"),
        };

    private Place ReadPlace(JsonElement place) =>
        new(Required(place, "id"), ReadSpan(place), Required(place, "name"), Required(place, "kind"))
        {
            Country = Text(place, "country"),
            Latitude = Number(place, "lat"),
            Longitude = Number(place, "lon"),
            Gazetteer = Text(place, "gazetteer"),
            Role = Text(place, "role") is { } role ? JsonNames.PlaceRole(role) : Flag(place, "metonym") ? PlaceRole.Metonym : PlaceRole.Literal,
            Precision = Text(place, "precision") is { } precision ? JsonNames.PlacePrecision(precision) : null,
            RadiusKm = Number(place, "radius_km"),
            Container = Text(place, "container"),
            Relation = Find(place, "relation") is { } relation ? ReadRelation(relation) : null,
        };

    private PlaceRelation ReadRelation(JsonElement relation) =>
        new(JsonNames.PlaceRelationKind(Required(relation, "kind")), ReadSpan(relation), List(relation, "of", anchor => anchor.GetString()!),
            relation.GetProperty("lat").GetDouble(), relation.GetProperty("lon").GetDouble(), relation.GetProperty("radius_km").GetDouble())
        {
            Path = List(relation, "path", point => new GeoPoint(point[0].GetDouble(), point[1].GetDouble())),
        };

    private TimeExpression ReadTime(JsonElement time) =>
        new(Required(time, "id"), ReadSpan(time), JsonNames.TimeType(Required(time, "type")), Text(time, "value"))
        {
            Modifier = Text(time, "mod") is { } modifier ? JsonNames.TimeModifier(modifier) : null,
            Granularity = Text(time, "granularity") is { } granularity ? JsonNames.TimeGranularity(granularity) : null,
            Interval = LocalTime(time, "from") is { } from && LocalTime(time, "to") is { } to ? new TimeInterval(from, to) : null,
            Until = Text(time, "until"),
            Anchor = Find(time, "anchor") is { } anchor ? ReadSpan(anchor) : null,
        };

    private Assertion ReadAssertion(JsonElement assertion) =>
        new(Required(assertion, "id"), ReadSpan(assertion), JsonNames.Voice(Required(assertion, "voice")))
        {
            Statement = Text(assertion, "statement"),
            Kind = Text(assertion, "kind"),
            Agent = Text(assertion, "agent"),
            Patient = Text(assertion, "patient"),
            Place = Text(assertion, "place"),
            Time = Text(assertion, "time"),
            AgentSpan = Find(assertion, "agent_span") is { } agent ? ReadSpan(agent) : null,
            PatientSpan = Find(assertion, "patient_span") is { } patient ? ReadSpan(patient) : null,
            Quantity = Find(assertion, "quantity") is { } quantity ? ReadQuantity(quantity) : null,
            Position = Text(assertion, "position"),
            Polarity = JsonNames.Polarity(Required(assertion, "polarity")),
            Certainty = JsonNames.Certainty(Required(assertion, "certainty")),
            Loaded = List(assertion, "loaded", word => new LoadedWord(ReadSpan(word), Text(word, "category"), Text(word, "reason"))),
        };

    private static Quantity ReadQuantity(JsonElement quantity) =>
        new(Number(quantity, "value") ?? throw Missing("value"), Flag(quantity, "approximate"), Text(quantity, "unit"))
        {
            Bound = Text(quantity, "bound") is { } bound ? JsonNames.QuantityBound(bound) : QuantityBound.Exact,
            To = Number(quantity, "to"),
        };

    private Consequence ReadConsequence(JsonElement consequence) => new(
        ReadSpan(consequence.GetProperty("cause")),
        ReadSpan(consequence.GetProperty("effect")),
        JsonNames.ConsequenceRelation(Required(consequence, "relation")),
        Spans(consequence, "marker"),
        JsonNames.Certainty(Required(consequence, "certainty")),
        Text(consequence, "statement"));

    private static Link ReadLink(JsonElement link) =>
        new(Required(link, "from"), Required(link, "to"), JsonNames.LinkRelation(Required(link, "relation")));

    private static Explanation ReadExplanation(JsonElement explanation) =>
        new(Required(explanation, "item"), Required(explanation, "step"), Required(explanation, "reason"));

    private SpanList Spans(JsonElement parent, string name) => SpanList.Create(List(parent, name, ReadSpan));

    private TextSpan ReadSpan(JsonElement span)
    {
        int start = span.GetProperty("start").GetInt32(), end = span.GetProperty("end").GetInt32();
        if (start < 0 || end < start || end > _length)
            throw new InvalidDataException($"The span {start}–{end} is not in the text of {_length} characters.");
        return new TextSpan(_points.ToUtf16(start), _points.ToUtf16(end));
    }

    private static T[] List<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        if (Find(parent, name) is not { } list) return [];
        var items = new T[list.GetArrayLength()];
        var count = 0;
        foreach (var item in list.EnumerateArray()) items[count++] = read(item);
        return items;
    }

    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement parent, string name) => Find(parent, name)?.GetString();

    private static string Required(JsonElement parent, string name) => Text(parent, name) ?? throw Missing(name);

    private static bool Flag(JsonElement parent, string name) => Find(parent, name)?.GetBoolean() ?? false;

    private static double? Number(JsonElement parent, string name) => Find(parent, name)?.GetDouble();

    private static DateTimeOffset? Timestamp(JsonElement parent, string name) =>
        Text(parent, name) is { } time
            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    private static DateTime? LocalTime(JsonElement parent, string name) =>
        Text(parent, name) is { } time ? DateTime.ParseExact(time, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : null;

    private static InvalidDataException Missing(string name) => new($"The field \"{name}\" is missing.");
}
