using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Attribution;

/// <summary>
/// "The town is encircled. Officials deny this." What a bare pronoun denies is the nearest proposition before it, be it the publisher's own: a link to a
/// statement farther off gives way to one to the publisher's assertion.
/// </summary>
internal static class OwnVoiceDenials
{
    private const int LongestPointer = 2, SentencesBack = 1;

    /// <summary>The links, with those that such denials have.</summary>
    /// <param name="statements">In text order; all spans in UTF-16 offsets.</param>
    public static IReadOnlyList<Link> Link(Analysis analysis, IReadOnlyList<Statement> statements, IReadOnlyList<Assertion> assertions, IReadOnlyList<Link> links)
    {
        List<Link>? changed = null;
        foreach (var statement in statements)
        {
            if (statement.Act != SpeechAct.Deny || statement.NegatedOrHypothetical || !IsPointer(analysis, statement.Content) || Begin(statement) is not { } begin) continue;
            if (Nearest(analysis, assertions, begin) is not { } denied) continue;
            var now = changed ?? links;
            var existing = now.FirstOrDefault(l => l.From == statement.Id && l.Relation == LinkRelation.Denies);
            if (existing is not null && EndOf(statements, existing.To) >= denied.Span.End) continue;
            changed ??= [.. links];
            if (existing is not null) changed.Remove(existing);
            changed.Add(new Link(statement.Id, denied.Id, LinkRelation.Denies));
        }
        return changed ?? links;
    }

    private static bool IsPointer(Analysis analysis, SpanList content)
    {
        if (content.Count != 1 || analysis.TokensIn(content[0]) is not { IsEmpty: false, Count: <= LongestPointer } tokens) return false;
        return analysis.Upos[tokens.Start] is Upos.Pron or Upos.Det && analysis.Form(tokens.Start) is "this" or "that" or "it";
    }

    private static int? Begin(Statement statement)
    {
        if (statement.Cue.IsEmpty) return null;
        return statement.Holder.IsEmpty ? statement.Cue[0].Start : Math.Min(statement.Cue[0].Start, statement.Holder[0].Start);
    }

    private static Assertion? Nearest(Analysis analysis, IReadOnlyList<Assertion> assertions, int before)
    {
        Assertion? nearest = null;
        foreach (var assertion in assertions)
            if (assertion.Voice == Voice.Own && assertion.Span.End <= before && (nearest is null || assertion.Span.End > nearest.Span.End)) nearest = assertion;
        if (nearest is null || analysis.TokensIn(nearest.Span) is not { IsEmpty: false } said || analysis.TokensIn(new TextSpan(before, analysis.Text.Length)) is not { IsEmpty: false } rest) return null;
        return analysis.SentenceOf[rest.Start] - analysis.SentenceOf[said.End - 1] <= SentencesBack ? nearest : null;
    }

    private static int EndOf(IReadOnlyList<Statement> statements, string id)
    {
        foreach (var statement in statements)
            if (statement.Id == id) return statement.Content.IsEmpty ? 0 : statement.Content[^1].End;
        return 0;
    }
}
