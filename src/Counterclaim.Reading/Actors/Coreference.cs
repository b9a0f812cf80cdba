using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Groups the mentions of a report by whom they mean, in one pass through the text.</summary>
/// <remarks>
/// Names first by form (<see cref="NameIndex"/>), descriptions by noun, family and role, pronouns by agreement and a linear
/// score of recency and prominence in the manner of Lappin and Leass (1994), with the holder of the statement before weighing
/// most for the holder of the next. What the text leaves open stays without an entity.
/// </remarks>
internal sealed class Coreference
{
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;
    private readonly StatementTree _statements;
    private readonly MentionSet _mentions;
    private readonly NameIndex _names;
    private readonly List<Entity> _entities = [];
    private readonly List<Mention> _resolved = [];
    private readonly Dictionary<string, Entity> _together = [];
    private readonly Mention?[] _mentionAtHead;
    private readonly DescriptionResolver _descriptions;
    private readonly IssuerResolver _issuers;
    private readonly PronounResolver _pronouns;
    private readonly SelfNaming _selfNaming;
    private readonly NamesGiven _given;

    private Coreference(DependencyIndex syntax, StatementTree statements, MentionSet mentions, KnownActors known, Dictionary<Mention, string>? reasons)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
        _statements = statements;
        _mentions = mentions;
        _names = new NameIndex(known, _analysis);
        _mentionAtHead = new Mention?[_analysis.TokenCount];
        foreach (var mention in mentions.All)
            if (mention.Form != MentionForm.Coordination) _mentionAtHead[mention.Head] = mention;
        Reasons = reasons;
        _descriptions = new DescriptionResolver(syntax, _resolved);
        _issuers = new IssuerResolver(syntax, statements, mentions, _resolved);
        _pronouns = new PronounResolver(syntax, statements, mentions, _resolved);
        _selfNaming = new SelfNaming(syntax);
        _given = new NamesGiven(syntax, _mentionAtHead);
    }

    private Dictionary<Mention, string>? Reasons { get; }

    /// <summary>Gives every mention its entity, where the text tells; returns the entities in text order.</summary>
    public static List<Entity> Resolve(
        DependencyIndex syntax, StatementTree statements, MentionSet mentions, KnownActors known, Dictionary<Mention, string>? reasons)
    {
        var coreference = new Coreference(syntax, statements, mentions, known, reasons);
        foreach (var mention in mentions.All) coreference.Resolve(mention);
        coreference.ResolveFirstPersons();
        return coreference._entities;
    }

    private void Resolve(Mention mention)
    {
        if (mention.Entity is not null) return;
        switch (mention.Form)
        {
            case MentionForm.Name: ResolveName(mention); break;
            case MentionForm.Description: ResolveDescription(mention); break;
            case MentionForm.Coordination: ResolveCoordination(mention); break;
            case MentionForm.Pronoun when !mention.IsFirstPerson: ResolvePronoun(mention); break;
        }
    }

    private void ResolveName(Mention mention)
    {
        var known = _names.Find(mention);
        if (known is not null) Explain(mention, "the same name");
        else if (_selfNaming.BearerOf(mention) is >= 0 and var bearer && _given.Covering(bearer) is { Entity: { IsPerson: false } renamed })
        {
            known = renamed;
            Explain(mention, "a name taken");
        }
        else if (AcronymOf(mention) is { } spelledOut)
        {
            known = spelledOut;
            Explain(mention, "its acronym in brackets");
        }
        else if (ApposedTo(mention) is { Entity: { } apposed } described && apposed.BestName is null && NamesGiven.AreOfAKind(described, mention))
        {
            known = apposed;
            AddRole(apposed, described);
            Explain(mention, "in apposition");
        }
        else if (ForeshadowedBy(mention) is { } foreshadowed)
        {
            known = foreshadowed;
            Explain(mention, "told of before by the same role");
        }
        var entity = known ?? NewEntity(mention);
        Join(mention, entity);
        _names.Add(mention, entity);
    }

    /// <summary>"The governor said … Governor NAME told": who held a statement by the role that now stands with a new name.</summary>
    private Entity? ForeshadowedBy(Mention name)
    {
        if (name.Kind is ActorKind.Organisation) return BodyToldOf(name);
        if (name is not { Kind: ActorKind.Person, Role: { } role }) return null;
        for (var i = _resolved.Count - 1; i >= 0 && i > _resolved.Count - LookBack; i--)
        {
            var earlier = _resolved[i];
            var sentences = _analysis.SentenceOf[name.Head] - _analysis.SentenceOf[earlier.Head];
            if (sentences > RoleSentences) break;
            if (earlier is not { Form: MentionForm.Description, IsPlural: false, Noun.Class: NounClass.Person, Entity: { BestName: null, HoldsStatement: true } entity }) continue;
            if (earlier.Determination != Determination.Definite && sentences > 3 || !DescriptionResolver.HasWord(role, earlier.Lemma)) continue;
            if (earlier.Country is { } country && name.Country is { } other && country != other) continue;
            if (entity.Gender == Gender.Unknown || name.Gender == Gender.Unknown || entity.Gender == name.Gender) return entity;
        }
        return null;
    }

    /// <summary>"a monitoring group said. The NAME said": a lead often names its one source only in the sentence after.</summary>
    private Entity? BodyToldOf(Mention name) =>
        name.HolderOf >= 0 && LastHolderBefore(name) is
        {
            Form: MentionForm.Description, IsPlural: false, Determination: Determination.Indefinite,
            Noun: { Class: NounClass.Organisation, Family: "agency" or "group", IsAnaphoric: true } or { Family: "agency" }, Entity: { BestName: null } told
        } earlier
        && _analysis.SentenceOf[name.Head] - _analysis.SentenceOf[earlier.Head] is > 0 and <= 3 ? told : null;

    private const int RoleSentences = 12;

    private void ResolveDescription(Mention mention)
    {
        if (ApposedTo(mention) is { Entity: { } apposed } && Agree(mention, apposed))
        {
            AddRole(apposed, mention);
            Explain(mention, "in apposition");
            Join(mention, apposed);
            return;
        }
        if (mention.Noun is { Class: NounClass.Document })
        {
            if (mention.HolderOf >= 0) ResolveDocument(mention);
            return;
        }
        if (mention.Noun is { Class: NounClass.Force } or { Family: "rebel" or "military", Class: NounClass.Person } && mention is { HolderOf: < 0, IsPlural: true } && PossessorOf(mention) is { Kind: ActorKind.ArmedForce or ActorKind.Government or ActorKind.Organisation or ActorKind.Group } owner)
        {
            Explain(mention, "forces of its own");
            Join(mention, owner);
            return;
        }
        var given = _given.NameGiven(mention);
        if ((given ?? _given.NameRightAfter(mention)) is { } name)
        {
            Resolve(name);
            if (name.Entity is { } named && (name == given || Agree(mention, named)))
            {
                Explain(mention, "has the name with it");
                Join(mention, named);
                return;
            }
        }
        var (known, reason) = _descriptions.Find(mention);
        // A transcript's labels tell its speakers apart: "HOST" is not the reporter, however near the words are.
        if (known is { BestName: null } && IsLabel(mention) && !known.Telling.Exists(m => m.Lemma == mention.Lemma)) known = null;
        if (known is not null) Explain(mention, reason);
        Join(mention, known ?? NewEntity(mention));
    }

    private bool IsLabel(Mention mention) => mention.HolderOf >= 0 && _statements.Items[mention.HolderOf] is { IsVerbatim: true, Cue.IsEmpty: true };

    private void ResolveDocument(Mention document)
    {
        var name = _issuers.NameInside(document);
        name ??= BodyInside(document);
        if (name is not null) Resolve(name);
        var issuer = name?.Entity ?? PossessorOf(document) ?? _issuers.Find(document, LastHolderBefore(document));
        if (issuer is not null)
        {
            Explain(document, "speaks for whoever issued it");
            _issuers.Remember(document, issuer);
        }
        Join(document, issuer ?? NewEntity(document));
    }

    /// <summary>"a statement by the ministry": the body described behind a document.</summary>
    private Mention? BodyInside(Mention document)
    {
        foreach (var child in _syntax.Children(document.Head))
        {
            if (child < document.Head || _analysis.Deprels[child] is not (Deprel.Nmod or Deprel.Obl)) continue;
            if (_mentionAtHead[child] is { Form: MentionForm.Description, IsPlural: false, Noun.Class: not (NounClass.Person or NounClass.Document or NounClass.People) } body
                && _syntax.Child(child, Deprel.Case) is >= 0 and var marker && (_analysis.Form(marker) is "from" or "by" or "of")) return body;
        }
        return null;
    }

    /// <summary>"Its report", "its forces": whoever the possessive means.</summary>
    private Entity? PossessorOf(Mention document)
    {
        foreach (var child in _syntax.Children(document.Head))
        {
            if (_analysis.Xpos(child) != "PRP$") continue;
            if (_mentionAtHead[child] is { } pronoun)
            {
                Resolve(pronoun);
                if (pronoun.Entity is { } possessor) return possessor;
            }
            if (document.Noun is not { Class: NounClass.Document }) continue;
            if (!_analysis.Form(child).Equals("its", StringComparison.OrdinalIgnoreCase)) continue;
            var it = new Mention
            {
                Form = MentionForm.Pronoun,
                Tokens = new TokenRange(child, child + 1),
                Head = child,
                Lemma = "it",
                Inside = document.Inside,
                HolderOf = document.HolderOf,
                IsQuoted = document.IsQuoted,
            };
            return _pronouns.Find(it, LastHolderBefore(document)).Entity;
        }
        return null;
    }

    /// <summary>The long form right before "(ACRONYM)" or ", or ACRONYM,".</summary>
    private Entity? AcronymOf(Mention mention)
    {
        if (mention.Name.Count != 1 || _resolved.Count == 0 || mention.Kind == ActorKind.Person) return null;
        var before = mention.Name.Start - 1;
        if (before < 1 || !(_analysis.Form(before) is "(" || _analysis.Form(before) is "or")) return null;
        var form = _analysis.Form(mention.Head);
        if (form.Length < 2 || !char.IsUpper(form[0]) || !char.IsUpper(form[^1])) return null;
        for (var i = _resolved.Count - 1; i >= 0 && _resolved[i].Head > before - 4; i--)
            if (_resolved[i] is { Form: MentionForm.Name, Entity: { IsPerson: false } entity } longForm && longForm.Name.End >= before - 1 && longForm.Name.Count > 1) return entity;
        return null;
    }

    private void ResolveCoordination(Mention mention)
    {
        var parts = mention.Parts.Select(p => p.Entity).OfType<Entity>().ToArray();
        var key = string.Join(' ', parts.Select(p => p.Index).Order());
        if (parts.Length == 0 || !_together.TryGetValue(key, out var entity)) _together[key] = entity = NewEntity(mention);
        entity.Parts = parts;
        Join(mention, entity);
    }

    private void ResolvePronoun(Mention mention)
    {
        if (mention.Lemma is "who" or "which" or "that")
        {
            if (RelativeAntecedent(mention) is not { } entity) return;
            Explain(mention, "relative pronoun");
            Join(mention, entity);
            return;
        }
        var (found, reason) = _pronouns.Find(mention, LastHolderBefore(mention));
        if (found is null) return;
        Explain(mention, reason);
        Join(mention, found);
    }

    /// <summary>"I" and "we" inside what somebody says are that somebody, once it is known who speaks.</summary>
    private void ResolveFirstPersons()
    {
        foreach (var mention in _mentions.All)
        {
            if (!mention.IsFirstPerson || mention.Inside < 0 || !(mention.IsQuoted || _statements.Items[mention.Inside].Cue.IsEmpty)) continue;
            if (mention.Lemma is "we" or "us" or "our" && mention.HolderOf < 0) continue;
            for (var s = mention.Inside; s >= 0; s = _statements.ParentOf(s))
            {
                if (s == mention.HolderOf || _mentions.Holders[s] is not { Entity: { } speaker } holder || holder == mention) continue;
                Explain(mention, "first person inside what this holder says");
                Join(mention, speaker);
                break;
            }
        }
    }

    /// <summary>The entity that held the statement last told before a mention, on the same level of telling or above.</summary>
    private Mention? LastHolderBefore(Mention mention)
    {
        for (var i = _resolved.Count - 1; i >= 0 && i > _resolved.Count - LookBack; i--)
        {
            var earlier = _resolved[i];
            if (earlier.HolderOf < 0 || earlier.HolderOf == mention.HolderOf) continue;
            if (mention.HolderOf >= 0 && _statements.IsWithin(earlier.HolderOf, mention.HolderOf) && earlier.IsQuoted) continue;
            return earlier;
        }
        return null;
    }

    private const int LookBack = 60;

    private Mention? ApposedTo(Mention mention)
    {
        var anchor = mention.Form == MentionForm.Name ? _syntax.TopOf(mention.Name) : mention.Head;
        if (anchor < 0) return null;
        if (_analysis.Deprels[anchor] is not Deprel.Appos) return null;
        var beside = _analysis.Heads[anchor];
        // "the mayor of the town, NAME"
        if (mention is { Form: MentionForm.Name, Kind: ActorKind.Person } && _analysis.Deprels[beside] == Deprel.Nmod && _given.Covering(beside) is not { Kind: ActorKind.Person }
            && _given.Covering(_analysis.Heads[beside]) is { Noun.Class: NounClass.Person } holder) return holder;
        return _given.Covering(beside) is { } head && head != mention ? head : null;
    }

    private Entity? RelativeAntecedent(Mention mention)
    {
        var clause = _analysis.Heads[mention.Head];
        for (var steps = 0; clause >= 0 && steps < 4; steps++, clause = _analysis.Heads[clause])
            if (_analysis.Deprels[clause] == Deprel.Acl) return _given.Covering(_analysis.Heads[clause])?.Entity;
        return null;
    }

    private static bool Agree(Mention mention, Entity entity) =>
        mention.IsPlural == entity.IsPlural
        && (entity.IsPerson ? mention.Noun is { Class: NounClass.Person } : mention.Noun is not { Class: NounClass.Person });

    private void AddRole(Entity entity, Mention description)
    {
        if (description.Noun is not { Class: NounClass.Person } || !entity.IsPerson) return;
        var phrase = new NounPhrases(_syntax).Extended(description.Head);
        entity.Roles.Add(_analysis.Form(phrase).ToString());
        entity.Country ??= description.Country;
    }

    private Entity NewEntity(Mention mention)
    {
        var entity = new Entity(_entities.Count) { Kind = mention.Kind, Gender = mention.Gender, IsPlural = mention.IsPlural, Country = mention.Country };
        _entities.Add(entity);
        return entity;
    }

    private void Join(Mention mention, Entity entity)
    {
        mention.Entity = entity;
        entity.Add(mention);
        entity.HoldsStatement |= mention.HolderOf >= 0;
        if (entity.Gender == Gender.Unknown && mention.Kind == ActorKind.Person && entity.IsPerson) entity.Gender = mention.Gender;
        if (mention.Form == MentionForm.Name)
        {
            entity.Country ??= mention.Country;
            if (mention.Role is { } role) entity.Roles.Add(role);
            if (entity.BestName is null) entity.Kind = mention.Kind;
            if (entity.BestName is null || IsFuller(mention, entity.BestName)) entity.BestName = mention;
        }
        _resolved.Add(mention);
    }

    private static bool IsFuller(Mention a, Mention b) =>
        a.IsAccount != b.IsAccount ? b.IsAccount :
        a.Naming == CountryNaming.Country && b.Naming == CountryNaming.Capital
        || (a.Naming == b.Naming && a.Keys.Length > b.Keys.Length);

    private void Explain(Mention mention, string reason)
    {
        if (Reasons is not null) Reasons[mention] = reason;
    }
}
