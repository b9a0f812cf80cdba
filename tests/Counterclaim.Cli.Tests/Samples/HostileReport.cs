using Counterclaim.Model;

namespace Counterclaim.Cli.Tests.Samples;

/// <summary>A report in which every string is markup and control characters.</summary>
internal static class HostileReport
{
    public const string Text =
        "\"'><script>broken=1</script></script></style></title><img src=x onerror=broken=1><svg onload=broken=1>\u202Egnp.exe\u0000\u001b[31m";

    public static Model.Reading Read()
    {
        var whole = new TextSpan(0, Text.Length);
        return new Model.Reading(new Report("sha256:0", Text, Text, [new Paragraph(whole, ParagraphKind.Social)
            {
                Post = new SocialPost(Text, Text, Text, null, null),
            }])
        {
            Title = Text,
            Publisher = Text,
            Byline = [Text],
            Url = "javascript:broken=1",
            Language = Text,
        })
        {
            Actors = [new Actor("a1", Text, ActorKind.Person, [whole]) { Role = Text }],
            Statements = [new Statement("s1", [whole], [whole], [whole]) { Actor = "a1", Channel = Text, Mode = StatementMode.Direct, Act = SpeechAct.Assert, Confidence = 1 }],
            Places = [new Place("p1", whole, Text, Text)],
            Times = [new TimeExpression("t1", whole, TimeType.Date, Text)],
            Assertions = [new Assertion("c1", whole, Voice.Own) { Kind = Text, Position = Text, Loaded = [new LoadedWord(whole, Text, Text)] }],
            Explanations = [new Explanation("s1", Text, Text)],
        };
    }
}
