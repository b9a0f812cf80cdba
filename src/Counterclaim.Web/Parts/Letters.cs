namespace Counterclaim.Web.Parts;

/// <summary>Label and colour of the n-th speaker or position: a letter always stands beside the colour.</summary>
internal static class Letters
{
    private const int Colours = 7;

    public static string Of(int index) => index < 26 ? ((char)('A' + index)).ToString() : Of(index / 26 - 1) + (char)('A' + index % 26);

    /// <summary>The class that sets the colour; those beyond the palette share a grey.</summary>
    public static string Colour(int index) => index < Colours ? FormattableString.Invariant($"h{index}") : "hx";
}
