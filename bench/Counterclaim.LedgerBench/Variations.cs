using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.LedgerBench;

/// <summary>
/// Any number of readings made of a few real ones: other words of the same lengths, other people, places and days. One in five prints an earlier one's text again, a few words
/// edited, in another outlet. The same for the same seed.
/// </summary>
internal sealed class Variations(IReadOnlyList<Reading> readings, int seed)
{
    private const int Outlets = 200;
    private const int People = 20_000;
    private const int Towns = 5_000;
    private const int Days = 1_400;
    private const int CopyEvery = 5;
    private const int CopyReach = 300;
    private const double OtherWords = 0.7;
    private const double EditedWords = 0.02;
    private const int ShortestOther = 4;
    private const int Words = 4_000;
    private static readonly string[] Syllables = ["ka", "to", "ri", "ven", "dor", "mal", "sun", "pe", "lov", "ash", "bra", "ten", "qui", "nor", "sel", "gar", "mir", "zan", "fel", "hol"];

    /// <param name="folder">Holds readings as indented JSON, "demo.*.json".</param>
    public static Variations Of(string folder, int seed) =>
        new([.. Directory.GetFiles(folder, "demo.*.json").Order(StringComparer.Ordinal).Select(f => ReadingJson.Parse(File.ReadAllBytes(f)))], seed);

    /// <summary>The number of the report whose text a report prints; its own for most.</summary>
    public int OriginalOf(int number)
    {
        while (number > CopyEvery && number % CopyEvery == CopyEvery - 1) number -= 1 + Mixed(number, 3).Next(Math.Min(number - 1, CopyReach));
        return number;
    }

    public Reading Next(int number)
    {
        var original = OriginalOf(number);
        var reading = readings[original % readings.Count];
        var (random, own) = (Mixed(original, 1), Mixed(number, 2));
        var text = Reworded(reading.Report.Text, random, OtherWords);
        if (original != number) text = Reworded(text, own, EditedWords);
        return reading with
        {
            Report = reading.Report with
            {
                Id = $"sha256:{number:x64}",
                Title = $"{Word(random.Next(Words))} {Word(random.Next(Words))} {Word(random.Next(Words))}",
                Text = $"{text}\n\nNumber {number}.",
                Source = $"article {number}",
                Publisher = $"Outlet {own.Next(Outlets)}",
                Url = null,
                Published = new DateTimeOffset(2022, 1, 1, 6, 0, 0, TimeSpan.Zero).AddDays(random.Next(Days)),
            },
            Actors = [.. reading.Actors.Select(a => a.Kind == ActorKind.Person && a.Name.Contains(' ') ? a with { Name = Person(Rare(random, People)) } : a)],
            Places = [.. reading.Places.Select(p => p.Latitude is null || random.Next(2) == 0 ? p : Town(p, Rare(random, Towns)))],
        };
    }

    public static string Person(int number) => $"{Word(number * 2)} {Word(number * 2 + 1)}";

    public static string TownName(int number) => $"Fort {Word(number)}";

    private Random Mixed(int number, int use) => new(HashOf(number, use));

    private int HashOf(int number, int use) => unchecked((number * 31 + use) * 1_000_003 + seed);

    /// <summary>Words in small letters replaced by others as long, so that every span still fits.</summary>
    private static string Reworded(string text, Random random, double share)
    {
        var letters = text.ToCharArray();
        for (var at = 0; at < letters.Length;)
        {
            if (!char.IsLetter(letters[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < letters.Length && char.IsLetter(letters[at])) at++;
            if (at - start < ShortestOther || !char.IsAsciiLetterLower(letters[start]) || random.NextDouble() >= share) continue;
            var word = new Random(Rare(random, Words) * 7919 + at - start);
            for (var i = start; i < at; i++) letters[i] = (char)('a' + word.Next(26));
        }
        return new string(letters);
    }

    /// <summary>Low numbers come often, high ones seldom, as names do.</summary>
    private static int Rare(Random random, int most) => (int)(Math.Pow(random.NextDouble(), 3) * most);

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
