using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Identity;
using Counterclaim.Ledger.Links;
using Counterclaim.Ledger.Stories;
using Counterclaim.Ledger.Words;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>Writes a report's rows: the reading as it is, then everything that is derived from it.</summary>
internal sealed class ReportWriter(WriteSession session)
{
    private readonly ActorAssigner _actors = new(session);
    private readonly PlaceRows _places = new(session);
    private readonly TextLinker _texts = new(session);
    private readonly StoryAssigner _stories = new(session);
    private readonly LinkKeeper _links = new(session);

    /// <summary>Adds a report that is not there yet.</summary>
    /// <param name="textHash"><see cref="ReadingForm.TextHash"/> of its text.</param>
    /// <param name="added">Milliseconds of UTC since 1970.</param>
    public void Add(Model.Reading reading, string textHash, ReaderVersion version, long added)
    {
        var form = ReadingForm.Json(reading);
        reading = ReadingJson.Parse(form); // rows are made of what is kept, so that making them again gives the same
        var report = reading.Report;
        var id = session.NextId("reports");
        session.Insert(
            "reports", "id, report_key, text_hash, title, outlet, url, source, language, published, published_offset, published_is_day, extraction, reader, added, statements, claims",
            id, report.Id, textHash, report.Title, Outlet(report.Publisher), report.Url, report.Source, session.Term(report.Language),
            PublishedOf(report), OffsetOf(report), report.PublishedIsDay ? 1 : 0, version.Extraction, session.Term(version.Reader), added, 0, 0);
        session.Insert("readings", "report, form", id, ReadingForm.Pack(form.Span));
        WritePassages(id, report);
        var rows = new ReportRows(id, CorrectedReading.Of(reading, CorrectionsOf(report.Id))) { Text = _texts.Place(id, report) };
        _stories.Place(id, reading, rows.Actors, WriteDerived(rows), rows.Text);
        PlaceClaims(id, rows.Corrected, RemovedClaims.None);
    }

    /// <summary>Makes the rows of a report anew, of its reading and what people corrected; numbers stay where ids do.</summary>
    public void Rewrite(long id)
    {
        var reading = ReadingRows.Readings(session.Connection, [id])[id];
        var isPlaced = session.Prepared("SELECT story FROM reports WHERE id = @0", 1).First(id) is not null;
        var report = new ReportRows(id, CorrectedReading.Of(reading, CorrectionsOf(reading.Report.Id))) { Text = isPlaced ? _texts.Placed(id, reading.Report) : _texts.Place(id, reading.Report) };
        foreach (var (local, number) in session.Prepared("SELECT local, id FROM claims WHERE report = @0", 1).Rows(r => (r.GetString(0), r.GetInt64(1)), id)) report.KeptClaims[local] = number;
        foreach (var (local, number) in session.Prepared("SELECT local, id FROM statements WHERE report = @0", 1).Rows(r => (r.GetString(0), r.GetInt64(1)), id)) report.KeptStatements[local] = number;
        foreach (var (start, end, actor) in session.Prepared("SELECT span_start, span_end, actor FROM report_actors WHERE report = @0 ORDER BY local", 1).Rows(r => (r.GetInt32(0), r.GetInt32(1), r.GetInt64(2)), id))
            report.KeptActors.TryAdd(new TextSpan(start, end), actor);
        var removed = _links.Remove(id);
        session.KeepIds("claims");
        session.KeepIds("statements");
        DeleteDerived(id);
        var claims = WriteDerived(report);
        if (!isPlaced) _stories.Place(id, reading, report.Actors, claims, report.Text);
        PlaceClaims(id, report.Corrected, removed);
    }

    /// <summary>Puts the report's claims to their links and questions.</summary>
    /// <param name="removed">What was taken out of them before.</param>
    private void PlaceClaims(long id, CorrectedReading corrected, RemovedClaims removed)
    {
        var numbers = session.Prepared("SELECT id, local FROM claims WHERE report = @0 ORDER BY id", 1).Rows(r => (Id: r.GetInt64(0), Local: r.GetString(1)), id);
        var pinned = numbers.Where(n => corrected.Questions.ContainsKey(n.Local)).ToDictionary(n => n.Id, n => corrected.Questions[n.Local]);
        _links.Place([.. numbers.Select(n => n.Id)], removed, pinned);
    }

    /// <summary>Puts a newer reading in the place of a report's own; its rows are made anew.</summary>
    public void Replace(long id, Model.Reading reading, ReaderVersion version)
    {
        session.Run("UPDATE readings SET form = @1 WHERE report = @0", id, ReadingForm.Pack(ReadingForm.Json(reading).Span));
        session.Run("UPDATE reports SET reader = @1 WHERE id = @0", id, session.Term(version.Reader));
        Rewrite(id);
    }

    private IReadOnlyList<Correction> CorrectionsOf(string report) => CorrectionLog.Standing(CorrectionRows.Read(session.Connection, report));

    private void DeleteDerived(long id)
    {
        foreach (var claim in session.Prepared("SELECT id FROM claims WHERE report = @0", 1).Rows(r => r.GetInt64(0), id))
        {
            session.Run(session.Database.DeleteWords("claim_words"), claim);
            session.Run(session.Database.DeleteWords("slot_words"), SlotWordIds.Of(claim, ClaimRows.AgentRole));
            session.Run(session.Database.DeleteWords("slot_words"), SlotWordIds.Of(claim, ClaimRows.PatientRole));
            session.Run("DELETE FROM claim_actors WHERE claim = @0", claim);
        }
        session.Run("UPDATE actors SET reports = reports - 1 WHERE id IN (SELECT actor FROM report_actors WHERE report = @0)", id);
        session.Run("UPDATE places SET reports = reports - 1 WHERE id IN (SELECT place FROM report_places WHERE report = @0)", id);
        foreach (var table in DerivedTables) session.Run($"DELETE FROM {table} WHERE report = @0", id);
    }

    private static readonly string[] DerivedTables = ["claims", "statements", "consequences", "report_links", "report_actors", "report_places"];

    /// <summary>Notes that the text of a report was met again in other bytes.</summary>
    public void AddCopy(long of, Report copy, long added) =>
        session.Insert("copies", "copy_key, report, title, outlet, url, source, published, published_offset, published_is_day, added",
            copy.Id, of, copy.Title, Outlet(copy.Publisher), copy.Url, copy.Source, PublishedOf(copy), OffsetOf(copy), copy.PublishedIsDay ? 1 : 0, added);

    /// <summary>Writes what follows from a reading; nothing of it may be there.</summary>
    private List<Claim> WriteDerived(ReportRows report)
    {
        WriteActors(report);
        _places.WriteReport(report.Id, report.Reading);
        WriteStatements(report);
        var rows = new ClaimRows(session, _places);
        var claims = new List<Claim>();
        foreach (var (claim, assertion) in ClaimProjection.WithAssertions(report.Reading))
        {
            var review = report.Corrected.Reviews.GetValueOrDefault(assertion.Id);
            claims.Add(claim with { Review = review.State, IsCorrected = review.IsCorrected });
            rows.Write(report, claims[^1], assertion);
        }
        WriteConsequences(report);
        foreach (var link in report.Reading.Links)
            session.Insert("report_links", "report, from_local, to_local, relation", report.Id, link.From, link.To, session.Term(JsonNames.Of(link.Relation)));
        session.Run("UPDATE reports SET statements = @1, claims = @2 WHERE id = @0", report.Id, report.Statements.Count, claims.Count);
        return claims;
    }

    private void WriteActors(ReportRows report)
    {
        using var records = ActorRecord.Of(report.Reading).GetEnumerator();
        foreach (var actor in report.Reading.Actors)
        {
            if (actor.Mentions.Count == 0 || !records.MoveNext()) continue; // ActorRecord.Of leaves out the same
            if (report.Actors.ContainsKey(actor.Id)) continue;
            var id = report.KnownActor(actor) ?? _actors.Assign(records.Current, report.Id);
            report.Actors.Add(actor.Id, id);
            session.Insert(
                "report_actors", "report, local, actor, span_start, span_end, mentions, name, kind, country, role, identity",
                report.Id, actor.Id, id, actor.Mentions[0].Start, actor.Mentions[0].End, actor.Mentions.Count, actor.Name, session.Term(JsonNames.Of(actor.Kind)),
                session.Term(actor.Country), actor.Role, actor.Identity);
        }
        foreach (var id in report.Actors.Values.Distinct()) session.Run("UPDATE actors SET reports = reports + 1 WHERE id = @0", id);
    }

    private void WriteStatements(ReportRows report)
    {
        foreach (var statement in report.Reading.Statements)
            if (!report.Statements.ContainsKey(statement.Id)) report.Statements.Add(statement.Id, (report.KeptStatements.TryGetValue(statement.Id, out var kept) ? kept : session.NextId("statements"), statement));
        var text = report.Reading.Report.Text;
        var times = report.Reading.Times.DistinctBy(t => t.Id).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var (id, statement) in report.Statements.Values)
        {
            var hull = CorrectionAnchors.HullOf(statement);
            var said = ClaimProjection.TimeOf(statement.Time, times, text);
            session.Insert(
                "statements",
                "id, report, local, via, holder, actor, name, mode, act, held_back, addressee, channel, span_start, span_end, passage, as_of, said_words, said_value, said_from, said_to, said_granularity, said_modifier, confidence",
                id, report.Id, statement.Id, statement.Via is { } via && report.Statements.TryGetValue(via, out var outer) ? outer.Id : null,
                statement.Actor, report.ActorOf(statement.Actor), statement.Holder.TextIn(text), session.Term(JsonNames.Of(statement.Mode)), session.Term(JsonNames.Of(statement.Act)),
                statement.NegatedOrHypothetical ? 1 : 0, statement.Addressee, statement.Channel,
                hull.Start, hull.End, PassageIds.Of(report.Id, report.Reading.Report.Paragraphs, hull),
                ClaimRows.From(said) ?? PublishedOf(report.Reading.Report) ?? TimeColumns.Unknown,
                said?.Words, said?.Value, ClaimRows.From(said), ClaimRows.To(said), session.Term(ClaimRows.Granularity(said)), session.Term(ClaimRows.Modifier(said)),
                statement.Confidence);
        }
    }

    private void WriteConsequences(ReportRows report)
    {
        var ordinal = 0;
        foreach (var consequence in report.Reading.Consequences)
            session.Insert(
                "consequences", "id, report, ordinal, cause_start, cause_end, effect_start, effect_end, relation, certainty, statement",
                session.NextId("consequences"), report.Id, ordinal++, consequence.Cause.Start, consequence.Cause.End, consequence.Effect.Start, consequence.Effect.End,
                session.Term(JsonNames.Of(consequence.Relation)), session.Term(JsonNames.Of(consequence.Certainty)),
                consequence.Statement is { } told && report.Statements.TryGetValue(told, out var statement) ? statement.Id : null);
    }

    private void WritePassages(long report, Report of)
    {
        if (of.Title is { } title) session.InsertWords("passage_words", PassageIds.Of(report, PassageIds.Title), SearchText.Fold(title));
        for (var i = 0; i < of.Paragraphs.Count && i < PassageIds.Most; i++)
        {
            var paragraph = of.Paragraphs[i];
            if (paragraph.Kind != ParagraphKind.Furniture) session.InsertWords("passage_words", PassageIds.Of(report, i + 1), SearchText.Fold(paragraph.Span.In(of.Text)));
        }
    }

    private object? Outlet(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (session.Prepared("SELECT id FROM outlets WHERE name = @0", 1).First(name) is { } known) return known;
        var id = session.NextId("outlets");
        session.Insert("outlets", "id, name, folded", id, name, SearchText.FoldName(name));
        return id;
    }

    private static object? PublishedOf(Report report) => report.Published is { } published ? TimeColumns.Seconds(published.DateTime) : null;

    private static object? OffsetOf(Report report) => report.Published is { } published ? (int)published.Offset.TotalMinutes : null;
}
