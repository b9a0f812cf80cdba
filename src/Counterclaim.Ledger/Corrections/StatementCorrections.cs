using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Puts corrections of statements into a reading: their words, their links, and whether they are statements at all.</summary>
internal sealed class StatementCorrections(Model.Reading reading)
{
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly List<Link> _links = [.. reading.Links];

    /// <summary>Puts a statement that a person marked where the reader found none; where another reader finds it now, it takes the parts that the person gave it.</summary>
    /// <param name="actorOf">Gives the id of an actor that the log names, who stands at some words.</param>
    /// <returns>Its id; null where its words are none of the report.</returns>
    public string? Add(Correction correction, CorrectionAnchor anchor, List<Statement> statements, Func<JsonElement, TextSpan, string> actorOf, IReadOnlyList<Actor> actors)
    {
        using var value = JsonDocument.Parse(correction.NewValue!);
        var added = AddedStatement.Read(value.RootElement, AddedStatement.IdOf(correction), reading.Report);
        if (added.Content.IsEmpty) return null;
        added = added with { Actor = value.RootElement.TryGetProperty("actor", out var actor) ? actorOf(actor, added.Holder.IsEmpty ? anchor.Span : added.Holder.Hull) : NamedIn(added.Holder, actors) };
        var at = statements.FindIndex(s => CorrectionAnchors.HullOf(s) == anchor.Span);
        if (at >= 0) statements[at] = statements[at] with { Holder = added.Holder, Cue = added.Cue, Content = added.Content, Mode = added.Mode, Act = added.Act, Actor = added.Actor, Confidence = 1 };
        else
        {
            at = statements.FindIndex(s => CorrectionAnchors.HullOf(s).CompareTo(anchor.Span) > 0);
            statements.Insert(at = at < 0 ? statements.Count : at, added);
        }
        _moved.Add(statements[at].Id);
        return statements[at].Id;
    }

    /// <summary>Applies a correction to the statement found for it.</summary>
    /// <param name="assertions">As they stand: what a link may lead to.</param>
    /// <param name="actors">Those of the report.</param>
    /// <returns>Whether it was one of words, links or of the whole; where not, it is somebody else's to apply.</returns>
    public bool Apply(Correction correction, List<Statement> statements, int at, IReadOnlyList<Assertion> assertions, IReadOnlyList<Actor> actors)
    {
        switch (correction.Action)
        {
            case CorrectionAction.Accept:
                _rejected.Remove(statements[at].Id);
                statements[at] = statements[at] with { Confidence = 1 }; // a careful reader has marked it
                return true;
            case CorrectionAction.Reject:
                _rejected.Add(statements[at].Id);
                return true;
        }
        using var value = JsonDocument.Parse(correction.NewValue ?? "null");
        var length = reading.Report.Text.Length;
        switch (correction.Field)
        {
            case StatementFields.HolderWords: Holder(StatementFields.Spans(value.RootElement, length)); return true;
            case StatementFields.Cue: Move(statements[at] with { Cue = StatementFields.Spans(value.RootElement, length) }); return true;
            case StatementFields.Content when StatementFields.Spans(value.RootElement, length) is { IsEmpty: false } content: Move(statements[at] with { Content = content, Mode = ModeOf(statements[at], content) }); return true;
            case StatementFields.Link: ChangeLink(statements[at].Id, value.RootElement, statements, assertions); return true;
            default: return false;
        }

        // Other words name somebody else; who they stand for, where no mention says so, is for a person to tell.
        void Holder(SpanList words) => Move(statements[at] with { Holder = words, Actor = NamedIn(words, actors) });

        void Move(Statement statement)
        {
            statements[at] = statement;
            _moved.Add(statement.Id);
        }
    }

    /// <summary>A post is direct speech without any mark; what the marks say of other words follows the words.</summary>
    private StatementMode ModeOf(Statement statement, SpanList content) =>
        QuotationMarks.ModeOf(statement.Content, reading.Report) == statement.Mode ? QuotationMarks.ModeOf(content, reading.Report) : statement.Mode;

    /// <summary>The actor who is mentioned in the words, the longest mention first; null where nobody is.</summary>
    private static string? NamedIn(SpanList words, IReadOnlyList<Actor> actors) => actors
        .SelectMany(a => a.Mentions.Where(words.Overlaps).Select(m => (a.Id, Shared: words.Sum(w => Math.Min(w.End, m.End) - Math.Max(w.Start, m.Start)), m.Length)))
        .OrderByDescending(m => m.Shared).ThenBy(m => m.Length).Select(m => m.Id).FirstOrDefault();

    /// <summary>What a link leads to is found by its characters, as everything that is corrected.</summary>
    private void ChangeLink(string from, JsonElement json, List<Statement> statements, IReadOnlyList<Assertion> assertions)
    {
        var isClaim = json.GetProperty("item").GetString() == CorrectionLog.Name(CorrectedItem.Claim);
        var span = new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
        var anchor = new CorrectionAnchor(reading.Report.Id, isClaim ? CorrectedItem.Claim : CorrectedItem.Statement, span, "", json.GetProperty("kind").GetString());
        var at = isClaim ? CorrectionAnchors.FindClaim(assertions, anchor) : CorrectionAnchors.FindStatement(statements, anchor);
        if (at < 0) return;
        var to = isClaim ? assertions[at].Id : statements[at].Id;
        _links.RemoveAll(l => l.From == from && l.To == to);
        if (json.GetProperty("relation").GetString() is { } relation) _links.Add(new Link(from, to, Spelling<LinkRelation>.Value(JsonNames.Of, relation)));
    }

    /// <summary>
    /// The reading with its links, and without what was rejected: what such a statement held is told by the one around it, else by the publisher. What lies in other words
    /// than before is told by whom these words are told by now.
    /// </summary>
    public Model.Reading Finish(Model.Reading corrected) => Retold(WithoutRejected(corrected with { Links = _links }));

    private Model.Reading Retold(Model.Reading corrected)
    {
        if (_moved.Count == 0) return corrected;
        var telling = new Retelling(reading, corrected.Statements, _moved);
        var retold = corrected with { Statements = telling.Statements() };
        telling = new Retelling(reading, retold.Statements, _moved);
        return retold with
        {
            Assertions = [.. corrected.Assertions.Select(a => telling.Of(a.Span, a.Statement) is var told && told != a.Statement ? Told(a, told) : a)],
            Consequences = [.. corrected.Consequences.Select(c => c with { Statement = telling.Of(c) })],
        };
    }

    private Model.Reading WithoutRejected(Model.Reading corrected)
    {
        if (_rejected.Count == 0) return corrected;
        var via = corrected.Statements.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Via, StringComparer.Ordinal);
        return corrected with
        {
            Statements = [.. corrected.Statements.Where(s => !_rejected.Contains(s.Id)).Select(s => s with { Via = Outer(s.Via) })],
            Assertions = [.. corrected.Assertions.Select(a => a.Statement is { } told && _rejected.Contains(told) ? Told(a, Outer(told)) : a)],
            Consequences = [.. corrected.Consequences.Select(c => c with { Statement = Outer(c.Statement) })],
            Links = [.. corrected.Links.Where(l => !_rejected.Contains(l.From) && !_rejected.Contains(l.To))],
        };

        string? Outer(string? id)
        {
            for (var steps = 0; id is not null && _rejected.Contains(id) && steps < ClaimProjection.LongestChain; steps++) id = via.GetValueOrDefault(id);
            return id is not null && _rejected.Contains(id) ? null : id;
        }
    }

    private static Assertion Told(Assertion assertion, string? statement) => assertion with { Statement = statement, Voice = statement is null ? Voice.Own : Voice.Attributed };
}
