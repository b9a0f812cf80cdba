using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>
/// The one ledger that every format is shown by: twelve claims of three invented reports. Among them one without a place, one over a range of days, one in a quotation in
/// two parts, the second of them on two lines, one behind an emoji, two in Arabic, one denied, one merely possible, one of an open condition, one that nobody commits to,
/// one rejected and one confirmed by a person; an outlet and a title that a spreadsheet would take for formulas.
/// </summary>
internal static class ExportFixture
{
    /// <summary>Asks for rejected claims too.</summary>
    public const string Query = "review:proposed,confirmed,rejected sort:oldest";

    public static IReadOnlyList<Model.Reading> Readings { get; } = [Courier(), North(), Frontline()];

    public static TestLedger Open()
    {
        var ledger = new TestLedger();
        ledger.Store.Add(Readings, TestLedger.Version);
        ledger.Store.Correct($"{Readings[0].Report.Id}/c2", CorrectionAction.Accept, [], "desk");
        ledger.Store.Correct($"{Readings[2].Report.Id}/c5", CorrectionAction.Reject, [], "desk", "no claim");
        return ledger;
    }

    public static byte[] Export(LedgerStore store, string format, string query = Query)
    {
        using var output = new MemoryStream();
        store.Export(QueryParser.Parse(query), ExportFormat.Find(format)!, output, cancel: TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    private static string IdOf(char digit) => "sha256:" + new string(digit, 64);

    private static TimeInterval Days(int from, int to) => new(new DateTime(2026, 4, from), new DateTime(2026, 4, to));

    private static Place Located(Place place, string gazetteer) => place with { Country = "NL", Gazetteer = gazetteer, Precision = PlacePrecision.Exact, RadiusKm = 4 };

    private static Model.Reading Courier()
    {
        var b = new ReadingBuilder("""
            🚢 Two ferries left Velm harbour on Friday.

            Governor Asta Rehn said that Norland troops had taken the grain station at Velm between 9 and 11 April.

            “Thirty-one people were killed,” Rehn said, “and the coast road is cut.
            Nobody gets through.”

            The army denied that the road was cut.
            """);
        var rehn = b.Actor("Asta Rehn", ActorKind.Person, "Governor", b.At("Governor Asta Rehn"), b.At("Rehn", "killed,” "));
        var norland = b.Actor("Norland troops", ActorKind.ArmedForce, null, b.At("Norland troops"));
        var army = b.Actor("The army", ActorKind.ArmedForce, null, b.At("The army"));
        var harbour = b.Place(b.At("Velm"), "Velm", "city", 52.5, 5.25, with: p => Located(p, "geonames:1"));
        var velm = b.Place(b.At("Velm", "station at "), "Velm", "city", 52.5, 5.25, with: p => Located(p, "geonames:1"));
        var road = b.Place(b.At("the coast road"), "coast road", "road");
        var friday = b.Time(b.At("Friday"), TimeType.Date, "2026-04-10", Days(10, 11), TimeGranularity.Day);
        var range = b.Time(b.At("between 9 and 11 April"), TimeType.Date, "2026-04-09", Days(9, 12), TimeGranularity.Day);
        var said = b.Statement(b.At("Governor Asta Rehn"), b.At("said that"), [b.At("Norland troops had taken the grain station at Velm between 9 and 11 April")], StatementMode.Indirect, actor: rehn);
        var quoted = b.Statement(
            b.At("Rehn", "killed,” "), b.At("said", "killed,” Rehn "), b.All("Thirty-one people were killed", "and the coast road is cut.\nNobody gets through."), StatementMode.Direct, actor: rehn);
        var denied = b.Statement(b.At("The army"), b.At("denied"), [b.At("the road was cut")], StatementMode.Indirect, SpeechAct.Deny, actor: army);
        b.OwnClaim(b.At("Two ferries left Velm harbour on Friday"), a => a with { Kind = "movement", Place = harbour, Time = friday, Quantity = new Quantity(2, false, "ferry") });
        b.Claim(b.At("Norland troops had taken the grain station at Velm between 9 and 11 April"), said,
            a => a with { Kind = "control", Position = "attacker in part", Agent = norland, AgentSpan = b.At("Norland troops"), PatientSpan = b.At("the grain station"), Place = velm, Time = range });
        b.Claim(b.At("Thirty-one people were killed"), quoted, a => a with { Kind = "casualties", Position = "killed", Quantity = new Quantity(31, false, "people"), PatientSpan = b.At("Thirty-one people") });
        b.Claim(b.At("the coast road is cut"), quoted, a => a with { Kind = "route", Position = "cut", Place = road });
        b.Claim(b.At("the road was cut"), denied, a => a with { Kind = "route", Position = "cut", Place = road });
        b.Consequence(b.At("the coast road is cut"), b.At("Nobody gets through"), ConsequenceRelation.Cause, null, Certainty.Certain, quoted);
        return b.Build("courier.html", report => report with
        {
            Id = IdOf('a'),
            Title = "Two ferries leave Velm",
            Publisher = "Velm Courier",
            Byline = ["Tam Orrel"],
            Published = new DateTimeOffset(2026, 4, 12, 7, 30, 0, TimeSpan.FromHours(2)),
            Url = "https://courier.example/velm?day=12",
            Language = "en",
        });
    }

    private static Model.Reading North()
    {
        var b = new ReadingBuilder("قالت وزارة الصحة إن 12 شخصا قتلوا في القصف على هارسك يوم الجمعة.");
        var ministry = b.Actor("وزارة الصحة", ActorKind.Government, null, b.At("وزارة الصحة"));
        var harsk = b.Place(b.At("هارسك"), "هارسك", "town", 52.75, 5.5, with: p => Located(p, "geonames:2"));
        var friday = b.Time(b.At("يوم الجمعة"), TimeType.Date, "2026-04-10", Days(10, 11), TimeGranularity.Day);
        var said = b.Statement(b.At("وزارة الصحة"), b.At("قالت"), [b.At("12 شخصا قتلوا في القصف على هارسك يوم الجمعة")], StatementMode.Indirect, actor: ministry);
        b.Claim(b.At("12 شخصا قتلوا في القصف على هارسك يوم الجمعة"), said,
            a => a with { Kind = "casualties", Position = "killed", Place = harsk, Time = friday, Quantity = new Quantity(12, false, "شخصا") });
        b.Claim(b.At("القصف على هارسك"), said, a => a with { Kind = "strike", Place = harsk, Time = friday, PatientSpan = b.At("هارسك") });
        return b.Build("north.html", report => report with
        {
            Id = IdOf('b'),
            Title = "قصف على هارسك",
            Publisher = "صوت الشمال",
            Published = new DateTimeOffset(2026, 4, 11, 0, 0, 0, TimeSpan.Zero),
            PublishedIsDay = true,
            Language = "ar",
        });
    }

    private static Model.Reading Frontline()
    {
        var b = new ReadingBuilder("""
            Shells fell 20 km east of Harsk, a witness told Strait Wire.

            At least 40 fighters may have been wounded, the witness added. If the bridge falls, the town will be surrounded, analysts warned.

            Norland declined to say whether talks go on. This barbaric shelling hit Harsk.
            """);
        var wire = b.Actor("Strait Wire", ActorKind.Publication, null, b.At("Strait Wire"));
        var witness = b.Actor("a witness", ActorKind.Group, null, b.At("a witness"), b.At("the witness"));
        var analysts = b.Actor("analysts", ActorKind.Group, null, b.At("analysts"));
        var norland = b.Actor("Norland", ActorKind.Government, null, b.At("Norland"));
        var harsk = b.Place(b.At("Harsk"), "Harsk", "town", 52.75, 5.5, with: p => Located(p, "geonames:2") with
        {
            Precision = PlacePrecision.Near,
            Relation = new PlaceRelation(PlaceRelationKind.Distance, b.At("20 km east of"), [], 52.75, 5.796, 5),
        });
        var hit = b.Place(b.At("Harsk", "shelling hit "), "Harsk", "town", 52.75, 5.5, with: p => Located(p, "geonames:2"));
        var reported = b.Statement(b.At("Strait Wire"), b.At("told"), [b.At("Shells fell 20 km east of Harsk")], StatementMode.Indirect, actor: wire);
        var told = b.Statement(b.At("a witness"), b.At("told"), [b.At("Shells fell 20 km east of Harsk")], StatementMode.Indirect, actor: witness, via: reported);
        var added = b.Statement(b.At("the witness"), b.At("added"), [b.At("At least 40 fighters may have been wounded")], StatementMode.Indirect, actor: witness);
        var warned = b.Statement(b.At("analysts"), b.At("warned"), [b.At("If the bridge falls, the town will be surrounded")], StatementMode.Indirect, SpeechAct.Predict, actor: analysts);
        var declined = b.Statement(b.At("Norland"), b.At("declined to say"), [b.At("whether talks go on")], StatementMode.Indirect, SpeechAct.Decline, actor: norland, open: true);
        b.Claim(b.At("Shells fell 20 km east of Harsk"), told, a => a with { Kind = "strike", AgentSpan = b.At("Shells"), Place = harsk });
        b.Claim(b.At("At least 40 fighters may have been wounded"), added, a => a with
        {
            Kind = "casualties",
            Position = "wounded",
            Certainty = Certainty.Possible,
            Quantity = new Quantity(40, false, "fighter") { Bound = QuantityBound.AtLeast },
        });
        b.Claim(b.At("the town will be surrounded"), warned, a => a with { Kind = "encirclement", Position = "complete", Certainty = Certainty.Hypothetical });
        b.Claim(b.At("talks go on"), declined, a => a with { Kind = "negotiation", Position = "under way", Agent = norland });
        b.OwnClaim(b.At("This barbaric shelling hit Harsk"), a => a with { Kind = "strike", Place = hit, Loaded = [new LoadedWord(b.At("barbaric"), "judgement", "condemns a deed")] });
        b.Consequence(b.At("the bridge falls"), b.At("the town will be surrounded"), ConsequenceRelation.Condition, b.At("If"), Certainty.Hypothetical, warned);
        return b.Build("frontline.html", report => report with { Id = IdOf('c'), Title = "=Shells on Harsk", Publisher = "@frontline", Url = "javascript:alert(1)", Language = "en" });
    }
}
