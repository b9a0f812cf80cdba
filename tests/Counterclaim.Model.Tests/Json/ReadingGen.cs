using CsCheck;

namespace Counterclaim.Model.Tests.Json;

/// <summary>Readings of arbitrary shape over texts with emoji, right-to-left letters, combining marks and CRLF.</summary>
internal static class ReadingGen
{
    private static readonly string[] Pieces =
    [
        "a", " ", "é", "e\u0301", "🚀", "👩‍👩‍👧", "שלום", "قال", "\r\n", "\"", "\\", "<b>", "\u2028", "\u0000", "\u202E", "–",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Text = Piece.Array[0, 120].Select(string.Concat);

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Piece.Array[1, 5].Select(p => (string?)string.Concat(p)));

    private static readonly Gen<DateTimeOffset?> MaybeTime =
        Gen.OneOf(
            Gen.Const((DateTimeOffset?)null),
            Gen.Select(Gen.Int[0, 800_000_000], Gen.Int[-12, 12], (s, h) =>
                (DateTimeOffset?)new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.FromHours(h)).AddSeconds(s)));

    public static readonly Gen<Reading> Any = Text.SelectMany(OfText);

    private static Gen<Reading> OfText(string text)
    {
        // Only offsets between code points: a span never cuts a character in two.
        var borders = new List<int> { 0 };
        foreach (var rune in text.EnumerateRunes()) borders.Add(borders[^1] + rune.Utf16SequenceLength);
        var span = Gen.Select(Gen.Int[0, borders.Count - 1], Gen.Int[0, borders.Count - 1], (a, b) =>
            new TextSpan(borders[Math.Min(a, b)], borders[Math.Max(a, b)]));
        var spans = span.Array[0, 4].Select(s => SpanList.Create(s));

        var paragraph =
            from at in span
            from kind in Gen.Enum<ParagraphKind>()
            from name in Maybe
            from posted in MaybeTime
            select new Paragraph(at, kind)
            {
                Post = kind == ParagraphKind.Social ? new SocialPost(name, null, "X", posted, at) : null,
            };
        var statement =
            from holder in spans
            from content in spans
            from mode in Gen.Enum<StatementMode>()
            from act in Gen.Enum<SpeechAct>()
            from name in Maybe
            from open in Gen.Bool
            from confidence in Gen.Double[0, 1]
            select new Statement("s1", holder, SpanList.Empty, content)
            {
                Mode = mode,
                Act = act,
                Actor = name,
                Channel = name,
                NegatedOrHypothetical = open,
                Confidence = confidence,
            };
        var actor =
            from kind in Gen.Enum<ActorKind>()
            from mentions in spans
            from name in Maybe
            select new Actor("a1", name ?? "", kind, mentions) { Role = name, Country = "XX" };
        var place =
            from at in span
            from located in Gen.Bool
            from latitude in Gen.Double[-90, 90]
            from role in Gen.Enum<PlaceRole>()
            from precision in Gen.Enum<PlacePrecision>()
            from kind in Gen.Enum<PlaceRelationKind>()
            from words in span
            select new Place("p1", at, "Somewhere", "city")
            {
                Latitude = located ? latitude : null,
                Longitude = located ? -latitude : null,
                Role = role,
                Precision = located ? precision : null,
                RadiusKm = located ? 2.5 : null,
                Container = located ? "Elsewhere" : null,
                Relation = located ? new PlaceRelation(kind, words, ["p1", "p2"], latitude, -latitude, 4) { Path = kind == PlaceRelationKind.Along ? [new(1.5, 2), new(latitude, 3)] : [] } : null,
            };
        var moment =
            from day in Gen.Int[0, 40_000]
            from minute in Gen.Int[0, 1439]
            select new DateTime(1950, 1, 1).AddDays(day).AddMinutes(minute);
        var time =
            from at in span
            from type in Gen.Enum<TimeType>()
            from known in Gen.Bool
            from granularity in Gen.Enum<TimeGranularity>()
            from modifier in Gen.Enum<TimeModifier>()
            from begin in moment
            from anchor in span
            select new TimeExpression("t1", at, type, known ? "2026-03-11" : null)
            {
                Granularity = known ? granularity : null,
                Modifier = known ? modifier : null,
                Interval = known ? new TimeInterval(begin, begin.AddHours(5)) : null,
                Until = known ? "t2" : null,
                Anchor = known ? null : anchor,
            };
        var quantity =
            from value in Gen.Double[0, 1e6]
            from approximate in Gen.Bool
            from bound in Gen.Enum<QuantityBound>()
            select new Quantity(value, approximate, "killed") { Bound = bound, To = approximate ? value + 1 : null };
        var assertion =
            from at in span
            from voice in Gen.Enum<Voice>()
            from polarity in Gen.Enum<Polarity>()
            from certainty in Gen.Enum<Certainty>()
            from amount in Gen.OneOf(Gen.Const((Quantity?)null), quantity.Select(q => (Quantity?)q))
            from loaded in spans
            select new Assertion("c1", at, voice)
            {
                Polarity = polarity,
                Certainty = certainty,
                Quantity = amount,
                Loaded = [.. loaded.Select((at, i) => new LoadedWord(at, i % 2 == 0 ? "label" : null, i % 3 == 0 ? "lowers" : null))],
                Statement = voice == Voice.Attributed ? "s1" : null,
            };
        var consequence =
            from cause in span
            from effect in span
            from relation in Gen.Enum<ConsequenceRelation>()
            from marker in spans
            select new Consequence(cause, effect, relation, marker, Certainty.Possible, null);

        return
            from paragraphs in paragraph.Array[0, 4]
            from title in Maybe
            from published in MaybeTime
            from isDay in Gen.Bool
            from statements in statement.Array[0, 4]
            from actors in actor.Array[0, 3]
            from places in place.Array[0, 3]
            from when in time.Array[0, 3]
            from assertions in assertion.Array[0, 3]
            from consequences in consequence.Array[0, 3]
            from relation in Gen.Enum<LinkRelation>()
            select new Reading(new Report("sha256:00", "test", text, paragraphs)
            {
                Title = title,
                Published = published,
                PublishedIsDay = isDay,
                Byline = title is null ? [] : [title],
            })
            {
                Statements = statements,
                Actors = actors,
                Places = places,
                Times = when,
                Assertions = assertions,
                Consequences = consequences,
                Links = [new Link("s2", "s1", relation)],
            };
    }
}
