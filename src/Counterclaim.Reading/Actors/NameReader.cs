using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Places;

namespace Counterclaim.Reading.Actors;

/// <summary>Makes a mention of the tokens of a name: its kind, the role before it, gender and country where the words tell them.</summary>
/// <param name="publisher">Who published the report; empty where unknown.</param>
internal sealed class NameReader(DependencyIndex syntax, string publisher)
{
    private readonly Analysis _analysis = syntax.Analysis;
    private readonly NounLexicon _lexicon = NounLexicon.Default;
    private readonly Countries _countries = Countries.Default;

    /// <summary>A mention for a name the model found; null where nothing of a name is left, as for an adjective ("Russian").</summary>
    public Mention? Read(TokenRange tokens, ActorKind kind)
    {
        if (kind == ActorKind.Person && NamesThing(tokens)) return null;
        if (kind == ActorKind.Organisation && IsRankAndName(tokens)) kind = ActorKind.Person;
        else if (tokens.Start > 0 && _analysis.Form(tokens.Start - 1) is "TV" or "Radio" && _analysis.SentenceOf[tokens.Start - 1] == _analysis.SentenceOf[tokens.Start])
            (tokens, kind) = (new TokenRange(tokens.Start - 1, tokens.End), ActorKind.Publication);
        var core = WithNumber(WithDemonym(TrimEdges(tokens), kind));
        var trimmed = ExtendedBody(core, kind);
        if (trimmed.IsEmpty || IsCalendarWord(trimmed)) return null;
        var whole = TextOf(trimmed);
        if (_countries.Seat(whole) is not null || _countries.ByName(whole) is not null) return ReadGovernment(trimmed);
        if (kind != ActorKind.Group && _countries.ByCapital(whole) is not null && (tokens.Start == 0 || _lexicon.Title(FormOf(tokens.Start - 1)) is null))
            return ReadGovernment(trimmed);
        if (IsListOfPlaces(trimmed)) return null;
        var (name, gender) = kind == ActorKind.Person ? WithoutTitles(trimmed) : (trimmed, Gender.Unknown);
        if (name.IsEmpty) return null;
        var text = TextOf(name);
        if (kind != ActorKind.Person && IsModifyingDemonym(name)) return null;
        var resolved = IsPress(name, text) ? ActorKind.Publication : kind == ActorKind.Person ? PersonOrBody(name, text) : KindOfBody(text, kind);
        var start = resolved == ActorKind.Person ? RoleStart(tokens.Start, name.Start) : name.Start;
        var role = new TokenRange(start, name.Start);
        if (resolved == ActorKind.Person && gender == Gender.Unknown)
        {
            gender = GenderOfRole(role);
            if (gender == Gender.Unknown && name.Count > 1) gender = _lexicon.GivenName(NameKey.Plain(FormOf(name.Start)));
        }
        var country = CountryIn(role.IsEmpty && resolved != ActorKind.Person ? name : role);
        if (country is null && resolved != ActorKind.Person) country = CountryBefore(name.Start);
        var head = Math.Min(name.End, Math.Max(core.End, name.Start + 1)) - 1;
        return Make(name, new TokenRange(start, name.End), resolved, gender, country, RoleText(role), head: head);
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
        var name = TrimEdges(tokens);
        if (name.IsEmpty) return null;
        var text = TextOf(name);
        if (_countries.Seat(text) is { } seat) return Make(name, name, seat.Kind, Gender.Unknown, seat.Country, null);
        if (_countries.ByName(text) is { } country)
            return Make(name, name, ActorKind.Government, Gender.Unknown, country, null, CountryNaming.Country);
        var governed = _countries.ByCapital(text);
        return Make(name, name, ActorKind.Government, Gender.Unknown, governed, null, governed is null ? CountryNaming.None : CountryNaming.Capital);
    }

    /// <summary>A mention for proper nouns the name model missed, when they carry a statement's holder.</summary>
    public Mention? ReadUntagged(int head, TokenRange within)
    {
        if (_analysis.Upos[head] != Upos.Propn && !IsAcronym(head)) return null;
        if (head + 1 < within.End && _analysis.Form(head + 1) is "and" or "," && (_countries.ByName(FormOf(head)) ?? _countries.ByCapital(FormOf(head))) is not null)
            return ReadGovernment(new TokenRange(head, head + 1));
        int start = head, end = head + 1;
        while (start > within.Start && IsNamePart(start - 1)) start--;
        while (end < within.End && IsNamePart(end)) end++;
        var range = TrimEdges(new TokenRange(start, end));
        if (range.IsEmpty) return null;
        var text = TextOf(range);
        if (_countries.Seat(text) is not null || _countries.ByName(text) is not null || _countries.ByCapital(text) is not null)
            return ReadGovernment(range);
        if (HasNounOfBody(range)) return Read(range, ActorKind.Organisation);
        var plural = _analysis.Xpos(range.End - 1) == "NNPS";
        var known = _lexicon.GivenName(NameKey.Plain(FormOf(range.Start))) != Gender.Unknown || RoleStart(range.Start, range.Start) < range.Start;
        return Read(range, plural ? ActorKind.Group : known || range.Count is 2 or 3 ? ActorKind.Person : ActorKind.Organisation);
    }

    /// <summary>The country that a demonym, country name, capital or seat among the tokens points to; null when none or several do.</summary>
    public string? CountryIn(TokenRange tokens)
    {
        string? found = null;
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (!char.IsUpper(_analysis.Form(i)[0]) || _analysis.Tokens[i].Length < 2 || IsSeat(i, tokens.End)) continue;
            var form = FormOf(i);
            var two = i + 1 < tokens.End ? form + " " + FormOf(i + 1) : null;
            var code = _countries.ByDemonym(form) ?? _countries.ByName(form) ?? (two is null ? null : _countries.ByName(two))
                ?? _countries.Seat(form)?.Country ?? (two is null ? null : _countries.Seat(two)?.Country) ?? _countries.ByCapital(form);
            if (code is null) continue;
            if (found is not null && found != code) return null;
            found = code;
        }
        return found;
    }

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
            var form = FormOf(i);
            if (!char.IsLetterOrDigit(form[0]) || (name.Count > 1 && IsNameSuffix(form))) continue;
            if (i + 2 < name.End && _analysis.Form(i + 1) is "-" && IsArabicArticle(form)) continue;
            var key = NameKey.Sound(form);
            if (key.Length > 0 && key is not ("the" or "of" or "for" or "and")) keys.Add(key);
        }
        return [.. keys];
    }

    /// <summary>
    /// Whether the words around a name say that it brings out news: "the weekly NAME", "NAME newspaper", "told The NAME" with the article as part of it, "the Courier"; or it is who published the report.
    /// </summary>
    private bool IsPress(TokenRange name, string text)
    {
        if (publisher.Length > 2 && IsPublisher(text)) return true;
        var (before, after) = (name.Start - 1, name.End);
        var sentence = _analysis.Sentences[_analysis.SentenceOf[name.Start]];
        if (before >= sentence.Start && IsPressNoun(before)) return true;
        if (after < sentence.End && IsPressNoun(after) && !(after + 1 < sentence.End && _analysis.Upos[after + 1] is Upos.Noun)) return true;
        if (before < sentence.Start || !_analysis.Form(before).Equals("the", StringComparison.OrdinalIgnoreCase)) return false;
        if (name.Count == 1 && _lexicon.NameWord(text.ToLowerInvariant()) == ActorKind.Publication) return true; // "the Courier"
        return _analysis.Form(before) is "The" && before > sentence.Start && _analysis.Lemma(before - 1) is "tell" or "inform" or "by" or "with" && !NamesBody(name);
    }

    private bool IsPublisher(string text)
    {
        var (whole, part) = (WithoutArticle(publisher), WithoutArticle(text));
        return whole.Equals(part, StringComparison.OrdinalIgnoreCase);

        static string WithoutArticle(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    private bool IsPressNoun(int token) =>
        (_analysis.Upos[token] == Upos.Noun || _analysis.Form(token) is "daily" or "weekly") && char.IsLower(_analysis.Form(token)[0]) && _lexicon.Noun(_analysis.Lemma(token).ToLowerInvariant()) is { Class: NounClass.Publication, Family: "press" } && _analysis.Xpos(token) != "NNS";

    private bool NamesBody(TokenRange name)
    {
        for (var i = name.Start; i < name.End; i++)
            if (_lexicon.NameWord(FormOf(i).ToLowerInvariant()) is not null and not ActorKind.Publication) return true;
        return false;
    }

    private ActorKind KindOfBody(string text, ActorKind fallback)
    {
        var plain = NameKey.Plain(text);
        if (_lexicon.IsPublication(plain)) return ActorKind.Publication;
        var words = plain.Split(' ');
        if (fallback == ActorKind.Publication) return fallback;
        for (var i = words.Length - 1; i >= 0; i--)
            if (_lexicon.NameWord(words[i]) is { } kind)
                return kind == ActorKind.Publication && words.Length == 1 ? fallback : kind;
        return fallback;
    }

    /// <summary>"Major Ihor Stadnyk", taken for a body.</summary>
    private bool IsRankAndName(TokenRange tokens)
    {
        if (tokens.Count is < 2 or > 4 || HasNounOfBody(tokens)) return false;
        var first = FormOf(tokens.Start);
        if (_lexicon.Title(first) is null && _lexicon.Noun(first.ToLowerInvariant()) is not { Class: NounClass.Person, Family: "military" }) return false;
        for (var i = tokens.Start + 1; i < tokens.End; i++)
            if (_analysis.Upos[i] != Upos.Propn) return false;
        return true;
    }

    /// <summary>The model sometimes takes outlets and bodies for persons; a telling last word settles it.</summary>
    private ActorKind PersonOrBody(TokenRange name, string text)
    {
        if (_lexicon.IsPublication(NameKey.Plain(text))) return ActorKind.Publication;
        var last = FormOf(name.End - 1).ToLowerInvariant();
        var given = _lexicon.GivenName(NameKey.Plain(FormOf(name.Start))) != Gender.Unknown;
        return !given && name.Count > 1 && _lexicon.NameWord(last) is { } kind ? kind : ActorKind.Person;
    }

    /// <summary>"Syrian" belongs to "Observatory for …" as to "Defence Ministry".</summary>
    private TokenRange WithDemonym(TokenRange name, ActorKind kind)
    {
        if (kind != ActorKind.Organisation || name.IsEmpty || name.Start == 0 || !HasNounOfBody(name)) return name;
        var before = name.Start - 1;
        return _analysis.SentenceOf[before] == _analysis.SentenceOf[name.Start] && char.IsUpper(_analysis.Form(before)[0])
            && _analysis.Upos[before] is Upos.Adj or Upos.Propn && _countries.ByDemonym(FormOf(before)) is not null
            ? new TokenRange(before, name.End) : name;
    }

    /// <summary>"9th" belongs to "Brigade".</summary>
    private TokenRange WithNumber(TokenRange name)
    {
        if (name.IsEmpty || name.Start == 0 || _analysis.SentenceOf[name.Start - 1] != _analysis.SentenceOf[name.Start]) return name;
        var number = _analysis.Form(name.Start - 1);
        if (!char.IsDigit(number[0]) || number.Length < 3 || !char.IsLetter(number[^1])) return name;
        for (var i = name.Start; i < name.End; i++)
            if (_lexicon.NameWord(FormOf(i).ToLowerInvariant()) == ActorKind.ArmedForce || FormOf(i) is "Front") return new TokenRange(name.Start - 1, name.End);
        return name;
    }

    private bool IsCalendarWord(TokenRange name) => name.Count == 1 && CalendarWords.Contains(FormOf(name.Start));

    private static readonly HashSet<string> CalendarWords =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
         "July", "August", "September", "October", "November", "December"];

    /// <summary>"General Staff" goes on as "General Staff of the Armed Forces of Ukraine".</summary>
    private TokenRange ExtendedBody(TokenRange name, ActorKind kind)
    {
        if (kind != ActorKind.Organisation || name.IsEmpty) return name;
        var end = name.End;
        for (var links = 0; links < 3 && _lexicon.NameWord(FormOf(end - 1).ToLowerInvariant()) is not null; links++)
        {
            var next = end;
            if (next + 1 >= _analysis.TokenCount || _analysis.Form(next) is not ("of" or "for")) break;
            next++;
            if (_analysis.Form(next) is "the" && next + 1 < _analysis.TokenCount) next++;
            var start = next;
            while (next < _analysis.TokenCount && next < start + 5 && _analysis.SentenceOf[next] == _analysis.SentenceOf[name.Start]
                && _analysis.Upos[next] is Upos.Propn or Upos.Adj or Upos.Noun && char.IsUpper(_analysis.Form(next)[0])) next++;
            if (next == start) break;
            end = Math.Max(end, EndBeforePerson(start, next));
        }
        return new TokenRange(name.Start, end);
    }

    /// <summary>"… of Ukraine Oleksandr Syrskyi": the body ends where a country does or a given name begins.</summary>
    private int EndBeforePerson(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start && _lexicon.GivenName(NameKey.Plain(FormOf(i))) != Gender.Unknown) return i;
            if (_countries.ByName(TextOf(new TokenRange(start, i + 1))) is not null) return i + 1;
        }
        return end;
    }

    /// <summary>"Kyiv and Moscow" is two names.</summary>
    private bool IsListOfPlaces(TokenRange name)
    {
        if (name.Count < 3 || !(_countries.ByCapital(FormOf(name.Start)) ?? _countries.ByName(FormOf(name.Start)) ?? "").Any()) return false;
        for (var i = name.Start; i < name.End; i++)
            if (_analysis.Form(i) is "and" or ",") return true;
        return false;
    }

    private bool HasNounOfBody(TokenRange range)
    {
        if (_lexicon.IsPublication(NameKey.Plain(TextOf(range)))) return true;
        for (var i = range.Start; i < range.End; i++)
            if (_lexicon.NameWord(FormOf(i).ToLowerInvariant()) is not null) return true;
        return false;
    }

    /// <summary>"Russian" before a noun says of what country something is; it names nobody.</summary>
    private bool IsModifyingDemonym(TokenRange name)
    {
        if (name.Count != 1) return false;
        var token = name.Start;
        if (_countries.ByDemonym(FormOf(token)) is null) return _analysis.Upos[token] == Upos.Adj && _analysis.Deprels[token] is Deprel.Amod or Deprel.Compound;
        return _analysis.Upos[token] == Upos.Adj || _analysis.Deprels[token] is Deprel.Amod or Deprel.Compound
            || (!FormOf(token).EndsWith('s') && token + 1 < _analysis.TokenCount && _analysis.Upos[token + 1] is Upos.Noun or Upos.Propn or Upos.Adj);
    }

    private TokenRange TrimEdges(TokenRange tokens)
    {
        int start = tokens.Start, end = tokens.End;
        while (start < end && IsEdge(start)) start++;
        while (end > start && IsEdge(end - 1)) end--;
        return new TokenRange(start, end);
    }

    private bool IsEdge(int token) =>
        _analysis.Upos[token] is Upos.Punct or Upos.Det or Upos.Adp or Upos.Cconj || _analysis.Xpos(token) is "POS" or "DT" || !char.IsLetterOrDigit(_analysis.Form(token)[0])
        || _analysis.Form(token).Equals("the", StringComparison.OrdinalIgnoreCase);

    private (TokenRange Name, Gender Gender) WithoutTitles(TokenRange tokens)
    {
        var start = tokens.Start;
        var gender = Gender.Unknown;
        while (start < tokens.End - 1)
        {
            var form = FormOf(start);
            if (_lexicon.Title(form) is { } titled) gender = titled;
            else if (_lexicon.Noun(form.ToLowerInvariant()) is not { Class: NounClass.Person } noun
                || (_lexicon.GivenName(NameKey.Plain(form)) != Gender.Unknown && !(noun.Family == "military" && start + 2 < tokens.End))) break;
            start++;
        }
        if (start > 0 && start == tokens.Start && _lexicon.Title(FormOf(start - 1)) is { } before) gender = before;
        return (new TokenRange(start, tokens.End), gender);
    }

    /// <summary>Walks left over the words of a role ("Kremlin spokesman", "US Secretary of State") that ends right before a name.</summary>
    private int RoleStart(int from, int nameStart)
    {
        var start = Math.Min(from, nameStart);
        var sentence = _analysis.SentenceOf[nameStart];
        if (start == nameStart && !EndsRole(start - 1, sentence)) return start;
        if (start == nameStart && EndsRoleLink(start - 1)) start = RoleBeforeLink(nameStart, sentence);
        while (start > 0 && nameStart - start < MaxRoleWords && _analysis.SentenceOf[start - 1] == sentence && MayStandInRole(start - 1)) start--;
        while (start < nameStart && (_analysis.Upos[start] is Upos.Det or Upos.Adp or Upos.Cconj or Upos.Punct || _analysis.Xpos(start) == "POS")) start++;
        return start;
    }

    /// <summary>Whether a role ends here by "of" or "for" something and not by its own noun ("head of the agency").</summary>
    private bool EndsRoleLink(int token) => token >= 0 && !IsRoleWord(token);

    /// <summary>Start of the role noun that the words before a name hang on; the name's start when there is none.</summary>
    private int RoleBeforeLink(int nameStart, int sentence)
    {
        for (var i = nameStart - 1; i > 0 && i > nameStart - MaxRoleWords - 4 && _analysis.SentenceOf[i] == sentence; i--)
        {
            if (_analysis.Form(i) is "of" or "for" or "to" && IsRoleWord(i - 1)) return i - 1;
            if (_analysis.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Part)) return nameStart;
        }
        return nameStart;
    }

    private bool EndsRole(int token, int sentence)
    {
        if (token < 0 || _analysis.SentenceOf[token] != sentence) return false;
        if (IsRoleWord(token)) return true;
        return _analysis.Upos[token] is Upos.Propn or Upos.Noun && RoleBeforeLink(token + 1, sentence) <= token;
    }

    private bool IsRoleWord(int token) =>
        _analysis.Upos[token] is Upos.Noun or Upos.Propn or Upos.Adj
        && (_lexicon.NounOrGuess(_analysis.Lemma(token).ToLowerInvariant()) is { Class: NounClass.Person } || _lexicon.Title(FormOf(token)) is not null);

    private bool MayStandInRole(int token)
    {
        var form = _analysis.Form(token);
        return _analysis.Upos[token] switch
        {
            Upos.Noun or Upos.Propn or Upos.Adj => true,
            Upos.Part => _analysis.Xpos(token) == "POS",
            Upos.Adp => (form is "of" or "for" && token > 0 && IsRoleWord(token - 1)) || (form is "in" && token > 0 && _analysis.Form(token - 1) is "-"),
            Upos.Punct => form is "-" or ".",
            _ => form is "-",
        };
    }

    private Gender GenderOfRole(TokenRange role)
    {
        for (var i = role.End - 1; i >= role.Start; i--)
            if (_lexicon.NounOrGuess(_analysis.Lemma(i).ToLowerInvariant()) is { Class: NounClass.Person, Gender: not Gender.Unknown } noun)
                return noun.Gender;
        return Gender.Unknown;
    }

    private string? RoleText(TokenRange role)
    {
        if (role.IsEmpty) return null;
        var text = TextOf(role);
        return _lexicon.Title(text) is not null && role.Count == 1 ? null : text;
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

    private bool IsAcronym(int token)
    {
        var form = _analysis.Form(token);
        if (form.Length < 2) return false;
        foreach (var c in form)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    private bool IsNamePart(int token) =>
        _analysis.Upos[token] == Upos.Propn || (_analysis.Upos[token] is Upos.Adj or Upos.Noun && char.IsUpper(_analysis.Form(token)[0])) || (_analysis.Form(token) is "of" or "for" or "and" or "-" or "al" or "bin" or "de" or "von" or "van"
            && token + 1 < _analysis.TokenCount && _analysis.Upos[token + 1] == Upos.Propn && token > 0 && _analysis.Upos[token - 1] == Upos.Propn);

    private static bool IsNameSuffix(string form) => form is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV";

    private static bool IsArabicArticle(string form) => form.ToLowerInvariant() is "al" or "el" or "as" or "ash" or "ad" or "an" or "ar" or "at" or "az" or "ul";

    private const int MaxRoleWords = 12;

    private string FormOf(int token) => _analysis.Form(token).ToString();

    private string TextOf(TokenRange range) => _analysis.SpanOf(range).In(_analysis.Text).ToString();
}
