using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Attribution;

public class LinkTests
{
    [Theory]
    [InlineData("{1h:The union} {1c:accused} {1x:the mayor of theft}. {2h:The mayor} {2c:dismissed} {2x:the accusation as a fantasy}.", LinkRelation.Denies)]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. {2h:The mayor} {2c:says} {2x:otherwise}.", LinkRelation.Contradicts)]
    [InlineData("{1h:The union} {1c:said} {1x:looters were in the harbour}. {2h:Police} {2c:denied} {2x:there had been any looting}.", LinkRelation.Denies)]
    [InlineData("{1h:The union} {1c:said} {1x:a ransom was paid for the crew}. {2h:The owners} {2c:insisted} {2x:no ransom was paid}.", LinkRelation.Contradicts)]
    [InlineData("{1h:Colonel Wick} {1c:threatened} {1x:to blow up the lock}. {2h:The union} {2c:condemned} {2x:the threat}.", LinkRelation.Responds)]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. {2h:The mayor} {2c:confirmed} {2x:that the lock was open}.", LinkRelation.Supports)]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. “{2x:Nonsense},” {2h:the mayor} {2c:retorted}.", LinkRelation.Responds)]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}, {2x:a claim} {2h:the mayor} {2c:disputes}.", LinkRelation.Contradicts)]
    public void A_reaction_links_to_what_it_takes_up(string marked, LinkRelation relation)
    {
        var text = MarkedText.Read(marked);
        Assert.Equal([new Link(text[2].Id, text[1].Id, relation)], text.Result.Links);
    }

    [Theory]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. {2h:The mayor} did not {2c:deny} {2x:that the lock was open}.")]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. {2h:The mayor} {2c:said} {2x:the ferries were late}.")]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. {2h:The mayor} has yet to {2c:respond}.")]
    [InlineData("{1h:The union} {1c:said} {1x:the lock was open}. {2h:The union} {2c:said} {2x:the lock was not safe}.")]
    public void Without_a_reaction_there_is_no_link(string marked) => Assert.Empty(MarkedText.Read(marked).Result.Links);

    [Fact]
    public void What_is_denied_is_denied_to_its_source()
    {
        var text = MarkedText.Read("""
            {1h:The Marsh Courier} {1c:reported} {1x:that {2h:the union} had {2c:said} {2x:the mayor took bribes}}.
            {3h:The mayor} {3c:denied} {3x:taking bribes}.
            """);
        Assert.Contains(new Link(text[3].Id, text[2].Id, LinkRelation.Denies), text.Result.Links);
    }
}
