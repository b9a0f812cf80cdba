namespace Counterclaim.Reading.Tests.Attribution;

public class ReservationTests
{
    [Theory]
    [InlineData("{1h:No group} has {1c:claimed} {1x:the attack}.")]
    [InlineData("{1h:Neither the board nor the union} {1c:commented} {1x:on the strike}.")]
    [InlineData("{1h:Nobody} {1c:believed} {1x:the pilot}.")]
    [InlineData("{1h:The pilot} {1c:said} {1x:nothing}.")]
    [InlineData("{1h:The pilot} {1c:made} no such {1c:promise}.")]
    [InlineData("{1h:The board} {1c:stopped short of accusing} {1x:the crew of theft}.")]
    [InlineData("{1h:The board} blamed the crew without {1c:saying} {1x:why}.")]
    [InlineData("{1h:The board} is expected to {1c:announce} {1x:that the lock will close}.")]
    [InlineData("{1h:The board} will {1c:say} tomorrow {1x:whether the lock can stay}.")]
    [InlineData("{1h:The board} has yet to {1c:say} {1x:who opened the lock}.")]
    [InlineData("It is unclear whether {1h:the pilot} had {1c:said} {1x:the lock was shut}.")]
    [InlineData("Did {1h:the pilot} {1c:say} {1x:the lock was shut}?")]
    [InlineData("{1h:The board} had no reason to {1c:say} {1x:the lock was shut}.")]
    [InlineData("Nor did {1h:the board} {1c:say} {1x:that the lock had been shut}.")]
    [InlineData("Had {1h:the pilot} {1c:said} {1x:the lock was shut}, the crew would have lived.")]
    [InlineData("Were {1h:the pilot} {1c:to say} {1x:that the lock is shut}, the crew would leave.")]
    [InlineData("{1h:The board} was to have {1c:announced} {1x:that the lock would open}.")]
    [InlineData("{1h:Few crews} {1c:believe} {1x:that the lock will hold}.")]
    [InlineData("Instead of {1c:admitting} {1x:that the lock was old}, {1h:the board} sacked the keeper.")]
    [InlineData("{1h:The board} did little to {1c:explain} {1x:why the lock broke}.")]
    [InlineData("There is no evidence that {1h:the pilot} {1c:said} {1x:the lock was shut}.")]
    [InlineData("{1h:The speech} {1c:omitted} {1x:any mention of the lock}.")]
    [InlineData("{1h:The pilot} never got round to {1c:telling} the crew {1x:that the lock was shut}.")]
    [InlineData("{1h:Nothing in the log} {1c:suggests} {1x:that the lock was open}.")]
    public void What_is_not_said_is_held_back(string marked) => Assert.True(MarkedText.Read(marked)[1].NegatedOrHypothetical);

    [Theory]
    [InlineData("{1h:The board} had to {1c:admit} {1x:the lock was open}.")]
    [InlineData("{1h:The board} not only {1c:said} {1x:the lock was open}.")]
    [InlineData("“{1h:I} would {1c:say} {1x:the lock was open},” he added.")]
    [InlineData("{1h:The board} would only {1c:say} {1x:the lock was being repaired}.")]
    [InlineData("{1h:The board} {1c:reported} {1x:no losses}.")]
    [InlineData("{1h:No 10} {1c:said} {1x:the lock was open}.")]
    [InlineData("“{1x:Is the lock open?}” {1h:the pilot} {1c:asked}.")]
    public void What_is_said_all_the_same_is_not(string marked) => Assert.False(MarkedText.Read(marked)[1].NegatedOrHypothetical);

    [Fact]
    public void What_a_denial_denies_is_not_said()
    {
        var text = MarkedText.Read("{1h:The pilot} {1c:denied} {1x:that {2h:he} had {2c:told} the crew {2x:to open the lock}}.");
        Assert.False(text[1].NegatedOrHypothetical);
        Assert.True(text[2].NegatedOrHypothetical);
    }
}
