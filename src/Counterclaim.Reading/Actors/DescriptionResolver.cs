using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds whom a description takes up: "the soldier" after "one soldier", "the president" after "President X", "the agency".</summary>
internal sealed class DescriptionResolver(DependencyIndex syntax, List<Mention> resolved)
{
    private readonly Analysis _analysis = syntax.Analysis;
    private readonly NounPhrases _phrases = new(syntax);

    /// <summary>The entity taken up and why; null for somebody new.</summary>
    public (Entity? Entity, string Reason) Find(Mention mention)
    {
        if (IsNew(mention)) return (null, "");
        Entity? best = null;
        var bestScore = Threshold;
        var reason = "";
        var seen = new HashSet<Entity>();
        for (var i = resolved.Count - 1; i >= 0 && resolved.Count - i < LookBack; i--)
        {
            var entity = resolved[i].Entity!;
            if (!seen.Add(entity) || !Compatible(mention, entity) || AreNamedTogether(resolved[i], mention)) continue;
            var (match, why) = Match(mention, entity);
            if (match <= 0) continue;
            var score = match - Math.Min(SentencesBetween(resolved[i], mention), 12) * RecencyWeight;
            if (entity.HoldsStatement) score += mention.HolderOf < 0 ? 0.3 : entity.IsPerson ? 0.25 : HolderWeight;
            if (IsSubject(resolved[i])) score += 0.15;
            if (score <= bestScore) continue;
            (best, bestScore, reason) = (entity, score, why);
        }
        return (best, reason);
    }

    /// <summary>"Norland's government and the government of Velmar" are two.</summary>
    private bool AreNamedTogether(Mention earlier, Mention mention) =>
        _analysis.Deprels[mention.Head] == Deprel.Conj && earlier.Tokens.Contains(_analysis.Heads[mention.Head]);

    private const double Threshold = 0.45;
    private const double RecencyWeight = 0.12;

    private bool IsSubject(Mention mention) =>
        _analysis.Deprels[mention.Form == MentionForm.Name ? syntax.TopOf(mention.Name) : mention.Head] == Deprel.Nsubj;

    /// <summary>A body that has spoken is likely to speak on.</summary>
    private const double HolderWeight = 0.7;
    private const int LookBack = 160;

    private bool IsNew(Mention mention)
    {
        foreach (var child in syntax.Children(mention.Head))
            if (child < mention.Head && _analysis.Lemma(child) is "another" or "other" or "second" or "third" or "separate" or "different" && child < mention.Head)
                return true;
        return false;
    }

    private static bool Compatible(Mention mention, Entity entity)
    {
        if (mention.IsPlural != entity.IsPlural && entity.BestName is null) return false;
        if (mention.IsPlural && entity.BestName is not null && !entity.IsPlural && entity.Parts.Length == 0) return false;
        if (mention.Country is { } a && entity.Country is { } b && a != b) return false;
        return mention.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || mention.Gender == entity.Gender;
    }

    private (double Score, string Reason) Match(Mention mention, Entity entity)
    {
        if (entity.Parts.Length > 0)
            return mention.IsPlural && IsPairDescription(mention) ? (1.2, "the two named together") : (0, "");
        if (mention.Determination != Determination.Definite) return SameWords(mention, entity) ? (3, "the same description") : (0, "");
        if (mention.Noun is null)
            return SameHead(mention, entity) ? (2, "the same noun") : InName(mention, entity) && (char.IsUpper(_analysis.Form(mention.Head)[0]) || NounLexicon.Default.NameWord(mention.Lemma) is not null) ? (2, "a word of the name") : (0, "");
        if (SameHead(mention, entity)) return (2.2, "the same noun");
        if (InRole(mention, entity) && (mention.Country is null || mention.Country == entity.Country)) return (2, "the role given with the name");
        if (InName(mention, entity)) return (2, "a word of the name");
        if (mention.IsPlural || HasOwnDetail(mention) || NamesItsOwner(mention) || IsAfterPerson(mention)) return (0, "");
        if (mention.Noun is { Family: "side" }) return mention.Country is not null && entity is { Kind: ActorKind.Government } && entity.Country == mention.Country ? (2, "the side of the same country") : (0, "");
        return MatchByClass(mention, mention.Noun, entity);
    }

    /// <summary>Bodies that are seldom spoken of by a noun that is not in their names: "the commission" is no agency and no firm.</summary>
    private static readonly HashSet<string> Institutions = ["council", "court", "parliament", "university", "hospital", "school", "church", "ministry"];

    /// <summary>"the army" is no brigade and no paramilitary, whoever was named last; "the Yemeni army" is nobody of one word but an acronym either.</summary>
    private bool IsRegular(Mention name, bool ofCountry)
    {
        for (var i = name.Name.Start; i < name.Name.End; i++)
            if (_analysis.Form(i).ToString().ToLowerInvariant() is "army" or "armed" or "military" or "defence" or "defense") return true;
        if (IsIrregular(name)) return false;
        return name.Name.Count == 1 && (!ofCountry || _analysis.Form(name.Name.Start) is { Length: > 1 } form && !form.ContainsAnyInRange('a', 'z'));
    }

    private bool IsIrregular(Mention name) =>
        KnownActors.Default.Bodies(_analysis.Form(name.Name).ToString(), null).Any(b => b.Sector is "REB" or "SEP" or "INS");

    /// <summary>"the group" is no office of a state.</summary>
    private bool IsOfficial(Entity entity)
    {
        if (entity.BestName is not { } name) return false;
        for (var i = name.Name.Start; i < name.Name.End; i++)
            if (_analysis.Form(i).ToString().ToLowerInvariant() is "office" or "ministry" or "department" or "court" or "council" or "commission" or "parliament" or "police" or "bank" or "university" or "hospital" or "service") return true;
        return false;
    }

    /// <summary>Offices of which there is one to each body, and which need no introduction: "the judge" need not be the last who spoke.</summary>
    private static readonly HashSet<string> Offices = ["judge", "lawyer", "leader", "minister", "governor", "spokesperson", "lawmaker", "cleric"];

    private (double Score, string Reason) MatchByClass(Mention mention, NounEntry noun, Entity entity)
    {
        var sameClass = noun.Class switch
        {
            NounClass.Person => entity.IsPerson,
            NounClass.Publication => (entity.Kind == ActorKind.Publication || entity is { Kind: ActorKind.Organisation, BestName: not null, HoldsStatement: true } && noun.Family == "press") && !entity.Telling.Exists(m => m.Noun is { Class: NounClass.Document } && entity.BestName is null),
            NounClass.Organisation => entity.Kind is ActorKind.Organisation && !(noun.Family == "group" && IsOfficial(entity)) || entity.Kind == ActorKind.Publication && noun.Family == "agency"
                || entity is { Kind: ActorKind.ArmedForce, BestName: { } name } && mention.Lemma is "group" or "movement" && IsIrregular(name),
            NounClass.Government => entity.Kind is ActorKind.Government && noun.Family is not "ministry",
            NounClass.Force => entity.Kind is ActorKind.ArmedForce && (mention.Lemma is not ("army" or "military") || entity.BestName is null || IsRegular(entity.BestName, mention.Country is not null)),
            _ => false,
        };
        if (!sameClass) return (0, "");
        foreach (var earlier in entity.Telling)
            if (earlier.Noun is { } other && other.Family == noun.Family && noun.Family != "trait") return (1.6, "a word of the same family");
        if (!noun.IsAnaphoric || Institutions.Contains(noun.Family)) return (0, "");
        var described = entity.BestName is null;
        if (noun.Class == NounClass.Person)
            return noun.Family is "person" or "child" or "trait" ? (described ? 1.1 : 0.9, "fits the noun")
                : (described || entity.Roles.Count > 0 || Offices.Contains(noun.Family) || SentencesBetween(entity.Last, mention) > 2 ? 0 : 0.55, "fits the noun");
        if (described && noun.Family is not ("agency" or "group" or "company" or "press")) return (0, "");
        if (noun.Class == NounClass.Publication && entity.Kind == ActorKind.Organisation) return (SentencesBetween(entity.Last, mention) <= 2 ? 0.6 : 0, "fits the noun");
        return (noun.Class == NounClass.Publication ? 1.3 : 0.9, "fits the noun");
    }

    private bool IsPairDescription(Mention mention)
    {
        foreach (var child in syntax.Children(mention.Head))
            if (child < mention.Head && _analysis.Lemma(child).ToLowerInvariant() is "two" or "both" or "2" && child < mention.Head) return true;
        return mention.Lemma is "side" or "party";
    }

    private bool SameHead(Mention mention, Entity entity)
    {
        foreach (var earlier in entity.Telling)
            if (earlier.Form == MentionForm.Description && earlier.Lemma == mention.Lemma && earlier.IsPlural == mention.IsPlural
                && !NumbersDiffer(earlier, mention) && !ModifiersDiffer(earlier, mention)) return true;
        return false;
    }

    /// <summary>"the rebel forces" are not "the regime forces": where both are told apart by words, they must share one.</summary>
    private bool ModifiersDiffer(Mention a, Mention b)
    {
        var first = ModifiersOf(a);
        var second = ModifiersOf(b);
        return first.Count > 0 && second.Count > 0 && !first.Any(one => second.Any(other => AreAkin(one, other)));
    }

    /// <summary>"Norland" and "Norlandic" begin alike.</summary>
    private static bool AreAkin(string one, string other)
    {
        const int Stem = 4;
        return one == other || one.Length >= Stem && other.Length >= Stem && one.AsSpan(0, Stem).SequenceEqual(other.AsSpan(0, Stem));
    }

    private HashSet<string> ModifiersOf(Mention mention)
    {
        var modifiers = new HashSet<string>();
        foreach (var child in syntax.Children(mention.Head))
            if (child < mention.Head && (_analysis.Deprels[child] is Deprel.Amod or Deprel.Compound || _analysis.Deprels[child] == Deprel.Nmod && _analysis.Upos[child] == Upos.Propn))
                modifiers.Add(_analysis.Lemma(child).ToLowerInvariant());
        return modifiers;
    }

    private bool NumbersDiffer(Mention a, Mention b) => NumberOf(a) is { } x && NumberOf(b) is { } y && x != y;

    private string? NumberOf(Mention mention)
    {
        var child = syntax.Child(mention.Head, Deprel.Nummod);
        return child < 0 ? null : _analysis.Form(child).ToString().ToLowerInvariant();
    }

    private bool SameWords(Mention mention, Entity entity)
    {
        if (mention.Determination == Determination.Indefinite && !mention.IsPlural) return false;
        foreach (var earlier in entity.Telling)
        {
            if (earlier.Form != MentionForm.Description || earlier.Lemma != mention.Lemma) continue;
            if (mention.Kind == ActorKind.ArmedForce && mention.Country is not null && mention.Country == earlier.Country) return true;
            if (WordsOf(_phrases.Extended(earlier.Head)).Equals(WordsOf(_phrases.Extended(mention.Head)), StringComparison.OrdinalIgnoreCase)) return true;
        }
        return mention.Kind == ActorKind.ArmedForce && mention is { Noun.Family: "troops", Country: not null, Determination: Determination.Bare }
            && entity is { Kind: ActorKind.ArmedForce, BestName: null } && entity.Country == mention.Country
            && entity.Telling.Exists(m => m.Noun?.Family == "troops");
    }

    private string WordsOf(TokenRange range)
    {
        var words = _analysis.Form(range).ToString();
        return words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
    }

    private static bool InRole(Mention mention, Entity entity) =>
        entity.IsPerson && !mention.IsPlural && entity.Roles.Exists(role => HasWord(role, mention.Lemma));

    private static bool InName(Mention mention, Entity entity) =>
        !entity.IsPerson && !mention.IsPlural && entity.BestName is { Keys.Length: > 1 } name
        && mention.Noun is null or { Class: NounClass.Government or NounClass.Organisation or NounClass.Force or NounClass.Publication }
        && name.Keys.Contains(NameKey.Sound(mention.Lemma));

    public static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }
        return false;
    }

    /// <summary>A description that brings its own detail ("the officer who led the raid", "the teachers' union") usually introduces.</summary>
    private bool HasOwnDetail(Mention mention)
    {
        foreach (var child in syntax.Children(mention.Head))
            if (child < mention.Head && _analysis.Deprels[child] == Deprel.Nmod && _analysis.Xpos(child) == "NNS"
                || child > mention.Head && _analysis.Deprels[child] is Deprel.Nmod or Deprel.Acl or Deprel.Appos && child > mention.Head
                && !(_analysis.Deprels[child] == Deprel.Acl && _analysis.Form(mention.Head + 1) is "," or "which")) return true;
        return false;
    }

    /// <summary>"the United Nations health agency" is of those it names.</summary>
    private bool NamesItsOwner(Mention mention)
    {
        for (var i = mention.Tokens.Start; i < mention.Head; i++)
            if (_analysis.Upos[i] == Upos.Propn && _analysis.Heads[i] == mention.Head && Countries.Default.ByDemonym(_analysis.Form(i).ToString()) is null) return true;
        return false;
    }

    /// <summary>"the Reed administration" is nobody but Reed's.</summary>
    private bool IsAfterPerson(Mention mention)
    {
        for (var i = resolved.Count - 1; i >= 0 && resolved[i].Head >= mention.Tokens.Start; i--)
            if (mention.Tokens.Contains(resolved[i].Head) && resolved[i] is { Form: MentionForm.Name, Kind: ActorKind.Person }) return true;
        return false;
    }

    private int SentencesBetween(Mention a, Mention b) => Math.Abs(_analysis.SentenceOf[b.Head] - _analysis.SentenceOf[a.Head]);
}
