using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Tests.Attribution;

namespace Counterclaim.Reading.Tests.Actors;

/// <summary>Who of the seed list the actors of a report are, and when the list keeps silent.</summary>
public class KnownActorTests
{
    private static Actor First(string marked, string? published = null)
    {
        var text = MarkedText.Read(marked, published: published);
        return text.Result.Actors.Single(a => a.Id == text[1].Actor);
    }

    [Theory]
    [InlineData("{1h:President Volodymyr Zelensky} {1c:said} {1x:the talks would go on}.", "known:volodymyr-zelenskyy", "UA", ActorKind.Person)]
    [InlineData("{1h:Zelenskiy} {1c:said} {1x:the talks would go on}, after a visit by Ukraine's foreign minister.", "known:volodymyr-zelenskyy", "UA", ActorKind.Person)]
    [InlineData("{1h:The Kremlin} {1c:said} {1x:the talks would go on}.", "known:government-of-russia", "RU", ActorKind.Government)]
    [InlineData("{1h:Ukraine's Defence Ministry} {1c:said} {1x:the line had held}.", "known:ukraine-ministry-of-defence", "UA", ActorKind.Government)]
    [InlineData("{1h:The Ministry of Defense of Ukraine} {1c:said} {1x:the line had held}.", "known:ukraine-ministry-of-defence", "UA", ActorKind.Government)]
    [InlineData("{1h:The IDF} {1c:said} {1x:the line had held}.", "known:israel-defense-forces", "IL", ActorKind.ArmedForce)]
    [InlineData("{1h:The Institute for the Study of War} {1c:said} {1x:the line had held}.", "known:institute-for-the-study-of-war", "US", ActorKind.Organisation)]
    [InlineData("{1h:Reuters} {1c:reported} {1x:that the line had held}.", "known:reuters", "GB", ActorKind.Publication)]
    public void A_listed_actor_is_found(string marked, string identity, string country, ActorKind kind)
    {
        var actor = First(marked, "2024-05-01");
        Assert.Equal((identity, country, kind), (actor.Identity, actor.Country, actor.Kind));
    }

    [Theory]
    [InlineData("{1h:The Committee to Protect Journalists} {1c:said} {1x:the editor was free}.", "known:committee-to-protect-journalists")]
    [InlineData("{1h:Russia's Africa Corps} {1c:said} {1x:the road was open}.", "known:africa-corps")]
    [InlineData("{1h:The defence ministry in Moscow} {1c:said} {1x:the road was open}.", "known:russia-ministry-of-defence")]
    [InlineData("{1h:Khartoum's government} {1c:said} {1x:the road was open}.", "known:government-of-sudan")]
    [InlineData("{1h:The Korean People's Army} {1c:said} {1x:the road was open}.", "known:korean-peoples-army")]
    [InlineData("{1h:The defence minister, Rustem Umierov}, {1c:said} {1x:the road was open}, after talks with Ukraine's allies.", "known:rustem-umerov")]
    public void Listed_names_are_found_however_they_are_written(string marked, string identity) => Assert.Equal(identity, First(marked, "2024-05-01").Identity);

    [Fact]
    public void Another_given_name_or_another_office_is_another_person()
    {
        var text = MarkedText.Read("{1h:Teo Osran, Marrow's envoy}, {1c:said} {1x:the talks were over}. {2h:Osran} {2c:said} {2x:he was tired}. {3h:Governor Ivo Osran} {3c:said} {3x:he knew nothing}.");
        Assert.Equal(text[1].Actor, text[2].Actor);
        Assert.NotEqual(text[1].Actor, text[3].Actor);
        text = MarkedText.Read("{1h:Colonel Osran} {1c:said} {1x:the road was open}. {2h:The merchant Idris Osran} {2c:said} {2x:it was not}.");
        Assert.NotEqual(text[1].Actor, text[2].Actor);
    }

    [Theory]
    [InlineData("{1h:The Harbour League} {1c:said} {1x:the road was open}. The Harbour League, which calls itself the Northern Army since May, is small. {2h:The Northern Army} {2c:said} {2x:it would hold}.")]
    [InlineData("{1h:The Harbour League} {1c:said} {1x:the road was open}. Last week the Harbour League renamed itself the Northern Army. {2h:The Northern Army} {2c:said} {2x:it would hold}.")]
    [InlineData("{1h:The Northern Army, the former Harbour League,} {1c:said} {1x:the road was open}. {2h:The Harbour League} {2c:said} {2x:it would hold}.")]
    public void A_name_taken_is_of_the_same_actor(string marked)
    {
        var text = MarkedText.Read(marked);
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Theory]
    [InlineData("{1h:The Tessaly People's Defence Force} {1c:said} {1x:the road in Myanmar was open}.")]
    [InlineData("{1h:The Reuters Institute} {1c:said} {1x:fewer people read papers}.")]
    public void A_listed_name_inside_a_longer_one_is_another(string marked) => Assert.Null(First(marked).Identity);

    [Fact]
    public void A_body_is_of_the_kind_that_the_report_calls_it()
    {
        var text = MarkedText.Read("{1h:The Reef League, a guerrilla group}, {1c:said} {1x:the road was open}. {2h:The 9th Brigade} {2c:said} {2x:it was not}.");
        Assert.Equal(ActorKind.ArmedForce, text.Result.Actors.Single(a => a.Id == text[1].Actor).Kind);
        Assert.Equal("9th Brigade", text.HolderOf(2));
    }

    [Theory]
    [InlineData("{1h:Johnson} {1c:said} {1x:the bakery would close}.")]
    [InlineData("{1h:Smith} {1c:said} {1x:the bakery on Mill Street in London would close}.")]
    [InlineData("{1h:The army} {1c:said} {1x:the line had held}.")]
    [InlineData("{1h:The Defence Ministry} {1c:said} {1x:the line had held}.")]
    [InlineData("{1h:Canadian baker Volodymyr Zelensky} {1c:said} {1x:the bread was good}.")]
    public void What_many_may_be_called_needs_support(string marked) => Assert.Null(First(marked, "2024-05-01").Identity);

    [Fact]
    public void An_office_counts_only_in_its_time()
    {
        Assert.Equal("known:boris-johnson", First("{1h:British Prime Minister Johnson} {1c:said} {1x:the talks would go on}.", "2021-05-01").Identity);
        Assert.Null(First("{1h:Prime Minister Johnson} {1c:said} {1x:the talks in London would go on}.", "1999-05-01").Identity);
    }

    [Fact]
    public void Who_held_an_office_is_told_by_the_date_and_never_becomes_a_role()
    {
        var then = First("{1h:Britain's prime minister} {1c:said} {1x:the talks would go on}.", "2017-05-01");
        Assert.Equal(("known:theresa-may", null), (then.Identity, then.Role));
        Assert.Null(First("{1h:Britain's prime minister} {1c:said} {1x:the talks would go on}.", "2031-05-01").Identity);
        Assert.Null(First("{1h:Britain's prime minister} {1c:said} {1x:the talks would go on}.").Identity);
    }

    [Fact]
    public void Names_of_one_body_that_share_no_word_are_one_actor()
    {
        var text = MarkedText.Read("{1h:Doctors Without Borders} {1c:said} {1x:the ward was full}.\n{2h:MSF} {2c:said} {2x:nobody had come}.");
        Assert.Equal(text[1].Actor, text[2].Actor);
    }

    [Theory]
    [InlineData("Ministry of Defence of Ukraine", "defence ministry", "UA")]
    [InlineData("Ukraine's Defense Ministry", "defence ministry", "UA")]
    [InlineData("the Democratic Republic of the Congo army", "army", "CD")]
    [InlineData("Syrian Observatory for Human Rights", "human observatory rights", "SY")]
    public void A_body_is_looked_up_without_its_country(string name, string words, string country) =>
        Assert.Equal((words, country), BodyName.WithoutCountry(name));
}
