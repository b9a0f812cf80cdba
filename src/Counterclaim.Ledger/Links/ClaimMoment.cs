using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Links;

/// <summary>Where a claim stands in the order of time, in which no two claims stand alike: the same whenever they came to the ledger.</summary>
/// <param name="AsOf">Seconds, as <c>claims.as_of</c>.</param>
/// <param name="Tie">Tells claims of one time apart: by report, then in the order of its claims.</param>
internal readonly record struct ClaimMoment(long AsOf, long Tie) : IComparable<ClaimMoment>
{
    public static ClaimMoment Of(Claim claim) => new(claim.AsOf is { } asOf ? TimeColumns.Seconds(asOf.From) : TimeColumns.Unknown, TieOf(claim.Ref));

    private static long TieOf(ClaimRef claim)
    {
        const int BitsOfNumber = 16;
        var number = int.TryParse(claim.Assertion.AsSpan().TrimStart('c'), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int)(StoryTerms.HashOf(claim.Assertion) & 0x7FFF);
        return (StoryTerms.HashOf(claim.Report) << BitsOfNumber & long.MaxValue) | (long)(number & ((1 << BitsOfNumber) - 1));
    }

    public int CompareTo(ClaimMoment other) => AsOf != other.AsOf ? AsOf.CompareTo(other.AsOf) : Tie.CompareTo(other.Tie);
}

/// <summary>A claim that another is held against.</summary>
internal sealed record Candidate(long Id, ClaimMoment Moment, Claim Claim);
