using System.Collections.Frozen;
using Counterclaim.Reading.Numbers;

namespace Counterclaim.Reading.Places;

/// <summary>Words that tell where something is with regard to a named place.</summary>
internal static class RelationWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Bearings = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["north"] = 0,
        ["northern"] = 0,
        ["northeast"] = 45,
        ["northeastern"] = 45,
        ["east"] = 90,
        ["eastern"] = 90,
        ["southeast"] = 135,
        ["southeastern"] = 135,
        ["south"] = 180,
        ["southern"] = 180,
        ["southwest"] = 225,
        ["southwestern"] = 225,
        ["west"] = 270,
        ["western"] = 270,
        ["northwest"] = 315,
        ["northwestern"] = 315,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Units = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["km"] = 1,
        ["kms"] = 1,
        ["kilometre"] = 1,
        ["kilometres"] = 1,
        ["kilometer"] = 1,
        ["kilometers"] = 1,
        ["mile"] = 1.609,
        ["miles"] = 1.609,
        ["mi"] = 1.609,
        ["m"] = 0.001,
        ["metre"] = 0.001,
        ["metres"] = 0.001,
        ["meter"] = 0.001,
        ["meters"] = 0.001,
        ["yards"] = 0.000914,
        ["nm"] = 1.852,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Parts = Set(
        "outskirts suburb suburbs edge edges fringe fringes part parts half district districts quarter quarters neighbourhood neighbourhoods neighborhood neighborhoods centre center heart area areas side countryside "
        + "flank corner end entrance portion section sections sector limits rim bank banks shore shores shoreline");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Waterside = Set("bank banks shore shores shoreline coast coastline side");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Roads = Set("road highway motorway railway railroad line route track pipeline corridor expressway freeway");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fronts = Set("direction directions axis axes front frontline sector sectors salient");

    /// <summary>Degrees clockwise from north; null for no point of the compass.</summary>
    public static int? Bearing(ReadOnlySpan<char> word) => Bearings.TryGetValue(word, out var degrees) ? degrees : null;

    /// <summary>Kilometres in a unit of length; null for another word.</summary>
    public static double? Kilometres(ReadOnlySpan<char> unit) => Units.TryGetValue(unit, out var kilometres) ? kilometres : null;

    /// <summary>A number word up to a hundred, "a", or the middle of what a vague one stands for ("a few", "several"); null for another word.</summary>
    public static double? Number(ReadOnlySpan<char> form)
    {
        const double LargestScale = 100;
        var word = form.ToString();
        if (word.Equals("a", StringComparison.OrdinalIgnoreCase)) return 1;
        if (VagueNumbers.TrySmall(word, out var value)) return value;
        if (VagueNumbers.TryScale(word, out value) && value is > 1 and <= LargestScale) return value;
        return VagueNumbers.TryVague(word, out var low, out var high) && high <= LargestScale ? (low + high) / 2 : null;
    }

    public static bool IsPart(ReadOnlySpan<char> word) => Parts.Contains(word);

    public static bool IsWaterside(ReadOnlySpan<char> word) => Waterside.Contains(word);

    public static bool IsRoad(ReadOnlySpan<char> word) => Roads.Contains(word);

    /// <summary>"the Pokrovsk direction": the part of a front named after a town.</summary>
    public static bool IsFront(ReadOnlySpan<char> word) => Fronts.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
