using Counterclaim.Model;
using Counterclaim.Reading.Tests.Attribution;

namespace Counterclaim.Reading.Tests.Actors;

public class HolderTests
{
    [Fact]
    public void A_surname_and_a_pronoun_are_the_full_name_before_them()
    {
        var text = MarkedText.Read("""
            {1h:Governor Maria Torvald} {1c:said} {1x:the harbour was open}.
            “{2x:We have bread for a month},” {2h:Torvald} {2c:told} reporters. {3h:She} {3c:added} {3x:that no ship had been turned away}.
            """);
        Assert.Equal("Maria Torvald", text.HolderOf(1));
        Assert.Equal("Maria Torvald", text.HolderOf(2));
        Assert.Equal("Maria Torvald", text.HolderOf(3));
        Assert.Equal("Governor", text.Actor("Maria Torvald").Role);
    }

    [Fact]
    public void Two_spellings_of_a_name_are_one_actor()
    {
        var text = MarkedText.Read("""
            {1h:President Oleksiy Brodsky} {1c:said} {1x:the line would hold}.
            {2h:Brodskyi} later {2c:denied} {2x:that anyone had fled}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void The_man_is_the_soldier_told_of_before()
    {
        var text = MarkedText.Read("""
            {1h:One Ukrainian sailor} {1c:said} {1x:the road was choked by drones}.
            {2h:The man} {2c:told} The Harbour Times {2x:that they had no shells left}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
        Assert.Equal("Harbour Times", text.AddresseeOf(2));
        Assert.Equal("Harbour Times", text[2].Channel);
    }

    [Fact]
    public void A_report_speaks_for_the_outlet_just_named()
    {
        var text = MarkedText.Read("""
            The Harbour Times paints a dark picture. “{1x:{2h:Foreign analysts} {2c:say} {2x:the troops have edged into the port}},” {1h:the report} {1c:says}.
            """);
        Assert.Equal("Harbour Times", text.HolderOf(1));
        Assert.Equal("Foreign analysts", text.HolderOf(2));
    }

    [Fact]
    public void A_statement_speaks_for_whoever_issued_it()
    {
        var text = MarkedText.Read("""
            “{1x:The crossing is safe},” {1h:the Maritime Safety Agency} {1c:said} in a statement on Telegram.
            {2h:The statement} {2c:said} {2x:divers had searched the channel}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
        Assert.Equal("Telegram", text[1].Channel);
    }

    [Fact]
    public void An_acronym_is_its_long_form()
    {
        var text = MarkedText.Read("""
            {1h:The Northern Relief Committee (NRC)} {1c:said} {1x:water had run out}. {2h:NRC} {2c:added} {2x:that wells were mined}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void First_person_inside_a_quotation_is_its_holder()
    {
        var text = MarkedText.Read("“{1x:{2h:I} {2c:believe} {2x:that the talks are over}},” {1h:Anna Reed} {1c:said}.");
        Assert.Equal("Anna Reed", text.HolderOf(2));
        Assert.Equal(text[1].Id, text[2].Via);
    }

    [Fact]
    public void He_inside_a_quotation_is_not_its_speaker()
    {
        var text = MarkedText.Read("""
            Peter Holm met General Victor Strand. {1h:Holm} {1c:said}: “{1x:{2h:He} {2c:promised} {2x:a quick victory}}.”
            """);
        Assert.Equal("Victor Strand", text.HolderOf(2));
    }

    [Fact]
    public void A_capital_that_speaks_is_its_government()
    {
        var text = MarkedText.Read("{1h:Moscow} {1c:said} {1x:its ships were safe}. {2h:Russia} {2c:denied} {2x:any losses}.");
        Assert.Equal(text[1].Actor, text[2].Actor);
        var actor = text.Actor("Russia");
        Assert.Equal((ActorKind.Government, "RU"), (actor.Kind, actor.Country));
    }

    [Fact]
    public void Different_sources_stay_apart()
    {
        var text = MarkedText.Read("""
            {1h:A harbour official} {1c:said} {1x:two ships had sunk}. {2h:Another official} {2c:said} {2x:it was one}.
            """);
        Assert.NotEqual(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void A_pronoun_nobody_agrees_with_stays_open()
    {
        var text = MarkedText.Read("The bridge fell at noon. {1h:She} {1c:said} {1x:it had been mined}.");
        Assert.Null(text.HolderOf(1));
    }
}
