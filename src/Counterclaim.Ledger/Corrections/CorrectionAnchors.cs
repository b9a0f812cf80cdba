using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Finds what a correction is about, in readings made after it too.</summary>
public static class CorrectionAnchors
{
    /// <summary>The claim on these characters of this kind; else one on them of another kind; else the one of this kind that shares at least half of them. -1 where none does.</summary>
    internal static int FindClaim(IReadOnlyList<Assertion> assertions, CorrectionAnchor anchor)
    {
        int best = -1, most = 0;
        for (var i = 0; i < assertions.Count; i++)
        {
            var assertion = assertions[i];
            if (assertion.Kind is null) continue;
            var sameKind = assertion.Kind == anchor.Kind;
            var score = assertion.Span == anchor.Span ? (sameKind ? int.MaxValue : int.MaxValue - 1)
                : sameKind && 2 * Shared(assertion.Span, anchor.Span) >= Math.Max(assertion.Span.Length, anchor.Span.Length) ? Shared(assertion.Span, anchor.Span) : 0;
            if (score > most) (best, most) = (i, score);
        }
        return best;
    }

    /// <summary>The statement that covers these characters from its first to its last, else the one that shares at least half of them; -1 where none does.</summary>
    internal static int FindStatement(IReadOnlyList<Statement> statements, CorrectionAnchor anchor)
    {
        int best = -1, most = 0;
        for (var i = 0; i < statements.Count; i++)
        {
            var hull = HullOf(statements[i]);
            var shared = Shared(hull, anchor.Span);
            var score = hull == anchor.Span ? int.MaxValue : 2 * shared >= Math.Max(hull.Length, anchor.Span.Length) ? shared : 0;
            if (score > most) (best, most) = (i, score);
        }
        return best;
    }

    /// <summary>From the first character of a statement to its last, holder and cue included.</summary>
    public static TextSpan HullOf(Statement statement) =>
        SpanList.Create([.. statement.Holder, .. statement.Cue, .. statement.Content]) is { IsEmpty: false } all ? all.Hull : new TextSpan(0, 0);

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
