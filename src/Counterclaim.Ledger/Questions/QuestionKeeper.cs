using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Questions;

/// <summary>Puts claims to questions as they come: states by what they are the state of, counts and deeds to those they answer one question with (<see cref="QuestionBuilder"/>).</summary>
/// <remarks>A claim costs time in its candidates and the positions of its question, not in the question's claims. Ids stay; of two questions that a claim joins the older one does.</remarks>
internal sealed class QuestionKeeper(WriteSession session)
{
    private readonly QuestionRows _rows = new(session);

    /// <summary>Puts a claim to its question, or begins one with it.</summary>
    /// <param name="candidates">Claims that share a key with it, the nearest in time first.</param>
    /// <param name="before">The question it answered before; its id is taken again where nothing else answers it.</param>
    /// <param name="pinned">The question that people put it to.</param>
    public void Place(PlacedClaim claim, List<(long Id, Claim Claim)> candidates, long? before, long? pinned)
    {
        if (pinned is { } chosen)
        {
            _rows.Add(_rows.Resolve(chosen), claim);
            return;
        }
        if (QuestionBuilder.IsByMatter(claim.Claim.Kind))
        {
            if (QuestionBuilder.MatterOfState(claim.Claim) is { } matter) _rows.Add(OfMatter(matter, claim.Claim.Kind), claim);
            return;
        }
        if (claim.Keys.Count == 0) return;
        var joined = Joined(claim, candidates);
        var question = joined.Count > 0 ? joined.Min() : before is { } former && _rows.IsEmpty(former) ? former : _rows.Begin(null, claim.Claim.Kind);
        foreach (var other in joined.Where(q => q != question)) _rows.Merge(question, other);
        _rows.Add(question, claim);
    }

    /// <summary>Takes claims out of their questions.</summary>
    public IReadOnlyDictionary<long, long> Remove(IReadOnlyCollection<long> claims)
    {
        var answered = _rows.QuestionsOf(claims);
        foreach (var claim in answered.Keys) session.Run("DELETE FROM question_claims WHERE claim = @0", claim);
        foreach (var question in answered.Values.Distinct().Order()) _rows.Count(question);
        return answered;
    }

    private long OfMatter(string matter, string kind) =>
        session.Prepared("SELECT id FROM questions WHERE matter = @0", 1).First(matter) is { } known
            ? _rows.Resolve(Convert.ToInt64(known, CultureInfo.InvariantCulture))
            : _rows.Begin(matter, kind);

    /// <summary>Questions of candidates that answer one question with the claim, as does the question's first claim, so that no chain leads from one happening to another.</summary>
    private SortedSet<long> Joined(PlacedClaim claim, List<(long Id, Claim Claim)> candidates)
    {
        var questions = _rows.QuestionsOf([.. candidates.Select(c => c.Id)]);
        var joined = new SortedSet<long>();
        var refused = new HashSet<long>();
        foreach (var (id, other) in candidates)
        {
            if (!questions.TryGetValue(id, out var question) || joined.Contains(question) || refused.Contains(question) || !AnswerOneQuestion(claim.Claim, other)) continue;
            if (_rows.FirstOf(question) is { } first && first.Id != id && !AnswerOneQuestion(claim.Claim, first.Claim)) refused.Add(question);
            else joined.Add(question);
        }
        return joined;
    }

    private static bool AnswerOneQuestion(Claim one, Claim other) =>
        ClaimComparer.ByTime(one, other) <= 0 ? QuestionBuilder.AnswerOneQuestion(one, other) : QuestionBuilder.AnswerOneQuestion(other, one);
}
