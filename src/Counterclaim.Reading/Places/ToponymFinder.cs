using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Finds names of places: what the name model calls a place, what the gazetteer holds, and what stands around both.</summary>
internal sealed class ToponymFinder(Gazetteer gazetteer, Analysis analysis)
{
    private const int LongestName = 7;
    private const double Enough = 2;

    private readonly NameMap _names = new(analysis);
    private readonly List<ToponymHit> _hits = [];
    private ToponymEvidence? _evidence;
    private readonly List<ToponymMention> _mentions = [];
    private readonly HashSet<string> _demonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ToponymHit>> _held = new(StringComparer.Ordinal);

    /// <summary>Meanings of every name that was looked up and held.</summary>
    public IReadOnlyDictionary<string, List<ToponymHit>> Held => _held;

    /// <summary>Mentions in text order; they do not overlap.</summary>
    public List<ToponymMention> Find()
    {
        foreach (var sentence in analysis.Sentences)
        {
            for (var token = sentence.Start; token < sentence.End;)
            {
                var next = MentionAt(token, sentence);
                token = next > token ? next : token + 1;
            }
        }
        LinkContainers();
        return _mentions;
    }

    /// <summary>Adds the mention that starts at a token, if one does, and gives the token to go on from.</summary>
    private int MentionAt(int token, TokenRange sentence)
    {
        if (!MayStart(token)) return token;
        var entity = _names.At(token);
        if (entity is { Kind: EntityKind.Person, Tokens.Count: > 1 } person && person.Tokens.Start == token) return person.Tokens.End;
        for (var end = Math.Min(sentence.End, token + LongestName); end > token; end--)
        {
            if (!MayEnd(end - 1) || !HoldsTogether(token, end) || Lookup(new TokenRange(token, end)) is not { } key) continue;
            var mention = Mention(new TokenRange(token, end), key);
            mention.Evidence = (_evidence ??= new ToponymEvidence(analysis, gazetteer, _names)).Of(mention, _held[key], _mentions.Count == 0 ? -1 : _mentions[^1].Tokens.End);
            if (mention.Evidence < Enough) continue;
            _mentions.Add(mention);
            return end;
        }
        return entity is { Kind: EntityKind.Location or EntityKind.Facility } unheld && unheld.Tokens.Start == token ? AddUnheld(unheld) : token;
    }

    /// <summary>A place only the name model knows keeps its name without coordinates, unless the gazetteer holds a part of it.</summary>
    private int AddUnheld(NamedEntity entity)
    {
        for (var start = entity.Tokens.Start + 1; start < entity.Tokens.End; start++)
            if (MayStart(start) && Lookup(new TokenRange(start, entity.Tokens.End)) is not null && ToponymWords.IsCompass(analysis.Form(start - 1))) return start;
        var mention = Mention(entity.Tokens, ToponymNormalizer.Normalize(analysis.SpanOf(entity.Tokens).In(analysis.Text)));
        if (mention.Key.Length < 2 || _demonyms.Contains(mention.Key) || ToponymWords.Common.Contains(mention.Key) || NamesNothing(entity.Tokens)
            || NamesPaper(entity.Tokens)) return entity.Tokens.End;
        mention.Evidence = Enough;
        _mentions.Add(mention);
        return entity.Tokens.End;
    }

    /// <summary>"Harbour", "South", "St.": a word for places in capitals and nothing more.</summary>
    private bool NamesNothing(TokenRange tokens)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            var form = analysis.Form(i);
            if (form.Length > 2 && ToponymWords.TypeOf(form) is null && !ToponymWords.IsCompass(form) && !ToponymWords.IsInner(form) && !ToponymWords.Common.Contains(form)) return false;
        }
        return true;
    }

    /// <summary>"The Boston Globe", whole or cut before its last word.</summary>
    private bool NamesPaper(TokenRange tokens) =>
        (tokens.Count > 1 && ToponymWords.IsPaper(analysis.Form(tokens.End - 1)))
        || (tokens.End < analysis.Sentences[analysis.SentenceOf[tokens.Start]].End && ToponymWords.IsPaper(analysis.Form(tokens.End)));

    private ToponymMention Mention(TokenRange tokens, string key) => new()
    {
        Tokens = tokens,
        Span = analysis.SpanOf(tokens),
        Key = key,
        Entity = _names.At(tokens.Start)?.Kind,
        Said = SaidKind(tokens),
    };

    /// <summary>The name under its normalised form; null where the gazetteer does not hold it.</summary>
    private string? Lookup(TokenRange tokens)
    {
        var text = analysis.SpanOf(tokens).In(analysis.Text);
        if (text.Length > ToponymNormalizer.MaxLength) return null;
        var key = ToponymNormalizer.Normalize(text);
        if (key.Length < 2) return null;
        if (_held.TryGetValue(key, out var known)) return known.Count > 0 ? key : null;
        _hits.Clear();
        gazetteer.FindNormalized(key, _hits);
        if (_hits.RemoveAll(h => gazetteer[h.Row].Kind == ToponymKind.Demonym) > 0 && _hits.Count == 0) _demonyms.Add(key);
        _held[key] = [.. _hits];
        return _hits.Count > 0 ? key : null;
    }

    /// <summary>Names start with a capital, or with an article of their own ("al-Tanf").</summary>
    private bool MayStart(int token)
    {
        var form = analysis.Form(token);
        if (form.Length == 0) return false;
        if (char.IsUpper(form[0])) return true;
        return token + 1 < analysis.TokenCount && form.Length <= 3 && char.IsLower(form[0]) && form is "al" or "el" or "ar" or "as" or "ash" or "az" or "an" or "ad" or "at"
            && analysis.Form(token + 1) is "-" && token + 2 < analysis.TokenCount && char.IsUpper(analysis.Form(token + 2)[0]);
    }

    private bool MayEnd(int token)
    {
        var form = analysis.Form(token);
        return char.IsUpper(form[0]) || (char.IsLetterOrDigit(form[0]) && (ToponymWords.TypeOf(form) is not null || char.IsDigit(form[0])));
    }

    /// <summary>Every word is written as part of a name; a comma or a break ends it.</summary>
    private bool HoldsTogether(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var form = analysis.Form(i);
            if (i > start && HasBreakBefore(i)) return false;
            if (char.IsUpper(form[0]) || char.IsDigit(form[0])) continue;
            if (form is "-" or "–" or "'" or "’" or "." or "&" && i > start && i < end - 1) continue;
            if (ToponymWords.IsInner(form) || (i == end - 1 && ToponymWords.TypeOf(form) is not null)) continue;
            return false;
        }
        return true;
    }

    private bool HasBreakBefore(int token)
    {
        for (var i = analysis.Tokens[token - 1].End; i < analysis.Tokens[token].Start; i++)
            if (analysis.Text[i] is '\n' or '\t') return true;
        return false;
    }

    /// <summary>"the Donetsk region", "the city of Merrow", "Lake Chad".</summary>
    private ToponymKind? SaidKind(TokenRange tokens)
    {
        if (tokens.Count > 1 && ToponymWords.TypeOf(analysis.Form(tokens.End - 1)) is { } inside) return inside;
        if (tokens.Count > 1 && analysis.Form(tokens.Start) is "Lake" or "Mount" or "Cape" or "Gulf" or "Strait") return ToponymWords.TypeOf(analysis.Form(tokens.Start));
        if (tokens.End < analysis.TokenCount && analysis.SentenceOf[tokens.End] == analysis.SentenceOf[tokens.Start]
            && ToponymWords.TypeOf(analysis.Form(tokens.End)) is { } after and (ToponymKind.Region or ToponymKind.District or ToponymKind.City or ToponymKind.Town or ToponymKind.Village)) return after;
        if (tokens.Start >= 2 && analysis.Form(tokens.Start - 1) is "of") return ToponymWords.TypeOf(analysis.Form(tokens.Start - 2));
        return tokens.Start >= 1 && analysis.SentenceOf[tokens.Start - 1] == analysis.SentenceOf[tokens.Start]
            && ToponymWords.TypeOf(analysis.Form(tokens.Start - 1)) is { } before and (ToponymKind.City or ToponymKind.Town or ToponymKind.Village) ? before : null;
    }

    /// <summary>"Alexandria, La.", "Tolvane, in Saltfen province": the second holds the first.</summary>
    private void LinkContainers()
    {
        for (var i = 0; i + 1 < _mentions.Count; i++)
        {
            var (from, to) = (_mentions[i].Tokens.End, _mentions[i + 1].Tokens.Start);
            if (analysis.SentenceOf[from - 1] != analysis.SentenceOf[to]) continue;
            var between = to - from;
            var linked = between switch
            {
                1 => analysis.Form(from) is "," or "(" or "in",
                2 => (analysis.Form(from) is "," or "(" && analysis.Form(from + 1) is "in" or "the") || (analysis.Form(from) is "in" && ToponymWords.IsCompass(analysis.Form(from + 1)) || analysis.Form(from) is "in" && analysis.Form(from + 1) is "the"),
                3 => analysis.Form(from) is "," or "in" && ToponymWords.IsCompass(analysis.Form(to - 1)),
                _ => false,
            };
            if (linked) _mentions[i].Container = i + 1;
        }
    }
}
