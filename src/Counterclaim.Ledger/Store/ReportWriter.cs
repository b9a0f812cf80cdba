using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Identity;
using Counterclaim.Ledger.Words;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>Writes a report's rows: the reading as it is, then everything that is derived from it.</summary>
internal sealed class ReportWriter(WriteSession session)
{
    private readonly ActorAssigner _actors = new(session);
    private readonly PlaceRows _places = new(session);

    /// <summary>Adds a report that is not there yet.</summary>
    /// <param name="textHash"><see cref="ReadingForm.TextHash"/> of its text.</param>
    /// <param name="added">Milliseconds of UTC since 1970.</param>
    public void Add(Model.Reading reading, string textHash, ReaderVersion version, long added)
    {
        var report = reading.Report;
        var id = session.NextId("reports");
        session.Insert(
            "reports", "id, report_key, text_hash, title, outlet, url, source, language, published, published_offset, published_is_day, extraction, reader, added, statements, claims",
            id, report.Id, textHash, report.Title, Outlet(report.Publisher), report.Url, report.Source, session.Term(report.Language),
            PublishedOf(report), OffsetOf(report), report.PublishedIsDay ? 1 : 0, version.Extraction, session.Term(version.Reader), added, 0, 0);
        var form = ReadingForm.Json(reading);
        session.Insert("readings", "report, form", id, ReadingForm.Pack(form.Span));
        WritePassages(id, report);
        WriteDerived(id, ReadingJson.Parse(form)); // from the form kept, so that making the rows again gives the same
    }

    /// <summary>Notes that the text of a report was met again in other bytes.</summary>
    public void AddCopy(long of, Report copy, long added) =>
        session.Insert("copies", "copy_key, report, title, outlet, url, source, published, published_offset, published_is_day, added",
            copy.Id, of, copy.Title, Outlet(copy.Publisher), copy.Url, copy.Source, PublishedOf(copy), OffsetOf(copy), copy.PublishedIsDay ? 1 : 0, added);

    /// <summary>Writes what follows from a reading; nothing of it may be there.</summary>
    private void WriteDerived(long id, Model.Reading reading)
    {
        var report = new ReportRows(id, reading);
        WriteActors(report);
        _places.WriteReport(id, reading);
        WriteStatements(report);
        var rows = new ClaimRows(session, _places);
        var claims = 0;
        foreach (var (claim, assertion) in ClaimProjection.WithAssertions(reading))
        {
            rows.Write(report, claim, assertion);
            claims++;
        }
        WriteConsequences(report);
        foreach (var link in reading.Links)
            session.Insert("report_links", "report, from_local, to_local, relation", id, link.From, link.To, session.Term(JsonNames.Of(link.Relation)));
        session.Run("UPDATE reports SET statements = @1, claims = @2 WHERE id = @0", id, report.Statements.Count, claims);
    }

    private void WriteActors(ReportRows report)
    {
        using var records = ActorRecord.Of(report.Reading).GetEnumerator();
        foreach (var actor in report.Reading.Actors)
        {
            if (actor.Mentions.Count == 0 || !records.MoveNext()) continue; // ActorRecord.Of leaves out the same
            if (report.Actors.ContainsKey(actor.Id)) continue;
            var id = _actors.Assign(records.Current, report.Id);
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
            if (!report.Statements.ContainsKey(statement.Id)) report.Statements.Add(statement.Id, (session.NextId("statements"), statement));
        var text = report.Reading.Report.Text;
        var times = report.Reading.Times.DistinctBy(t => t.Id).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var (id, statement) in report.Statements.Values)
        {
            var hull = HullOf(statement);
            var said = ClaimProjection.TimeOf(statement.Time, times, text);
            session.Insert(
                "statements",
                "id, report, local, via, holder, actor, name, mode, act, held_back, addressee, channel, span_start, span_end, passage, said_words, said_value, said_from, said_to, said_granularity, said_modifier, confidence",
                id, report.Id, statement.Id, statement.Via is { } via && report.Statements.TryGetValue(via, out var outer) ? outer.Id : null,
                statement.Actor, report.ActorOf(statement.Actor), statement.Holder.TextIn(text), session.Term(JsonNames.Of(statement.Mode)), session.Term(JsonNames.Of(statement.Act)),
                statement.NegatedOrHypothetical ? 1 : 0, statement.Addressee, statement.Channel,
                hull.Start, hull.End, PassageIds.Of(report.Id, report.Reading.Report.Paragraphs, hull),
                said?.Words, said?.Value, ClaimRows.From(said), ClaimRows.To(said), session.Term(ClaimRows.Granularity(said)), session.Term(ClaimRows.Modifier(said)),
                statement.Confidence);
        }
    }

    private static TextSpan HullOf(Statement statement) =>
        SpanList.Create([.. statement.Holder, .. statement.Cue, .. statement.Content]) is { IsEmpty: false } all ? all.Hull : new TextSpan(0, 0);

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

/// <summary>A report whose rows are being written: what was numbered so far.</summary>
internal sealed class ReportRows(long id, Model.Reading reading)
{
    public long Id => id;

    public Model.Reading Reading => reading;

    /// <summary>The ledger's actors by their ids in the reading.</summary>
    public Dictionary<string, long> Actors { get; } = new(StringComparer.Ordinal);

    /// <summary>Statements with their numbers, by their ids in the reading.</summary>
    public Dictionary<string, (long Id, Statement Statement)> Statements { get; } = new(StringComparer.Ordinal);

    public long? ActorOf(string? local) => local is not null && Actors.TryGetValue(local, out var actor) ? actor : null;
}
