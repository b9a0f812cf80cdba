using System.Collections.Frozen;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Actors;

/// <summary>Countries by the words that point to them: names, people and adjectives, capitals and seats of government.</summary>
internal sealed class Countries
{
    private static readonly (string Other, string Official)[] OtherSpellings =
        [("kiev", "kyiv"), ("kyiv", "kiev"), ("washington", "washington dc"), ("washington", "washington d.c."), ("peking", "beijing")];

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, string> _codes;
    private readonly FrozenDictionary<string, string> _demonyms;
    private readonly FrozenDictionary<string, string> _capitals;
    private readonly FrozenDictionary<string, (string Country, ActorKind Kind)> _seats;
    private readonly FrozenSet<string> _firstWords;

    private Countries()
    {
        Dictionary<string, string> names = [], codes = [], demonyms = [], capitals = [];
        foreach (var (_, line) in DataFile.Lines("gazetteer/countries.csv").Skip(1))
        {
            var row = line.Split(',');
            var code = row[0];
            names.TryAdd(NameKey.Plain(row[1]), code);
            codes.TryAdd(code, row[1]);
            if (row[4].Length > 0) capitals.TryAdd(NameKey.Plain(row[4]), code);
            foreach (var alternate in row[5].Split(';', StringSplitOptions.RemoveEmptyEntries)) names.TryAdd(NameKey.Plain(alternate), code);
            foreach (var demonym in row[6].Split(';', StringSplitOptions.RemoveEmptyEntries)) demonyms.TryAdd(demonym, code);
        }
        foreach (var (other, official) in OtherSpellings)
            if (capitals.TryGetValue(official, out var code)) capitals.TryAdd(other, code);
        _codes = codes.ToFrozenDictionary();
        _names = names.ToFrozenDictionary();
        _demonyms = demonyms.ToFrozenDictionary();
        _capitals = capitals.ToFrozenDictionary();
        _firstWords = names.Keys.Concat(demonyms.Keys.Select(NameKey.Plain)).Concat(capitals.Keys).Select(n => n.Split(' ')[0]).ToFrozenSet();
        _seats = DataFile.Rows("actors/seats.tsv", 3).ToFrozenDictionary(r => r[0], r => (r[1], NounLexicon.KindOf(r[2])));
    }

    public static Countries Default { get; } = new();

    /// <summary>Whether a country's name, its people's or its capital's may begin with a word, given as <see cref="NameKey.Plain"/>.</summary>
    public bool MayBegin(string plainWord) => _firstWords.Contains(plainWord) || (plainWord.EndsWith('s') && _firstWords.Contains(plainWord[..^1]));

    /// <summary>ISO code of a country's name; null for anything else.</summary>
    public string? ByName(string name) => _names.GetValueOrDefault(NameKey.Plain(name));

    /// <summary>ISO code of a demonym ("Ukrainian", "Ukrainians"); null for anything else.</summary>
    public string? ByDemonym(string word) =>
        _demonyms.TryGetValue(word, out var code) || (word.EndsWith('s') && _demonyms.TryGetValue(word[..^1], out code)) ? code : null;

    /// <summary>ISO code of the country a capital governs; null for anything else.</summary>
    public string? ByCapital(string name) => _capitals.GetValueOrDefault(NameKey.Plain(name));

    /// <summary>A building that stands for a government ("the Kremlin").</summary>
    public (string Country, ActorKind Kind)? Seat(string name) =>
        _seats.TryGetValue(NameKey.Plain(name), out var seat) ? seat : null;

    /// <summary>The usual English name of a country.</summary>
    public string? NameOf(string code) => _codes.GetValueOrDefault(code);
}
