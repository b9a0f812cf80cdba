using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Ledger.Claims;

/// <summary>What surrounds a claim in its report, as far as it helps to tell whether two claims are about one matter.</summary>
/// <param name="Place">Where the words before the clause are set, for a clause that names no place; null where none is named.</param>
/// <param name="Time">When the words around it are set, for a clause that names no time.</param>
/// <param name="Happening">What was hit and by what means, as the clause itself shows.</param>
/// <param name="Around">The same, as the words around the clause show.</param>
/// <param name="Scope">Over what a count is taken.</param>
/// <param name="IsPart">Of a count: whether it counts a part only, because it says so ("among them", "a further nine"), or because the report counts more of the same.</param>
/// <param name="IsGrowing">Of a count: whether it is told as one that grows ("has risen to").</param>
/// <param name="Companions">Of a count: the other counts told beside it ("killed=6" of "injured 32"): where they agree, two reports speak of one happening.</param>
public sealed record ClaimSetting(ClaimPlace? Place, ClaimTime? Time, Happening Happening, Happening Around, CountScope Scope, bool IsPart, bool IsGrowing, IReadOnlyList<string> Companions)
{
    public static ClaimSetting None { get; } = new(null, null, Happening.Unknown, Happening.Unknown, CountScope.Happening, false, false, []);
}
