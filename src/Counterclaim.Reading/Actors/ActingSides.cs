using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Actors;

/// <summary>
/// Finds who acts in a war without saying a word: forces, rebels and governments that do something ("militants fired on the convoy"), and sides
/// that only the words before a deed or machine name ("<em>Norland</em> jets", "<em>regime</em> shelling", "<em>Norlandic</em> airstrikes").
/// </summary>
internal sealed class ActingSides
{
    private static readonly HashSet<string> DeedsAndMachines = [.. DataFile.Rows("actors/deeds-and-machines.tsv", 1).Select(r => r[0])];

    private const int MostWordsBetween = 5;
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;
    private readonly List<Entity> _entities;
    private readonly Entity?[] _at;

    /// <summary>Who was found for a country or a noun with its country: a text may name one side ten thousand times.</summary>
    private readonly Dictionary<string, Entity> _sides = new(StringComparer.Ordinal);

    private ActingSides(DependencyIndex syntax, List<Entity> entities)
    {
        _syntax = syntax;
        _analysis = syntax.Analysis;
        _entities = entities;
        _at = new Entity?[_analysis.TokenCount];
        foreach (var entity in entities)
            foreach (var mention in entity.Mentions)
                for (var i = mention.Tokens.Start; i < mention.Tokens.End; i++) _at[i] ??= entity;
    }

    /// <summary>Marks the entities that act, and adds those sides that are named before a deed or machine alone.</summary>
    public static void Find(DependencyIndex syntax, MentionSet mentions, List<Entity> entities)
    {
        var sides = new ActingSides(syntax, entities);
        foreach (var mention in mentions.All)
            if (mention is { Form: MentionForm.Description, Entity: { } entity } && sides.MayFight(mention) && sides.Acts(mention.Head)) entity.Acts = true;
        for (var token = 1; token < sides._analysis.TokenCount; token++) sides.ReadBefore(token);
    }

    /// <summary>A force, a government, rebels, or a body that the words call armed.</summary>
    private bool MayFight(Mention mention) => mention.Noun switch
    {
        { Class: NounClass.Force } => true,
        { Family: "government" } => true,
        { Family: "rebel" } => mention.IsPlural && !IsCountedOrOwned(mention.Head),
        { Family: "group" or "agency" } => IsArmed(mention, _analysis),
        _ => false,
    };

    /// <summary>"<em>120</em> rebels", "<em>our</em> gunmen", "militants <em>of the Compact</em>": some of a side, or those of one that has a name.</summary>
    private bool IsCountedOrOwned(int head)
    {
        foreach (var child in _syntax.Children(head))
            if (_analysis.Deprels[child] == Deprel.Nummod || _analysis.Xpos(child) == "PRP$" || _at[child] is { BestName: not null } && _analysis.Deprels[child] is Deprel.Nmod or Deprel.Compound) return true;
        return false;
    }

    /// <summary>"a guerrilla group", "the terrorist organisations".</summary>
    public static bool IsArmed(Mention description, Analysis analysis)
    {
        for (var i = description.Tokens.Start; i < description.Head; i++)
            if (analysis.Lemma(i).ToLowerInvariant() is "guerrilla" or "rebel" or "armed" or "militant" or "insurgent" or "paramilitary" or "jihadist" or "jihadi" or "militia" or "separatist" or "terrorist" or "extremist") return true;
        return false;
    }

    private bool Acts(int head)
    {
        for (var steps = 0; _analysis.Deprels[head] == Deprel.Conj && steps < 3; steps++) head = _analysis.Heads[head];
        var verb = _analysis.Heads[head];
        return _analysis.Deprels[head] switch
        {
            Deprel.Nsubj => verb >= 0 && _analysis.Upos[verb] == Upos.Verb && !_syntax.IsPassive(verb),
            Deprel.Obl or Deprel.Nmod => _syntax.Preposition(head) == "by",
            _ => false,
        };
    }

    private void ReadBefore(int noun)
    {
        if (_analysis.Upos[noun] is not (Upos.Noun or Upos.Propn) || !DeedsAndMachines.Contains(_analysis.Lemma(noun).ToLowerInvariant())) return;
        for (var i = noun - 1; i >= 0 && noun - i <= MostWordsBetween && IsBefore(i, noun); i--)
        {
            if (_at[i] is { } present)
            {
                if (present.Kind is ActorKind.ArmedForce or ActorKind.Government or ActorKind.Group) present.Acts = true;
                return;
            }
            if (SideNoun(i) is { } side)
            {
                AddDescribed(i, side);
                return;
            }
            if (char.IsUpper(_analysis.Form(i)[0]) && CountryOf(i) is { } country)
            {
                AddCountry(i, country);
                return;
            }
        }
    }

    /// <summary>Words between a side and what it does: "<em>suspected</em> … <em>fighter</em> jets", "<em>air</em> strikes".</summary>
    private bool IsBefore(int token, int noun) =>
        _analysis.SentenceOf[token] == _analysis.SentenceOf[noun] && (_analysis.Upos[token] is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num || _analysis.Form(token) is "-" or "/");

    private NounEntry? SideNoun(int token)
    {
        if (_analysis.Xpos(token) is "NNS" or "NNPS") return null;
        var entry = NounLexicon.Default.Noun(_analysis.Lemma(token).ToLowerInvariant());
        return entry is { Family: "government" or "rebel" or "troops" or "militia" or "alliance" or "enemy" } && !DeedsAndMachines.Contains(_analysis.Lemma(token).ToLowerInvariant()) ? entry : null;
    }

    /// <summary>By "Norlandic" or an acronym; "the Norland offensive" may be one in that country.</summary>
    private string? CountryOf(int token)
    {
        var form = _analysis.FormOf(token);
        if (form.Length < 2) return null;
        return Countries.Default.ByDemonym(form) ?? (form.AsSpan().ContainsAnyInRange('a', 'z') ? null : Countries.Default.ByName(form));
    }

    /// <summary>"<em>Norland regime</em> warplanes", "<em>US-led coalition</em> strikes".</summary>
    private void AddDescribed(int head, NounEntry noun)
    {
        var start = head;
        while (start > 0 && head - start < MostWordsBetween && (IsBefore(start - 1, head) && (IsCapital(start - 1) || _analysis.Form(start - 1) is "-") || _analysis.Form(start - 1) is "led" or "backed")) start--;
        while (start < head && _analysis.Form(start) is "-") start++;
        string? country = null;
        for (var i = start; i < head && country is null; i++)
            if (IsCapital(i) && !(i + 2 < head && _analysis.Form(i + 1) is "-")) country = CountryOf(i);
        var mention = new Mention
        {
            Form = MentionForm.Description,
            Tokens = new TokenRange(start, head + 1),
            Head = head,
            Kind = noun.Class == NounClass.Person ? ActorKind.Group : NounLexicon.KindOf(noun.Class),
            IsPlural = noun.Class == NounClass.Person,
            Country = country,
            Noun = noun,
            Lemma = _analysis.Lemma(head).ToLowerInvariant(),
            Determination = Determination.Definite,
        };
        Join(mention, $"{mention.Lemma}/{country}", e => e.Parts.Length == 0 && (e.Country == country || e.Country is null || country is null)
            && e.Telling.Exists(m => m.Form == MentionForm.Description && (m.Lemma == mention.Lemma || noun.Class != NounClass.Person && m.Noun?.Family == noun.Family)));
    }

    private bool IsCapital(int token) => char.IsUpper(_analysis.Form(token)[0]);

    private void AddCountry(int token, string country)
    {
        var mention = new Mention
        {
            Form = MentionForm.Name,
            Tokens = new TokenRange(token, token + 1),
            Head = token,
            Name = new TokenRange(token, token + 1),
            Kind = ActorKind.Government,
            Country = country,
            Naming = CountryNaming.Demonym,
            Lemma = _analysis.Lemma(token).ToLowerInvariant(),
        };
        Join(mention, country, e => e.Country == country && e.BestName is { Naming: not CountryNaming.None },
            e => e is { Kind: ActorKind.ArmedForce, Parts.Length: 0 } && e.Country == country);
    }

    /// <param name="key">Equal for mentions of one side.</param>
    /// <param name="isSide">Who of those the report names it may be, the likeliest kind first.</param>
    private void Join(Mention mention, string key, params ReadOnlySpan<Predicate<Entity>> isSide)
    {
        if (!_sides.TryGetValue(key, out var side))
        {
            foreach (var isIt in isSide) side ??= _entities.Find(isIt);
            if (side is null)
            {
                side = new Entity(_entities.Count) { Kind = mention.Kind, IsPlural = mention.IsPlural, Country = mention.Country, BestName = mention.Form == MentionForm.Name ? mention : null };
                _entities.Add(side);
            }
            _sides[key] = side;
        }
        side.Acts = true;
        side.Add(mention);
        mention.Entity = side;
        for (var i = mention.Tokens.Start; i < mention.Tokens.End; i++) _at[i] = side;
    }
}
