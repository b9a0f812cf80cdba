using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds where a report names, describes or refers to somebody: names, noun phrases for people and bodies, pronouns.</summary>
internal sealed class MentionFinder
{
    private readonly DependencyIndex _syntax;
    private readonly Analysis _analysis;
    private readonly NounPhrases _phrases;
    private readonly NameReader _names;
    private readonly DescriptionReader _descriptions;
    private readonly StatementTree _statements;
    private readonly IReadOnlyList<Place> _places;
    private readonly HashSet<string> _placeForms = [];
    private readonly HashSet<string> _surnamesOfPlaces = [];
    private readonly NounLexicon _lexicon = NounLexicon.Default;
    private readonly Mention?[] _byHead;
    private readonly Mention?[] _nameAt;
    private readonly Mention?[] _holders;
    private readonly Mention?[] _addressees;
    private readonly List<Mention> _found = [];
    private AccountNames? _accounts;

    private MentionFinder(DependencyIndex syntax, StatementTree statements, IReadOnlyList<Place> places, string publisher)
    {
        _publisher = publisher.Length > 3 ? publisher : "";
        _syntax = syntax;
        _analysis = syntax.Analysis;
        _phrases = new NounPhrases(syntax);
        _names = new NameReader(syntax, publisher);
        _descriptions = new DescriptionReader(syntax, _names);
        _statements = statements;
        _places = places;
        foreach (var place in places)
            if (place is { Role: PlaceRole.Literal, Gazetteer: not null } && place.Span.Length < 40) _placeForms.Add(place.Span.In(_analysis.Text).ToString());
        foreach (var name in _analysis.WholeNames)
            if (name is { Kind: EntityKind.Person, Tokens.Count: > 1 }) _surnamesOfPlaces.Add(_analysis.Form(name.Tokens.End - 1).ToString());
        _byHead = new Mention?[_analysis.TokenCount];
        _nameAt = new Mention?[_analysis.TokenCount];
        _holders = new Mention?[statements.Count];
        _addressees = new Mention?[statements.Count];
    }

    /// <summary>All mentions, in the order of their heads; those that hold a statement know which.</summary>
    /// <param name="known">Lists whose names are found even where the name model misses them.</param>
    /// <param name="publisher">Who published the report, under whose name it may speak of itself; empty where unknown.</param>
    /// <param name="addressed">Head of those each statement is said to, −1 for nobody: whoever is told something is somebody, whatever the noun.</param>
    public static MentionSet Find(
        DependencyIndex syntax, StatementTree statements, IReadOnlyList<Place> places, IReadOnlyList<TextSpan> quoted, IReadOnlyList<int> addressed, KnownActors known, string publisher)
    {
        var finder = new MentionFinder(syntax, statements, places, publisher);
        finder.FindPublisher();
        finder.FindListed(known);
        finder.FindNames();
        finder.FindSurnames();
        finder.FindMetonyms();
        finder.FindDescriptionsAndPronouns();
        finder.FindHolders();
        foreach (var head in addressed) finder.FindAddressed(head);
        finder._found.Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : b.Tokens.Count.CompareTo(a.Tokens.Count));
        finder.Place(quoted);
        return new MentionSet(finder._found, finder._holders, finder._addressees);
    }

    private readonly string _publisher;

    /// <summary>"told Quillhaven Evening": a report's own paper is one, whatever the name model takes it for.</summary>
    private void FindPublisher()
    {
        if (_publisher.Length == 0 || !_publisher.Contains(' ', StringComparison.Ordinal)) return;
        const int LongestName = 6;
        for (var at = _analysis.Text.IndexOf(_publisher, StringComparison.Ordinal); at >= 0; at = _analysis.Text.IndexOf(_publisher, at + _publisher.Length, StringComparison.Ordinal))
        {
            var tokens = _analysis.TokensIn(new TextSpan(at, at + _publisher.Length));
            if (tokens is { IsEmpty: false, Count: <= LongestName } && _analysis.SpanOf(tokens).Length == _publisher.Length && _names.Read(tokens, ActorKind.Publication) is { } mention) Add(mention);
        }
    }

    private void FindListed(KnownActors known)
    {
        foreach (var (tokens, kind) in new ListedNames(known, _analysis).Find())
            if (!IsPlaceAlone(tokens) && !IsListed(tokens) && _names.Read(tokens, kind) is { } mention) Add(mention);
        _nextPlace = 0;
    }

    private void FindNames()
    {
        foreach (var name in _analysis.WholeNames)
        {
            var kind = name.Kind switch
            {
                EntityKind.Person => ActorKind.Person,
                EntityKind.Organisation => ActorKind.Organisation,
                EntityKind.Group => ActorKind.Group,
                _ => (ActorKind?)null,
            };
            if (kind is not { } known || IsListed(name.Tokens) || IsPlaceAlone(name.Tokens) || _descriptions.IsCompatriot(name.Tokens)) continue;
            if (_names.Read(name.Tokens, known) is { } mention) Add(mention);
        }
        FindUntaggedAfterTitles();
    }

    private bool IsListed(TokenRange name)
    {
        for (var i = name.Start; i < name.End; i++)
            if (_nameAt[i] is not null) return true;
        return false;
    }

    /// <summary>A surname that the model misses where it is also a word ("Jobs announced"), once its bearer has been named in full.</summary>
    private void FindSurnames()
    {
        var surnames = new HashSet<string>();
        foreach (var mention in _found)
            if (mention is { Kind: ActorKind.Person, Name.Count: > 1 } && _analysis.Tokens[mention.Name.End - 1].Length > 2)
                surnames.Add(_analysis.Form(mention.Name.End - 1).ToString());
        if (surnames.Count == 0) return;
        var lookup = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        _nextPlace = 0;
        for (var i = 0; i < _analysis.TokenCount; i++)
            if (_nameAt[i] is null && (_analysis.Upos[i] is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb) && char.IsUpper(_analysis.Form(i)[0])
                && lookup.Contains(_analysis.Form(i)) && !(i + 1 < _analysis.TokenCount && _nameAt[i + 1] is not null) && !IsPlaceAlone(new TokenRange(i, i + 1))
                && _names.Read(new TokenRange(i, i + 1), ActorKind.Person) is { } mention) Add(mention);
    }

    /// <summary>A name that the gazetteer knows as a place that stands for nobody.</summary>
    private bool IsPlaceAlone(TokenRange name)
    {
        const int LongestPlace = 6;
        if (name.Count > LongestPlace) return false;
        if (name.Count == 1 && !_surnamesOfPlaces.Contains(_analysis.Form(name.Start).ToString()) && _placeForms.Contains(_analysis.Form(name.Start).ToString()) && !FollowsTitle(name.Start)) return true;
        var span = _analysis.SpanOf(name);
        while (_nextPlace < _places.Count && _places[_nextPlace].Span.End <= span.Start) _nextPlace++;
        return _nextPlace < _places.Count && _places[_nextPlace] is { Role: PlaceRole.Literal, Gazetteer: not null } place
            && place.Kind != "facility" && place.Span.Contains(span);
    }

    private bool FollowsTitle(int token) =>
        token > 0 && _analysis.SentenceOf[token - 1] == _analysis.SentenceOf[token] && _lexicon.Title(_analysis.Form(token - 1).ToString()) is not null;

    private int _nextPlace;

    /// <summary>Capitalised words right after a title or a word for a person are a name even if the model missed it.</summary>
    private void FindUntaggedAfterTitles()
    {
        for (var i = 1; i < _analysis.TokenCount; i++)
        {
            if (_nameAt[i] is not null || _analysis.Upos[i] != Upos.Propn || _analysis.SentenceOf[i] != _analysis.SentenceOf[i - 1]) continue;
            var before = _analysis.Form(i - 1).ToString();
            var isTitle = _lexicon.Title(before) is not null
                || (char.IsUpper(before[0]) && _lexicon.Noun(before.ToLowerInvariant()) is { Class: NounClass.Person });
            if (!isTitle || _nameAt[i - 1] is not null || _lexicon.NameWord(_analysis.Form(i).ToString().ToLowerInvariant()) is not null) continue;
            var end = i + 1;
            while (end < _analysis.TokenCount && end < i + 4 && _analysis.Upos[end] == Upos.Propn && _nameAt[end] is null
                && _analysis.SentenceOf[end] == _analysis.SentenceOf[i]) end++;
            if (_names.Read(new TokenRange(i, end), ActorKind.Person) is { } mention) Add(mention);
        }
    }

    private void FindMetonyms()
    {
        foreach (var place in _places)
            if (place.Metonym && _analysis.TokensIn(place.Span) is { IsEmpty: false } range && _nameAt[range.End - 1] is null
                && _names.ReadGovernment(range) is { } mention) Add(mention);
    }

    private void FindDescriptionsAndPronouns()
    {
        for (var i = 0; i < _analysis.TokenCount; i++)
        {
            if (_nameAt[i] is not null) continue;
            if (_analysis.Upos[i] == Upos.Pron) AddIf(_descriptions.Pronoun(i));
            else if (_analysis.Upos[i] is Upos.Noun or Upos.Propn && _analysis.Deprels[i] != Deprel.Compound && !_names.IsPaper(i))
            {
                var noun = _descriptions.NounAt(i);
                if (noun is { Class: not (NounClass.Document or NounClass.People) }) AddIf(_descriptions.Description(i, noun, asHolder: false));
            }
        }
    }

    private void FindHolders()
    {
        for (var s = 0; s < _statements.Count; s++)
        {
            var item = _statements.Items[s];
            if (item.Addressee is { } addressee && _analysis.TokensIn(addressee) is { IsEmpty: false } spokenTo) _addressees[s] = HolderIn(spokenTo);
            if (item.StandsFor is { } name && _analysis.TokensIn(name) is { IsEmpty: false } named)
            {
                _holders[s] = HolderIn(named);
                continue;
            }
            var holder = item.Holder;
            if (holder.IsEmpty) continue;
            var range = WidestOf(holder);
            if (range.IsEmpty) continue;
            var mention = HolderIn(range);
            if (mention is not null) mention.HolderOf = mention.HolderOf < 0 ? s : mention.HolderOf;
            _holders[s] = mention;
        }
    }

    private void FindAddressed(int head)
    {
        if (head < 0 || MentionAt(head) is not null || _analysis.Upos[head] is not (Upos.Noun or Upos.Propn)) return;
        var phrase = _phrases.Base(head);
        if (_names.ReadUntagged(head, phrase) is { } name) Add(name);
        else AddIf(_descriptions.Description(head, _lexicon.NounOrGuess(_analysis.Lemma(head).ToLowerInvariant()), asHolder: true, phrase, phrase));
    }

    private TokenRange WidestOf(SpanList spans)
    {
        var widest = default(TokenRange);
        foreach (var span in spans)
        {
            var range = _analysis.TokensIn(span);
            if (range.Count > widest.Count) widest = range;
        }
        return widest;
    }

    private Mention? HolderIn(TokenRange range)
    {
        if (_analysis.Text[_analysis.Tokens[range.Start].Start] == '@') return AccountIn(range);
        range = FirstOfNames(range);
        var top = TopOfHolder(range);
        if (top < 0) return null;
        if (NameAfterRole(top, range) is { } bearer) return bearer;
        var parts = CoordinatedIn(top, range);
        if (parts.Count > 1) return Coordinate(parts);
        if (NameBeforeComma(range) is { } apposed) return apposed;
        if (MentionAt(top) is { } atTop) return atTop;
        if (_names.ReadUntagged(top, range) is { } name) return Add(name);
        if (_analysis.Upos[top] is Upos.Noun or Upos.Propn or Upos.Num or Upos.Adj or Upos.Det)
        {
            var noun = _descriptions.IsAge(top) ? NounLexicon.PersonOfAge : _descriptions.NounAt(top) ?? _lexicon.NounOrGuess(_analysis.Lemma(top).ToLowerInvariant());
            if (noun is { Class: NounClass.Document }) NameIssuerBefore(top);
            if (_descriptions.Description(top, noun, asHolder: true, range) is { } described) return Add(described);
        }
        for (var i = range.Start; i < range.End; i++)
            if (_byHead[i] is { } inside) return inside;
        return null;
    }

    /// <summary>An account's name in two scripts, "Ilse Harrow / Ільзе Гарроу", is one name twice.</summary>
    private TokenRange FirstOfNames(TokenRange range)
    {
        for (var i = range.Start + 1; i < range.End - 1; i++)
            if (_analysis.Form(i) is "/" or "|" && char.IsUpper(_analysis.Form(i + 1)[0])) return new TokenRange(range.Start, i);
        return range;
    }

    /// <summary>"@handle": somebody whose name the report gives elsewhere, if the account's name is made of it.</summary>
    private Mention AccountIn(TokenRange range)
    {
        _accounts ??= new AccountNames(_analysis, _found);
        var owner = _accounts.OwnerOf(_analysis.Form(range));
        return Add(new Mention
        {
            Form = MentionForm.Name,
            Tokens = range,
            Head = range.End - 1,
            Name = range,
            Kind = owner?.Kind ?? ActorKind.Organisation,
            Gender = owner?.Gender ?? Gender.Unknown,
            Country = owner?.Country,
            Keys = owner?.Keys ?? [NameKey.Sound(AccountNames.Letters(_analysis.Form(range)))],
            IsAccount = true,
        });
    }

    /// <summary>What a holder is about; where the tree puts a determiner or mark on top, its last noun before a comma.</summary>
    private int TopOfHolder(TokenRange range)
    {
        var top = _syntax.TopOf(range);
        if (top < 0 || _analysis.Upos[top] is not (Upos.Det or Upos.Punct or Upos.Adp or Upos.Part)
            || (range.Count == 1 && _analysis.Upos[top] == Upos.Det)) return top;
        var last = -1;
        for (var i = range.Start; i < range.End && !(last >= 0 && _analysis.Form(i) is ","); i++)
            if (_analysis.Upos[i] is Upos.Noun or Upos.Propn or Upos.Pron) last = i;
        return last >= 0 ? last : top;
    }

    /// <summary>"Name, what he is": the name, whatever the tree makes of it.</summary>
    private Mention? NameBeforeComma(TokenRange range)
    {
        for (var i = range.Start; i < Math.Min(range.End, range.Start + 10); i++)
        {
            if (_nameAt[i] is not { } name || name.Tokens.Start > range.Start + 1) continue;
            return name.Tokens.End < range.End && _analysis.Form(name.Tokens.End) is "," or "(" ? name : null;
        }
        return null;
    }

    /// <summary>"the harbour board's deputy director NAME": whoever bears the role, though the tree may put the role or its owner on top.</summary>
    private Mention? NameAfterRole(int top, TokenRange range)
    {
        var last = range.End - 1;
        while (last > range.Start && _analysis.Upos[last] == Upos.Punct) last--;
        if (_nameAt[last] is not { Kind: ActorKind.Person } name || name.Tokens.Contains(top) || name.Name.Start <= range.Start) return null;
        for (var i = range.Start; i < name.Tokens.Start; i++)
            if (_nameAt[i] is { Kind: ActorKind.Person } other && other != name) return null;
        var before = name.Name.Start - 1;
        return _analysis.Upos[before] is Upos.Noun or Upos.Propn && _analysis.Xpos(before) != "POS" && HoldsRole(before, range) ? name : null;
    }

    /// <summary>Whether the words up to a token end a role, which may hang on "of" ("chairman of the Harbour Board").</summary>
    private bool HoldsRole(int token, TokenRange range)
    {
        for (var i = token; i >= range.Start; i--)
        {
            if (_analysis.Upos[i] == Upos.Noun && _lexicon.NounOrGuess(_analysis.Lemma(i).ToLowerInvariant()) is { Class: NounClass.Person }) return true;
            if (_analysis.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Adp or Upos.Det or Upos.Adj)) return false;
        }
        return false;
    }

    private Mention? MentionAt(int token) => _byHead[token] ?? _nameAt[token];

    /// <summary>"a NAME document": the name counts even if the model missed it.</summary>
    private void NameIssuerBefore(int document)
    {
        foreach (var child in _syntax.Children(document))
            if (child < document && _nameAt[child] is null
                && _names.ReadUntagged(child, new TokenRange(child, child + 1)) is { Kind: not ActorKind.Person } name) Add(name);
    }

    private List<Mention> CoordinatedIn(int top, TokenRange range)
    {
        var parts = new List<Mention>();
        if (MentionAt(top) is { } first) parts.Add(first);
        else if (_syntax.HasChild(top, Deprel.Conj) && _names.ReadUntagged(top, range) is { } untagged) parts.Add(Add(untagged));
        foreach (var child in _syntax.Children(top))
        {
            if (_analysis.Deprels[child] != Deprel.Conj || !range.Contains(child)) continue;
            var part = MentionAt(child) ?? (_names.ReadUntagged(child, range) is { } name ? Add(name) : null);
            if (part is not null && !parts.Contains(part)) parts.Add(part);
        }
        return parts;
    }

    private Mention Coordinate(List<Mention> parts)
    {
        var start = parts.Min(p => p.Tokens.Start);
        var end = parts.Max(p => p.Tokens.End);
        var whole = new Mention
        {
            Form = MentionForm.Coordination,
            Tokens = new TokenRange(start, end),
            Head = parts[^1].Head,
            Kind = ActorKind.Group,
            IsPlural = true,
            Parts = [.. parts],
        };
        _found.Add(whole);
        return whole;
    }

    private void AddIf(Mention? mention)
    {
        if (mention is not null) Add(mention);
    }

    private Mention Add(Mention mention)
    {
        if (_byHead[mention.Head] is { } present) return present;
        _byHead[mention.Head] = mention;
        _found.Add(mention);
        if (mention.Form == MentionForm.Name)
            for (var i = mention.Tokens.Start; i < mention.Tokens.End; i++) _nameAt[i] ??= mention;
        return mention;
    }

    private void Place(IReadOnlyList<TextSpan> quoted)
    {
        int q = 0, end = 0;
        foreach (var mention in _found)
        {
            mention.Inside = _statements.InnermostAt(mention.Head);
            var at = _analysis.Tokens[mention.Head].Start;
            for (; q < quoted.Count && quoted[q].Start <= at; q++) end = Math.Max(end, quoted[q].End);
            mention.IsQuoted = at < end;
        }
    }
}
