using Counterclaim.Model;

namespace Counterclaim.Ledger.Identity;

/// <summary>One actor of one report, by the report's id and the characters of its first mention.</summary>
/// <remarks>
/// A reading made with a newer model may number actors anew, but not the characters of the report: a decision that people took about a reference
/// is found again as long as some actor is still mentioned there.
/// </remarks>
public readonly record struct ActorRef(string Report, TextSpan Anchor) : IComparable<ActorRef>
{
    public int CompareTo(ActorRef other)
    {
        var byReport = string.CompareOrdinal(Report, other.Report);
        return byReport != 0 ? byReport : Anchor.CompareTo(other.Anchor);
    }

    public override string ToString() => FormattableString.Invariant($"{Report}#{Anchor.Start}-{Anchor.End}");
}
