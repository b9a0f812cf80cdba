using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Store;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Questions;

/// <summary>Writes questions: their claims, the counts of each position, and how contested they are.</summary>
internal sealed class QuestionRows(WriteSession session)
{
    /// <summary>The first claims, of which a question's wording is made.</summary>
    private const int WordedBy = 24;

    /// <summary>Positions weighed against each other: those with most origins.</summary>
    private const int MostWeighed = 32;

    /// <summary>What a position of a claim is that commits to nothing.</summary>
    public const long Apart = 0;

    public long Begin(string? matter, string kind)
    {
        var id = session.NextId("questions");
        session.Insert(
            "questions", "id, matter, kind, shown, dismissed, contested, weight, origins, claims, apart, told, first_as_of, last_as_of",
            id, matter, session.Term(kind), 0, 0, 0.0, 0.0, 0, 0, 0, 0, long.MaxValue, TimeColumns.Unknown);
        return id;
    }

    /// <summary>The question that an id leads to.</summary>
    public long Resolve(long question)
    {
        const int LongestWay = 32;
        for (var steps = 0; steps < LongestWay; steps++)
        {
            if (session.Prepared("SELECT COALESCE(merged, joined) FROM questions WHERE id = @0", 1).First(question) is not { } next) return question;
            question = Convert.ToInt64(next, CultureInfo.InvariantCulture);
        }
        return question;
    }

    /// <summary>The row of what states are the state of.</summary>
    public long OfMatter(string matter, string kind) =>
        session.Prepared("SELECT id FROM questions WHERE matter = @0", 1).First(matter) is { } known ? Convert.ToInt64(known, CultureInfo.InvariantCulture) : Begin(matter, kind);

    public bool IsOfMatter(long question) => session.Prepared("SELECT matter FROM questions WHERE id = @0", 1).First(question) is not null;

    /// <summary>The questions that claims belong to of themselves, whatever people merged; those that people put elsewhere are left out.</summary>
    public Dictionary<long, long> HomesOf(IReadOnlyCollection<long> claims) => claims.Count == 0 ? [] : session.Connection
        .Query($"SELECT claim, home FROM question_claims WHERE claim IN {SqlFilter.List(claims)} AND home IS NOT NULL", r => (Claim: r.GetInt64(0), Home: r.GetInt64(1))).ToDictionary(q => q.Claim, q => q.Home);

    public List<long> MembersOf(long home) => session.Prepared("SELECT claim FROM question_claims WHERE home = @0 ORDER BY as_of, tie", 1).Rows(r => r.GetInt64(0), home);

    /// <summary>The earliest claim that belongs to a question; null where none does.</summary>
    public Candidate? FirstOf(long home)
    {
        var found = session.Prepared("SELECT claim, as_of, tie FROM question_claims WHERE home = @0 ORDER BY as_of, tie LIMIT 1", 1).Rows(r => (Id: r.GetInt64(0), Moment: new ClaimMoment(r.GetInt64(1), r.GetInt64(2))), home);
        return found is [var (id, moment)] && session.ClaimsOf([id]).TryGetValue(id, out var claim) ? new Candidate(id, moment, claim) : null;
    }

    /// <summary>Makes a row stand for a question of the kind, though it may have led to another before.</summary>
    public void Lead(long row, string kind)
    {
        var term = session.Term(kind);
        if (session.Prepared("SELECT 1 FROM questions WHERE id = @0 AND (kind <> @1 OR merged IS NOT NULL)", 2).First(row, term) is not null)
            session.Run("UPDATE questions SET kind = @1, merged = NULL WHERE id = @0", row, term);
    }

    /// <summary>Lets a row that nothing belongs to any more lead to the question that its first claim went to; words that people gave it go with it.</summary>
    public void LeadOn(long row, long to)
    {
        if (MembersOf(row).Count > 0) return;
        session.Run("UPDATE questions SET merged = @1 WHERE id = @0", row, to);
        session.Run("UPDATE questions SET title = COALESCE(title, (SELECT title FROM questions WHERE id = @1)) WHERE id = @0", to, row);
    }

    /// <summary>Puts a claim to another question.</summary>
    /// <returns>The question it answered before; null where nothing changed.</returns>
    public long? Move(long claim, long home, long question)
    {
        var (before, was) = session.Prepared("SELECT question, home FROM question_claims WHERE claim = @0", 1).Rows(r => (r.GetInt64(0), r.LongOrNull(1)), claim)[0];
        if (before == question && was == home) return null;
        session.Run("UPDATE question_claims SET question = @1, home = @2 WHERE claim = @0", claim, question, home);
        return before;
    }

    /// <summary>Puts a claim that answers no question yet to one.</summary>
    /// <param name="home">The question it belongs to of itself; null where people put it there.</param>
    /// <param name="isCounted">False where the question's claims will be counted anew.</param>
    public void Add(long question, long? home, PlacedClaim placed, bool isCounted)
    {
        var claim = placed.Claim;
        var position = QuestionMaker.IsCommitted(claim) ? StoryTerms.HashOf(PositionKeys.Of(claim)) : Apart;
        var origin = StoryTerms.HashOf(ClaimOrigin.Of(claim));
        var window = ClaimWindow.Of(claim);
        var isNewOrigin = session.Prepared("SELECT 1 FROM question_claims WHERE question = @0 AND position = @1 AND origin = @2 LIMIT 1", 3).First(question, position, origin) is null;
        session.Insert(
            "question_claims", "claim, question, home, position, origin, as_of, tie, window_from, window_to, told",
            placed.Id, question, home, position, origin, placed.Moment.AsOf, placed.Moment.Tie, window is { } w ? TimeColumns.Seconds(w.From) : null, window is { } v ? TimeColumns.Seconds(v.To) : null, window?.IsTold == true ? 1 : 0);
        if (!isCounted) return;
        session.Run(
            "INSERT INTO question_places (place, question, claims) SELECT set_at, @1, 1 FROM claims WHERE id = @0 AND set_at IS NOT NULL ON CONFLICT (place, question) DO UPDATE SET claims = question_places.claims + 1",
            placed.Id, question);
        if (position == Apart)
        {
            session.Run("UPDATE questions SET apart = apart + 1 WHERE id = @0", question);
            return;
        }
        AddToPosition(question, position, placed, isNewOrigin);
        var state = session.Prepared("SELECT claims, told, window_from, window_to, first_as_of, worded_to FROM questions WHERE id = @0", 1)
            .Rows(r => (Claims: r.GetInt64(0), Told: r.GetInt32(1) != 0, From: r.LongOrNull(2), To: r.LongOrNull(3), First: r.GetInt64(4), WordedTo: r.LongOrNull(5)), question)[0];
        var (told, from, to) = Wider(state.Told, state.From, state.To, window);
        session.Run(
            "UPDATE questions SET claims = claims + 1, told = @1, window_from = @2, window_to = @3, first_as_of = @4, last_as_of = CASE WHEN last_as_of > @5 THEN last_as_of ELSE @5 END WHERE id = @0",
            question, told ? 1 : 0, from, to, Math.Min(state.First, placed.Moment.AsOf), placed.Moment.AsOf);
        Weigh(question, reword: state.Claims < WordedBy || state.WordedTo is null || placed.Moment.AsOf <= state.WordedTo);
    }

    /// <summary>Puts the claims of a question that people merged with others, and no longer do, back to those they belong to.</summary>
    public void SendHome(long question)
    {
        var homes = session.Prepared("SELECT DISTINCT home FROM question_claims WHERE question = @0 AND home IS NOT NULL", 1).Rows(r => r.GetInt64(0), question);
        foreach (var home in homes)
        {
            var own = Resolve(home);
            if (own == question) continue;
            session.Run("UPDATE question_claims SET question = @0 WHERE home = @1", own, home);
            Count(own);
        }
        Count(question);
    }

    /// <summary>Counts a question's claims anew, after some have left it.</summary>
    public void Count(long question)
    {
        session.Run("DELETE FROM question_positions WHERE question = @0", question);
        session.Run("DELETE FROM question_places WHERE question = @0", question);
        session.Run(
            "INSERT INTO question_places (place, question, claims) SELECT c.set_at, a.question, COUNT(*) FROM question_claims a JOIN claims c ON c.id = a.claim WHERE a.question = @0 AND c.set_at IS NOT NULL GROUP BY c.set_at, a.question",
            question);
        var rows = session.Prepared("SELECT position, COUNT(*), COUNT(DISTINCT origin), MIN(as_of), MAX(as_of) FROM question_claims WHERE question = @0 GROUP BY position ORDER BY position", 1)
            .Rows(r => (Position: r.GetInt64(0), Claims: r.GetInt64(1), Origins: r.GetInt64(2), Since: r.GetInt64(3), Last: r.GetInt64(4)), question);
        foreach (var row in rows.Where(r => r.Position != Apart))
        {
            var first = session.Prepared("SELECT claim FROM question_claims WHERE question = @0 AND position = @1 ORDER BY as_of, tie LIMIT 1", 2).First(question, row.Position);
            session.Insert("question_positions", PositionColumns, question, row.Position, first, row.Claims, row.Origins, row.Since, row.Last);
        }
        var committed = rows.Where(r => r.Position != Apart).ToList();
        var told = session.Prepared("SELECT told, MIN(window_from), MAX(window_to) FROM question_claims WHERE question = @0 AND position <> 0 AND window_from IS NOT NULL GROUP BY told ORDER BY told DESC", 1)
            .Rows(r => (Told: r.GetInt32(0), From: r.GetInt64(1), To: r.GetInt64(2)), question);
        session.Run(
            "UPDATE questions SET claims = @1, apart = @2, told = @3, window_from = @4, window_to = @5, first_as_of = @6, last_as_of = @7 WHERE id = @0",
            question, committed.Sum(r => r.Claims), rows.Where(r => r.Position == Apart).Sum(r => r.Claims), told.Count > 0 ? told[0].Told : 0, told.Count > 0 ? told[0].From : null, told.Count > 0 ? told[0].To : null,
            committed.Count > 0 ? committed.Min(r => r.Since) : long.MaxValue, committed.Count > 0 ? committed.Max(r => r.Last) : TimeColumns.Unknown);
        Weigh(question, reword: true);
    }

    private const string PositionColumns = "question, position, first_claim, claims, origins, since, last";

    private void AddToPosition(long question, long position, PlacedClaim placed, bool isNewOrigin)
    {
        var (asOf, _) = placed.Moment;
        var known = session.Prepared("SELECT p.since, a.tie FROM question_positions p JOIN question_claims a ON a.claim = p.first_claim WHERE p.question = @0 AND p.position = @1", 2)
            .Rows(r => new ClaimMoment(r.GetInt64(0), r.GetInt64(1)), question, position);
        if (known.Count == 0)
        {
            session.Insert("question_positions", PositionColumns, question, position, placed.Id, 1, 1, asOf, asOf);
            return;
        }
        session.Run(
            "UPDATE question_positions SET claims = claims + 1, origins = origins + @2, last = CASE WHEN last > @3 THEN last ELSE @3 END WHERE question = @0 AND position = @1",
            question, position, isNewOrigin ? 1 : 0, asOf);
        if (placed.Moment.CompareTo(known[0]) < 0) session.Run("UPDATE question_positions SET since = @2, first_claim = @3 WHERE question = @0 AND position = @1", question, position, asOf, placed.Id);
    }

    /// <summary>The stretch of time that a question's claims tell of: where some say so themselves, theirs.</summary>
    private static (bool Told, long? From, long? To) Wider(bool told, long? from, long? to, ClaimWindow? window)
    {
        if (window is not { } added || told && !added.IsTold) return (told, from, to);
        var (start, end) = (TimeColumns.Seconds(added.From), TimeColumns.Seconds(added.To));
        if (from is null || added.IsTold && !told) return (added.IsTold, start, end);
        return (told, Math.Min(from.Value, start), Math.Max(to!.Value, end));
    }

    /// <summary>How contested a question is, whether it is one at all, and its wording.</summary>
    private void Weigh(long question, bool reword)
    {
        var positions = session.Prepared($"SELECT first_claim, origins FROM question_positions WHERE question = @0 ORDER BY origins DESC, since, position LIMIT {MostWeighed}", 1)
            .Rows(r => (First: r.GetInt64(0), Origins: r.GetInt32(1)), question);
        var origins = positions.Sum(p => p.Origins);
        var contested = 0.0;
        if (positions.Count > 1)
        {
            var firsts = session.ClaimsOf([.. positions.Select(p => p.First)]);
            contested = QuestionMaker.Contested([.. positions.Select(p => (firsts[p.First], p.Origins))]);
        }
        var shown = positions.Count > 1 || positions.Count == 1 && origins > 1;
        contested = Math.Round(contested, 6);
        session.Run("UPDATE questions SET contested = @1, weight = @2, origins = @3, shown = @4 WHERE id = @0", question, contested, contested + Math.Min(origins, 9999) * 1e-11, origins, shown ? 1 : 0);
        if (reword && shown) Word(question);
    }

    private void Word(long question)
    {
        var first = FirstClaims(question);
        session.Run("UPDATE questions SET wording = @1, worded_to = @2 WHERE id = @0", question, QuestionWording.Of(first), first.Count < WordedBy ? null : first.Max(c => ClaimMoment.Of(c).AsOf));
    }

    private List<Claim> FirstClaims(long question)
    {
        var ids = session.Prepared($"SELECT claim FROM question_claims WHERE question = @0 AND position <> 0 ORDER BY as_of, tie LIMIT {WordedBy}", 1).Rows(r => r.GetInt64(0), question);
        var claims = session.ClaimsOf(ids);
        return [.. ids.Where(claims.ContainsKey).Select(id => claims[id]).Order(Comparer<Claim>.Create(ClaimComparer.ByTime))];
    }
}

/// <summary>Numbers of questions as people see them.</summary>
public static class QuestionIds
{
    public static string Shown(long id) => "Q" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number; null for anything that is no such id.</summary>
    public static long? Parse(string shown) =>
        shown.Length > 1 && shown[0] is 'Q' or 'q' && long.TryParse(shown.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
