using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>The name model's findings by token.</summary>
internal sealed class NameMap
{
    private readonly Analysis _analysis;
    private readonly int[] _nameOf;
    private readonly HashSet<string> _personParts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locations = new(StringComparer.Ordinal);

    private readonly TokenRange[]? _listed;

    /// <param name="listed">Names of listed bodies, wherever they stand; they outrank what the name model found.</param>
    public NameMap(Analysis analysis, IReadOnlyList<TokenRange> listed)
    {
        _analysis = analysis;
        if (listed.Count > 0) _listed = new TokenRange[analysis.TokenCount];
        foreach (var range in listed)
            for (var token = range.Start; token < range.End; token++) _listed![token] = range;
        _nameOf = new int[analysis.TokenCount];
        Array.Fill(_nameOf, -1);
        for (var n = 0; n < analysis.Names.Count; n++)
        {
            var name = analysis.Names[n];
            for (var token = name.Tokens.Start; token < name.Tokens.End; token++) _nameOf[token] = n;
            if (name.Kind == EntityKind.Location) _locations.Add(ToponymNormalizer.Normalize(analysis.Form(name.Tokens)));
            if (name is not { Kind: EntityKind.Person, Tokens.Count: > 1 }) continue;
            for (var token = name.Tokens.Start; token < name.Tokens.End; token++) _personParts.Add(ToponymNormalizer.Normalize(analysis.Form(token)));
        }
    }

    /// <summary>Whether the model ran at all: without it, capitals and the gazetteer must do.</summary>
    public bool IsEmpty => _analysis.Names.Count == 0;

    /// <summary>The listed body's name that a token belongs to.</summary>
    public TokenRange? ListedAt(int token) => _listed is { } listed && !listed[token].IsEmpty ? listed[token] : null;

    /// <summary>The name a token belongs to.</summary>
    public NamedEntity? At(int token) => ListedAt(token) is { } body ? new NamedEntity(body, EntityKind.Organisation) : _nameOf[token] < 0 ? null : _analysis.Names[_nameOf[token]];

    /// <summary>Whether the model took this name for a place at least once in the report.</summary>
    public bool IsLocationSomewhere(string key) => _locations.Contains(key);

    /// <summary>Whether a word stands in a person's name of several words somewhere in the report.</summary>
    public bool IsPartOfPerson(string key) => _personParts.Contains(key);
}
