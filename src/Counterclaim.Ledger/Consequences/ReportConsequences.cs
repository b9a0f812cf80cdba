using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Consequences;

/// <summary>Makes consequences of one report complete in themselves: words, claims, tellers.</summary>
/// <param name="claims">All claims of the report.</param>
/// <param name="chains">The chains of tellers of its statements, the publisher left out, outermost first; with when they say so.</param>
/// <param name="origin">The report whose text it prints; itself where that is its own.</param>
internal sealed class ReportConsequences(Model.Reading reading, IReadOnlyList<Claim> claims, IReadOnlyDictionary<string, (IReadOnlyList<ClaimTeller> Tellers, ClaimTime? Said)> chains, string origin)
{
    private readonly CodePointMap _points = new(reading.Report.Text);
    private readonly ClaimReport _report = ClaimReport.Of(reading.Report);

    public List<ToldConsequence> Of(IEnumerable<(Consequence Consequence, int Ordinal)> consequences) => [.. consequences.Select(c => Of(c.Consequence, c.Ordinal))];

    private ToldConsequence Of(Consequence consequence, int ordinal)
    {
        var chain = consequence.Statement is { } statement && chains.TryGetValue(statement, out var told) ? told : ([], null);
        IReadOnlyList<ClaimTeller> tellers = [new ClaimTeller(_report.Outlet ?? ""), .. chain.Tellers];
        return new ToldConsequence(
            FormattableString.Invariant($"{reading.Report.Id}/k{ordinal + 1}"), _report, PassageOf(consequence.Cause, consequence.Statement), PassageOf(consequence.Effect, consequence.Statement),
            consequence.Relation, consequence.Marker.TextIn(reading.Report.Text), consequence.Certainty, tellers)
        {
            AsOf = chain.Said?.Interval ?? _report.PublishedInterval,
            Origin = ClaimOrigin.Of(tellers[^1], origin),
        };
    }

    private ConsequencePassage PassageOf(TextSpan span, string? statement) => new(
        span, new CodePointRange(_points.ToCodePoint(span.Start), _points.ToCodePoint(span.End)), span.In(reading.Report.Text).ToString(), ClaimIn(span, statement))
    {
        HasName = reading.Places.Any(p => span.Contains(p.Span)) || reading.Actors.Any(a => a.Kind != ActorKind.Group && a.Mentions.Any(m => span.Contains(m) && char.IsUpper(reading.Report.Text[m.Start]))),
    };

    /// <summary>The claim of the same telling that shares most with the passage, half of the shorter at least.</summary>
    private Claim? ClaimIn(TextSpan span, string? statement)
    {
        Claim? best = null;
        var most = 0;
        foreach (var claim in claims)
        {
            if (claim.FirstTeller.Statement != statement || claim.Review == ReviewState.Rejected) continue;
            var shared = Math.Min(claim.Span.End, span.End) - Math.Max(claim.Span.Start, span.Start);
            if (shared > most && 2 * shared >= Math.Min(claim.Span.Length, span.Length)) (best, most) = (claim, shared);
        }
        return best;
    }
}
