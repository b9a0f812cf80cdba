using System.Security.Cryptography;
using System.Text;
using Counterclaim.Model;
using Counterclaim.Reading;

namespace Counterclaim.Web.Tests.Samples;

/// <summary>Reports whose every string would like to run, to turn the reading direction, to hide, or to be endless.</summary>
internal static class HostileReports
{
    public const string Markup = "\"'><script>broken=1</script></script></style></title><img src=x onerror=broken=1><svg onload=broken=1>\u202Egnp.exe\u200B\u0007[31m";

    /// <summary>A paragraph of ten megabytes in one sentence.</summary>
    public static string Endless { get; } = string.Concat(Enumerable.Repeat("and the shells fell on the town ", 330_000));

    public static string EndlessId { get; } = IdOf(Endless);

    public static List<Model.Reading> All(ReportReader reader) =>
    [
        Marked(),
        reader.Read(Report("He said", "“<script>broken=1</script> The road is cut,” said \u202EPetra\u202C Lund\u200Bqvist, mayor of <b>Velm</b>. At least 30 people were killed in Velm on Monday, the army said. ‏העיר הוקפה‎ said \u2067the mayor\u2069.")),
        Long(),
    ];

    private static string IdOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Report Report(string title, string text) => new(IdOf(text), title + Markup, text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)])
    {
        Title = title + Markup,
        Publisher = Markup,
        Byline = [Markup],
        Url = "javascript:broken=1",
        Published = new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero),
        Language = "en\" onload=\"broken=1",
    };

    private static Model.Reading Long()
    {
        var report = Report("Endless", Endless);
        return new Model.Reading(report)
        {
            Assertions = [new Assertion("c1", new TextSpan(0, Endless.Length), Voice.Own) { Kind = "strike" }],
        };
    }

    private static Model.Reading Marked()
    {
        var whole = new TextSpan(0, Markup.Length);
        return new Model.Reading(Report("Marked", Markup) with
        {
            Paragraphs = [new Paragraph(whole, ParagraphKind.Social) { Post = new SocialPost(Markup, Markup, Markup, null, null) }],
        })
        {
            Actors = [new Actor("a1", "Vosk" + Markup, ActorKind.Person, [whole]) { Role = Markup }],
            Statements = [new Statement("s1", [whole], [whole], [whole]) { Actor = "a1", Channel = Markup, Mode = StatementMode.Direct, Act = SpeechAct.Assert, Confidence = 1 }],
            Places = [new Place("p1", whole, Markup, Markup)],
            Times = [new TimeExpression("t1", whole, TimeType.Date, Markup)],
            Assertions =
            [
                new Assertion("c1", whole, Voice.Own) { Kind = Markup, Position = Markup, Place = "p1", Time = "t1", Loaded = [new LoadedWord(whole, Markup, Markup)] },
                new Assertion("c2", whole, Voice.Attributed) { Statement = "s1", Kind = "control", Position = "attacker holds", Agent = "a1", Place = "p1" },
            ],
        };
    }
}
