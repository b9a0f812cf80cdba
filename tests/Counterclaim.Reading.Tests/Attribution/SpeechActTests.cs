using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Attribution;

public class SpeechActTests
{
    [Theory]
    [InlineData("{1h:The harbour board} {1c:called} {1x:the allegation baseless}.", SpeechAct.Deny)]
    [InlineData("{1h:The harbour board} {1c:described} {1x:the report as a fabrication}.", SpeechAct.Deny)]
    [InlineData("“{1x:This is a lie},” {1h:the pilot} {1c:said}.", SpeechAct.Deny)]
    [InlineData("{1h:The pilot} {1c:said} {1x:the rumours were not true}.", SpeechAct.Deny)]
    [InlineData("{1h:The pilot} {1c:said} {1x:no such signal was ever sent}.", SpeechAct.Deny)]
    [InlineData("{1h:The board} {1c:waved away} {1x:the complaint}.", SpeechAct.Deny)]
    [InlineData("{1h:The board} {1c:disputed} {1x:the figure}.", SpeechAct.Deny)]
    [InlineData("{1h:The pilot} {1c:called} {1x:the storm a disaster}.", SpeechAct.Assert)]
    [InlineData("{1h:The pilot} {1c:said} {1x:the ship was lost}.", SpeechAct.Assert)]
    public void To_call_what_was_said_untrue_is_to_deny_it(string marked, SpeechAct act) => Assert.Equal(act, MarkedText.Read(marked)[1].Act);

    [Theory]
    [InlineData("{1h:The board} {1c:would not say} {1x:when the lock would open}.")]
    [InlineData("{1h:The board} would neither {1c:confirm} nor deny {1x:the loss}.")]
    [InlineData("{1h:The board} refused to {1c:say} {1x:who had opened the lock}.")]
    [InlineData("“{1x:No comment},” {1h:the pilot} {1c:said}.")]
    [InlineData("“{1x:I have nothing to say},” {1h:the pilot} {1c:said}.")]
    public void To_keep_silent_is_to_decline(string marked) => Assert.Equal(SpeechAct.Decline, MarkedText.Read(marked)[1].Act);

    [Theory]
    [InlineData("{1h:The pilot} {1c:insisted} on Monday {1x:that the lock was shut}.", SpeechAct.Assert)]
    [InlineData("{1h:The pilot} {1c:insisted on} {1x:a new lock}.", SpeechAct.Demand)]
    [InlineData("{1h:The pilot} {1c:swore} {1x:the lock was shut}.", SpeechAct.Assert)]
    [InlineData("{1h:The pilot} {1c:allowed} {1x:that the lock might have been open}.", SpeechAct.Confirm)]
    [InlineData("{1h:The board} {1c:challenged} {1x:the union to name one witness}.", SpeechAct.Demand)]
    public void What_a_verb_takes_tells_what_it_does(string marked, SpeechAct act) => Assert.Equal(act, MarkedText.Read(marked)[1].Act);

    [Theory]
    [InlineData("{1h:Colonel Wick} {1c:warned} {1x:that he would open the lock}.", SpeechAct.Threaten)]
    [InlineData("{1h:Colonel Wick} {1c:warned} {1x:that the lock would break}.", SpeechAct.Predict)]
    [InlineData("{1h:Colonel Wick} {1c:said} {1x:he would resign}.", SpeechAct.Promise)]
    [InlineData("{1h:Colonel Wick} {1c:said} {1x:he would like a new lock}.", SpeechAct.Assert)]
    [InlineData("“{1x:If one more barge passes, we will sink it},” {1h:Colonel Wick} {1c:said}.", SpeechAct.Threaten)]
    [InlineData("{1h:Colonel Wick} {1c:vowed} {1x:that his men would shell the lock unless the crew left}.", SpeechAct.Threaten)]
    [InlineData("{1h:Colonel Wick} {1c:said} {1x:any barge entering the lock would be destroyed}.", SpeechAct.Threaten)]
    [InlineData("{1h:Colonel Wick} {1c:said} {1x:his men would not hesitate to shell the lock}.", SpeechAct.Threaten)]
    [InlineData("“{1x:You will regret it},” {1h:Colonel Wick} {1c:told} the crew.", SpeechAct.Threaten)]
    [InlineData("“{1x:There will be consequences},” {1h:Colonel Wick} {1c:said}.", SpeechAct.Threaten)]
    [InlineData("{1h:Colonel Wick} {1c:vowed} {1x:to destroy the dam}.", SpeechAct.Promise)]
    [InlineData("{1h:Colonel Wick} {1c:said} {1x:the barge would not shell the lock}.", SpeechAct.Assert)]
    [InlineData("{1h:The doctor} {1c:said} {1x:the fever would kill hundreds}.", SpeechAct.Assert)]
    public void What_holders_will_do_themselves_is_promised_or_threatened(string marked, SpeechAct act) => Assert.Equal(act, MarkedText.Read(marked)[1].Act);

    [Fact]
    public void Those_pressed_answer()
    {
        var text = MarkedText.Read("{2c:Pressed} by {2h:reporters} {2x:on whether the lock would hold}, {1h:Colonel Wick} {1c:said} {1x:it was built for worse}.");
        Assert.Equal((SpeechAct.Ask, SpeechAct.Respond), (text[2].Act, text[1].Act));
        Assert.Contains(new Link(text[1].Id, text[2].Id, LinkRelation.Responds), text.Result.Links);
    }
}
