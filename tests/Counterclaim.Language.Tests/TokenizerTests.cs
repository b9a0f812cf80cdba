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
    [InlineData("“We hold […] and [...] stay [sic].”", "“ We hold [ … ] and [ ... ] stay [ sic ] . ”")]
    [InlineData("Really.? Wait.... What?! Yes….", "Really .? Wait .... What ?! Yes ….")]
    [InlineData("Rooms 13,14 and 1,200,300 or 1,00,000 men; 3.5 or .5", "Rooms 13 , 14 and 1,200,300 or 1,00,000 men ; 3.5 or .5")]
    [InlineData("Call 713/555-0199 or 555-0199, code 77042-2016.", "Call 713/555-0199 or 555-0199 , code 77042-2016 .")]
    [InlineData("Orla@MARISH had 5 lb. of rice @2 each from Tidewire Inc., ext. 12.", "Orla@MARISH had 5 lb. of rice @ 2 each from Tidewire Inc. , ext. 12 .")]
    [InlineData("In the 1990s, the 80s and ’70s; a 5,000-strong force of 18-year-olds.", "In the 1990s , the 80s and ’70s ; a 5,000 - strong force of 18 - year - olds .")]
    [InlineData("Lt. Col. J.R. Corran, Ph.D., of St. Orla's, No. 7 Quay St., spoke.", "Lt. Col. J.R. Corran , Ph.D. , of St. Orla 's , No. 7 Quay St. , spoke .")]
    [InlineData("Гавань 港口 naïve café’s", "Гавань 港口 naïve café ’s")]
    [InlineData("👩‍👩‍👧‍👦🇺🇦🇨🇦 👍🏿 1️⃣ ❤️!", "👩‍👩‍👧‍👦 🇺🇦 🇨🇦 👍🏿 1️⃣ ❤️ !")]
    [InlineData("«Нет», „nein“, ‹non›, 'no' and ``no''.", "« Нет » , „ nein “ , ‹ non › , ' no ' and `` no '' .")]
    [InlineData("20\u00A0km\u202Fof\u2009road", "20 km of road")]
    [InlineData("The siege ended.The fleet left(at dawn)and it was over!Then came rain.", "The siege ended . The fleet left ( at dawn ) and it was over ! Then came rain .")]
    public void Cuts_as_universal_dependencies_does(string text, string expected) => Assert.Equal(expected, string.Join(' ', Tokens(text)));

    [Fact]
    public void Soft_hyphens_and_joiners_stay_inside_their_word() =>
        Assert.Equal(["re\u00ADtreat", "Sa\u200Bna"], Tokens("re\u00ADtreat\u00A0Sa\u200Bna"));
}
