using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Finds words for the people and things of a country: "Russian troops", "two Ethiopians".</summary>
internal sealed class OriginFinder(Gazetteer gazetteer, Analysis analysis, NameMap names)
{
    /// <summary>Marks the key of a group of such words; no name normalises to it.</summary>
    private const char Mark = '~';

    private readonly List<ToponymHit> _hits = [];
    private readonly Dictionary<string, string?> _countryOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ToponymHit> _countries = new(StringComparer.Ordinal);

    /// <summary>The countries found, by the key of their group.</summary>
    public IReadOnlyDictionary<string, ToponymHit> Countries => _countries;

    public static bool IsOrigin(string key) => key.StartsWith(Mark);

    /// <summary>The mention that starts at a token; null for none.</summary>
    public ToponymMention? At(int token, TokenRange sentence)
    {
        if (names.At(token) is { Kind: EntityKind.Person } or { Kind: EntityKind.Location or EntityKind.Facility, Tokens.Count: > 1 } && Continental(token, sentence) is null) return null; // "Zelyne Pole"
        if (Continental(token, sentence) is { } area) return area;
        for (var end = Math.Min(sentence.End, token + 2); end > token; end--)
        {
            if (analysis.Form(end - 1) is not { Length: > 2 } last || !char.IsUpper(last[0]) || analysis.Upos[end - 1] is not (Upos.Adj or Upos.Propn or Upos.Noun)) continue;
            var tokens = new TokenRange(token, end);
            if (EndsLongerName(tokens, sentence)) continue;
            if (CountryOf(analysis.Form(tokens)) is not { } country || IsLanguage(tokens)) continue;
            if (gazetteer.Country(country) is not { } row) continue;
            var key = Mark + country;
            _countries[key] = new ToponymHit(row.Row, ToponymHitKind.Name);
            var inName = names.At(token) is { Kind: EntityKind.Organisation, Tokens: var whole } && whole.Count > tokens.Count && char.IsUpper(analysis.Form(whole.End - 1)[0]);
            return new ToponymMention { Tokens = tokens, Span = analysis.SpanOf(tokens), Key = key, Role = inName ? PlaceRole.Organisation : PlaceRole.Origin };
        }
        return null;
    }

    /// <summary>"European", "Latin American", "West African": the area or continent of that name.</summary>
    private ToponymMention? Continental(int token, TokenRange sentence)
    {
        for (var end = Math.Min(sentence.End, token + 3); end > token; end--)
        {
            var form = analysis.Form(end - 1);
            if (!Adjectives.TryGetValue(form is [.., 's'] ? form[..^1].ToString() : form.ToString(), out var land) || end == token + 1 && form.StartsWith("American")) continue;
            if (analysis.Upos[end - 1] is not (Upos.Adj or Upos.Propn or Upos.Noun)) continue;
            var tokens = new TokenRange(token, end);
            var before = end - 1 > token ? analysis.Text.AsSpan(analysis.Tokens[token].Start, analysis.Tokens[end - 1].Start - analysis.Tokens[token].Start).ToString() : "";
            if (before.Length > 0 && !char.IsUpper(before[0])) continue;
            _hits.Clear();
            gazetteer.Find(before + land, _hits);
            var found = _hits.FindIndex(h => gazetteer[h.Row].Kind is ToponymKind.Continent or ToponymKind.Area);
            if (found < 0) continue;
            var key = Mark + ToponymNormalizer.Normalize(before + land);
            _countries[key] = _hits[found];
            return new ToponymMention { Tokens = tokens, Span = analysis.SpanOf(tokens), Key = key, Role = PlaceRole.Origin };
        }
        return null;
    }

    private static readonly Dictionary<string, string> Adjectives = new(StringComparer.Ordinal)
    {
        ["European"] = "Europe",
        ["African"] = "Africa",
        ["Asian"] = "Asia",
        ["American"] = "America",
    };

    /// <summary>The country whose people or things a word names and nothing else; null for other words.</summary>
    private string? CountryOf(ReadOnlySpan<char> word)
    {
        if (word.Length > ToponymNormalizer.MaxLength) return null;
        var key = ToponymNormalizer.Normalize(word);
        if (_countryOf.TryGetValue(key, out var known)) return known;
        _hits.Clear();
        if (key.Length > 2) gazetteer.FindNormalized(key, _hits);
        var others = _hits.Exists(h => gazetteer[h.Row].Kind is ToponymKind.Country or ToponymKind.Region or ToponymKind.Area);
        return _countryOf[key] = others ? null : _hits.Select(h => gazetteer[h.Row]).FirstOrDefault(t => t.Kind == ToponymKind.Demonym) is { Country: { Length: > 0 } country } ? country : null;
    }

    /// <summary>"Zelyne Pole": one word for a person at the end of a name in capitals.</summary>
    private bool EndsLongerName(TokenRange tokens, TokenRange sentence)
    {
        var last = tokens.End - 1;
        return tokens.Start > sentence.Start && analysis.Upos[last] is Upos.Propn or Upos.Noun && analysis.Form(last)[^1] != 's' && analysis.Upos[tokens.Start - 1] == Upos.Propn
            && char.IsUpper(analysis.Form(tokens.Start - 1)[0]) && analysis.Deprels[tokens.Start - 1] is Deprel.Compound or Deprel.Flat or Deprel.Amod && analysis.Heads[tokens.Start - 1] == last;
    }

    /// <summary>"in Russian", "speaks Arabic".</summary>
    private bool IsLanguage(TokenRange tokens)
    {
        if (analysis.Upos[tokens.End - 1] == Upos.Adj && analysis.Heads[tokens.End - 1] >= tokens.End) return false;
        if (tokens.Start == 0) return false;
        var before = analysis.Lemma(tokens.Start - 1);
        return before is "speak" or "into" or "learn" or "translate" || before is "in" && analysis.Upos[tokens.End - 1] is Upos.Propn or Upos.Noun && analysis.Form(tokens.End - 1)[^1] != 's'
            && (tokens.End >= analysis.TokenCount || analysis.Upos[tokens.End] is not (Upos.Noun or Upos.Propn or Upos.Adj));
    }
}
