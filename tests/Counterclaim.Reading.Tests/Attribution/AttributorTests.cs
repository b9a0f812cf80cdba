using CsCheck;
using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Attribution;

public class AttributorTests
{
    [Theory]
    [InlineData("{1h:The minister} {1c:denied} {1x:that the port had fallen}.", SpeechAct.Deny)]
    [InlineData("{1h:The minister} {1c:rejected} {1x:the offer}.", SpeechAct.Decline)]
    [InlineData("{1h:The minister} {1c:admitted} {1x:that the depot was lost}.", SpeechAct.Confirm)]
    [InlineData("{1h:The minister} {1c:urged} {1x:the islanders to leave}.", SpeechAct.Appeal)]
    [InlineData("{1h:The minister} {1c:called for} {1x:a ceasefire}.", SpeechAct.Appeal)]
    [InlineData("{1h:The general} {1c:ordered} {1x:his men to hold the bridge}.", SpeechAct.Demand)]
    [InlineData("{1h:The general} {1c:vowed} {1x:to retake the harbour}.", SpeechAct.Promise)]
    [InlineData("{1h:The general} {1c:threatened} {1x:to shell the town}.", SpeechAct.Threaten)]
    [InlineData("{1h:Analysts} {1c:expect} {1x:the harbour to fall within days}.", SpeechAct.Predict)]
    [InlineData("{1h:The reporter} {1c:asked} {1x:whether the talks were over}.", SpeechAct.Ask)]
    [InlineData("{1h:The ministry} {1c:declined} {1x:to comment}.", SpeechAct.Decline)]
    [InlineData("{1h:The envoy} {1c:has responded by saying} {1x:that talks had stalled}.", SpeechAct.Respond)]
    [InlineData("{1h:The envoy} {1c:said} {1x:the talks had stalled}.", SpeechAct.Assert)]
    public void A_cue_tells_what_is_done(string marked, SpeechAct act) => Assert.Equal(act, MarkedText.Read(marked)[1].Act);

    [Theory]
    [InlineData("{1h:The ministry} did not {1c:say} {1x:whether the port had fallen}.")]
    [InlineData("{1h:The ministry} refused to {1c:say} {1x:who fired first}.")]
    [InlineData("The talks will end if {1h:the ministry} {1c:says} {1x:the port has fallen}.")]
    public void A_saying_held_back_is_no_saying(string marked) => Assert.True(MarkedText.Read(marked)[1].NegatedOrHypothetical);

    [Fact]
    public void A_plain_saying_is_not_held_back() =>
        Assert.False(MarkedText.Read("{1h:The ministry} {1c:said} {1x:the port would not fall}.")[1].NegatedOrHypothetical);

    [Theory]
    [InlineData("“{1x:The port is ours},” {1h:Reed} {1c:said}.", StatementMode.Direct)]
    [InlineData("{1h:Reed} {1c:said} {1x:the port was “ours for good”}.", StatementMode.Mixed)]
    [InlineData("{1h:Reed} {1c:said} {1x:the port was lost}.", StatementMode.Indirect)]
    public void Quotation_marks_make_the_mode(string marked, StatementMode mode) => Assert.Equal(mode, MarkedText.Read(marked)[1].Mode);

    [Fact]
    public void What_is_told_inside_a_quotation_is_not_itself_quoted()
    {
        var text = MarkedText.Read("“{1x:{2h:The analysts} {2c:say} {2x:the troops have advanced}},” {1h:the paper} {1c:wrote}.");
        Assert.Equal((StatementMode.Direct, StatementMode.Indirect), (text[1].Mode, text[2].Mode));
    }

    [Fact]
    public void Chains_of_telling_go_through_the_innermost_teller()
    {
        var text = MarkedText.Read(
            "{1h:The paper} {1c:reports} {1x:that {2h:the minister} {2c:said} {2x:{3h:pilots} had {3c:seen} {3x:the fleet leave}}}.");
        Assert.Null(text[1].Via);
        Assert.Equal(text[1].Id, text[2].Via);
        Assert.Equal(text[2].Id, text[3].Via);
    }

    [Fact]
    public void A_denial_links_to_what_it_denies()
    {
        var text = MarkedText.Read("""
            {1h:The rebel command} {1c:said} {1x:its fighters had captured the eastern harbour}.
            {2h:The ministry} {2c:denied} {2x:that fighters had captured the harbour}.
            """);
        Assert.Contains(new Link(text[2].Id, text[1].Id, LinkRelation.Denies), text.Result.Links);
    }

    [Fact]
    public void A_denial_of_something_else_has_no_link()
    {
        var text = MarkedText.Read("""
            {1h:The rebel command} {1c:said} {1x:its fighters had captured the eastern harbour}.
            {2h:The ministry} {2c:denied} {2x:that salaries would be cut next spring}.
            """);
        Assert.Empty(text.Result.Links);
    }

    [Fact]
    public void An_answer_links_to_the_question()
    {
        var text = MarkedText.Read("{1c:Asked} {1x:whether the siege could last}, {2h:Reed} {2c:said} {2x:the stores were full}.");
        Assert.Equal(SpeechAct.Respond, text[2].Act);
        Assert.Contains(new Link(text[2].Id, text[1].Id, LinkRelation.Responds), text.Result.Links);
    }

    [Fact]
    public void A_post_is_a_statement_of_the_person_named_in_the_text()
    {
        var text = MarkedText.Read("{1h:President Olena Brodska} {1c:said} {1x:the sky must be closed}.\n{2x:We need ships.} — {2h:Olena Brodskaya} (@brodska)", Paragraphs);
        Assert.Equal(StatementMode.Direct, text[2].Mode);
        Assert.Equal("X", text[2].Channel);

        static IReadOnlyList<Paragraph> Paragraphs(string text)
        {
            var split = text.IndexOf('\n', StringComparison.Ordinal);
            var post = new SocialPost("Olena Brodskaya", "brodska", "X", null, null);
            return [new(new TextSpan(0, split), ParagraphKind.Body), new(new TextSpan(split + 1, text.Length), ParagraphKind.Social) { Post = post }];
        }
    }

    [Fact]
    public void An_accounts_name_in_two_scripts_is_one_name()
    {
        var text = MarkedText.Read("{1h:President Olena Brodska} {1c:said} {1x:the sky must be closed}.\n{2x:We need ships.} — {2h:Olena Brodska / Олена Бродська} (@brodska)");
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void A_countrys_army_is_not_whoever_fights_there()
    {
        var text = MarkedText.Read("{1h:The Houthis} {1c:said} {1x:the port was theirs}. {2h:The Yemeni army} {2c:said} {2x:it was not}.");
        Assert.NotEqual(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void Every_resolved_holder_is_explained()
    {
        var text = MarkedText.Read("{1h:Anna Reed} {1c:said} {1x:the port was lost}. {2h:She} {2c:blamed} {2x:the fleet}.");
        Assert.Contains(text.Explanations, e => e.Item == text[2].Id && e.Step == "actors/coreference");
        Assert.Contains(text.Explanations, e => e.Item == text[1].Id && e.Step == "attribution/act");
    }

    [Fact]
    public void Hostile_text_neither_fails_nor_hangs()
    {
        string[] pieces = ["{1h:He} ", "{1c:said} ", "{2x:“no” the Reed Agency report} ", "{3h:the } ", "Reed ", "\n", "” ", "\uD800", "\u202E", "{4c:, } ", "It is. ", "“"];
        Gen.Int[0, pieces.Length - 1].Array[0, 60].Sample(chosen =>
        {
            var read = MarkedText.Read(string.Concat(chosen.Select(i => pieces[i])));
            Assert.All(read.Result.Actors.SelectMany(a => a.Mentions), m => Assert.InRange(m.End, m.Start + 1, read.Text.Length));
        }, iter: 60);
    }
}
