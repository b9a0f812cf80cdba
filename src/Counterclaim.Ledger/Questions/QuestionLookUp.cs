using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Questions;

/// <summary>Which questions a claim answers, and somebody.</summary>
internal sealed class QuestionLookUp(ILedgerDatabase database, DbConnection connection)
{
    private const string Shown = "q.shown = 1 AND q.dismissed = 0";

    /// <summary>Numbers of the questions that a claim answers.</summary>
    public List<long> Of(ClaimRef claim) => connection.Query(
        $"SELECT q.id FROM reports r JOIN claims c ON c.report = r.id JOIN question_claims a ON a.claim = c.id JOIN questions q ON q.id = a.question WHERE r.report_key = @report AND c.local = @claim AND {Shown}",
        r => r.GetInt64(0), new SqlValue("@report", claim.Report), new SqlValue("@claim", claim.Assertion));

    /// <summary>Which claims of a report answer which question.</summary>
    public List<(string Question, string Claim)> Answers(string report) => connection.Query(
        $"SELECT q.id, c.local FROM reports r JOIN claims c ON c.report = r.id JOIN question_claims a ON a.claim = c.id AND a.position <> {QuestionRows.Apart} JOIN questions q ON q.id = a.question WHERE r.report_key = @report AND {Shown} ORDER BY c.id",
        r => (QuestionIds.Shown(r.GetInt64(0)), r.GetString(1)), new SqlValue("@report", report));

    /// <summary>How many answers came to questions with reports that were added since a moment; those without any are left out.</summary>
    /// <param name="since">For each question ("Q12") from when on.</param>
    public Dictionary<string, long> New(IReadOnlyDictionary<string, DateTimeOffset> since)
    {
        var news = new Dictionary<string, long>(StringComparer.Ordinal);
        if (since.Count == 0) return news;
        // Reports are numbered as they come: those added since stand behind the last one that was there.
        var there = connection.Long($"SELECT id FROM reports WHERE added < {since.Values.Min().ToUnixTimeMilliseconds()} ORDER BY id DESC LIMIT 1");
        var questions = since.Keys.Select(QuestionIds.Parse).OfType<long>().ToList();
        foreach (var (question, added, claims) in connection.Query(
            $"SELECT a.question, r.added, COUNT(*) FROM reports r JOIN claims c ON c.report = r.id JOIN question_claims a ON a.claim = c.id WHERE r.id > {there} AND a.question IN {SqlFilter.List(questions)} AND a.position <> {QuestionRows.Apart} GROUP BY a.question, r.id, r.added",
            r => (QuestionIds.Shown(r.GetInt64(0)), r.GetInt64(1), r.GetInt64(2))))
            if (added >= since[question].ToUnixTimeMilliseconds()) news[question] = news.GetValueOrDefault(question) + claims;
        return news;
    }

    /// <summary>The questions that somebody answers as the first teller, with in how many ways: those first that they answer in most, then the most contested.</summary>
    public List<AnsweredQuestion> Of(string actor) => connection.Query(
        $"""
        SELECT q.id, COUNT(DISTINCT a.position) FROM claim_actors ca JOIN claims c ON c.id = ca.claim JOIN statements s ON s.id = c.statement AND s.actor = ca.actor
        JOIN question_claims a ON a.claim = c.id AND a.position <> {QuestionRows.Apart} JOIN questions q ON q.id = a.question
        WHERE ca.actor IN {SqlFilter.List(new NameLookUp(database, connection).Actors(actor))} AND ca.role = {ClaimRows.TellerRole} AND {Shown} GROUP BY q.id, q.weight ORDER BY 2 DESC, q.weight DESC, q.id DESC
        """,
        r => new AnsweredQuestion(QuestionIds.Shown(r.GetInt64(0)), r.GetInt32(1)));
}

/// <summary>A question that somebody answers.</summary>
/// <param name="Id">"Q12".</param>
/// <param name="Ways">How many different answers they gave.</param>
public sealed record AnsweredQuestion(string Id, int Ways);
