namespace Counterclaim.Ledger.Claims;

/// <summary>How the values of a claim's enumerations are spelt wherever they are written or asked for.</summary>
public static class ClaimNames
{
    private static readonly string[] Stances = ["asserts", "denies", "held_back"];
    private static readonly string[] Reviews = ["proposed", "confirmed", "rejected"];

    public static string Of(ClaimStance value) => Stances[(int)value];

    public static string Of(ReviewState value) => Reviews[(int)value];

    public static ClaimStance Stance(string name) => (ClaimStance)Index(Stances, name);

    public static ReviewState Review(string name) => (ReviewState)Index(Reviews, name);

    private static int Index(string[] names, string name) =>
        Array.IndexOf(names, name) is >= 0 and var index ? index : throw new InvalidDataException($"\"{name}\" is none of {string.Join(", ", names)}.");

    /// <summary>All spellings of an enumeration, in its order.</summary>
    internal static IReadOnlyList<string> AllOf<T>(Func<T, string> name) where T : struct, Enum => [.. Enum.GetValues<T>().Select(name)];
}

/// <summary>Enumerations looked up by their spelling, once.</summary>
internal static class Spelling<T> where T : struct, Enum
{
    private static Dictionary<string, T>? _values;

    public static T Value(Func<T, string> name, string spelt)
    {
        var values = _values ??= Enum.GetValues<T>().ToDictionary(name, StringComparer.Ordinal);
        return values.TryGetValue(spelt, out var value) ? value : throw new InvalidDataException($"\"{spelt}\" is none of {string.Join(", ", values.Keys)}.");
    }
}
