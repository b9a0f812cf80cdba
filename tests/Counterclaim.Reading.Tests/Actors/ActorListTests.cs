using CsCheck;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Actors.Lists;

namespace Counterclaim.Reading.Tests.Actors;

/// <summary>Users' lists in their three forms, and what is wrong with a bad one.</summary>
public class ActorListTests
{
    private static IReadOnlyList<KnownActor> Read(string text, string extension) => ActorList.Read(new StringReader(text), extension, "mine", 1);

    [Fact]
    public void A_csv_has_the_columns_of_the_seed_list()
    {
        var list = Read("id,name,kind,aliases,country,role,from,to\nreed,Ada Reed,person,A. Reed|Captain Ada,Sudan,mayor|envoy,2019|2024-05,2024-04|\n,Reef Board,,RB,,,,\n", ".csv");
        Assert.Equal(("mine:reed", ActorKind.Person, "SD"), (list[0].Id, list[0].Kind, list[0].Country));
        Assert.Equal(["A. Reed", "Captain Ada"], list[0].Aliases);
        Assert.Equal([new Office("mayor", null, "2019", "2024-04"), new Office("envoy", null, "2024-05", null)], list[0].Offices);
        Assert.Equal(("mine:reef-board-2", ActorKind.Organisation), (list[1].Id, list[1].Kind));
    }

    [Fact]
    public void FollowTheMoney_entities_come_one_a_line()
    {
        var list = Read("""
            {"id":"Q1","schema":"Person","properties":{"name":["Ada Reed","Ада Рид"],"alias":["Captain Ada"],"weakAlias":["Ada","Ada R"],"country":["sd"],"position":["Mayor of Tessaly"]}}
            {"id":"Q2","schema":"PublicBody","caption":"Reef Board","properties":{"name":["Reef Board"],"country":["sd","ua"]}}
            {"id":"Q3","schema":"Ownership","properties":{}}
            """, ".jsonl");
        Assert.Equal(2, list.Count);
        Assert.Equal(["Ада Рид", "Captain Ada", "Ada R"], list[0].Aliases);
        Assert.Equal(("mine:Q1", "SD", "Mayor of Tessaly"), (list[0].Id, list[0].Country, list[0].Offices.Single().Role));
        Assert.Equal((ActorKind.Government, null), (list[1].Kind, list[1].Country));
    }

    [Fact]
    public void Petrarch_dictionaries_have_synonyms_and_dated_codes()
    {
        var list = Read("""
            # a comment
            ADA_REED_ ; another
            +CAPTAIN_ADA_
            	[SDNGOV >190401]
            	[SDNOPP 150101-190331]
            REEF_LIBERATION_FRONT_ [SDNREB]
            RLF_ [SDNREB <991231]
            SUDAN_ [SDN]
            """, ".txt");
        Assert.Equal(["Ada Reed", "Reef Liberation Front", "RLF", "Sudan"], list.Select(a => a.Name));
        Assert.Equal([ActorKind.Person, ActorKind.ArmedForce, ActorKind.ArmedForce, ActorKind.Government], list.Select(a => a.Kind));
        Assert.All(list, a => Assert.Equal("SD", a.Country));
        Assert.Equal([new Office("SDNGOV", null, "2019-04-01", null), new Office("SDNOPP", null, "2015-01-01", "2019-03-31")], list[0].Offices);
        Assert.Equal("1999-12-31", list[2].Offices.Single().To);
        Assert.Equal(["Captain Ada"], list[0].Aliases);
    }

    [Theory]
    [InlineData(".csv", "name,kind\nAda Reed,captain\n", "line 2: \"captain\" is no kind; give person, organisation, government, armed_force, publication or group")]
    [InlineData(".csv", "name,country\nAda Reed,Atlantis\n", "line 2: \"Atlantis\" is no country")]
    [InlineData(".csv", "name,from\nAda Reed,May\n", "line 2: \"May\" is no year, month or day")]
    [InlineData(".csv", "name,kind\n,person\n", "line 2: an actor needs a name")]
    [InlineData(".csv", "id,name\na,Ada\na,Ida\n", "the id a stands there twice")]
    [InlineData(".jsonl", "{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n{oops\n", "line 2: not JSON (character 2)")]
    [InlineData(".jsonl", "[1]\n", "line 1: not an entity with an id and a schema")]
    [InlineData(".txt", "+ADA\n", "line 1: a synonym before any name")]
    [InlineData(".txt", "ADA_REED_ [SDNGOV\n", "line 1: a bracket is never closed")]
    [InlineData(".txt", "ADA_REED_\n[SDNGOV >991399]\n", "line 2: \"991399\" is no day (yymmdd or yyyymmdd)")]
    public void A_fault_is_told_in_one_line(string extension, string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text, extension)).Message.TrimEnd('.'));

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var fault = Assert.Throws<ActorListException>(() => ActorList.Read("no-such-list.csv", 1));
        Assert.StartsWith("no-such-list.csv: ", fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Whatever_the_text_there_is_a_list_or_a_fault()
    {
        string[] pieces = ["name,kind,country\n", "\"", ",", "|", "\n", "{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}", "{", "[[[", "]", "[SDN >", "990101", "+", "_", "ADA_", "\ud800", "\u202e", "\0", "\\ud800"];
        Gen.Select(Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.String).Array[0, 30], Gen.Int[0, 3]).Sample((parts, form) =>
        {
            try
            {
                _ = new KnownActors([.. KnownActors.Default.All.Take(50), .. Read(string.Concat(parts), form switch { 0 => ".csv", 1 => ".jsonl", 2 => ".txt", _ => "" })]);
            }
            catch (InvalidDataException)
            {
            }
        }, iter: 2000);
    }

    [Fact]
    public void A_users_list_wins_over_the_one_shipped()
    {
        var known = KnownActors.Default.With(Read("id,name,kind,aliases,country\nours,Ministry of Tides,government,Reuters,SD\nknown:reuters-2,Rooters,publication,,\n", ".csv"));
        Assert.Equal(["mine:ours"], known.Bodies("Reuters", null).Select(a => a.Id));
        Assert.Equal(["known:reuters-2"], known.Bodies("Rooters", null).Select(a => a.Id));
        Assert.Equal(["known:reuters"], KnownActors.Default.Bodies("Reuters", null).Select(a => a.Id));
    }
}
