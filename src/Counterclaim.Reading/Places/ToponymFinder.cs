using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Finds names of places: what the name model calls a place, what the gazetteer holds, and what stands around both.</summary>
internal sealed class ToponymFinder
{
    private const int LongestName = 7;
    private const double Enough = 2;

    private readonly Gazetteer _gazetteer;
    private readonly Analysis _analysis;
    private readonly NameMap _names;
    private readonly OriginFinder _origins;
    private readonly List<ToponymHit> _hits = [];
    private ToponymEvidence? _evidence;
    private readonly List<ToponymMention> _mentions = [];
    private readonly HashSet<string> _demonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ToponymHit>> _held = new(StringComparer.Ordinal);

    /// <param name="listed">Names of listed bodies: what stands within one is no place of its own, what is one is no place at all unless it lies somewhere.</param>
    public ToponymFinder(Gazetteer gazetteer, Analysis analysis, IReadOnlyList<TokenRange> listed)
    {
        (_gazetteer, _analysis) = (gazetteer, analysis);
        _names = new NameMap(analysis, listed);
        _origins = new OriginFinder(gazetteer, analysis, _names);
    }

    private readonly List<ToponymMention> _doubted = [];

    /// <summary>Names too weak for a place where they stand alone, that the name model takes for nobody's.</summary>
    private readonly List<ToponymMention> _weak = [];

    /// <summary>Names of settlements that the name model took for somebody's, in text order: the report's other places may tell better.</summary>
    public IReadOnlyList<ToponymMention> Doubted => _doubted;

    /// <summary>A lone capitalised name that is no part of a person's longer one, beside no title and no other name.</summary>
    private bool IsDoubted(ToponymMention mention, NamedEntity? entity)
    {
        const double NotHopeless = -2;
        return entity is { Kind: EntityKind.Person or EntityKind.Organisation or EntityKind.Group or EntityKind.Other } && entity.Value.Tokens == mention.Tokens && mention.Evidence > NotHopeless
            && mention.Key.Length >= 5 && !_names.IsPartOfPerson(mention.Key) && !ToponymWords.Common.Contains(mention.Key)
            && _held[mention.Key].Exists(h => h.Kind is ToponymHitKind.Name or ToponymHitKind.Alternate && _gazetteer[h.Row].Kind.IsSettlement());
    }

    /// <summary>Meanings of every name that was looked up and held.</summary>
    public IReadOnlyDictionary<string, List<ToponymHit>> Held => _held;

    /// <summary>Mentions in text order; they do not overlap.</summary>
    public List<ToponymMention> Find()
    {
        foreach (var sentence in _analysis.Sentences)
        {
            for (var token = sentence.Start; token < sentence.End;)
            {
                var next = MentionAt(token, sentence);
                token = next > token ? next : token + 1;
            }
        }
        AddNamedElsewhere();
        foreach (var (key, hit) in _origins.Countries) _held[key] = [hit];
        LinkContainers();
        return _mentions;
    }

    /// <summary>What a name alone is worth less where the report has it for a place elsewhere ("in Pokrovsk. Pokrovsk, which …").</summary>
    private const double MostAdded = 2.5;

    /// <summary>A name that stands for a place in one sentence does in another, where nothing says otherwise.</summary>
    private void AddNamedElsewhere()
    {
        if (_weak.Count == 0) return;
        var found = _mentions.Where(m => m.Role is null && m.Key.Length > 3).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var taken = new bool[_analysis.TokenCount];
        foreach (var mention in _mentions)
            for (var i = mention.Tokens.Start; i < mention.Tokens.End; i++) taken[i] = true;
        var added = _weak.Where(w => found.Contains(w.Key) && !_names.IsPartOfPerson(w.Key) && !taken[w.Tokens.Start] && !taken[w.Tokens.End - 1]).ToList();
        if (added.Count == 0) return;
        _mentions.AddRange(added);
        _mentions.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
    }

    /// <summary>Adds the mention that starts at a token, if one does, and gives the token to go on from.</summary>
    private int MentionAt(int token, TokenRange sentence)
    {
        if (!MayStart(token)) return token;
        var entity = _names.At(token);
        if (_names.ListedAt(token) is { } body) return InsideBody(token, body, sentence);
        var origin = _origins.At(token, sentence); // unless it begins a longer name: "British Columbia"
        if (entity is { Kind: EntityKind.Person, Tokens.Count: > 1 } person && person.Tokens.Start == token && Lookup(person.Tokens) is null) return person.Tokens.End; // but "Khan Younis" is a town
        var said = SaidToBePlaceAt(token, sentence);
        var shortest = said is not null && HasArticleInside(said.Tokens) ? said.Tokens.End : origin?.Tokens.End ?? token; // "Bayt al-Hadid" is not Bayt
        for (var end = Math.Min(sentence.End, token + LongestName); end > shortest; end--)
        {
            if (!MayEnd(end - 1) || !HoldsTogether(token, end) || Lookup(new TokenRange(token, end)) is not { } key) continue;
            var mention = Mention(new TokenRange(token, end), key);
            mention.Evidence = (_evidence ??= new ToponymEvidence(_analysis, _gazetteer, _names)).Of(mention, _held[key], _mentions.Count == 0 ? -1 : _mentions[^1].Tokens.End);
            if (mention.Evidence < Enough || IsCutFromLonger(mention, entity))
            {
                if (IsDoubted(mention, entity)) _doubted.Add(mention);
                else if (entity is null && mention.Evidence > Enough - MostAdded && !ToponymWords.Common.Contains(mention.Key) && _analysis.Deprels[end - 1] is not (Deprel.Compound or Deprel.Amod)) _weak.Add(mention);
                continue;
            }
            _mentions.Add(mention);
            return end;
        }
        if (origin is not null)
        {
            _mentions.Add(origin);
            return origin.Tokens.End;
        }
        if (EmbeddedAt(token, entity) is { } embedded)
        {
            _mentions.Add(embedded);
            return embedded.Tokens.End;
        }
        if (said is not null)
        {
            _mentions.Add(said);
            return said.Tokens.End;
        }
        return entity is { Kind: EntityKind.Location or EntityKind.Facility } unheld && unheld.Tokens.Start == token ? AddUnheld(unheld) : token;
    }

    /// <summary>"the Kachin Independence Army" tells of Kachin; Hamas is no town, MONUSCO no place.</summary>
    private int InsideBody(int token, TokenRange body, TokenRange sentence)
    {
        var embedded = body.Count == 1 ? null : _origins.At(token, sentence) ?? EmbeddedAt(token, new NamedEntity(body, EntityKind.Organisation));
        if (embedded is null || embedded.Tokens.End > body.End || _analysis.Form(token).Length < 3) return token + 1;
        _mentions.Add(embedded);
        return embedded.Tokens.End;
    }

    /// <summary>"the hamlet of Tell Hawran Saghir": the words before a name in capitals say what it is, whatever the name model takes it for.</summary>
    private ToponymMention? SaidToBePlaceAt(int token, TokenRange sentence)
    {
        if (token < sentence.Start + 2 || _analysis.Form(token - 1) is not "of" || !char.IsLower(_analysis.Form(token - 2)[0])
            || ToponymWords.TypeOf(_analysis.Form(token - 2)) is not (ToponymKind.Village or ToponymKind.Town or ToponymKind.City or ToponymKind.Camp)) return null;
        var end = token;
        while (end < Math.Min(sentence.End, token + LongestName) && (char.IsUpper(_analysis.Form(end)[0]) || ToponymWords.IsInner(_analysis.Form(end)) && _analysis.Form(end) is not ("in" or "of" or "and" or "on" or "by" or "an" or "as" or "at") || _analysis.Form(end) is "-")
            && (end == token || !HasBreakBefore(end))) end++;
        while (end > token && !char.IsUpper(_analysis.Form(end - 1)[0])) end--;
        if (end == token || Lookup(new TokenRange(token, end)) is not null) return null;
        var tokens = new TokenRange(token, end);
        var mention = Mention(tokens, ToponymNormalizer.Normalize(_analysis.Form(tokens)));
        mention.Evidence = Enough;
        return mention.Key.Length < 2 || NamesNothing(tokens) ? null : mention;
    }

    private bool HasArticleInside(TokenRange tokens)
    {
        for (var i = tokens.Start + 1; i < tokens.End; i++)
            if (ToponymWords.IsInner(_analysis.Form(i))) return true;
        return false;
    }

    /// <summary>"Kamyanske Dolne" is not Kamyanske: the name model sees a longer name, whose further words name neither a kind nor another place.</summary>
    private bool IsCutFromLonger(ToponymMention mention, NamedEntity? entity)
    {
        if (entity is not { Kind: EntityKind.Location, Tokens: var whole } || whole.Start != mention.Tokens.Start || whole.End <= mention.Tokens.End) return false;
        for (var i = mention.Tokens.End; i < whole.End; i++)
        {
            var form = _analysis.Form(i);
            if (!char.IsUpper(form[0]) || form.Length < 3 || ToponymWords.TypeOf(form) is not null || ToponymWords.IsCompass(form) || HasBreakBefore(i)) return false;
        }
        return Lookup(new TokenRange(mention.Tokens.End, whole.End)) is null && _analysis.Form(mention.Tokens.End - 1) is not "'s" and not "’s";
    }

    /// <summary>"the Bank of England", "Gaza Health Ministry": a country, region or large city within an organisation's name.</summary>
    private ToponymMention? EmbeddedAt(int token, NamedEntity? entity)
    {
        const int Large = 100_000;
        if (entity is not { Kind: EntityKind.Organisation, Tokens: { Count: > 1 } whole } || NamesPaper(whole)) return null;
        for (var end = Math.Min(whole.End, token + LongestName); end > token; end--)
        {
            var tokens = new TokenRange(token, end);
            if (tokens == whole || IsWholeButArticle(tokens, whole) || !MayEnd(end - 1) || !HoldsTogether(token, end) || Lookup(tokens) is not { } key || ToponymWords.Common.Contains(key)
                || ToponymWords.TypeOf(key) is not null || ToponymWords.IsCompass(key)) continue;
            if (!_held[key].Exists(h => h.Kind != ToponymHitKind.Abbreviation && _gazetteer[h.Row] is { Kind: ToponymKind.Country or ToponymKind.Region or ToponymKind.Area or ToponymKind.Continent } or { Population: > Large })) continue;
            return new ToponymMention { Tokens = tokens, Span = _analysis.SpanOf(tokens), Key = key, Entity = EntityKind.Organisation, Said = null, Role = PlaceRole.Organisation };
        }
        return null;
    }

    /// <summary>"The United States" taken for a body is that country.</summary>
    private bool IsWholeButArticle(TokenRange tokens, TokenRange whole) =>
        tokens.End == whole.End && tokens.Start == whole.Start + 1 && _analysis.Form(whole.Start).Equals("the", StringComparison.OrdinalIgnoreCase);

    /// <summary>A place only the name model knows keeps its name without coordinates, unless the gazetteer holds a part of it.</summary>
    private int AddUnheld(NamedEntity entity)
    {
        for (var start = entity.Tokens.Start + 1; start < entity.Tokens.End; start++)
            if (MayStart(start) && IsHeldFrom(start, entity.Tokens.End) && (ToponymWords.IsCompass(_analysis.Form(start - 1)) || _analysis.Form(start - 1) is "The" or "the" || IsPartOf(entity.Tokens.Start, start))) return start;
        var mention = Mention(entity.Tokens, ToponymNormalizer.Normalize(_analysis.Form(entity.Tokens)));
        if (mention.Key.Length < 2 || _demonyms.Contains(mention.Key) || ToponymWords.Common.Contains(mention.Key) || NamesNothing(entity.Tokens)
            || NamesPaper(entity.Tokens)) return entity.Tokens.End;
        mention.Evidence = Enough;
        _mentions.Add(mention);
        return entity.Tokens.End;
    }

    /// <summary>Whether the gazetteer holds a name, be it without the word for its kind ("Sichuan province").</summary>
    private bool IsHeldFrom(int start, int end) =>
        Lookup(new TokenRange(start, end)) is not null || end - start > 1 && ToponymWords.TypeOf(_analysis.Form(end - 1)) is not null && Lookup(new TokenRange(start, end - 1)) is not null;

    /// <summary>"the South of France", "Puge county of Sichuan": what stands before a name tells a part of it, or a division within.</summary>
    private bool IsPartOf(int first, int start) =>
        start >= first + 2 && _analysis.Form(start - 1) is "of" or "in" && (ToponymWords.IsCompass(_analysis.Form(start - 2)) || ToponymWords.TypeOf(_analysis.Form(start - 2)) is ToponymKind.Region or ToponymKind.District or ToponymKind.City or ToponymKind.Town or ToponymKind.Village or ToponymKind.Neighbourhood);

    /// <summary>"Harbour", "South", "St.": a word for places in capitals and nothing more.</summary>
    private bool NamesNothing(TokenRange tokens)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            var form = _analysis.Form(i);
            if (form.Length > 2 && ToponymWords.TypeOf(form) is null && !ToponymWords.IsCompass(form) && !ToponymWords.IsInner(form) && !ToponymWords.Common.Contains(form)) return false;
        }
        return true;
    }

    /// <summary>"The Boston Globe", whole or cut before its last word.</summary>
    private bool NamesPaper(TokenRange tokens) =>
        (tokens.Count > 1 && ToponymWords.IsPaper(_analysis.Form(tokens.End - 1)))
        || (tokens.End < _analysis.Sentences[_analysis.SentenceOf[tokens.Start]].End && ToponymWords.IsPaper(_analysis.Form(tokens.End)));

    private ToponymMention Mention(TokenRange tokens, string key) => new()
    {
        Tokens = tokens,
        Span = _analysis.SpanOf(tokens),
        Key = key,
        Entity = _names.At(tokens.Start)?.Kind,
        Said = SaidKind(tokens),
    };

    /// <summary>The name under its normalised form; null where the gazetteer does not hold it.</summary>
    private string? Lookup(TokenRange tokens)
    {
        var text = _analysis.Form(tokens);
        if (text.Length > ToponymNormalizer.MaxLength) return null;
        var key = ToponymNormalizer.Normalize(text);
        if (key.Length < 2) return null;
        if (_held.TryGetValue(key, out var known)) return known.Count > 0 ? key : null;
        _hits.Clear();
        _gazetteer.FindNormalized(key, _hits);
        if (_hits.RemoveAll(h => _gazetteer[h.Row].Kind == ToponymKind.Demonym) > 0 && _hits.Count == 0) _demonyms.Add(key);
        _held[key] = [.. _hits];
        return _hits.Count > 0 ? key : null;
    }

    /// <summary>Names start with a capital, or with an article of their own ("al-Tanf").</summary>
    private bool MayStart(int token)
    {
        var form = _analysis.Form(token);
        if (form.Length == 0) return false;
        if (char.IsUpper(form[0])) return true;
        return token + 1 < _analysis.TokenCount && form.Length <= 3 && char.IsLower(form[0]) && form is "al" or "el" or "ar" or "as" or "ash" or "az" or "an" or "ad" or "at"
            && _analysis.Form(token + 1) is "-" && token + 2 < _analysis.TokenCount && char.IsUpper(_analysis.Form(token + 2)[0]);
    }

    private bool MayEnd(int token)
    {
        var form = _analysis.Form(token);
        return char.IsUpper(form[0]) || (char.IsLetterOrDigit(form[0]) && (ToponymWords.TypeOf(form) is not null || char.IsDigit(form[0])));
    }

    /// <summary>Every word is written as part of a name; a comma or a break ends it.</summary>
    private bool HoldsTogether(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var form = _analysis.Form(i);
            if (i > start && HasBreakBefore(i)) return false;
            if (char.IsUpper(form[0]) || char.IsDigit(form[0])) continue;
            if (form is "-" or "–" or "'" or "’" or "." or "&" && i > start && i < end - 1) continue;
            if (i > start && i < end - 1 && _analysis.Form(i - 1) is "-" && _analysis.Form(i + 1) is "-") continue; // "Port-au-Prince"
            if (ToponymWords.IsInner(form) || (i == end - 1 && ToponymWords.TypeOf(form) is not null)) continue;
            return false;
        }
        return true;
    }

    private bool HasBreakBefore(int token)
    {
        for (var i = _analysis.Tokens[token - 1].End; i < _analysis.Tokens[token].Start; i++)
            if (_analysis.Text[i] is '\n' or '\t') return true;
        return false;
    }

    /// <summary>"the Donetsk region", "the city of Merrow", "Lake Chad".</summary>
    private ToponymKind? SaidKind(TokenRange tokens)
    {
        if (tokens.Count > 1 && ToponymWords.TypeOf(_analysis.Form(tokens.End - 1)) is { } inside) return inside;
        if (tokens.Count > 1 && _analysis.Form(tokens.Start) is "Lake" or "Mount" or "Cape" or "Gulf" or "Strait") return ToponymWords.TypeOf(_analysis.Form(tokens.Start));
        if (tokens.End < _analysis.TokenCount && _analysis.SentenceOf[tokens.End] == _analysis.SentenceOf[tokens.Start]
            && ToponymWords.TypeOf(_analysis.Form(tokens.End)) is { } after and (ToponymKind.Region or ToponymKind.District or ToponymKind.City or ToponymKind.Town or ToponymKind.Village)) return after;
        if (tokens.Start >= 2 && _analysis.Form(tokens.Start - 1) is "of") return ToponymWords.TypeOf(_analysis.Form(tokens.Start - 2));
        return tokens.Start >= 1 && _analysis.SentenceOf[tokens.Start - 1] == _analysis.SentenceOf[tokens.Start]
            && ToponymWords.TypeOf(_analysis.Form(tokens.Start - 1)) is { } before and (ToponymKind.City or ToponymKind.Town or ToponymKind.Village) ? before : null;
    }

    /// <summary>"Alexandria, La.", "Tolvane, in Saltfen province": the second holds the first.</summary>
    private void LinkContainers()
    {
        for (var i = 0; i + 1 < _mentions.Count; i++)
        {
            var (from, to) = (_mentions[i].Tokens.End, _mentions[i + 1].Tokens.Start);
            if (_analysis.SentenceOf[from - 1] != _analysis.SentenceOf[to]) continue;
            var between = to - from;
            var linked = between switch
            {
                1 => _analysis.Form(from) is "," or "(" or "in",
                2 => (_analysis.Form(from) is "," or "(" && _analysis.Form(from + 1) is "in" or "the") || (_analysis.Form(from) is "in" && ToponymWords.IsCompass(_analysis.Form(from + 1)) || _analysis.Form(from) is "in" && _analysis.Form(from + 1) is "the"),
                3 => _analysis.Form(from) is "," or "in" && ToponymWords.IsCompass(_analysis.Form(to - 1)),
                _ => false,
            };
            if (linked) _mentions[i].Container = i + 1;
        }
    }
}
