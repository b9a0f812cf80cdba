using Counterclaim.Ledger.Questions;

namespace Counterclaim.Ledger.Asking.Lists;

/// <summary>Questions that a claim of the query answers, each whole.</summary>
internal sealed class QuestionList : LedgerList<Question>
{
    private bool _isAskedById;

    protected override string Table => "questions q";

    protected override string Id => "q.id";

    protected override IReadOnlyList<ListOrder> Orders { get; } =
    [
        new("contested", "q.weight", true), new("newest", "q.last_as_of", true), new("oldest", "q.first_as_of", false), new("added", "q.id", true),
    ];

    protected override void Restrict(LedgerQuery query)
    {
        _isAskedById = query.Terms.Any(t => t is { IsNegated: false, Field.Name: "question" });
        base.Restrict(query);
        // One asked for by its id is shown even where people dismissed it, or one answer is left.
        Filter.Must(_isAskedById ? "q.claims > 0" : "q.shown = 1 AND q.dismissed = 0");
    }

    protected override void AddWords(LedgerQuery query) =>
        MustMatch(query, "claim_words", matching => $"q.id IN (SELECT a.question FROM question_claims a WHERE a.claim IN ({matching}))");

    protected override string? Own(QueryTerm term) => term.Field!.Name switch
    {
        "question" => ClaimConditions.Any(term, value => $"q.id = {Conditions.Names.Question(value)}"),
        "kind" => ClaimConditions.Any(term, value => $"q.kind = {Conditions.Term(value)}"),
        _ => null,
    };

    protected override string InReports(string condition) =>
        $"q.id IN (SELECT a.question FROM question_claims a JOIN claims c ON c.id = a.claim JOIN reports r ON r.id = c.report WHERE {condition})";

    protected override string? InClaims(IReadOnlyList<QueryTerm> asked) =>
        asked is [{ IsNegated: false, Field.Name: "place" }] && Conditions.OfKindAndPlace(asked, "", "w.place") is { } condition
            ? $"q.id IN (SELECT w.question FROM question_places w WHERE {condition})" : null;

    protected override string InClaims(string condition) => $"q.id IN (SELECT a.question FROM question_claims a JOIN claims c ON c.id = a.claim WHERE {condition})";

    protected override IReadOnlyList<Question> Rows(List<long> ids) => new QuestionReader(Connection, Terms).Read(ids, _isAskedById);
}
