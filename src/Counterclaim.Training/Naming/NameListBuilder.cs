using Counterclaim.Language.Features;
using Counterclaim.Language.Names;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Data;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Training.Naming;

/// <summary>Gathers <see cref="NameLists"/>: given names, the well-known actors and the larger places of the readings above the language layer.</summary>
internal sealed class NameListBuilder
{
    private const int MostNames = 52_000;
    private const int LargeCity = 100_000;

    private readonly FormFeatures _features = new();
    private readonly List<TextSpan> _tokens = [];
    private readonly Dictionary<uint, ushort> _phrases = [];

    public static Dictionary<uint, ushort> Build()
    {
        var builder = new NameListBuilder();
        foreach (var row in DataFile.Rows("actors/given-names.tsv", 2)) builder.Add(row[0], Listed.GivenName);
        foreach (var actor in KnownActorFile.Seed())
            foreach (var name in actor.Names) builder.Add(actor.Kind, name);
        builder.AddPlaces();
        return builder._phrases;
    }

    private void Add(ActorKind kind, string name)
    {
        if (kind != ActorKind.Person)
        {
            Add(name, Listed.Body);
            return;
        }
        if (name.LastIndexOf(' ') is var space && space < 0) return;
        Add(name, Listed.Person);
        Add(name[(space + 1)..], Listed.Surname);
        Add(name[..name.IndexOf(' ')], Listed.GivenName);
    }

    private void AddPlaces()
    {
        var file = GazetteerFile.Open(Path.Combine(AppContext.BaseDirectory, "models", "gazetteer.bin"));
        var rows = Enumerable.Range(0, file.RowCount).Select(file.Row).OrderBy(Rank).ThenByDescending(t => t.Population).ThenBy(t => t.Row);
        foreach (var place in rows)
        {
            if (_phrases.Count >= MostNames) break;
            var isLarge = Rank(place) == 0 || place.Population >= LargeCity;
            Add(file.NameOf(place.Row), place.Kind == ToponymKind.Demonym ? Listed.Nationality : isLarge ? Listed.LargePlace | Listed.Place : Listed.Place);
        }
    }

    /// <summary>Places that everybody may name before those of a country.</summary>
    private static int Rank(Toponym place) => place.Kind switch
    {
        ToponymKind.Country or ToponymKind.Region or ToponymKind.Continent or ToponymKind.Area or ToponymKind.Sea or ToponymKind.Demonym => 0,
        _ when place.IsCapital => 0,
        ToponymKind.District or ToponymKind.Village or ToponymKind.Neighbourhood or ToponymKind.Road => 2,
        _ => 1,
    };

    private void Add(string name, Listed listed)
    {
        _tokens.Clear();
        Tokenizer.Tokenize(name, new TextSpan(0, name.Length), _tokens);
        if (_tokens.Count is 0 or > NameLists.Longest) return;
        var hash = 0u;
        foreach (var token in _tokens)
        {
            _features.Read(token.In(name), Capitals.AsProse);
            hash = NameLists.Join(hash, _features.Plain);
        }
        _phrases[hash] = (ushort)(_phrases.GetValueOrDefault(hash) | (ushort)listed);
    }
}
