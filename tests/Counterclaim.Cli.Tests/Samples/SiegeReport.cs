using Counterclaim.Model;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Cli.Tests.Samples;

/// <summary>An invented report on an invented siege, read by hand: chains, answers, a post, loaded words, a foreign quotation.</summary>
internal static class SiegeReport
{
    public const string Text =
        """
        Harbour of Port Ash “all but lost”, pilots tell Beacon

        By Maren Voss

        The Beacon of Ostmark paints a dire picture of Port Ash. Harbour pilots say rebel troops have taken the eastern mole and now fire on every ship that leaves, the newspaper reports.

        “About forty rebels crossed the mole on Sunday night,” one pilot told the paper. “We saw them. Nobody fired.”

        Governor Ilan Reth has responded by saying that no rebel has set foot on the mole. He sought to deny that the garrison was out of shells.

        If the harbour falls, the capital will run out of fuel within ten days 🚢, the energy ministry warned on Tuesday.

        Our gunners hold the mole. Whoever says otherwise was not here.
        — Port Ash Garrison (@ashgarrison) March 10, 2026

        The rebels’ spokesman did not say whether talks would go on. “لن نتفاوض”, a fighter shouted at reporters.

        The heroic garrison has perhaps a week left. It has withstood the shelling for 61 days.

        Read next: Cup final moved to Tolvane
        """;

    public static Model.Reading Read()
    {
        var b = new ReadingBuilder(Text);
        var beacon = b.Actor("The Beacon of Ostmark", ActorKind.Publication, null, b.At("The Beacon of Ostmark"), b.At("the newspaper"), b.At("the paper."));
        var pilots = b.Actor("Harbour pilots", ActorKind.Group, null, b.At("pilots"), b.At("Harbour pilots"));
        var pilot = b.Actor("one pilot", ActorKind.Group, null, b.At("one pilot"));
        var reth = b.Actor("Ilan Reth", ActorKind.Person, "Governor", b.At("Governor Ilan Reth"), b.At("He"));
        var ministry = b.Actor("the energy ministry", ActorKind.Government, null, b.At("the energy ministry"));
        var garrison = b.Actor("Port Ash Garrison", ActorKind.ArmedForce, null, b.At("Port Ash Garrison"));
        var spokesman = b.Actor("The rebels’ spokesman", ActorKind.Person, null, b.At("The rebels’ spokesman"));
        var fighter = b.Actor("a fighter", ActorKind.Group, null, b.At("a fighter"));

        var portAsh = b.Place(b.At("Port Ash", "Harbour of "), "Port Ash", "city", 41.2, 8.1);
        b.Place(b.At("Port Ash", "picture of "), "Port Ash", "city", 41.2, 8.1);
        var mole = b.Place(b.At("the eastern mole"), "the eastern mole", "facility");
        var sunday = b.Time(b.At("Sunday night"), TimeType.Time, "2026-03-08TNI");
        b.Time(b.At("within ten days"), TimeType.Duration, "P10D");
        var tuesday = b.Time(b.At("Tuesday"), TimeType.Date, "2026-03-10");
        b.Time(b.At("61 days"), TimeType.Duration, "P61D");

        var title = b.Statement(b.At("pilots"), b.At("tell"), [b.At("Harbour of Port Ash “all but lost”")], StatementMode.Mixed, actor: pilots, channel: "The Beacon of Ostmark");
        var paper = b.Statement(
            b.At("the newspaper"), b.At("reports"),
            [b.At("Harbour pilots say rebel troops have taken the eastern mole and now fire on every ship that leaves")], StatementMode.Indirect, actor: beacon);
        var told = b.Statement(
            b.At("Harbour pilots"), b.At("say"), [b.At("rebel troops have taken the eastern mole and now fire on every ship that leaves")],
            StatementMode.Indirect, actor: pilots, via: paper);
        b.Statement(
            b.At("one pilot"), b.At("told"), b.All("“About forty rebels crossed the mole on Sunday night,”", "“We saw them. Nobody fired.”"),
            StatementMode.Direct, actor: pilot, addressee: beacon);
        var answer = b.Statement(
            b.At("Governor Ilan Reth"), b.At("has responded by saying"), [b.At("no rebel has set foot on the mole")], StatementMode.Indirect, SpeechAct.Respond, actor: reth);
        b.Statement(b.At("He"), b.At("sought to deny"), [b.At("the garrison was out of shells")], StatementMode.Indirect, SpeechAct.Deny, actor: reth);
        var warning = b.Statement(
            b.At("the energy ministry"), b.At("warned"), [b.At("If the harbour falls, the capital will run out of fuel within ten days 🚢")],
            StatementMode.Indirect, SpeechAct.Predict, actor: ministry, time: tuesday);
        var post = b.Statement(
            b.At("Port Ash Garrison"), null, [b.At("Our gunners hold the mole. Whoever says otherwise was not here.")], StatementMode.Direct, actor: garrison, channel: "X");
        b.Statement(
            b.At("The rebels’ spokesman"), b.At("did not say"), [b.At("whether talks would go on")], StatementMode.Indirect, SpeechAct.Decline, actor: spokesman, open: true);
        b.Statement(b.At("a fighter"), b.At("shouted"), [b.At("“لن نتفاوض”")], StatementMode.Direct, actor: fighter);
        b.Link(answer, told, LinkRelation.Responds);
        b.Link(post, told, LinkRelation.Contradicts);
        b.Link(told, title, LinkRelation.Repeats);

        b.Own(b.At("The Beacon of Ostmark paints a dire picture of Port Ash"), Certainty.Certain, b.At("dire"));
        b.Claim(b.At("rebel troops have taken the eastern mole"), told, a => a with { Kind = "control", Place = mole, Position = "attacker" });
        b.Claim(b.At("About forty rebels crossed the mole on Sunday night"), "s4", a => a with
        {
            Kind = "advance",
            Time = sunday,
            Quantity = new Quantity(40, true, "rebel"),
        });
        b.Claim(b.At("no rebel has set foot on the mole"), answer, a => a with { Kind = "control", Polarity = Polarity.Negative, Place = mole });
        b.Own(b.At("The heroic garrison has perhaps a week left"), Certainty.Possible, b.At("heroic"));
        b.Own(b.At("It has withstood the shelling for 61 days"));
        b.Consequence(
            b.At("the harbour falls"), b.At("the capital will run out of fuel within ten days"), ConsequenceRelation.Condition, b.At("If"), Certainty.Hypothetical, warning);
        _ = portAsh;

        var signature = b.At("— Port Ash Garrison (@ashgarrison) March 10, 2026");
        var garrisonPost = new SocialPost("Port Ash Garrison", "ashgarrison", "X", new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), signature);
        return b.Build(
            "siege.html",
            report => report with
            {
                Title = "Harbour of Port Ash “all but lost”, pilots tell Beacon",
                Publisher = "The Ostmark Observer",
                Byline = ["Maren Voss"],
                Published = new DateTimeOffset(2026, 3, 11, 7, 30, 0, TimeSpan.Zero),
                Url = "https://observer.example/2026/03/11/port-ash",
                Language = "en",
            },
            ("Harbour of", ParagraphKind.Title, null),
            ("By Maren", ParagraphKind.Furniture, null),
            ("Our gunners", ParagraphKind.Social, garrisonPost),
            ("Read next", ParagraphKind.Furniture, null));
    }
}
