using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Places;

namespace Counterclaim.Reading.Actors;

/// <summary>Makes a mention of the tokens of a name: its kind, the role before it, gender and country where the words tell them.</summary>
internal sealed class NameReader
{
    private readonly Analysis _analysis;
    private readonly NounLexicon _lexicon = NounLexicon.Default;
    private readonly Countries _countries = Countries.Default;
    private readonly NamedBodies _bodies;
    private readonly NameExtent _extent;
    private readonly NameRoles _roles;

    /// <param name="publisher">Who published the report; empty where unknown.</param>
    public NameReader(DependencyIndex syntax, string publisher)
    {
        _analysis = syntax.Analysis;
        _bodies = new NamedBodies(_analysis, publisher);
        _extent = new NameExtent(_analysis, _bodies);
        _roles = new NameRoles(_analysis);
    }

    /// <summary>A mention for a name the model found; null where nothing of a name is left, as for an adjective ("Russian").</summary>
    public Mention? Read(TokenRange tokens, ActorKind kind)
    {
        if (kind == ActorKind.Person && NamesThing(tokens)) return null;
        if (kind == ActorKind.Organisation && _bodies.IsRankAndName(tokens)) kind = ActorKind.Person;
        else if (tokens.Start > 0 && _analysis.Form(tokens.Start - 1) is "TV" or "Radio" && _analysis.SentenceOf[tokens.Start - 1] == _analysis.SentenceOf[tokens.Start])
            (tokens, kind) = (new TokenRange(tokens.Start - 1, tokens.End), ActorKind.Publication);
        var core = _extent.WithNumber(_extent.WithDemonym(_extent.TrimEdges(tokens), kind));
        var trimmed = _extent.ExtendedBody(core, kind);
        if (trimmed.IsEmpty || IsCalendarWord(trimmed)) return null;
        var whole = _analysis.TextOf(trimmed);
        if (_countries.Seat(whole) is not null || _countries.ByName(whole) is not null) return ReadGovernment(trimmed);
        if (kind != ActorKind.Group && _countries.ByCapital(whole) is not null && (tokens.Start == 0 || _lexicon.Title(_analysis.FormOf(tokens.Start - 1)) is null))
            return ReadGovernment(trimmed);
        if (IsListOfPlaces(trimmed)) return null;
        var (name, gender) = kind == ActorKind.Person ? _extent.WithoutTitles(trimmed) : (trimmed, Gender.Unknown);
        if (name.IsEmpty) return null;
        var text = _analysis.TextOf(name);
        if (kind != ActorKind.Person && IsModifyingDemonym(name)) return null;
        var resolved = _bodies.IsPress(name, text) ? ActorKind.Publication : kind == ActorKind.Person ? _bodies.PersonOrBody(name, text) : _bodies.KindOfBody(text, kind);
        var start = resolved == ActorKind.Person ? _roles.RoleStart(tokens.Start, name.Start) : name.Start;
        var role = new TokenRange(start, name.Start);
        if (resolved == ActorKind.Person && gender == Gender.Unknown)
        {
            gender = _roles.GenderOfRole(role);
            if (gender == Gender.Unknown && name.Count > 1) gender = _lexicon.GivenName(NameKey.Plain(_analysis.FormOf(name.Start)));
        }
        var country = CountryIn(role.IsEmpty && resolved != ActorKind.Person ? name : role);
        if (country is null && resolved != ActorKind.Person) country = CountryBefore(name.Start);
        var head = Math.Min(name.End, Math.Max(core.End, name.Start + 1)) - 1;
        return Make(name, new TokenRange(start, name.End), resolved, gender, country, _roles.RoleText(role), head: head);
    }

    /// <summary>"the tanker Khalissa", "the Tal al-Sultan roundabout": a ship and a place are nobody.</summary>
    private bool NamesThing(TokenRange tokens)
    {
        var last = _analysis.Form(tokens.End - 1);
        if (tokens.Count > 1 && char.IsLower(last[0]) && _analysis.Upos[tokens.End - 1] == Upos.Noun && ToponymWords.TypeOf(last) is not null) return true;
        return tokens.Start > 0 && _analysis.SentenceOf[tokens.Start - 1] == _analysis.SentenceOf[tokens.Start] && _analysis.Upos[tokens.Start - 1] == Upos.Noun
            && _analysis.Lemma(tokens.Start - 1) is "tanker" or "ship" or "vessel" or "frigate" or "destroyer" or "submarine" or "ferry" or "freighter" or "trawler" or "corvette" or "warship" or "yacht" or "carrier" or "boat" or "roundabout";
    }

    /// <summary>A mention for a country, capital or seat that stands for a government.</summary>
    public Mention? ReadGovernment(TokenRange tokens)
    {
        var name = _extent.TrimEdges(tokens);
        if (name.IsEmpty) return null;
        var text = _analysis.TextOf(name);
        if (_countries.Seat(text) is { } seat) return Make(name, name, seat.Kind, Gender.Unknown, seat.Country, null);
        if (_countries.ByName(text) is { } country)
            return Make(name, name, ActorKind.Government, Gender.Unknown, country, null, CountryNaming.Country);
        var governed = _countries.ByCapital(text);
        if (governed == "BE" && SpeaksOfUnion()) return Make(name, name, ActorKind.Organisation, Gender.Unknown, null, null);
        return Make(name, name, ActorKind.Government, Gender.Unknown, governed, null, governed is null ? CountryNaming.None : CountryNaming.Capital);
    }

    /// <summary>"Brussels" is the European Union, but where a report speaks of Belgium and not of the union.</summary>
    private bool SpeaksOfUnion()
    {
        if (_speaksOfUnion is { } known) return known;
        var (union, belgium) = (false, false);
        for (var i = 0; i < _analysis.TokenCount; i++)
        {
            var form = _analysis.Form(i);
            if (form is "EU" or "E.U." or "European") union = true;
            else if (form.StartsWith("Belgi", StringComparison.Ordinal)) belgium = true;
        }
        return (_speaksOfUnion = union || !belgium).Value;
    }

    private bool? _speaksOfUnion;

    /// <summary>A mention for proper nouns the name model missed, when they carry a statement's holder or those it is said to.</summary>
    public Mention? ReadUntagged(int head, TokenRange within)
    {
        if (_analysis.Upos[head] != Upos.Propn && !IsAcronym(head) && !IsPaper(head)) return null;
        if (head + 1 < within.End && _analysis.Form(head + 1) is "and" or "," && (_countries.ByName(_analysis.FormOf(head)) ?? _countries.ByCapital(_analysis.FormOf(head))) is not null)
            return ReadGovernment(new TokenRange(head, head + 1));
        int start = head, end = head + 1;
        while (start > within.Start && _extent.IsNamePart(start - 1)) start--;
        while (end < within.End && _extent.IsNamePart(end)) end++;
        var range = _extent.TrimEdges(new TokenRange(start, end));
        if (range.IsEmpty) return null;
        var text = _analysis.TextOf(range);
        if (_countries.Seat(text) is not null || _countries.ByName(text) is not null || _countries.ByCapital(text) is not null)
            return ReadGovernment(range);
        if (_bodies.HasNounOfBody(range)) return Read(range, ActorKind.Organisation);
        var plural = _analysis.Xpos(range.End - 1) == "NNPS";
        var known = _lexicon.GivenName(NameKey.Plain(_analysis.FormOf(range.Start))) != Gender.Unknown || _roles.RoleStart(range.Start, range.Start) < range.Start;
        return Read(range, plural ? ActorKind.Group : known || range.Count is 2 or 3 ? ActorKind.Person : ActorKind.Organisation);
    }

    /// <summary>The country that a demonym, country name, capital or seat among the tokens points to; null when none or several do.</summary>
    public string? CountryIn(TokenRange tokens)
    {
        string? found = null;
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (!char.IsUpper(_analysis.Form(i)[0]) || _analysis.Tokens[i].Length < 2 || IsSeat(i, tokens.End)) continue;
            var form = _analysis.FormOf(i);
            var code = i + 1 < tokens.End ? OfTwoWords(form + " " + _analysis.FormOf(i + 1)) : null;
            if (code is not null) i++; // "South Sudan" is not Sudan
            else code = _countries.ByDemonym(form) ?? _countries.ByName(form) ?? _countries.Seat(form)?.Country ?? _countries.ByCapital(form);
            if (code is null) continue;
            if (found is not null && found != code) return null;
            found = code;
        }
        return found;
    }

    private string? OfTwoWords(string words) => _countries.ByName(words) ?? _countries.ByDemonym(words) ?? _countries.Seat(words)?.Country;

    /// <summary>"London-based" tells where somebody sits, not whom he speaks for.</summary>
    private bool IsSeat(int token, int end) => token + 2 < end && _analysis.Form(token + 1) is "-" && _analysis.Form(token + 2) is "based";

    private Mention Make(TokenRange name, TokenRange whole, ActorKind kind, Gender gender, string? country, string? role,
        CountryNaming naming = CountryNaming.None, int head = -1) => new()
        {
            Form = MentionForm.Name,
            Tokens = whole,
            Head = head < 0 ? name.End - 1 : head,
            Name = name,
            Kind = kind,
            Gender = gender,
            Country = country,
            Role = role,
            Naming = naming,
            IsPlural = kind == ActorKind.Group,
            Keys = KeysOf(name),
            Lemma = _analysis.Lemma(name.End - 1).ToLowerInvariant(),
        };

    private string[] KeysOf(TokenRange name)
    {
        var keys = new List<string>(name.Count);
        for (var i = name.Start; i < name.End; i++)
        {
            var form = _analysis.FormOf(i);
            if (!char.IsLetterOrDigit(form[0]) || (name.Count > 1 && IsNameSuffix(form))) continue;
            if (i + 2 < name.End && _analysis.Form(i + 1) is "-" && IsArabicArticle(form)) continue;
            var key = NameKey.Sound(form);
            if (key.Length > 0 && key is not ("the" or "of" or "for" or "and")) keys.Add(key);
        }
        return [.. keys];
    }

    private bool IsCalendarWord(TokenRange name) => name.Count == 1 && CalendarWords.Contains(_analysis.FormOf(name.Start));

    private static readonly HashSet<string> CalendarWords =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
         "July", "August", "September", "October", "November", "December"];

    /// <summary>"Kyiv and Moscow" is two names.</summary>
    private bool IsListOfPlaces(TokenRange name)
    {
        if (name.Count < 3 || !(_countries.ByCapital(_analysis.FormOf(name.Start)) ?? _countries.ByName(_analysis.FormOf(name.Start)) ?? "").Any()) return false;
        for (var i = name.Start; i < name.End; i++)
            if (_analysis.Form(i) is "and" or ",") return true;
        return false;
    }

    /// <summary>"Russian" before a noun says of what country something is; it names nobody.</summary>
    private bool IsModifyingDemonym(TokenRange name)
    {
        if (name.Count != 1) return false;
        var token = name.Start;
        if (_countries.ByDemonym(_analysis.FormOf(token)) is null) return _analysis.Upos[token] == Upos.Adj && _analysis.Deprels[token] is Deprel.Amod or Deprel.Compound;
        return _analysis.Upos[token] == Upos.Adj || _analysis.Deprels[token] is Deprel.Amod or Deprel.Compound
            || (!_analysis.FormOf(token).EndsWith('s') && token + 1 < _analysis.TokenCount && _analysis.Upos[token + 1] is Upos.Noun or Upos.Propn or Upos.Adj);
    }

    /// <summary>"Ukraine's General Staff", "the Russian Defence Ministry".</summary>
    private string? CountryBefore(int token)
    {
        var before = token - 1;
        if (before >= 0 && _analysis.Xpos(before) == "POS") before--;
        if (before < 0 || _analysis.SentenceOf[before] != _analysis.SentenceOf[token]) return null;
        var start = before > 0 && _analysis.SentenceOf[before - 1] == _analysis.SentenceOf[token] ? before - 1 : before;
        return CountryIn(new TokenRange(start, before + 1)) is { } code
            && (_analysis.Xpos(before + 1) == "POS" || _analysis.Deprels[before] is Deprel.Amod or Deprel.Compound or Deprel.Nmod)
            ? code : null;
    }

    /// <summary>"the Courier": a word that papers are called by, in capitals.</summary>
    public bool IsPaper(int token) => token > 0 && _analysis.Form(token - 1) is "the" or "The" && char.IsUpper(_analysis.Form(token)[0])
        && _lexicon.NameWord(_analysis.FormOf(token).ToLowerInvariant()) == ActorKind.Publication;

    private bool IsAcronym(int token)
    {
        var form = _analysis.Form(token);
        if (form.Length < 2) return false;
        foreach (var c in form)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    private static bool IsNameSuffix(string form) => form is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV";

    private static bool IsArabicArticle(string form) => form.ToLowerInvariant() is "al" or "el" or "as" or "ash" or "ad" or "an" or "ar" or "at" or "az" or "ul";
}
