using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;

namespace Counterclaim.Ledger.Briefs;

/// <summary>Numbers quotations in the order they are cut; the same characters have one number.</summary>
internal sealed class BriefReferences
{
    private readonly Dictionary<(string, CodePointRange), int> _numbers = [];
    private readonly List<BriefReference> _all = [];

    public IReadOnlyList<BriefReference> All => _all;

    public BriefPart Quote(Claim claim) => Quote(claim.Report, claim.CodePoints, claim.Exact, claim.Tellers);

    public BriefPart Quote(ToldConsequence told, ConsequencePassage passage) => Quote(told.Report, passage.CodePoints, passage.Exact, told.Tellers);

    private BriefPart Quote(ClaimReport report, CodePointRange points, string exact, IReadOnlyList<ClaimTeller> tellers)
    {
        if (!_numbers.TryGetValue((report.Id, points), out var number))
        {
            _numbers[(report.Id, points)] = number = _all.Count + 1;
            _all.Add(new BriefReference(number, report, points, tellers));
        }
        return new BriefPart(BriefPartKind.Quotation, exact, number);
    }
}
