using System.Globalization;
using System.Text.Json;

namespace Counterclaim.Model.Json;

/// <summary>Writes one reading. Fields are always in the same order; what is unknown is null.</summary>
internal readonly struct ReadingJsonWriter(Utf8JsonWriter json, Reading reading)
{
    private readonly CodePointMap _points = new(reading.Report.Text);

    public void Write(bool withExplanations)
    {
        json.WriteStartObject();
        json.WriteString("schema"u8, ReadingJson.Schema);
        WriteReport(reading.Report);
        json.WriteString("text"u8, reading.Report.Text);
        WriteArray("paragraphs", reading.Report.Paragraphs, static (writer, paragraph) => writer.WriteParagraph(paragraph));
        WriteArray("statements", reading.Statements, static (writer, statement) => writer.WriteStatement(statement));
        WriteArray("actors", reading.Actors, static (writer, actor) => writer.WriteActor(actor));
        WriteArray("places", reading.Places, static (writer, place) => writer.WritePlace(place));
        WriteArray("times", reading.Times, static (writer, time) => writer.WriteTime(time));
        WriteArray("assertions", reading.Assertions, static (writer, assertion) => writer.WriteAssertion(assertion));
        WriteArray("consequences", reading.Consequences, static (writer, consequence) => writer.WriteConsequence(consequence));
        WriteArray("links", reading.Links, static (writer, link) => writer.WriteLink(link));
        if (withExplanations && reading.Explanations.Count > 0)
            WriteArray("explanations", reading.Explanations, static (writer, explanation) => writer.WriteExplanation(explanation));
        json.WriteEndObject();
    }

    private void WriteReport(Report report)
    {
        json.WriteStartObject("report"u8);
        json.WriteString("id"u8, report.Id);
        json.WriteString("title"u8, report.Title);
        json.WriteString("publisher"u8, report.Publisher);
        json.WriteStartArray("byline"u8);
        foreach (var name in report.Byline) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("url"u8, report.Url);
        json.WriteString("published"u8, Timestamp(report.Published));
        if (report.PublishedIsDay) json.WriteString("published_precision"u8, "day"u8);
        json.WriteString("language"u8, report.Language);
        json.WriteString("source"u8, report.Source);
        json.WriteEndObject();
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        WriteOffsets(paragraph.Span);
        json.WriteString("kind"u8, JsonNames.Of(paragraph.Kind));
        if (paragraph.Post is not { } post) return;
        json.WriteString("author"u8, post.Author);
        json.WriteString("handle"u8, post.Handle);
        json.WriteString("network"u8, post.Network);
        json.WriteString("posted"u8, Timestamp(post.Posted));
        json.WritePropertyName("signature"u8);
        if (post.Signature is { } signature) WriteSpan(signature);
        else json.WriteNullValue();
    }

    private void WriteStatement(Statement statement)
    {
        json.WriteString("id"u8, statement.Id);
        WriteSpans("holder"u8, statement.Holder);
        WriteSpans("cue"u8, statement.Cue);
        WriteSpans("content"u8, statement.Content);
        json.WriteString("mode"u8, JsonNames.Of(statement.Mode));
        json.WriteString("act"u8, JsonNames.Of(statement.Act));
        json.WriteString("actor"u8, statement.Actor);
        json.WriteString("addressee"u8, statement.Addressee);
        json.WriteString("channel"u8, statement.Channel);
        json.WriteString("time"u8, statement.Time);
        json.WriteString("via"u8, statement.Via);
        if (statement.NegatedOrHypothetical) json.WriteBoolean("negated_or_hypothetical"u8, true);
        json.WriteNumber("confidence"u8, Math.Round(statement.Confidence, 3));
    }

    private void WriteActor(Actor actor)
    {
        json.WriteString("id"u8, actor.Id);
        json.WriteString("name"u8, actor.Name);
        json.WriteString("kind"u8, JsonNames.Of(actor.Kind));
        json.WriteString("role"u8, actor.Role);
        json.WriteString("country"u8, actor.Country);
        if (actor.Identity is not null) json.WriteString("identity"u8, actor.Identity);
        WriteSpans("mentions"u8, actor.Mentions);
    }

    private void WritePlace(Place place)
    {
        json.WriteString("id"u8, place.Id);
        WriteOffsets(place.Span);
        json.WriteString("name"u8, place.Name);
        json.WriteString("kind"u8, place.Kind);
        json.WriteString("country"u8, place.Country);
        WriteNumber("lat"u8, place.Latitude);
        WriteNumber("lon"u8, place.Longitude);
        json.WriteString("gazetteer"u8, place.Gazetteer);
        json.WriteBoolean("metonym"u8, place.Metonym);
        json.WriteString("role"u8, JsonNames.Of(place.Role));
        if (place.Precision is { } precision) json.WriteString("precision"u8, JsonNames.Of(precision));
        if (place.RadiusKm is { } radius) json.WriteNumber("radius_km"u8, radius);
        if (place.Container is { } container) json.WriteString("container"u8, container);
        if (place.Relation is { } relation) WriteRelation(relation);
    }

    private void WriteRelation(PlaceRelation relation)
    {
        json.WriteStartObject("relation"u8);
        json.WriteString("kind"u8, JsonNames.Of(relation.Kind));
        WriteOffsets(relation.Span);
        json.WriteStartArray("of"u8);
        foreach (var anchor in relation.Of) json.WriteStringValue(anchor);
        json.WriteEndArray();
        json.WriteNumber("lat"u8, relation.Latitude);
        json.WriteNumber("lon"u8, relation.Longitude);
        json.WriteNumber("radius_km"u8, relation.RadiusKm);
        if (relation.Path.Count > 0)
        {
            json.WriteStartArray("path"u8);
            foreach (var point in relation.Path)
            {
                json.WriteStartArray();
                json.WriteNumberValue(point.Latitude);
                json.WriteNumberValue(point.Longitude);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private void WriteTime(TimeExpression time)
    {
        json.WriteString("id"u8, time.Id);
        WriteOffsets(time.Span);
        json.WriteString("type"u8, JsonNames.Of(time.Type));
        json.WriteString("value"u8, time.Value);
        if (time.Modifier is { } modifier) json.WriteString("mod"u8, JsonNames.Of(modifier));
        if (time.Granularity is { } granularity) json.WriteString("granularity"u8, JsonNames.Of(granularity));
        if (time.Interval is { } interval)
        {
            json.WriteString("from"u8, LocalTime(interval.From));
            json.WriteString("to"u8, LocalTime(interval.To));
        }
        if (time.Until is { } until) json.WriteString("until"u8, until);
        if (time.Anchor is not { } anchor) return;
        json.WritePropertyName("anchor"u8);
        WriteSpan(anchor);
    }

    private static string LocalTime(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private void WriteAssertion(Assertion assertion)
    {
        json.WriteString("id"u8, assertion.Id);
        WriteOffsets(assertion.Span);
        json.WriteString("statement"u8, assertion.Statement);
        json.WriteString("voice"u8, JsonNames.Of(assertion.Voice));
        json.WriteString("kind"u8, assertion.Kind);
        json.WriteString("agent"u8, assertion.Agent);
        json.WriteString("patient"u8, assertion.Patient);
        json.WriteString("place"u8, assertion.Place);
        json.WriteString("time"u8, assertion.Time);
        WriteSlot("agent_span"u8, assertion.AgentSpan);
        WriteSlot("patient_span"u8, assertion.PatientSpan);
        WriteQuantity(assertion.Quantity);
        json.WriteString("position"u8, assertion.Position);
        json.WriteString("polarity"u8, JsonNames.Of(assertion.Polarity));
        json.WriteString("certainty"u8, JsonNames.Of(assertion.Certainty));
        json.WriteStartArray("loaded"u8);
        foreach (var word in assertion.Loaded)
        {
            json.WriteStartObject();
            WriteOffsets(word.Span);
            if (word.Category is { } category) json.WriteString("category"u8, category);
            if (word.Reason is { } reason) json.WriteString("reason"u8, reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteSlot(ReadOnlySpan<byte> name, TextSpan? span)
    {
        if (span is not { } words) return;
        json.WritePropertyName(name);
        WriteSpan(words);
    }

    private void WriteQuantity(Quantity? quantity)
    {
        json.WritePropertyName("quantity"u8);
        if (quantity is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteNumber("value"u8, quantity.Value);
        json.WriteBoolean("approximate"u8, quantity.Approximate);
        json.WriteString("unit"u8, quantity.Unit);
        if (quantity.Bound != QuantityBound.Exact) json.WriteString("bound"u8, JsonNames.Of(quantity.Bound));
        if (quantity.To is { } to) json.WriteNumber("to"u8, to);
        json.WriteEndObject();
    }

    private void WriteConsequence(Consequence consequence)
    {
        json.WritePropertyName("cause"u8);
        WriteSpan(consequence.Cause);
        json.WritePropertyName("effect"u8);
        WriteSpan(consequence.Effect);
        json.WriteString("relation"u8, JsonNames.Of(consequence.Relation));
        WriteSpans("marker"u8, consequence.Marker);
        json.WriteString("certainty"u8, JsonNames.Of(consequence.Certainty));
        json.WriteString("statement"u8, consequence.Statement);
    }

    private void WriteLink(Link link)
    {
        json.WriteString("from"u8, link.From);
        json.WriteString("to"u8, link.To);
        json.WriteString("relation"u8, JsonNames.Of(link.Relation));
    }

    private void WriteExplanation(Explanation explanation)
    {
        json.WriteString("item"u8, explanation.Item);
        json.WriteString("step"u8, explanation.Step);
        json.WriteString("reason"u8, explanation.Reason);
    }

    private void WriteArray<T>(string name, IReadOnlyList<T> items, Action<ReadingJsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteSpans(ReadOnlySpan<byte> name, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < spans.Count; i++) WriteSpan(spans[i]);
        json.WriteEndArray();
    }

    private void WriteSpan(TextSpan span)
    {
        json.WriteStartObject();
        WriteOffsets(span);
        json.WriteEndObject();
    }

    private void WriteOffsets(TextSpan span)
    {
        json.WriteNumber("start"u8, _points.ToCodePoint(span.Start));
        json.WriteNumber("end"u8, _points.ToCodePoint(span.End));
    }

    private void WriteNumber(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>ISO 8601 to the second, in the offset the source gave; "Z" for UTC.</summary>
    private static string? Timestamp(DateTimeOffset? time) =>
        time?.ToString(time.Value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
