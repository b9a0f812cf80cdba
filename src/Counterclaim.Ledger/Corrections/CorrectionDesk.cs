using System.Data.Common;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Takes down what a person corrects and makes the rows of the report anew, all in one transaction.</summary>
internal sealed class CorrectionDesk(WriteSession session, string author, DateTimeOffset now, string? reason)
{
    private DbConnection Connection => session.Connection;

    /// <summary>Accepts, rejects or changes a claim or a statement.</summary>
    /// <param name="item">"3fa9c1d2/c12", "3fa9c1d2/s4": report and id, the report's shortened as lists show it.</param>
    /// <param name="changes">Fields and their values as people type them; empty to accept or reject.</param>
    /// <returns>The numbers of the entries.</returns>
    public IReadOnlyList<long> Correct(string item, CorrectionAction action, IReadOnlyList<(string Field, string Value)> changes)
    {
        var (report, local) = Located(item);
        var entries = new List<long>();
        if (action != CorrectionAction.Change)
        {
            var anchor = IsStatement(local) ? StatementAt(report, local).Anchor : ClaimAt(report, local).Anchor;
            entries.Add(Write(action, anchor, null, null, null));
        }
        foreach (var (field, value) in changes)
        {
            // Each change is made on what the one before left.
            entries.Add(IsStatement(local) ? ChangeStatement(report, local, field, value) : ChangeClaim(report, local, field, value));
            if (changes.Count > 1) new ReportWriter(session).Rewrite(report);
        }
        new ReportWriter(session).Rewrite(report);
        return entries;
    }

    /// <summary>Marks a statement that the reader did not find.</summary>
    /// <param name="report">As much of its id as tells it from others.</param>
    /// <param name="given">"content" and, if one likes, "holder", "cue" and "act", their values as people type them.</param>
    /// <returns>The number of the entry, and the id of the statement in the report.</returns>
    public (long Entry, string Statement) Add(string report, IReadOnlyList<(string Field, string Value)> given)
    {
        var (id, _) = Located(report + "/s");
        var reading = Corrected(id).Reading;
        var (hull, value) = AddedStatement.Parse(given, reading, (field, words) => Parsed(id, field, words));
        if (reading.Statements.FirstOrDefault(s => CorrectionAnchors.HullOf(s) == hull) is { } there) throw new CorrectionException($"A statement stands on these words already: correct {there.Id} instead.");
        var entry = Write(CorrectionAction.Add, new CorrectionAnchor(reading.Report.Id, CorrectedItem.Statement, hull, hull.In(reading.Report.Text).ToString(), null), null, value, null);
        new ReportWriter(session).Rewrite(id);
        return (entry, AddedStatement.IdOf(entry));
    }

    private static bool IsStatement(string local) => local[0] == 's';

    private long ChangeClaim(long report, string local, string field, string value)
    {
        var (anchor, old) = ClaimAt(report, local);
        return Write(CorrectionAction.Change, anchor, field, Parsed(report, field, value), OldValue(field, old));
    }

    private long ChangeStatement(long report, string local, string field, string value)
    {
        var (anchor, reading, statement) = StatementAt(report, local);
        if (StatementFields.Parse(field, value, reading, statement) is { } change) return Write(CorrectionAction.Change, anchor, change.Field, change.Value, change.Old);
        if (field is not ("holder" or "act")) throw new CorrectionException($"Of a statement holder, cue, content, act, link and unlink can be corrected, not {field}.");
        return Write(CorrectionAction.Change, anchor, field, Parsed(report, field, value), null);
    }

    private string? Parsed(long report, string field, string value) => CorrectionFields.Parse(
        field, value, new CodePointMap(ReadingOf(report).Report.Text), new NameLookUp(session.Database, Connection), Connection, session.Terms);

    private long Write(CorrectionAction action, CorrectionAnchor? anchor, string? field, string? value, string? old) =>
        CorrectionRows.Write(session, new Correction(0, author, now, reason, action) { Anchor = anchor, Field = field, NewValue = value, OldValue = old });

    private (long Report, string Local) Located(string item)
    {
        var slash = item.LastIndexOf('/');
        if (slash < 1 || slash == item.Length - 1) throw new CorrectionException($"\"{item}\" names nothing to correct; give report and claim as lists show them: 3fa9c1d2/c12.");
        var key = ReportKeys.Full(item[..slash]);
        var found = Connection.Query(
            "SELECT id FROM reports WHERE report_key >= @from AND report_key < @to LIMIT 2", r => r.GetInt64(0), new SqlValue("@from", key), new SqlValue("@to", key + "g"));
        return found.Count switch
        {
            1 => (found[0], item[(slash + 1)..]),
            0 => throw new CorrectionException($"There is no report {item[..slash]}."),
            _ => throw new CorrectionException($"Several reports begin with {item[..slash]}; give more of the id."),
        };
    }

    private Model.Reading ReadingOf(long report) => ReadingRows.Readings(Connection, [report])[report];

    private CorrectedReading Corrected(long report)
    {
        var reading = ReadingOf(report);
        return CorrectedReading.Of(reading, CorrectionLog.Standing(CorrectionRows.Read(Connection, reading.Report.Id)));
    }

    private (CorrectionAnchor Anchor, Claim? Claim) ClaimAt(long report, string local)
    {
        var claim = ClaimProjection.Of(Corrected(report).Reading).FirstOrDefault(c => c.Ref.Assertion == local)
            ?? throw new CorrectionException($"The report has no claim {local}.");
        return (new CorrectionAnchor(claim.Ref.Report, CorrectedItem.Claim, claim.Span, claim.Exact, claim.Kind), claim);
    }

    /// <summary>A statement as it stands; one that people rejected as it was before.</summary>
    private (CorrectionAnchor Anchor, Model.Reading Reading, Statement Statement) StatementAt(long report, string local)
    {
        var reading = Corrected(report).Reading;
        var statement = reading.Statements.FirstOrDefault(s => s.Id == local) ?? ReadingOf(report).Statements.FirstOrDefault(s => s.Id == local)
            ?? throw new CorrectionException($"The report has no statement {local}.");
        var span = CorrectionAnchors.HullOf(statement);
        return (new CorrectionAnchor(reading.Report.Id, CorrectedItem.Statement, span, span.In(reading.Report.Text).ToString(), null), reading, statement);
    }

    /// <summary>A field as it was, in the fields of the claim's JSON form.</summary>
    private static string? OldValue(string field, Claim? claim)
    {
        if (claim is null) return null;
        if (field == "span") return FormattableString.Invariant($"[{claim.Span.Start},{claim.Span.End}]");
        using var document = JsonDocument.Parse(CorrectionValues.Write(json => ClaimJson.Write(json, claim)));
        var root = document.RootElement;
        var value = field is "holder" or "act" ? root.GetProperty("tellers")[claim.Tellers.Count - 1] : root.GetProperty(field == "time" ? "when" : field);
        return value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();
    }

    /// <summary>Takes an entry back.</summary>
    /// <returns>The number of the entry that does so.</returns>
    public long Undo(long entry)
    {
        var all = CorrectionRows.Read(Connection);
        var undone = all.Find(c => c.Id == entry) ?? throw new CorrectionException(FormattableString.Invariant($"There is no correction {entry}."));
        if (undone.Action == CorrectionAction.Undo) throw new CorrectionException(FormattableString.Invariant($"{entry} takes a correction back itself; make that one again instead."));
        if (CorrectionLog.Standing(all).All(c => c.Id != entry)) throw new CorrectionException(FormattableString.Invariant($"{entry} was taken back before."));
        var id = CorrectionRows.Write(session, new Correction(0, author, now, reason, CorrectionAction.Undo) { Undoes = entry });
        if (undone.Action is CorrectionAction.Rename or CorrectionAction.Merge or CorrectionAction.Dismiss) new QuestionMoves(session).TakeBack(undone);
        else if (undone.Anchor is { } anchor) new ReportWriter(session).Rewrite(Connection.Long("SELECT id FROM reports WHERE report_key = @key", new SqlValue("@key", anchor.Report)));
        else new ActorMoves(session).TakeBack(undone);
        return id;
    }

    /// <summary>Says that two actors of the ledger are one: the first keeps its id.</summary>
    public long Join(string first, string second)
    {
        long kept = ActorOf(first), gone = ActorOf(second);
        if (kept == gone) throw new CorrectionException($"{first} and {second} are one actor already.");
        var moved = new ActorMoves(session).Join(kept, gone);
        return CorrectionRows.Write(session, new Correction(0, author, now, reason, CorrectionAction.Join)
        {
            Field = ActorIds.Shown(kept),
            NewValue = $"\"{ActorIds.Shown(gone)}\"",
            OldValue = moved,
        });
    }

    /// <summary>Says that the actor of one report is not the one of the ledger: it becomes one of its own.</summary>
    public long Split(string actor, string report)
    {
        var whole = ActorOf(actor);
        var (id, _) = Located(report + "/x");
        var (parted, moved) = new ActorMoves(session).Split(whole, id);
        return CorrectionRows.Write(session, new Correction(0, author, now, reason, CorrectionAction.Split)
        {
            Field = ActorIds.Shown(whole),
            NewValue = $"\"{ActorIds.Shown(parted)}\"",
            OldValue = moved,
        });
    }

    /// <summary>Words a question anew.</summary>
    public long RenameQuestion(string question, string title)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new CorrectionException("A question needs words.");
        var id = QuestionOf(question);
        var old = new QuestionMoves(session).Rename(id, title.Trim());
        return WriteOfQuestion(CorrectionAction.Rename, id, title.Trim(), old);
    }

    /// <summary>Says that a question is none: it is listed no more.</summary>
    public long DismissQuestion(string question)
    {
        var id = QuestionOf(question);
        new QuestionMoves(session).Dismiss(id, true);
        return WriteOfQuestion(CorrectionAction.Dismiss, id, null, null);
    }

    /// <summary>Says that two questions are one: the first keeps its id, the second's leads to it.</summary>
    public long MergeQuestions(string first, string second)
    {
        long kept = QuestionOf(first), gone = QuestionOf(second);
        if (kept == gone) throw new CorrectionException($"{first} and {second} are one question already.");
        var moved = new QuestionMoves(session).Merge(kept, gone);
        return WriteOfQuestion(CorrectionAction.Merge, kept, QuestionIds.Shown(gone), moved);
    }

    /// <summary>Puts claims of a question to a new one of their own.</summary>
    /// <returns>The numbers of the entries, one a claim.</returns>
    public IReadOnlyList<long> PartQuestion(string question, IReadOnlyList<string> claims)
    {
        var id = QuestionOf(question);
        var (moves, entries) = (new QuestionMoves(session), new List<long>());
        long? own = null;
        foreach (var (item, report, local) in claims.Select(c => Located(c) is var (r, l) ? (c, r, l) : default).ToList())
        {
            var (anchor, _) = ClaimAt(report, local);
            if (moves.QuestionOf(report, local) != id) throw new CorrectionException($"{item} does not answer {question}.");
            own ??= moves.Begin(id);
            entries.Add(CorrectionRows.Write(session, new Correction(0, author, now, reason, CorrectionAction.Part)
            {
                Anchor = anchor,
                Field = QuestionIds.Shown(id),
                NewValue = $"\"{QuestionIds.Shown(own.Value)}\"",
                OldValue = $"\"{QuestionIds.Shown(id)}\"",
            }));
            new ReportWriter(session).Rewrite(report);
        }
        return entries;
    }

    private long WriteOfQuestion(CorrectionAction action, long question, string? value, string? old) => CorrectionRows.Write(session, new Correction(0, author, now, reason, action)
    {
        Field = QuestionIds.Shown(question),
        NewValue = value is null ? null : CorrectionValues.Write(json => json.WriteStringValue(value)),
        OldValue = old,
    });

    private long QuestionOf(string shown)
    {
        var id = QuestionIds.Parse(shown) ?? throw new CorrectionException($"\"{shown}\" is no question of the ledger; give its id as lists show it: Q12.");
        if (Connection.Long("SELECT COUNT(*) FROM questions WHERE id = @id", new SqlValue("@id", id)) == 0) throw new CorrectionException($"There is no question {shown}.");
        return new QuestionRows(session).Resolve(id);
    }

    private long ActorOf(string shown)
    {
        var id = ActorIds.Parse(shown) ?? throw new CorrectionException($"\"{shown}\" is no actor of the ledger; give its id as lists show it: A12.");
        var found = Connection.Query("SELECT COALESCE(merged, id), described FROM actors WHERE id = @id", r => (Id: r.GetInt64(0), Described: r.GetInt32(1)), new SqlValue("@id", id));
        if (found.Count == 0) throw new CorrectionException($"There is no actor {shown}.");
        return found[0].Described == 0 ? found[0].Id : throw new CorrectionException($"{shown} is known by a description alone, which is nobody in particular.");
    }
}
