using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>Who of the lists an entity of a report is, and why; null for nobody.</summary>
internal sealed record KnownLink(KnownActor Actor, string Reason);

/// <summary>
/// Finds listed actors among the entities of one report. The text goes before the list: a country it tells rules out a listed one of another,
/// an office counts only if the report was published in its time, and names borne by many need more than themselves.
/// </summary>
/// <param name="published">Day of the report; null where it does not say, and no dated office counts.</param>
internal sealed class ActorLinker(KnownActors known, Analysis analysis, DateOnly? published, IReadOnlyDictionary<string, int> countries)
{
    /// <summary>What a surname alone needs; one borne by many needs twice that and to lead by as much.</summary>
    private const int Enough = 2;

    public KnownLink? Find(Entity entity)
    {
        if (entity.Parts.Length > 0 || entity.BestName is { IsAccount: true }) return null;
        if (entity.BestName is null) return OfDescription(entity);
        if (entity.IsPerson) return OfPerson(entity) ?? (IsBareName(entity) ? OfBody(entity) : null);
        return OfGovernment(entity) ?? OfBody(entity);
    }

    private KnownLink? OfGovernment(Entity entity) =>
        entity is { Kind: ActorKind.Government, BestName.Naming: not CountryNaming.None, Country: { } country } && known.GovernmentOf(country) is { } government
            ? new KnownLink(government, "a country or its capital, said of its government") : null;

    private KnownLink? OfPerson(Entity entity)
    {
        var best = new List<(KnownActor Actor, int Support, NameMatch Match)>();
        foreach (var (person, match) in known.Persons(entity.BestName!.Keys))
            if (SupportOf(person, entity) is { } support) best.Add((person, support, match));
        if (best.Count == 0) return null;
        best.Sort((a, b) => a.Actor.Layer != b.Actor.Layer ? b.Actor.Layer.CompareTo(a.Actor.Layer)
            : a.Match != b.Match ? b.Match.CompareTo(a.Match)
            : a.Support != b.Support ? b.Support.CompareTo(a.Support) : string.CompareOrdinal(a.Actor.Id, b.Actor.Id));
        var (found, weight, how) = best[0];
        var second = best.Where(b => b.Actor.Id != found.Id && b.Match == how && b.Actor.Layer == found.Layer).Select(b => b.Support).DefaultIfEmpty(-1).Max();
        if (weight <= second) return null;
        if (how == NameMatch.Full) return weight > 0 ? new KnownLink(found, "full name") : null;
        var isCommon = second >= 0 || KnownActors.IsCommonSurname(entity.BestName.Keys[0]);
        return weight >= (isCommon ? 2 * Enough : Enough) && weight - Math.Max(second, 0) >= (isCommon && second >= 0 ? Enough : 0)
            ? new KnownLink(found, "surname, with what the report tells") : null;
    }

    /// <summary>Role and own country weigh 2, a country the report speaks of or an office of its time 1; null where the text speaks against it.</summary>
    private int? SupportOf(KnownActor person, Entity entity)
    {
        if (person.Country is { } own && entity.Country is { } told && own != told && !IsRoleBeyondCountry(person, entity)) return null;
        var support = 0;
        if (entity.Roles.Any(r => person.Offices.Any(o => Counts(o, r) && Roles.MayBeOne(r, o.Role)))) support += 2;
        if (person.Country is not null && person.Country == entity.Country) support += 2;
        else if (person.Country is null || countries.ContainsKey(person.Country)) support++;
        if (published is { } day && person.Offices.Any(o => o.IsDated && o.Contains(day))) support++;
        if (person.Layer > 0) support++;
        return support;
    }

    /// <summary>"The US ambassador to Ukraine", "the EU's foreign policy chief": the country in a role need not be its holder's.</summary>
    private static bool IsRoleBeyondCountry(KnownActor person, Entity entity) =>
        person.Offices.Any(o => o.Role.Contains("ambassador", StringComparison.Ordinal) || o.Role.Contains("envoy", StringComparison.Ordinal)
            || o.Affiliation is { } body && !body.Contains("-of-", StringComparison.Ordinal) && entity.Roles.Count > 0);

    private bool Counts(Office office, string role) =>
        !office.IsDated || published is { } day && (office.Contains(day) || Roles.IsPast(role) && office.HasBegun(day));

    /// <summary>A single word that nothing in the text makes a person ("Wagner", "Azov").</summary>
    private static bool IsBareName(Entity entity) =>
        entity.Roles.Count == 0 && entity.Gender == Gender.Unknown && entity.BestName!.Name.Count == 1;

    private KnownLink? OfBody(Entity entity)
    {
        foreach (var mention in entity.Telling)
            if (mention.Form == MentionForm.Name && OfBody(TextOf(mention.Name), entity, isName: true) is { } link) return link;
        return null;
    }

    private KnownLink? OfBody(string name, Entity entity, bool isName)
    {
        var found = known.Bodies(name, entity.Country);
        if (found.Count == 0) return null;
        var only = found.Count == 1 ? found[0] : entity.Country is null && isName && (IsAcronym(name) || found.Count <= KnownActors.FewBodies) ? OfTheReport(found) : SameKind(found, entity);
        if (only is null || (entity.Country is null && only.Country is not null && char.IsLower(name[0]))) return null;
        var needsSupport = KnownActors.IsAmbiguous(name) || IsOfManyStates(name) || entity.IsPerson || !only.Names.Contains(name) && entity.Country is null;
        if (needsSupport && only.Layer == 0 && only.Country is { } country && entity.Country != country && !countries.ContainsKey(country)) return null;
        return new KnownLink(only, "name");
    }

    /// <summary>"Foreign Office", "Joint Forces": every state may have one.</summary>
    private static bool IsOfManyStates(string name)
    {
        foreach (var word in name.Split(' '))
            if (!WordsOfState.Contains(word)) return false;
        return true;
    }

    private static readonly HashSet<string> WordsOfState = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "for", "and", "foreign", "home", "interior", "office", "ministry", "department", "defence", "defense", "general", "staff", "joint", "forces", "force", "armed", "army", "navy", "air", "guard",
        "national", "security", "council", "supreme", "court", "constitutional", "parliament", "assembly", "senate", "government", "central", "bank", "police", "border", "coast", "special", "operations", "command",
        "election", "electoral", "commission", "health", "finance", "justice", "state", "federal", "military", "intelligence", "service", "treasury", "cabinet",
    };

    /// <summary>Of several that share an acronym, the one whose country the report speaks of.</summary>
    private KnownActor? OfTheReport(IReadOnlyList<KnownActor> found)
    {
        KnownActor? best = null;
        int most = 0, next = 0;
        foreach (var actor in found)
        {
            var count = actor.Country is { } country ? countries.GetValueOrDefault(country) : 0;
            if (count > most) (best, most, next) = (actor, count, most);
            else next = Math.Max(next, count);
        }
        return most > next ? best : null;
    }

    private static KnownActor? SameKind(IReadOnlyList<KnownActor> found, Entity entity)
    {
        var alike = found.Where(a => a.Kind == entity.Kind).Take(2).ToArray();
        return alike.Length == 1 ? alike[0] : null;
    }

    /// <summary>"the Russian army", "Ukraine's defence ministry"; "the Ukrainian president" by who held the office when the report was published.</summary>
    private KnownLink? OfDescription(Entity entity)
    {
        if (entity.Country is null) return null;
        foreach (var mention in entity.Telling)
        {
            if (mention is not { Form: MentionForm.Description, Country: { } country } || mention.Determination == Determination.Indefinite) continue;
            var text = TextOf(mention.Tokens);
            if (entity.IsPerson)
            {
                if (!mention.IsPlural && published is { } day && known.Holder(text, country, day) is { } holder) return new KnownLink(holder, "office held when the report was published");
            }
            else if (OfBody(text, entity, isName: false) is { } link) return link;
        }
        return null;
    }

    private static bool IsAcronym(string name) => name.Length is > 1 and < 8 && !name.Any(char.IsLower);

    private string TextOf(TokenRange tokens) => analysis.Form(tokens).ToString();
}
