using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Assertions;

/// <summary>Which actor, place and time every token names.</summary>
internal sealed class EntityMap
{
    private const int DeepestDescription = 3;
    private readonly DependencyIndex _trees;
    private readonly Actor?[] _actors;
    private readonly Place?[] _places;
    private readonly TimeExpression?[] _times;
    private readonly IReadOnlyList<Actor> _all;
    private readonly IReadOnlySet<string> _sides;
    private readonly Dictionary<string, TimeExpression> _rangesByEnd = new(StringComparer.Ordinal);

    /// <param name="sides">Nouns that name a side by what it is ("regime"), so that the bare word stands for the one side so called.</param>
    public EntityMap(DependencyIndex trees, IReadOnlyList<Actor> actors, IReadOnlyList<Place> places, IReadOnlyList<TimeExpression> times, IReadOnlySet<string> sides)
    {
        _trees = trees;
        _all = actors;
        _sides = sides;
        var analysis = trees.Analysis;
        _actors = new Actor?[analysis.TokenCount];
        _places = new Place?[analysis.TokenCount];
        _times = new TimeExpression?[analysis.TokenCount];
        var mentions = actors.SelectMany(actor => actor.Mentions.Select(span => (actor, span))).OrderByDescending(m => m.span.Length);
        foreach (var (actor, span) in mentions) Fill(_actors, span, actor);
        foreach (var place in places) Fill(_places, place.Span, place);
        foreach (var time in times)
        {
            Fill(_times, time.Span, time);
            if (time.Until is { } end) _rangesByEnd[end] = time;
        }

        void Fill<T>(T?[] slots, TextSpan span, T value)
            where T : class
        {
            var tokens = analysis.TokensIn(span);
            for (var token = tokens.Start; token < tokens.End; token++) slots[token] = value;
        }
    }

    public Actor? ActorAt(int token) => _actors[token];

    public Place? PlaceAt(int token) => _places[token];

    public TimeExpression? TimeAt(int token) => _times[token];

    /// <summary>The time that a range begins with, of the one it ends with ("from 3 to <em>5 May</em>"); any other stands for itself.</summary>
    public TimeExpression WholeRange(TimeExpression time) => _rangesByEnd.GetValueOrDefault(time.Id, time);

    /// <summary>The place a phrase is about: its own, else that of its name, owner or "of" ("the outskirts of Velm").</summary>
    public Place? PlaceOf(int phrase, int depth = 0)
    {
        if (_places[phrase] is { } own) return own;
        if (depth >= DeepestDescription) return null;
        Place? country = null;
        foreach (var child in _trees.Children(phrase))
        {
            var describes = _trees.Analysis.Deprels[child] switch
            {
                Deprel.Appos or Deprel.Compound or Deprel.Flat => true,
                Deprel.Nmod => _trees.Preposition(child) is "of" or "in" or "at" or "near" or "around" or "'s" or "’s" or "'" or "’" or "",
                _ => false,
            };
            if (!describes || PlaceOf(child, depth + 1) is not { } place) continue;
            if (place.Kind != "country") return place; // "the Norland port of Velm" is Velm
            country ??= place;
        }
        return country;
    }

    /// <summary>The actor a phrase names: that of its head, else of a name beside it.</summary>
    public Actor? ActorOf(int phrase)
    {
        if (_actors[phrase] is { } own) return own;
        foreach (var child in _trees.Children(phrase))
            if (_trees.Analysis.Deprels[child] is Deprel.Appos or Deprel.Flat && _actors[child] is { } named) return named;
        return null;
    }

    /// <summary>Who acts in a phrase: the actor it names, else the one whose weapons or forces it names ("regime jets", "Norland's shells", "Russian air strikes").</summary>
    public Actor? DoerOf(int phrase, int depth = 0)
    {
        if (ActorOf(phrase) is { } own) return own;
        if (_trees.Analysis.Upos[phrase] is not (Upos.Noun or Upos.Propn)) return null;
        foreach (var child in _trees.Children(phrase))
        {
            var isOwner = _trees.Analysis.Deprels[child] is Deprel.Amod or Deprel.Compound or Deprel.Nmod && (child < phrase || _trees.Preposition(child) is "of" or "by");
            if (isOwner && (ActorOf(child) ?? SideOf(_places[child]) ?? Bare(child) ?? (depth < DeepestDescription && _trees.Preposition(child) == "by" ? DoerOf(child, depth + 1) : null)) is { } owner) return owner;
        }
        return (depth < DeepestDescription && _trees.LaunchedBy(phrase) is >= 0 and var launcher ? DoerOf(launcher, depth + 1) : null) ?? Bare(phrase);
    }

    /// <summary>"<em>regime</em> jets", "<em>army</em> shelling": the one actor of the report whose mentions end in that word; null where there are several.</summary>
    private Actor? Bare(int noun)
    {
        var analysis = _trees.Analysis;
        if (analysis.Upos[noun] is not (Upos.Noun or Upos.Adj or Upos.Propn) || !_sides.Contains(analysis.Lemma(noun))) return null;
        var word = analysis.Lemma(noun);
        Actor? only = null;
        foreach (var actor in _all)
        {
            if (!EndsIn(actor, word)) continue;
            if (only is not null) return null;
            only = actor;
        }
        return only;

        bool EndsIn(Actor actor, string lemma)
        {
            foreach (var mention in actor.Mentions)
                if (analysis.TokensIn(mention) is { IsEmpty: false } tokens && analysis.Lemma(tokens.End - 1).Equals(lemma, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
    }

    /// <summary>Who acts for the country whose name tells where somebody is from.</summary>
    private Actor? SideOf(Place? place) => place is { Role: PlaceRole.Origin or PlaceRole.Metonym, Country: { } country }
        ? _all.FirstOrDefault(a => a.Country == country && a.Kind == ActorKind.ArmedForce) ?? _all.FirstOrDefault(a => a.Country == country && a.Kind == ActorKind.Government)
        : null;
}
