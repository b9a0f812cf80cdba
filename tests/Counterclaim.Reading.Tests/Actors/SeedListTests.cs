using System.Text.RegularExpressions;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Actors.Known;

namespace Counterclaim.Reading.Tests.Actors;

/// <summary>The form of the seed list of well-known actors.</summary>
public partial class SeedListTests
{
    private static readonly IReadOnlyList<KnownActor> All = [.. KnownActorFile.Seed()];

    [Fact]
    public void It_has_fifteen_hundred_rows_or_more() => Assert.True(All.Count >= 1500, $"{All.Count} rows");

    [Fact]
    public void Ids_are_slugs_and_unique()
    {
        Assert.All(All, a => Assert.Matches(Slug(), a.Id));
        Assert.Equal(All.Count, All.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public void Every_country_has_a_code_of_the_gazetteer() =>
        Assert.All(All, a => Assert.True(a.Country is null || Countries.Default.NameOf(a.Country) is not null, $"{a.Id}: {a.Country}"));

    [Fact]
    public void Affiliations_are_rows_of_the_list()
    {
        var ids = All.Select(a => a.Id).ToHashSet();
        Assert.All(All.SelectMany(a => a.Offices.Select(o => (a.Id, o.Affiliation))), o =>
            Assert.True(o.Affiliation is null || ids.Contains(KnownActorFile.Prefix + o.Affiliation), $"{o.Id}: {o.Affiliation}"));
    }

    [Fact]
    public void Dates_are_prefixes_of_days_and_in_order() =>
        Assert.All(All.SelectMany(a => a.Offices.Select(o => (a.Id, Office: o))), o =>
        {
            foreach (var date in new[] { o.Office.From, o.Office.To }.OfType<string>()) Assert.Matches(Date(), date);
            if (o.Office is { From: { } from, To: { } to })
                Assert.True(string.CompareOrdinal(from[..Math.Min(from.Length, to.Length)], to) <= 0, $"{o.Id}: {from} to {to}");
        });

    [Fact]
    public void Sectors_are_known_ones() =>
        Assert.All(All, a => Assert.Contains(a.Sector, new[] { "GOV", "MIL", "REB", "UAF", "PRM", "MED", "IGO", "NGO", "PTY", "SPY", "COP", "JUD", "LEG", "OPP", "BUS", "CRM", "REL" }));

    [Fact]
    public void No_name_is_shared_by_two_of_a_kind_and_country()
    {
        var shared = All.SelectMany(a => a.Names.Select(n => (Key: (a.Kind, a.Country, Name: a.Kind == ActorKind.Person ? string.Join(' ', PersonName.KeysOf(n)) : BodyName.Whole(n)), a)))
            .GroupBy(x => x.Key).Where(g => g.Select(x => x.a.Id).Distinct().Count() > 1 && !AreDatedApart(g.Select(x => x.a)));
        Assert.Empty(shared.Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => x.a.Id).Distinct())}"));
    }

    private static bool AreDatedApart(IEnumerable<KnownActor> actors)
    {
        var offices = actors.SelectMany(a => a.Offices).OrderBy(o => o.From, StringComparer.Ordinal).ToArray();
        return offices.Length > 1 && offices.Zip(offices.Skip(1)).All(p => p.First.To is { } to && p.Second.From is { } from && string.CompareOrdinal(to, from) <= 0);
    }

    [GeneratedRegex("^known:[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
    private static partial Regex Date();
}
