using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Questions;

/// <summary>Reads questions back with their positions and claims.</summary>
internal sealed class QuestionReader(DbConnection connection, Terms terms)
{
    /// <summary>Claims shown with the questions of one page together, and with each position at least and at most: the first ones.</summary>
    private const int MostClaims = 1_200;
    private const int LeastOfPosition = 4;
    private const int MostOfPosition = 300;

    /// <summary>The questions of these numbers, in their order.</summary>
    /// <param name="history">Whether to tell how their answers came, day by day.</param>
    public IReadOnlyList<Question> Read(IReadOnlyList<long> ids, bool history)
    {
        terms.Follow(connection);
        var rows = connection.Query(
            $"SELECT id, matter, kind, COALESCE(title, wording), title, dismissed, contested, apart, window_from, window_to FROM questions WHERE id IN {SqlFilter.List([.. ids])}", Row).ToDictionary(r => r.Id);
        var positions = connection.Query(
            $"SELECT question, position, claims, origins, since, last FROM question_positions WHERE question IN {SqlFilter.List([.. ids])} ORDER BY question, since, position", PositionRow.Of);
        var most = Math.Clamp(MostClaims / Math.Max(1, positions.Count), LeastOfPosition, MostOfPosition);
        var claims = positions.ToDictionary(p => (p.Question, p.Position), p => ClaimIds(p.Question, p.Position, most));
        foreach (var row in rows.Values.Where(r => r.Apart > 0)) claims[(row.Id, QuestionRows.Apart)] = ClaimIds(row.Id, QuestionRows.Apart, most);
        var found = new ClaimReader(connection, terms).ReadById([.. claims.Values.SelectMany(c => c).Distinct()]);
        return [.. ids.Where(rows.ContainsKey).Select(id => Make(rows[id], [.. positions.Where(p => p.Question == id)], key => [.. claims.GetValueOrDefault((id, key), []).Where(found.ContainsKey).Select(c => found[c])], history))];
    }

    private sealed record QuestionRow(long Id, string? Matter, string Kind, string? Wording, bool IsRenamed, bool IsDismissed, double Contested, long Apart, TimeInterval? Window);

    private QuestionRow Row(DbDataReader r)
    {
        var at = new Columns(r, terms);
        return new QuestionRow(at.Long(), at.TextOrNull(), at.Term(), at.TextOrNull(), at.TextOrNull() is not null, at.Int() != 0, at.DoubleOrNull()!.Value, at.Long(), TimeColumns.Interval(at.LongOrNull(), at.LongOrNull()));
    }

    private sealed record PositionRow(long Question, long Position, long Claims, int Origins, long Since, long Last)
    {
        public static PositionRow Of(DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt32(3), r.GetInt64(4), r.GetInt64(5));
    }

    private List<long> ClaimIds(long question, long position, int most) => connection.Query(
        $"SELECT claim FROM question_claims WHERE question = {question} AND position = {position} ORDER BY as_of, tie LIMIT {most}", r => r.GetInt64(0));

    private Question Make(QuestionRow row, PositionRow[] rows, Func<long, List<Claim>> claimsOf, bool history)
    {
        var scale = Scale.Of(row.Kind);
        var made = rows.Select(p => (Row: p, Claims: claimsOf(p.Position))).Where(p => p.Claims.Count > 0).Select(p =>
        {
            p.Claims.Sort(ClaimComparer.ByTime);
            return (p.Row, Position: QuestionMaker.MakePosition(p.Claims, scale) with
            {
                Origins = p.Row.Origins,
                ClaimCount = p.Row.Claims,
                Since = p.Row.Since == TimeColumns.Unknown ? null : TimeColumns.Local(p.Row.Since),
                Last = p.Row.Last == TimeColumns.Unknown ? null : TimeColumns.Local(p.Row.Last),
            });
        }).ToList();
        Claim[] all = [.. made.SelectMany(p => p.Position.Claims).Order(Comparer<Claim>.Create(ClaimComparer.ByTime))];
        var shown = QuestionIds.Shown(row.Id);
        return new Question(row.Matter ?? QuestionMaker.KeyOf(all[0]), row.Kind, row.Wording ?? QuestionWording.Of(all), QuestionMaker.Order([.. made.Select(p => p.Position)]), row.Contested)
        {
            Id = shown,
            IsRenamed = row.IsRenamed,
            IsDismissed = row.IsDismissed,
            Place = QuestionMaker.PlaceOf(all),
            Actors = QuestionMaker.ActorsOf(all),
            Period = row.Window,
            Apart = claimsOf(QuestionRows.Apart),
            ApartCount = row.Apart,
            History = history ? HistoryOf(row.Id, made.ToDictionary(p => p.Row.Position, p => p.Position.Label)) : [],
        };
    }

    private List<QuestionDay> HistoryOf(long question, Dictionary<long, string> labels)
    {
        const long Day = 86_400;
        // Whole days before 1970 too: division rounds towards zero in both databases, so the days are counted from far before.
        const long Shift = 800_000 * Day;
        return [.. connection.Query(
                $"SELECT (as_of + {Shift}) / {Day}, position, COUNT(*), COUNT(DISTINCT origin) FROM question_claims WHERE question = {question} AND position <> 0 AND as_of > {TimeColumns.Unknown} GROUP BY 1, 2 ORDER BY 1, 2",
                r => (Day: r.GetInt64(0), Position: r.GetInt64(1), Claims: r.GetInt32(2), Origins: r.GetInt32(3)))
            .Where(r => labels.ContainsKey(r.Position))
            .Select(r => new QuestionDay(DateOnly.FromDateTime(TimeColumns.Local(r.Day * Day - Shift)), labels[r.Position], r.Claims, r.Origins))];
    }
}
