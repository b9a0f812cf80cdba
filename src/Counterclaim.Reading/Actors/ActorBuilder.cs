using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Turns entities into the actors shown: those named, those who hold or hear a statement, armed forces, and sides that act.</summary>
internal static class ActorBuilder
{
    /// <summary>Actors in the order of their first mention, with ids a1, a2…; entities that are nobody of interest get none.</summary>
    public static (List<Actor> Actors, Dictionary<Entity, string> Ids) Build(
        IReadOnlyList<Entity> entities, DependencyIndex syntax, IReadOnlySet<Entity> needed)
    {
        var analysis = syntax.Analysis;
        var shown = entities
            .Where(e => e.Mentions.Count > 0 && (e.BestName is not null || e.HoldsStatement || e.Known is not null || needed.Contains(e) || e.Acts || e.Kind == ActorKind.ArmedForce))
            .OrderBy(e => e.Mentions.Min(m => m.Tokens.Start)).ThenBy(e => e.Index);
        var actors = new List<Actor>();
        var ids = new Dictionary<Entity, string>();
        foreach (var entity in shown)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"a{actors.Count + 1}");
            ids[entity] = id;
            actors.Add(new Actor(id, NameOf(entity, syntax), KindOf(entity, analysis), MentionsOf(entity, analysis))
            {
                Role = entity.Roles.Count == 0 ? null : entity.Roles.MaxBy(r => r.Length),
                Country = entity.Country ?? entity.Known?.Actor.Country,
                Identity = entity.Known?.Actor.Id,
            });
        }
        return (actors, ids);
    }

    /// <summary>A body whose name does not say what it is, is what the report calls it: "the rebels", "a daily".</summary>
    private static ActorKind KindOf(Entity entity, Analysis analysis)
    {
        if (entity.Known is { } known) return known.Actor.Kind;
        if (entity is { Kind: ActorKind.Organisation, BestName: null, Acts: true }) return entity.Telling.Exists(m => ActingSides.IsArmed(m, analysis)) ? ActorKind.ArmedForce : entity.Kind;
        if (entity.Kind is not (ActorKind.Organisation or ActorKind.Group) || entity.BestName is null) return entity.Kind;
        foreach (var mention in entity.Telling)
            if (mention is { Form: MentionForm.Name, Kind: ActorKind.ArmedForce }) return ActorKind.ArmedForce;
            else if (mention is { Form: MentionForm.Description, Noun: { } noun } && (noun.Class == NounClass.Force || noun.Family == "group" && ActingSides.IsArmed(mention, analysis))) return ActorKind.ArmedForce;
            else if (mention is { Form: MentionForm.Description, Noun.Class: NounClass.Publication, IsPlural: false } && !NamesItsKind(entity.BestName, analysis)) return ActorKind.Publication;
        return entity.Kind;
    }

    /// <summary>"Institute for …" is no outlet, whatever it brings out.</summary>
    private static bool NamesItsKind(Mention name, Analysis analysis)
    {
        for (var i = name.Name.Start; i < name.Name.End; i++)
            if (NounLexicon.Default.NameWord(analysis.Form(i).ToString().ToLowerInvariant()) is not null) return true;
        return false;
    }

    private static string NameOf(Entity entity, DependencyIndex syntax)
    {
        var analysis = syntax.Analysis;
        if (entity is { BestName.Naming: CountryNaming.Demonym, Country: { } side } && Countries.Default.NameOf(side) is { } named) return named;
        if (entity is { BestName.Naming: CountryNaming.Capital, Country: { } code } && Countries.Default.NameOf(code) is { } country
            && analysis.Text.Contains(country, StringComparison.Ordinal)) return country;
        var mention = entity.BestName ?? entity.Mentions.Where(m => m.Form != MentionForm.Pronoun).OrderBy(m => m.Noun is { Class: NounClass.Document }).ThenByDescending(m => m.Tokens.Count).FirstOrDefault() ?? entity.Mentions[0];
        var tokens = entity.BestName is not null ? mention.Name : mention.Form == MentionForm.Description ? Widest(mention, syntax) : mention.Tokens;
        var text = analysis.Form(tokens).ToString();
        var name = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var isBeforeDeed = mention is { Form: MentionForm.Description, IsPlural: true, Noun.Family: "rebel" } && analysis.Xpos(mention.Head) is not ("NNS" or "NNPS");
        return isBeforeDeed ? name + "s" : name; // "rebel shells" are the rebels'
    }

    private static TokenRange Widest(Mention description, DependencyIndex syntax)
    {
        var phrase = new NounPhrases(syntax).Extended(description.Head);
        return phrase.Count > description.Tokens.Count ? phrase : description.Tokens;
    }

    private static List<TextSpan> MentionsOf(Entity entity, Analysis analysis)
    {
        var spans = new List<TextSpan>(entity.Mentions.Count);
        foreach (var mention in entity.Mentions) spans.Add(analysis.SpanOf(mention.Tokens));
        spans.Sort();
        return [.. spans.Distinct()];
    }
}
