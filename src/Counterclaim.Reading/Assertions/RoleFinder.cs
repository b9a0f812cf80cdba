using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Numbers;

namespace Counterclaim.Reading.Assertions;

/// <summary>Follows the paths of patterns through a tree: who does it, to what, where, with what.</summary>
/// <param name="acting">Nouns of those who act.</param>
/// <remarks>
/// Roles are logical: the subject of a passive is its object, "by" its subject; a noun's "of" and "by" and its owner are
/// read in the same way, so that "X captured Y", "Y was captured by X" and "X's capture of Y" need one pattern.
/// </remarks>
internal sealed class RoleFinder(DependencyIndex trees, EntityMap entities, IReadOnlySet<string> acting)
{
    private readonly Analysis _analysis = trees.Analysis;

    public DependencyIndex Trees => trees;

    public EntityMap Entities => entities;

    public QuantityReader Quantities { get; } = new(trees, token => entities.TimeAt(token) is { Type: TimeType.Date or TimeType.Time });

    /// <summary>The tokens at the end of a path.</summary>
    public IEnumerable<int> Follow(int token, IReadOnlyList<string> path, int depth = 0)
    {
        if (depth == path.Count)
        {
            yield return token;
            yield break;
        }
        foreach (var next in Step(token, path[depth]))
            foreach (var end in Follow(next, path, depth + 1))
                yield return end;
    }

    /// <summary>The classes that names and numbers decide rather than a list of words.</summary>
    public bool IsOfBuiltInClass(int token, string name)
    {
        var upos = _analysis.Upos[token];
        switch (name)
        {
            case "@place":
                return upos is Upos.Propn or Upos.X or Upos.Noun && entities.PlaceAt(token) is { Role: PlaceRole.Literal };
            case "@force" or "@actor":
                if (upos == Upos.Pron) return _analysis.Lemma(token).ToLowerInvariant() is "they" or "we" or "he" or "she" or "who" or "it" or "their" or "our" or "its" or "his" or "her";
                return entities.ActorAt(token) is not null || IsTheirMen(token) || entities.PlaceAt(token) is { } place && (place.Metonym || place.Kind is "country" or "region");
            case "@person":
                if (upos == Upos.Pron) return _analysis.Lemma(token).ToLowerInvariant() is "they" or "we" or "he" or "she" or "who" or "i" or "other";
                return upos == Upos.Num || entities.ActorAt(token) is { Kind: ActorKind.Person or ActorKind.Group or ActorKind.ArmedForce };
            case "@number":
                return Quantities.Read(token) is not null;
            case "@pronoun":
                return upos == Upos.Pron;
            default:
                return false;
        }
    }

    /// <summary>"his men", "the general's men".</summary>
    private bool IsTheirMen(int token) => _analysis.Xpos(token) == "NNS" && _analysis.Lemma(token) == "man" && Owners(token).Any();

    /// <summary>Whether a phrase is of those who act, named or not: people, forces and their crewed machines, bodies, pronouns; no shell, blast or event.</summary>
    public bool CanAct(int phrase) =>
        _analysis.Upos[phrase] == Upos.Pron || entities.ActorAt(phrase) is not null || entities.PlaceAt(phrase) is { } place && (place.Role != PlaceRole.Literal || place.Kind == "country")
        || acting.Contains(_analysis.Lemma(phrase));

    /// <summary>The phrase of those who act in a phrase: itself, else whose strike, fire or shells it names ("<em>regime</em> airstrikes", "an attack by <em>the militia</em>"); −1 where it names nobody.</summary>
    public int ActingIn(int phrase)
    {
        if (CanAct(phrase)) return phrase;
        foreach (var child in trees.Children(phrase))
            if (_analysis.Deprels[child] is Deprel.Amod or Deprel.Compound or Deprel.Nmod && (child < phrase || trees.Preposition(child) is "by" or "of") && CanAct(child)) return child;
        return trees.LaunchedBy(phrase) is >= 0 and var launcher && CanAct(launcher) ? launcher : -1;
    }

    private IEnumerable<int> Step(int token, string step)
    {
        switch (step)
        {
            case "self":
                return [token];
            case "subj":
                return WithCounted(Subjects(token));
            case "obj":
                return WithConjuncts(Objects(token));
            case "iobj":
                return Related(token, Deprel.Iobj);
            case "grammatical subj":
                return trees.Subject(token) is var subject and >= 0 ? [subject] : [];
            case "comp":
                return Complements(token);
            case "adv":
                return Related(token, Deprel.Advmod, Deprel.Advcl);
            case "mod":
                return Related(token, Deprel.Amod, Deprel.Compound, Deprel.Advmod, Deprel.Nmod, Deprel.Det)
                    .Where(child => _analysis.Deprels[child] != Deprel.Nmod || !trees.HasChild(child, Deprel.Case));
            case "num":
                return Related(token, Deprel.Nummod);
            case "poss":
                return Owners(token);
            case "head":
                return _analysis.Heads[token] >= 0 ? [_analysis.Heads[token]] : [];
            case "acl":
                return Related(token, Deprel.Acl);
            case "cop":
                return Related(token, Deprel.Cop);
            case "case":
                return Related(token, Deprel.Case);
            case "mark":
                return Related(token, Deprel.Mark);
            case "aux":
                return Related(token, Deprel.Aux);
            case "before":
                return IsNumberBefore(token) ? [token - 1] : [];
            case "loc":
                return Prepositional(token, p => p is "in" or "at" or "near" or "on" or "outside" or "around" or "inside" or "across" or "within" or "along" or "into");
            default:
                return WithConjuncts(Prepositional(token, p => IsPreposition(p, step)));
        }
    }

    /// <summary>"<em>26</em> dead and <em>41</em> wounded": whatever parsers make of the rest, the figure right before belongs to the word, but for a verb with an object of its own ("the blast at gate 7 wounded 12").</summary>
    private bool IsNumberBefore(int token) =>
        token > 0 && trees.Child(token, Deprel.Obj) <= token && _analysis.SentenceOf[token - 1] == _analysis.SentenceOf[token] && (_analysis.Upos[token - 1] == Upos.Num || VagueNumbers.IsWord(_analysis.Lemma(token - 1)));

    private IEnumerable<int> Related(int token, params Deprel[] relations)
    {
        foreach (var child in trees.Children(token).ToArray())
            if (relations.Contains(_analysis.Deprels[child])) yield return child;
    }

    private IEnumerable<int> Owners(int token)
    {
        foreach (var child in trees.Children(token).ToArray())
            if (_analysis.Deprels[child] is Deprel.Nmod or Deprel.Det && (_analysis.Xpos(child) == "PRP$" || trees.Preposition(child) is "'s" or "’s" or "'" or "’"))
                yield return child;
    }

    private IEnumerable<int> Subjects(int token)
    {
        if (_analysis.Upos[token] is Upos.Noun or Upos.Propn && !trees.HasChild(token, Deprel.Cop) && !trees.HasChild(token, Deprel.Nsubj))
        {
            foreach (var by in Prepositional(token, p => p == "by")) yield return by;
            foreach (var owner in Owners(token)) yield return owner;
            foreach (var modifier in Related(token, Deprel.Amod, Deprel.Compound))
                if (entities.ActorAt(modifier) is not null || entities.PlaceAt(modifier) is not null) yield return modifier;
            yield break;
        }
        if (trees.IsPassive(token))
        {
            foreach (var by in Prepositional(token, p => p == "by")) yield return by;
            yield break;
        }
        var subject = trees.Subject(token);
        if (subject >= 0) yield return subject;
    }

    private IEnumerable<int> Objects(int token)
    {
        if (_analysis.Upos[token] is Upos.Noun or Upos.Propn or Upos.Adj)
        {
            foreach (var of in Prepositional(token, p => p == "of")) yield return of;
            yield break;
        }
        if (_analysis.Xpos(token) == "VBN" && Quantities.OwnNumberOf(token) is var number and >= 0)
        {
            yield return number;
            yield break;
        }
        if (trees.IsPassive(token))
        {
            var subject = trees.Subject(token);
            if (subject >= 0 && !(subject > token && trees.Child(token, Deprel.Nsubj) == subject)) yield return subject;
            yield break;
        }
        // The one asked or told is the object, or the indirect one beside an infinitive ("urged the allies to send"): treebanks hold both.
        var own = trees.Child(token, Deprel.Obj) is var direct and >= 0 ? direct : trees.Child(token, Deprel.Iobj);
        if (own >= 0 && !IsOfNextParticiple(own, token))
        {
            yield return trees.Antecedent(own, token);
            yield break;
        }
        if (own >= 0)
        {
            if (trees.Subject(token) is var victims and >= 0) yield return victims;
            yield break;
        }
        // Parsers call some objects obliques ("cut off the town", "lost at least 12"); those have no preposition of their own and are no time.
        foreach (var bare in Related(token, Deprel.Obl))
            if (bare > token && (trees.Preposition(bare).Length == 0 || IsHedged(bare) || HasVerbsParticle(bare, token)) && entities.TimeAt(bare) is null && !TimeNouns.Has(_analysis.Lemma(bare)))
            {
                yield return bare;
                yield break;
            }
        // A shared object hangs on the last of several verbs ("shelled and destroyed the bridge").
        foreach (var conjunct in Related(token, Deprel.Conj))
            if (_analysis.Upos[conjunct] == Upos.Verb && trees.Child(conjunct, Deprel.Obj) is var shared and >= 0 && NoObjectBetween(token, conjunct)) yield return shared;
        if (_analysis.Deprels[token] == Deprel.Conj && Quantities.CountedAfter(token) is var counted and >= 0) yield return counted;
        else if (IsReducedRelative(token)) yield return _analysis.Heads[token];
    }

    /// <summary>"the hill <em>the rebels seized</em>", "those they had taken": the noun is the object of the clause behind it.</summary>
    private bool IsReducedRelative(int verb)
    {
        if (_analysis.Deprels[verb] != Deprel.Acl || _analysis.Heads[verb] >= verb || !trees.IsFinite(verb) || trees.Child(verb, Deprel.Nsubj) is not (>= 0 and var subject)) return false;
        foreach (var child in trees.Children(verb).ToArray())
            if (_analysis.Xpos(child) is "WDT" or "WP" or "WRB" || _analysis.Deprels[child] is Deprel.Mark or Deprel.Obj or Deprel.Ccomp or Deprel.Xcomp) return false;
        return subject < verb;
    }

    /// <summary>"Two children killed, <em>five others</em> injured": what stands behind a comma and is told of by a participle of its own is no object of the verb before.</summary>
    private bool IsOfNextParticiple(int obj, int verb)
    {
        if (obj < verb || trees.HasChild(verb, Deprel.Aux)) return false;
        var start = trees.Extent(obj).Start;
        return start - 1 > verb && _analysis.Form(start - 1) is "," or ";" && trees.Child(obj, Deprel.Acl) is var participle && participle == obj + 1 && _analysis.Xpos(participle) is "VBN" or "VBD";
    }

    /// <summary>"killed at least 12 sailors": the words before the figure bound it, they are no preposition of place.</summary>
    private bool IsHedged(int phrase) =>
        trees.HasChild(phrase, Deprel.Nummod) && trees.Preposition(phrase) is "at least" or "up to" or "at most" or "between" or "at" or "least" or "up" or "over" or "about" or "around";

    /// <summary>"sealed <em>off</em> the town": what follows the verb at once belongs to it, though parsers call it a preposition.</summary>
    private bool HasVerbsParticle(int phrase, int verb) => trees.Child(phrase, Deprel.Case) == verb + 1 && _analysis.Form(verb + 1) is "off" or "down" or "up" or "over";

    private bool NoObjectBetween(int first, int second) => second - first <= 3;

    /// <summary>Complement clauses, and infinitives that parsers hang on the object or call a purpose ("urged the allies to send").</summary>
    private IEnumerable<int> Complements(int token)
    {
        foreach (var complement in Related(token, Deprel.Xcomp, Deprel.Ccomp)) yield return complement;
        foreach (var purpose in Related(token, Deprel.Advcl))
            if (trees.Child(purpose, Deprel.Mark, "to") >= 0) yield return purpose;
        if (_analysis.Upos[token] == Upos.Noun)
            foreach (var infinitive in Related(token, Deprel.Acl))
                if (trees.Child(infinitive, Deprel.Mark, "to") >= 0) yield return infinitive;
        foreach (var obj in Related(token, Deprel.Obj, Deprel.Iobj, Deprel.Obl))
            foreach (var infinitive in Related(obj, Deprel.Acl))
                if (trees.Child(infinitive, Deprel.Mark, "to") >= 0) yield return infinitive;
    }

    /// <summary>
    /// Phrases with a preposition that depend on the token, or on what stands beside it where parsers like to attach them:
    /// the object of a verb, the "of" of a noun, the verb whose object the noun is.
    /// </summary>
    private IEnumerable<int> Prepositional(int token, Func<string, bool> accepts)
    {
        foreach (var phrase in Attached(token, accepts)) yield return trees.Antecedent(phrase, token);
        if (_analysis.Upos[token] == Upos.Verb)
        {
            foreach (var inner in Related(token, Deprel.Obj, Deprel.Iobj, Deprel.Xcomp, Deprel.Advmod, Deprel.Obl))
            {
                // "rose from 19 to 23": the one figure hangs on the other.
                if (_analysis.Deprels[inner] == Deprel.Obl && !(trees.Preposition(inner) is var own && (own.Length == 0 || own == "from" && accepts("to")))) continue;
                foreach (var phrase in Attached(inner, accepts)) yield return phrase;
                foreach (var counted in Related(inner, Deprel.Nmod))
                    foreach (var phrase in Attached(counted, accepts)) yield return phrase;
            }
            yield break;
        }
        foreach (var of in Related(token, Deprel.Nmod))
            if (trees.Preposition(of) == "of")
                foreach (var phrase in Attached(of, accepts)) yield return phrase;
        if (_analysis.Deprels[token] != Deprel.Obj) yield break;
        foreach (var phrase in Attached(_analysis.Heads[token], accepts))
            if (phrase > token) yield return phrase;
    }

    private IEnumerable<int> Attached(int token, Func<string, bool> accepts)
    {
        foreach (var child in trees.Children(token).ToArray())
            if (_analysis.Deprels[child] is Deprel.Obl or Deprel.Nmod or Deprel.Advmod or Deprel.Advcl or Deprel.Acl && accepts(trees.Preposition(child)))
                yield return child;
    }

    /// <summary>"of" and "out" both name "out of".</summary>
    private static bool IsPreposition(string found, string wanted) =>
        found == wanted || found.Length > wanted.Length && (found.StartsWith(wanted + " ", StringComparison.Ordinal) || found.EndsWith(" " + wanted, StringComparison.Ordinal));

    /// <summary>Also the noun that "thousands of" or "a number of" counts.</summary>
    private IEnumerable<int> WithCounted(IEnumerable<int> tokens)
    {
        foreach (var token in tokens)
        {
            yield return token;
            if (IsCounter(token))
                foreach (var of in Related(token, Deprel.Nmod, Deprel.Obl))
                    if (trees.Preposition(of) == "of") yield return of;
        }
    }

    private bool IsCounter(int token) =>
        _analysis.Lemma(token) is "number" or "group" or "series" or "lot" or "wave" or "majority" or "string" or "cluster" or "chain" or "bulk" or "rest" or "host" or "swathe" or "swath" || VagueNumbers.IsWord(_analysis.Lemma(token));

    /// <summary>Also what stands beside a phrase: its conjuncts, and the noun that "thousands of" or "a number of" counts.</summary>
    private IEnumerable<int> WithConjuncts(IEnumerable<int> tokens)
    {
        foreach (var token in WithCounted(tokens))
        {
            yield return token;
            foreach (var child in Related(token, Deprel.Conj))
                if (!HasFateOfItsOwn(child)) yield return child;
        }
    }

    /// <summary>"killed 40 people and left <em>scores wounded</em>": parsers join what only stands side by side.</summary>
    private bool HasFateOfItsOwn(int phrase)
    {
        foreach (var child in trees.Children(phrase))
            if (child == phrase + 1 && _analysis.Deprels[child] is Deprel.Acl or Deprel.Amod && _analysis.Lemma(child) is "wound" or "wounded" or "injure" or "injured" or "miss" or "missing" or "hurt" or "dead" or "trap") return true;
        return false;
    }
}
