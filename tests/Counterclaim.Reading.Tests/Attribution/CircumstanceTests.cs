namespace Counterclaim.Reading.Tests.Attribution;

public class CircumstanceTests
{
    [Theory]
    [InlineData("{1h:Wick} {1c:told} visitors {1x:that the lock was open}.", "visitors")]
    [InlineData("{1h:The board} {1c:urged} {1x:ferry owners to stay in port}.", "ferry owners")]
    [InlineData("{1h:The board} {1c:called on} {1x:the crews to stay in port}.", "the crews")]
    [InlineData("{1h:The board} {1c:demanded} {1x:that the mayor withdraw the claim}.", "the mayor")]
    [InlineData("{1h:Wick} {1c:boasted} to the crew {1x:that the lock was open}.", "the crew")]
    public void Those_spoken_to_may_be_anybody(string marked, string addressee) => Assert.Equal(addressee, MarkedText.Read(marked).AddresseeOf(1), ignoreCase: true);

    [Theory]
    [InlineData("{1h:The board} {1c:demanded} {1x:an inquiry}.")]
    [InlineData("{1h:The board} {1c:urged} {1x:restraint}.")]
    [InlineData("{1h:Wick} {1c:pointed} to the lock, {1x:which was open}.")]
    public void Things_are_not_spoken_to(string marked) => Assert.Null(MarkedText.Read(marked).AddresseeOf(1));

    [Theory]
    [InlineData("{1h:Wick} {1c:told} Radio Marsh {1x:that the lock was open}.", "Radio Marsh")]
    [InlineData("{1h:Wick} {1c:said} in an interview with the broadcaster Kanal 8 {1x:that the lock was open}.", "Kanal 8 interview")]
    [InlineData("{1h:Wick} {1c:said} on the podcast Low Water {1x:that the lock was open}.", "Low Water")]
    [InlineData("{1h:Wick} {1c:said} on his Telegram channel {1x:that the lock was open}.", "Telegram")]
    [InlineData("{1h:Wick} {1c:said} on state television {1x:that the lock was open}.", "state television")]
    [InlineData("{1h:Wick}, speaking at the annual meeting, {1c:said} {1x:the lock was open}.", "annual meeting")]
    [InlineData("{1h:Wick} {1c:informed} families by letter {1x:that the lock was open}.", "letter")]
    [InlineData("{1h:The board} issued a statement on Telegram {1c:claiming} {1x:the lock was open}.", "Telegram")]
    [InlineData("{1h:The board} {1c:commented} {1x:on the report}.", null)]
    [InlineData("{1h:Wick} {1c:said} in response to the report {1x:that the lock was open}.", null)]
    public void The_clause_tells_the_channel(string marked, string? channel) => Assert.Equal(channel, MarkedText.Read(marked)[1].Channel);

    [Fact]
    public void An_interview_runs_on_until_another_channel_is_named()
    {
        var text = MarkedText.Read("""
            {1h:Anna Wick} {1c:said} in an interview with Radio Marsh {1x:that the lock was open}. {2h:The union} {2c:said} {2x:it was shut}.
            “{3x:I saw it myself},” {3h:Wick} {3c:said}. {4c:Asked} {4x:about the union}, {5h:she} {5c:said} {5x:it was wrong}.
            {6h:Wick} {6c:said} on X {6x:that the union had lied}. {7h:She} {7c:added} {7x:that it would apologise}.
            """);
        Assert.Equal(
            ["Radio Marsh interview", null, "Radio Marsh interview", "Radio Marsh interview", "Radio Marsh interview", "X", null],
            Enumerable.Range(1, 7).Select(n => text[n].Channel));
    }

    [Fact]
    public void An_interview_told_of_before_the_first_words_runs_on()
    {
        var text = MarkedText.Read("""
            Speaking in an interview with Northern broadcaster
            Harbour News
            “{1x:The lock is open},” {1h:Anna Wick} {1c:said}.
            """);
        Assert.Equal("Harbour News interview", text[1].Channel);
    }
}
