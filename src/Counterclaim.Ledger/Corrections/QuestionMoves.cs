using System.Globalization;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Does to questions what people say of them, and takes it back. Ids stay: one that is merged into another leads to it.</summary>
internal sealed class QuestionMoves(WriteSession session)
{
    private readonly QuestionRows _rows = new(session);

    /// <returns>The title that people gave it before, as JSON; null where they gave none.</returns>
    public string? Rename(long question, string title)
    {
        var old = session.Prepared("SELECT title FROM questions WHERE id = @0", 1).First(question) as string;
        session.Run("UPDATE questions SET title = @1 WHERE id = @0", question, title);
        return old is null ? null : CorrectionValues.Write(json => json.WriteStringValue(old));
    }

    public void Dismiss(long question, bool dismissed) => session.Run("UPDATE questions SET dismissed = @1 WHERE id = @0", question, dismissed ? 1 : 0);

    /// <returns>The claims that were moved, as JSON, so that they can be moved back.</returns>
    public string Merge(long kept, long gone)
    {
        var moved = session.Prepared("SELECT claim FROM question_claims WHERE question = @0 ORDER BY claim", 1).Rows(r => r.GetInt64(0), gone);
        session.Run("UPDATE question_claims SET question = @0 WHERE question = @1", kept, gone);
        session.Run("UPDATE questions SET joined = @0 WHERE id = @1", kept, gone);
        _rows.Count(gone);
        _rows.Count(kept);
        return CorrectionValues.Write(json =>
        {
            json.WriteStartArray();
            foreach (var claim in moved) json.WriteNumberValue(claim);
            json.WriteEndArray();
        });
    }

    /// <summary>A new question of the kind of another.</summary>
    public long Begin(long like)
    {
        var kind = Convert.ToInt64(session.Prepared("SELECT kind FROM questions WHERE id = @0", 1).First(like), CultureInfo.InvariantCulture);
        session.Terms.Follow(session.Connection);
        return _rows.Begin(null, session.Terms.Word(kind));
    }

    /// <summary>The question that a claim answers; null where it answers none.</summary>
    public long? QuestionOf(long report, string local) =>
        session.Prepared("SELECT q.question FROM question_claims q JOIN claims c ON c.id = q.claim WHERE c.report = @0 AND c.local = @1", 2).First(report, local) is { } question
            ? Convert.ToInt64(question, CultureInfo.InvariantCulture) : null;

    public void TakeBack(Correction done)
    {
        var question = QuestionIds.Parse(done.Field!)!.Value;
        switch (done.Action)
        {
            case CorrectionAction.Rename:
                var standing = CorrectionLog.Standing(CorrectionRows.Read(session.Connection)).LastOrDefault(c => c.Action == CorrectionAction.Rename && c.Field == done.Field && c.Id != done.Id);
                session.Run("UPDATE questions SET title = @1 WHERE id = @0", _rows.Resolve(question), standing is null ? null : Text(standing.NewValue!));
                return;
            case CorrectionAction.Dismiss:
                Dismiss(_rows.Resolve(question), false);
                return;
            case CorrectionAction.Merge:
                var gone = QuestionIds.Parse(Text(done.NewValue!))!.Value;
                session.Run("UPDATE questions SET joined = NULL WHERE id = @0", gone);
                using (var moved = JsonDocument.Parse(done.OldValue!)) // those that people put there have no other home
                    session.Connection.Run($"UPDATE question_claims SET question = {gone} WHERE question = {_rows.Resolve(question)} AND claim IN {SqlFilter.List([.. moved.RootElement.EnumerateArray().Select(c => c.GetInt64())])}");
                _rows.Count(gone);
                _rows.SendHome(_rows.Resolve(question));
                return;
        }
    }

    private static string Text(string json)
    {
        using var value = JsonDocument.Parse(json);
        return value.RootElement.GetString()!;
    }
}
