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

    [Fact]
    public void A_surname_that_is_also_a_word_is_its_bearer()
    {
        var text = MarkedText.Read("""
            {1h:Harbour chief Erik Waters} {1c:said} {1x:the boom was closed}.
            {2h:Waters} {2c:announced} {2x:that it would open on Friday}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void A_surname_one_letter_off_is_the_only_one_like_it()
    {
        var text = MarkedText.Read("""
            {1h:Halyna Drohobetska}, a teacher, {1c:said} {1x:the roof fell in}. {2h:Drogobetska} {2c:added} {2x:that nobody was hurt}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void One_word_of_a_body_stands_for_its_longer_name()
    {
        var text = MarkedText.Read("""
            {1h:The Norvik Coalition} {1c:said} {1x:its boats had left}. {2h:The Coalition} {2c:added} {2x:that none was lost}.
            {3h:Brannock Group} {3c:said} {3x:the mill had burnt down}. {4h:Brannock} {4c:promised} {4x:to build it again}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
        Assert.Equal(text[3].Actor, text[4].Actor);
        Assert.NotEqual(text[1].Actor, text[3].Actor);
    }

    [Theory]
    [InlineData("The 61-year-old")]
    [InlineData("The pensioner")]
    [InlineData("The woman")]
    public void A_trait_takes_up_whoever_has_just_spoken(string description)
    {
        var text = MarkedText.Read($$"""
            {1h:Maria Holt} {1c:said} {1x:the water came at night}. {2h:{{description}}} {2c:added} {2x:that her boat was gone}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void An_office_is_not_the_last_who_spoke()
    {
        var text = MarkedText.Read("""
            {1h:Maria Holt} {1c:told} the court {1x:that the water came at night}. {2h:The judge} {2c:asked} {2x:who had opened the lock}.
            """);
        Assert.NotEqual(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void A_role_told_before_the_name_is_the_one_named_after()
    {
        var text = MarkedText.Read("""
            The pier is closed, {1h:the harbour master} {1c:said} {1x:on Sunday}.
            {2h:Harbour master Ivar Strand} {2c:told} reporters {2x:that two cranes had fallen}.
            """);
        Assert.Equal("Ivar Strand", text.HolderOf(1));
    }

    [Fact]
    public void A_name_in_apposition_names_whoever_is_described()
    {
        var text = MarkedText.Read("""
            {1h:Its clerk, Alan Moss}, {1c:said} {1x:the books were lost}. {2h:The budget airline, Skua}, {2c:said} {2x:it would fly}.
            """);
        Assert.Equal("Alan Moss", text.HolderOf(1));
        Assert.Equal("Skua", text.HolderOf(2));
    }

    [Fact]
    public void A_commission_is_no_news_agency()
    {
        var text = MarkedText.Read("""
            {1h:Nordlys News} {1c:reported} {1x:that the wells were safe}. {2h:The commission} {2c:said} {2x:it had not tested them}.
            """);
        Assert.NotEqual(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void Its_report_speaks_for_the_body_before()
    {
        var text = MarkedText.Read("""
            The Norvik Institute counts checkpoints. {1h:Its report} {1c:says} {1x:that ten were closed}. {2h:The institute} {2c:warned} {2x:of hunger}.
            """);
        Assert.Equal("Norvik Institute", text.HolderOf(1));
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void A_study_by_a_body_speaks_for_it()
    {
        var text = MarkedText.Read("""
            {1h:A third study, by the University of Selm}, {1c:finds} {1x:that both are right}.
            """);
        Assert.Equal("University of Selm", text.HolderOf(1));
    }

    [Fact]
    public void What_is_told_without_quotation_marks_may_be_about_the_teller()
    {
        var text = MarkedText.Read("""
            {1x:The Norvik Company had no plans to leave}, {1h:it} {1c:said}.
            """);
        Assert.Equal("Norvik Company", text.HolderOf(1));
    }

    [Fact]
    public void Where_a_body_sits_is_not_whom_it_speaks_for()
    {
        var text = MarkedText.Read("""
            {1h:The Syrian Harbour Observatory} {1c:said} {1x:ten boats had sunk}. {2h:The London-based group} {2c:added} {2x:that all were empty}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Fact]
    public void A_statement_by_a_body_speaks_for_it()
    {
        var text = MarkedText.Read("""
            {1h:The harbour ministry} {1c:said} {1x:two cranes had fallen}. {2h:A later statement by the ministry} {2c:spoke} {2x:of three}.
            """);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }
}
