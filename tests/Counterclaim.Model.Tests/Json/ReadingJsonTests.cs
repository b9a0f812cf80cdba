using System.Buffers;
using System.Text;
using System.Text.Json;
using Counterclaim.Model.Json;
using CsCheck;

namespace Counterclaim.Model.Tests.Json;

public class ReadingJsonTests
{
    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes() =>
        ReadingGen.Any.Sample(reading =>
        {
            var written = Compact(reading);
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Compact(ReadingJson.Parse(written))));
        });

    [Fact]
    public void The_compact_form_is_one_line() =>
        ReadingGen.Any.Sample(reading => Assert.DoesNotContain((byte)'\n', Compact(reading)));

    [Fact]
    public void Offsets_cut_the_same_characters_out_of_the_written_text() =>
        ReadingGen.Any.Sample(reading =>
        {
            using var json = JsonDocument.Parse(Compact(reading));
            var runes = json.RootElement.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
            string Cut(JsonElement span) => string.Concat(
                runes[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()].Select(r => r.ToString()));
            foreach (var (place, written) in reading.Places.Zip(json.RootElement.GetProperty("places").EnumerateArray()))
                Assert.Equal(place.Span.In(reading.Report.Text).ToString(), Cut(written));
            foreach (var (statement, written) in reading.Statements.Zip(json.RootElement.GetProperty("statements").EnumerateArray()))
                Assert.Equal(
                    statement.Content.Select(s => s.In(reading.Report.Text).ToString()),
                    written.GetProperty("content").EnumerateArray().Select(Cut));
        });

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character_and_shifts_nothing()
    {
        const string text = "a\uD800b🚀c";
        var reading = new Reading(new Report("sha256:00", "test", text, []))
        {
            Places = [new Place("p1", new TextSpan(5, 6), "c", "city")],
        };
        var back = ReadingJson.Parse(Compact(reading));
        Assert.Equal("a\uFFFDb🚀c", back.Report.Text);
        Assert.Equal("c", back.Places[0].Span.In(back.Report.Text).ToString());
    }

    [Fact]
    public void Every_value_of_every_enumeration_is_spelt_as_its_name()
    {
        AssertSpelt<ActorKind>(JsonNames.Of);
        AssertSpelt<Voice>(JsonNames.Of);
        AssertSpelt<Certainty>(JsonNames.Of);
        AssertSpelt<QuantityBound>(JsonNames.Of);
        AssertSpelt<ConsequenceRelation>(JsonNames.Of);
        AssertSpelt<LinkRelation>(JsonNames.Of);
        AssertSpelt<ParagraphKind>(JsonNames.Of);
        AssertSpelt<StatementMode>(JsonNames.Of);
        AssertSpelt<SpeechAct>(JsonNames.Of);
        AssertSpelt<TimeType>(type => JsonNames.Of(type).ToLowerInvariant());
        AssertSpelt<PlaceRole>(JsonNames.Of);
        AssertSpelt<PlacePrecision>(JsonNames.Of);
        AssertSpelt<PlaceRelationKind>(JsonNames.Of);
        AssertSpelt<TimeGranularity>(JsonNames.Of);
        AssertSpelt<TimeModifier>(modifier => JsonNames.Of(modifier).ToLowerInvariant());
    }

    [Theory]
    [InlineData("", "Not JSON")]
    [InlineData("{}", "schema")]
    [InlineData("""{"schema": "counterclaim.reading/1"}""", "text")]
    [InlineData("""{"schema": "counterclaim.reading/1", "text": "ab", "report": {"id": "x", "source": "y"}, "places": [{"id": "p1", "start": 1, "end": 3, "name": "n", "kind": "city"}]}""", "1–3")]
    [InlineData("""{"schema": "counterclaim.reading/1", "text": "ab", "report": {"id": "x", "source": "y"}, "links": [{"from": "s2", "to": "s1", "relation": "likes"}]}""", "likes")]
    public void What_is_not_a_reading_is_refused_with_the_reason(string json, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => ReadingJson.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static void AssertSpelt<T>(Func<T, string> spell) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            var name = value.ToString();
            var expected = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : c.ToString())).ToLowerInvariant();
            Assert.Equal(expected, spell(value));
        }
    }

    private static byte[] Compact(Reading reading)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ReadingJson.Write(reading, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
