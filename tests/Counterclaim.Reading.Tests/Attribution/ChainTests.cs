namespace Counterclaim.Reading.Tests.Attribution;

public class ChainTests
{
    [Fact]
    public void Those_cited_tell_it_through_the_one_who_cites()
    {
        var text = MarkedText.Read(
            "{1h:The Marsh Courier}, {2c:citing} {2h:two clerks}, {1c:reported} {1x:{2x:that {3h:the mayor} had {3c:told} the board {3x:the lock was open}}}.");
        Assert.Null(text[1].Via);
        Assert.Equal(text[1].Id, text[2].Via);
        Assert.Equal(text[2].Id, text[3].Via);
    }

    [Fact]
    public void Whoever_passes_it_on_is_the_outer_teller()
    {
        var text = MarkedText.Read("{1h:The river ministry}, in a statement {2c:carried} by {2h:the state agency}, {1c:said} {2x:{1x:the lock was open}}.");
        Assert.Null(text[2].Via);
        Assert.Equal(text[2].Id, text[1].Via);
        Assert.Equal("statement", text[1].Channel);
    }
}
