using System.Text.Json;
using Counterclaim.Ledger.Identity;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Moves actors of reports from one actor of the ledger to another, as people say that two are one or are not. Ids stay: one that is joined to another leads to it.</summary>
internal sealed class ActorMoves(WriteSession session)
{
    /// <returns>What was moved, as JSON, so that it can be moved back.</returns>
    public string Join(long kept, long gone)
    {
        var moved = MovedOf(gone, null);
        var links = new LinkKeeper(session);
        var claims = session.Prepared("SELECT DISTINCT claim FROM claim_actors WHERE actor = @0 ORDER BY claim", 1).Rows(r => r.GetInt64(0), gone);
        var removed = links.Remove(claims);
        session.Run("UPDATE report_actors SET actor = @0 WHERE actor = @1", kept, gone);
        session.Run("UPDATE statements SET actor = @0 WHERE actor = @1", kept, gone);
        session.Run("INSERT INTO claim_actors (actor, role, claim) SELECT @0, role, claim FROM claim_actors WHERE actor = @1 ON CONFLICT DO NOTHING", kept, gone);
        session.Run("DELETE FROM claim_actors WHERE actor = @0", gone);
        session.Run("UPDATE actor_names SET actor = @0 WHERE actor = @1", kept, gone);
        session.Run("INSERT INTO actor_keys (blocking_key, actor) SELECT blocking_key, @0 FROM actor_keys WHERE actor = @1 ON CONFLICT DO NOTHING", kept, gone);
        session.Run("DELETE FROM actor_keys WHERE actor = @0", gone);
        session.Run("DELETE FROM actor_proposals WHERE first = @0 OR second = @0", gone);
        session.Run("UPDATE actors SET merged = @0, reports = 0 WHERE id = @1 OR merged = @1", kept, gone);
        Count(kept);
        links.Place(claims, removed, removed.Questions.Where(q => !removed.Homes.ContainsKey(q.Key)).ToDictionary()); // what people put to a question stays there
        return moved;
    }

    /// <summary>Parts the actor of one report from the rest.</summary>
    public (long Parted, string Moved) Split(long whole, long report)
    {
        var moved = MovedOf(whole, report);
        var locals = session.Prepared("SELECT local FROM report_actors WHERE actor = @0 AND report = @1", 2).Rows(r => r.GetString(0), whole, report);
        if (locals.Count == 0) throw new CorrectionException($"The report does not name {ActorIds.Shown(whole)}.");
        var reading = ReadingRows.Readings(session.Connection, [report])[report];
        var anchors = session.Prepared("SELECT span_start FROM report_actors WHERE actor = @0 AND report = @1", 2).Rows(r => r.GetInt32(0), whole, report);
        var record = ActorRecord.Of(reading).First(r => anchors.Contains(r.Ref.Anchor.Start));
        var parted = new ActorAssigner(session).Create(record, report);
        session.Run("UPDATE report_actors SET actor = @0 WHERE actor = @1 AND report = @2", parted, whole, report);
        new ReportWriter(session).Rewrite(report);
        Count(whole);
        Count(parted);
        return (parted, moved);
    }

    /// <summary>Moves back what a join or a split moved.</summary>
    public void TakeBack(Correction done)
    {
        var kept = ActorIds.Parse(done.Field!)!.Value;
        var other = ActorIds.Parse(JsonDocument.Parse(done.NewValue!).RootElement.GetString()!)!.Value;
        using var moved = JsonDocument.Parse(done.OldValue!);
        if (done.Action == CorrectionAction.Split)
        {
            Join(kept, other);
            return;
        }
        session.Run("UPDATE actors SET merged = NULL WHERE id = @0", other);
        foreach (var name in moved.RootElement.GetProperty("names").EnumerateArray()) session.Run("UPDATE actor_names SET actor = @0 WHERE id = @1", other, name.GetInt64());
        foreach (var key in moved.RootElement.GetProperty("keys").EnumerateArray())
            session.Run("INSERT INTO actor_keys (blocking_key, actor) VALUES (@0, @1) ON CONFLICT DO NOTHING", key.GetString(), other);
        var reports = new HashSet<long>();
        foreach (var one in moved.RootElement.GetProperty("actors").EnumerateArray())
        {
            session.Run("UPDATE report_actors SET actor = @0 WHERE actor = @1 AND report = @2 AND local = @3", other, kept, one[0].GetInt64(), one[1].GetString());
            reports.Add(one[0].GetInt64());
        }
        foreach (var report in reports.Order()) new ReportWriter(session).Rewrite(report);
        Count(kept);
        Count(other);
    }

    private void Count(long actor) =>
        session.Run("UPDATE actors SET reports = (SELECT COUNT(DISTINCT report) FROM report_actors WHERE actor = @0) WHERE id = @0", actor);

    private string MovedOf(long actor, long? report) => CorrectionValues.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("actors"u8);
        foreach (var (of, local) in session.Prepared("SELECT report, local FROM report_actors WHERE actor = @0 ORDER BY report, local", 1).Rows(r => (r.GetInt64(0), r.GetString(1)), actor))
        {
            if (report is not null && of != report) continue;
            json.WriteStartArray();
            json.WriteNumberValue(of);
            json.WriteStringValue(local);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("names"u8);
        foreach (var id in session.Prepared("SELECT id FROM actor_names WHERE actor = @0 ORDER BY id", 1).Rows(r => r.GetInt64(0), actor)) json.WriteNumberValue(id);
        json.WriteEndArray();
        json.WriteStartArray("keys"u8);
        foreach (var key in session.Prepared("SELECT blocking_key FROM actor_keys WHERE actor = @0 ORDER BY blocking_key", 1).Rows(r => r.GetString(0), actor)) json.WriteStringValue(key);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
