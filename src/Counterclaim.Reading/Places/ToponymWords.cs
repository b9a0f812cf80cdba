using System.Collections.Frozen;
using Counterclaim.Reading.Data;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Words beside names that tell whether and what kind of place they name.</summary>
internal static class ToponymWords
{
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Common =
        DataFile.Lines("places/common-words.txt").Select(l => l.Text).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, ToponymKind>.AlternateLookup<ReadOnlySpan<char>> Types = BuildTypes();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "mr mrs ms dr sir lord lady president minister premier chancellor king queen prince princess general gen colonel col major maj captain capt lt lieutenant sgt sergeant "
        + "admiral senator sen rep congressman congresswoman governor gov mayor judge justice professor prof secretary ambassador pope bishop rev reverend father sheikh ayatollah "
        + "imam spokesman spokeswoman spokesperson analyst coach actor actress singer officer detective commander dame madam director chairman");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Locatives = Set("in near at around outside inside across throughout within toward towards into through via beyond");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WeakLocatives = Set("from to of over between along off and");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Compass = Set(
        "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern "
        + "north-east north-west south-east south-west upper lower downtown mainland rural greater occupied");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inner = Set("of the and de del la le les el al as ash ar az ad an at ed es ez er en der des du da do dos di am upon on sur san by ul y e in bin");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Papers = Set(
        "times post news journal tribune herald globe today review magazine daily sun wire courier gazette chronicle observer telegraph mail standard voice star examiner "
        + "inquirer register weekly radio tv television dispatch mirror independent bulletin monitor agency");

    /// <summary>A word that ends the name of a paper, station or agency.</summary>
    public static bool IsPaper(ReadOnlySpan<char> word) => char.IsUpper(word[0]) && Papers.Contains(word);

    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word.TrimEnd('.'));

    public static bool IsLocative(ReadOnlySpan<char> word) => Locatives.Contains(word);

    public static bool IsWeakLocative(ReadOnlySpan<char> word) => WeakLocatives.Contains(word);

    public static bool IsCompass(ReadOnlySpan<char> word) => Compass.Contains(word);

    /// <summary>A word in small letters that may stand inside a name.</summary>
    public static bool IsInner(ReadOnlySpan<char> word) => Inner.Contains(word);

    /// <summary>The kind of place a common noun names; null for other words.</summary>
    public static ToponymKind? TypeOf(ReadOnlySpan<char> word) => Types.TryGetValue(word, out var kind) ? kind : null;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, ToponymKind>.AlternateLookup<ReadOnlySpan<char>> BuildTypes()
    {
        (ToponymKind Kind, string Words)[] table =
        [
            (ToponymKind.Region, "oblast province region governorate state prefecture department krai republic voivodeship canton emirate"),
            (ToponymKind.District, "district county raion municipality parish township borough"),
            (ToponymKind.City, "city capital metropolis"),
            (ToponymKind.Town, "town"),
            (ToponymKind.Village, "village hamlet settlement"),
            (ToponymKind.Neighbourhood, "neighbourhood neighborhood suburb quarter suburbs outskirts"),
            (ToponymKind.Sea, "sea ocean gulf bay"),
            (ToponymKind.Strait, "strait straits channel"),
            (ToponymKind.River, "river creek"),
            (ToponymKind.Lake, "lake reservoir lagoon"),
            (ToponymKind.Island, "island islands isle archipelago atoll"),
            (ToponymKind.Mountain, "mountain mountains mount hills hill peak range ridge"),
            (ToponymKind.Desert, "desert"),
            (ToponymKind.Peninsula, "peninsula cape"),
            (ToponymKind.Canal, "canal"),
            (ToponymKind.Area, "valley basin plateau plain plains delta coast highlands corridor strip heights axis sector front enclave direction directions agglomeration"),
            (ToponymKind.Crossing, "crossing bridge checkpoint"),
            (ToponymKind.Facility, "airport airfield airbase base port harbour harbor station hospital school university college stadium plant refinery prison church mosque cathedral dam "
                + "park museum hotel square palace embassy center centre garrison forest cemetery theatre theater library arena"),
            (ToponymKind.Camp, "camp"),
            (ToponymKind.Road, "street road avenue highway boulevard lane drive route motorway way st. st ave ave. rd rd. blvd hwy"),
        ];
        var types = new Dictionary<string, ToponymKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, words) in table)
            foreach (var word in words.Split(' ')) types[word] = kind;
        return types.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
