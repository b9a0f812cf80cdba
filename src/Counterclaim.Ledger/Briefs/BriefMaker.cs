using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Briefs;

/// <summary>Makes the brief of a matter: what is asked on it and how it is answered, what changed last, what is said to depend on what, what publishers say themselves, what is denied.</summary>
internal sealed class BriefMaker(LedgerStore ledger)
{
    private const int MostQuestions = 6, MostPositions = 5, MostAgreed = 4, MostChanges = 5, MostConsequences = 6, MostOwn = 5, MostDenied = 6;

    /// <summary>Claims beyond these, the newest, are not counted into the scope.</summary>
    private const int MostInScope = 5_000;

    private readonly List<BriefSection> _sections = [];
    private readonly BriefReferences _references = new();

    /// <param name="about">A query, the id of a question (Q12), or the name of a place or of somebody.</param>
    public Brief Make(string about)
    {
        var query = QueryOf(about);
        query = query with { Terms = [.. query.Terms.Where(t => t.Field is not { Name: "sort" })] }; // every part has an order of its own
        var claims = ledger.Claims(query, new PageRequest(MostInScope));
        var questions = ledger.Questions(query, new PageRequest(MostQuestions + MostAgreed + PageRequest.DefaultLimit)).Items;
        Question[] open = [.. questions.Where(q => q.Contested > 0)], agreed = [.. questions.Where(q => q.Contested == 0)];
        AddQuestions("Where the sources stand apart", open, MostQuestions);
        AddQuestions("Where several origins agree", agreed, MostAgreed);
        AddChanges(questions);
        AddConsequences(ledger.Consequences(query));
        AddClaims("What publishers assert in their own voice", query, "voice:own", MostOwn, c => c.Loaded.Count > 0 ? " — in words that judge" : "");
        AddClaims("What is denied, or not committed to", query, "stance:denies,held_back", MostDenied, c => c.Stance == ClaimStance.Denies ? " — denied" : " — not committed to");
        var title = IsQuestion(about) && questions.Count > 0 ? questions[0].Wording : about;
        return new Brief(title.Length == 0 ? "Everything" : title, query.Text, ScopeOf(claims), _sections, _references.All);
    }

    private LedgerQuery QueryOf(string about)
    {
        about = about.Trim();
        if (IsQuestion(about)) return QueryParser.Parse("question:" + about);
        if (about.Length == 0 || about.Contains(':', StringComparison.Ordinal) || about.Contains('"', StringComparison.Ordinal)) return QueryParser.Parse(about);
        foreach (var field in (string[])["place", "actor"])
        {
            var query = QueryParser.Parse($"{field}:\"{about}\"");
            if (ledger.Claims(query, new PageRequest(1)).Total > 0) return query;
        }
        return QueryParser.Parse(about);
    }

    private static bool IsQuestion(string about) => about.Length > 1 && about[0] is 'Q' && about.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private void AddQuestions(string heading, Question[] questions, int most)
    {
        var items = new List<BriefItem>();
        foreach (var question in questions.Take(most))
        {
            var apart = question.Apart.Count > 0 ? FormattableString.Invariant($" ({question.Apart.Count} more not committed to, or merely possible)") : "";
            items.Add(Item(0, new BriefPart(BriefPartKind.Strong, question.Wording), Words(apart)));
            foreach (var position in question.Positions.Take(MostPositions))
            {
                var first = position.Claims[0];
                items.Add(Item(1,
                    new BriefPart(BriefPartKind.Strong, position.Label), Words($": {Count(position.Origins, "independent origin")}, first {Teller(first)}{(position.Since is { } since ? ", " + Day(since) : "")}: "), _references.Quote(first)));
            }
            if (question.Positions.Count > MostPositions) items.Add(Item(1, Words($"and {question.Positions.Count - MostPositions} more answers")));
        }
        if (questions.Length > most) items.Add(Item(0, Words(FormattableString.Invariant($"and {questions.Length - most} more questions"))));
        Add(heading, items);
    }

    /// <summary>The answers that were first given last.</summary>
    private void AddChanges(IReadOnlyList<Question> questions)
    {
        var changes = questions.SelectMany(q => q.Positions.Select(p => (Question: q, Position: p))).Where(c => c.Position.Since is not null)
            .OrderByDescending(c => c.Position.Since).ThenBy(c => c.Question.Key, StringComparer.Ordinal).ThenBy(c => c.Position.Label, StringComparer.Ordinal).Take(MostChanges);
        Add("What was answered anew last", [.. changes.Select(c => Item(0,
            Words($"{Day(c.Position.Since!.Value)}: {c.Question.Wording} "), new BriefPart(BriefPartKind.Strong, c.Position.Label), Words($", {Teller(c.Position.Claims[0])}: "), _references.Quote(c.Position.Claims[0])))]);
    }

    private void AddConsequences(ConsequenceMap map)
    {
        var items = new List<BriefItem>();
        foreach (var edge in map.Edges.Take(MostConsequences))
        {
            var told = edge.Told[0];
            var stance = told.Stance switch { ClaimStance.Denies => ", who denies it", ClaimStance.HeldBack => ", who does not commit to it", _ => "" };
            items.Add(Item(0,
                _references.Quote(told, told.Cause), Words($" {RelationWords(edge.Relation)} "), _references.Quote(told, told.Effect), Words($" — {Count(edge.Origins, "independent origin")}, first {Teller(told.FirstTeller, told.Report)}{stance}")));
        }
        if (map.Edges.Count > MostConsequences) items.Add(Item(0, Words(FormattableString.Invariant($"and {map.Edges.Count - MostConsequences} more"))));
        Add("What is said to follow from what", items);
    }

    private static string RelationWords(Model.ConsequenceRelation relation) => relation switch
    {
        Model.ConsequenceRelation.Cause => "leads to",
        Model.ConsequenceRelation.Condition => "if so, then",
        Model.ConsequenceRelation.Enable => "makes possible",
        _ => "prevents",
    };

    private void AddClaims(string heading, LedgerQuery query, string also, int most, Func<Claim, string> remark)
    {
        var narrowed = QueryParser.Parse(also + " sort:newest");
        var page = ledger.Claims(new LedgerQuery($"{query.Text} {narrowed.Text}", [.. query.Terms, .. narrowed.Terms]), new PageRequest(most));
        List<BriefItem> items = [.. page.Items.DistinctBy(c => (c.Report.Id, c.CodePoints, c.FirstTeller.Statement)).Select(c => Item(0, Words($"{Teller(c)}{(c.AsOf is { } asOf ? ", " + Day(asOf.From) : "")}: "), _references.Quote(c), Words(remark(c))))];
        if (page.Total > most) items.Add(Item(0, Words(FormattableString.Invariant($"and {page.Total - most} more"))));
        Add(heading, items);
    }

    private void Add(string heading, List<BriefItem> items)
    {
        if (items.Count > 0) _sections.Add(new BriefSection(heading, items));
    }

    private static string ScopeOf(Page<Claim> claims)
    {
        if (claims.Total == 0) return "No claim fits.";
        var reports = claims.Items.Select(c => c.Report.Id).Distinct(StringComparer.Ordinal).Count();
        var outlets = claims.Items.Select(c => c.Report.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var days = claims.Items.Select(c => c.AsOf?.From).OfType<DateTime>().ToList();
        var period = days.Count == 0 ? "" : days.Min().Date == days.Max().Date ? $", {Day(days.Min())}" : $", {Day(days.Min())} to {Day(days.Max())}";
        var newest = claims.Total > claims.Items.Count ? FormattableString.Invariant($" (counted over the newest {claims.Items.Count})") : "";
        return $"{Count(claims.Total, "claim")} of {Count(reports, "report")} by {Count(outlets, "outlet")}{period}{newest}";
    }

    private static BriefItem Item(int depth, params IEnumerable<BriefPart> parts) => new(depth, [.. parts.Where(p => p.Text.Length > 0)]);

    private static BriefPart Words(string text) => new(BriefPartKind.Words, text);

    private static string Teller(Claim claim) => Teller(claim.FirstTeller, claim.Report);

    private static string Teller(ClaimTeller teller, ClaimReport report)
    {
        var outlet = report.Outlet is { Length: > 0 } named ? named : "an unnamed publisher";
        return teller.IsPublisher ? outlet : $"{(teller.Name.Length > 0 ? teller.Name : "somebody unnamed")} in {outlet}";
    }

    private static string Day(DateTime day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
