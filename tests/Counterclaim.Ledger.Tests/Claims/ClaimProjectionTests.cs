using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Claims;

public class ClaimProjectionTests
{
    private const string Text = "😀 On Monday the Courier said that army doctors denied that 14 sailors had died near Port Ash. The port is open.";

    private static readonly Model.Reading Sample = new(new Report("sha256:1", "a.txt", Text, [new Paragraph(new TextSpan(0, Text.Length), ParagraphKind.Body)])
    {
        Publisher = "Strait Wire",
        Published = new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero),
        PublishedIsDay = true,
    })
    {
        Actors =
        [
            new Actor("a1", "Courier", ActorKind.Publication, [At("the Courier")]),
            new Actor("a2", "army doctors", ActorKind.Group, [At("army doctors")]),
            new Actor("a3", "sailors", ActorKind.Group, [At("14 sailors")]),
        ],
        Places = [new Place("p1", At("Port Ash"), "Port Ash", "city")
        {
            Latitude = 41.2, Longitude = 8.1, RadiusKm = 3, Gazetteer = "demo:1", Precision = PlacePrecision.Near,
            Relation = new PlaceRelation(PlaceRelationKind.Near, At("near"), ["p1"], 41.2, 8.1, 10),
        }],
        Times = [new TimeExpression("t1", At("Monday"), TimeType.Date, "2026-03-09")
        {
            Interval = new TimeInterval(new DateTime(2026, 3, 9), new DateTime(2026, 3, 10)), Granularity = TimeGranularity.Day,
        }],
        Statements =
        [
            new Statement("s1", [At("the Courier")], [At("said")], [At("army doctors denied that 14 sailors had died near Port Ash")])
            { Mode = StatementMode.Indirect, Act = SpeechAct.Assert, Actor = "a1", Time = "t1", Confidence = 0.9 },
            new Statement("s2", [At("army doctors")], [At("denied")], [At("14 sailors had died near Port Ash")])
            { Mode = StatementMode.Indirect, Act = SpeechAct.Deny, Actor = "a2", Via = "s1", Confidence = 0.8 },
        ],
        Assertions =
        [
            new Assertion("c1", At("14 sailors had died near Port Ash"), Voice.Attributed)
            { Statement = "s2", Kind = "casualties", Patient = "a3", Place = "p1", Position = "killed", Quantity = new Quantity(14, false, "sailor") },
            new Assertion("c2", At("The port is open"), Voice.Own) { Kind = "route", Position = "open" },
            new Assertion("c3", At("The port is open"), Voice.Own),
        ],
    };

    [Fact]
    public void A_way_between_two_located_places_keeps_both_ends_and_comes_back_from_the_ledger()
    {
        var places = new[]
        {
            Sample.Places[0] with { Relation = new PlaceRelation(PlaceRelationKind.Route, At("near"), ["p1", "p2"], 41.3, 8.2, 20) { Path = [new(41.2, 8.1), new(41.4, 8.3)] } },
            new Place("p2", At("The port"), "The port", "facility") { Latitude = 41.4, Longitude = 8.3, RadiusKm = 1, Precision = PlacePrecision.Exact },
        };
        var reading = Sample with { Places = places };
        var way = ClaimProjection.Of(reading)[0].Place!;
        Assert.Equal([new WayEnd("Port Ash", new(41.2, 8.1)), new WayEnd("The port", new(41.4, 8.3))], way.Relation!.Ends);
        Assert.Equal("near Port Ash – The port", way.Told);
        using var ledger = new Store.TestLedger();
        ledger.Store.Add([reading], Store.TestLedger.Version);
        Assert.Equal(way, ledger.Store.ClaimsOf("sha256:1")[0].Place);

        // One end that nobody knows makes no way.
        Assert.Empty(ClaimProjection.Of(reading with { Places = [places[0] with { Relation = places[0].Relation! with { Path = [] } }, places[1]] })[0].Place!.Relation!.Ends);
    }

    [Fact]
    public void An_assertion_of_a_kind_becomes_a_claim_with_its_chain_from_the_publisher_inward()
    {
        var claims = ClaimProjection.Of(Sample);
        Assert.Equal(["c1", "c2"], claims.Select(c => c.Ref.Assertion));
        var told = claims[0];
        Assert.Equal(["Strait Wire", "Courier", "army doctors"], told.Tellers.Select(t => t.Name));
        Assert.Equal(("army doctors", 0.8), (told.FirstTeller.Name, told.Confidence));
        Assert.Equal(ClaimStance.Denies, told.Stance);
        Assert.Equal("14 sailors had died near Port Ash", told.Exact);
        Assert.Equal(told.Span.Start - 1, told.CodePoints.Start);
        Assert.Equal(("sailors", "killed", 14d), (told.Patient!.Name, told.Position, told.Quantity!.Value));
    }

    [Fact]
    public void A_claim_holds_as_of_when_it_was_said_else_of_the_day_of_publication()
    {
        var claims = ClaimProjection.Of(Sample);
        Assert.Equal(new DateTime(2026, 3, 9), claims[0].AsOf!.Value.From);
        Assert.Equal(new TimeInterval(new DateTime(2026, 3, 11), new DateTime(2026, 3, 12)), claims[1].AsOf);
        Assert.True(claims[1].FirstTeller.IsPublisher);
        Assert.Null(claims[1].Confidence);
    }

    [Fact]
    public void The_pin_lies_where_the_words_around_a_name_point()
    {
        var place = ClaimProjection.Of(Sample)[0].Place!;
        Assert.Equal((3, 10d, "near"), (place.RadiusKm, place.PinRadiusKm, place.Relation!.Words));
        Assert.Null((place with { Role = PlaceRole.Metonym }).Pin);
        Assert.Null((place with { Relation = null, Kind = "country", Precision = PlacePrecision.Country }).Pin);
    }

    private static TextSpan At(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
