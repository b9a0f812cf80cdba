namespace Counterclaim.Language.Tests;

public sealed class TokenizerTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private static string[] Tokens(string text)
    {
        var analysis = Analyzer.Analyze(text);
        return [.. Enumerable.Range(0, analysis.TokenCount).Select(i => analysis.Form(i).ToString())];
    }

    [Theory]
    [InlineData("They don't know, he's sure they can't.", "They do n't know , he 's sure they ca n't .")]
    [InlineData("We cannot say it’s over; we’ve tried.", "We can not say it ’s over ; we ’ve tried .")]
    [InlineData("The minister's aides and the rebels' allies.", "The minister 's aides and the rebels ' allies .")]
    [InlineData("A well-armed anti-war co-founder of a 12-nation group.", "A well - armed anti-war co-founder of a 12 - nation group .")]
    [InlineData("In the mid-1980s and the '90s, 20th-century arms.", "In the mid-1980s and the '90s , 20th - century arms .")]
    [InlineData("At 11:30am it hit 5km away, killing 1,200.5 or so.", "At 11:30 am it hit 5 km away , killing 1,200.5 or so .")]
    [InlineData("It cost $3bn, €40, US$5m or 30%.", "It cost $ 3 bn , € 40 , US$ 5 m or 30 % .")]
    [InlineData("On 2025-11-10, 11/12/2024 and 10-15 May.", "On 2025-11-10 , 11/12/2024 and 10 - 15 May .")]
    [InlineData("See https://example.org/a?b=(c). Or www.example.com, please.", "See https://example.org/a?b=(c) . Or www.example.com , please .")]
    [InlineData("Write to press.office@example.org or @harbour_desk #siege.", "Write to press.office@example.org or @harbour_desk #siege .")]
    [InlineData("“No,” she said… ‘never’ -- or not—at all...", "“ No , ” she said … ‘ never ’ -- or not — at all ...")]
    [InlineData("Dr. A. B. Corran of the U.N. met Gen. O'Dell at 5 p.m. Monday.", "Dr. A. B. Corran of the U.N. met Gen. O'Dell at 5 p.m. Monday .")]
    [InlineData("The line held.The fleet left.", "The line held . The fleet left .")]
    [InlineData("What?! He/she sang and/or cried :)", "What ?! He / she sang and / or cried :)")]
    [InlineData("AT&T paid 🙂👍🏽!!", "AT&T paid 🙂 👍🏽 !!")]
    [InlineData("No. 5 fell. No. It held.", "No. 5 fell . No . It held .")]
    [InlineData("MARISH, Nov 10 (Tidewire) — Shells fell.", "MARISH , Nov 10 ( Tidewire ) — Shells fell .")]
    public void Cuts_as_universal_dependencies_does(string text, string expected) => Assert.Equal(expected, string.Join(' ', Tokens(text)));

    [Fact]
    public void Soft_hyphens_and_joiners_stay_inside_their_word() =>
        Assert.Equal(["re\u00ADtreat", "Sa\u200Bna"], Tokens("re\u00ADtreat\u00A0Sa\u200Bna"));
}
