using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.LedgerBench;

/// <summary>Any number of readings made of a few real ones: the same texts with another ending, other people, other places and other days. The same for the same seed.</summary>
internal sealed class Variations(IReadOnlyList<Reading> readings, int seed)
{
    private const int Outlets = 200;
    private const int People = 20_000;
    private const int Towns = 5_000;
    private const int Days = 1_400;
    private static readonly string[] Syllables = ["ka", "to", "ri", "ven", "dor", "mal", "sun", "pe", "lov", "ash", "bra", "ten", "qui", "nor", "sel", "gar", "mir", "zan", "fel", "hol"];

    private readonly Random _random = new(seed);

    /// <param name="folder">Holds readings as indented JSON, "demo.*.json".</param>
    public static Variations Of(string folder, int seed) =>
        new([.. Directory.GetFiles(folder, "demo.*.json").Order(StringComparer.Ordinal).Select(f => ReadingJson.Parse(File.ReadAllBytes(f)))], seed);

    public Reading Next(int number)
    {
        var reading = readings[number % readings.Count];
        return reading with
        {
            Report = reading.Report with
            {
                Id = $"sha256:{number:x64}",
                Text = $"{reading.Report.Text}\n\nNumber {number}.",
                Source = $"article {number}",
                Publisher = $"Outlet {_random.Next(Outlets)}",
                Published = new DateTimeOffset(2022, 1, 1, 6, 0, 0, TimeSpan.Zero).AddDays(_random.Next(Days)),
            },
            Actors = [.. reading.Actors.Select(a => a.Kind == ActorKind.Person && a.Name.Contains(' ') ? a with { Name = Person(Rare(People)) } : a)],
            Places = [.. reading.Places.Select(p => p.Latitude is null || _random.Next(2) == 0 ? p : Town(p, Rare(Towns)))],
        };
    }

    public static string Person(int number) => $"{Word(number * 2)} {Word(number * 2 + 1)}";

    public static string TownName(int number) => $"Fort {Word(number)}";

    /// <summary>Low numbers come often, high ones seldom, as names do.</summary>
    private int Rare(int most) => (int)(Math.Pow(_random.NextDouble(), 3) * most);

    private static Place Town(Place place, int number) => place with
    {
        Name = TownName(number),
        Latitude = number * 37 % 1700 / 10.0 - 85,
        Longitude = number * 91 % 3600 / 10.0 - 180,
        RadiusKm = 3,
        Gazetteer = $"bench:{number}",
        Container = null,
    };

    private static string Word(int number)
    {
        var random = new Random(number * 7919 + 13);
        var word = string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
