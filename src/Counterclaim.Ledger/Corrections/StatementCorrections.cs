using System.Text.Json;
using Counterclaim.Ledger.Claims;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Corrections;

/// <summary>Puts corrections of statements into a reading: their words, their links, and whether they are statements at all.</summary>
internal sealed class StatementCorrections(Model.Reading reading)
{
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly List<Link> _links = [.. reading.Links];

    /// <summary>Applies a correction to the statement found for it.</summary>
    /// <param name="assertions">As they stand: what a link may lead to.</param>
    /// <returns>Whether it was one of words, links or of the whole; where not, it is somebody else's to apply.</returns>
    public bool Apply(Correction correction, List<Statement> statements, int at, IReadOnlyList<Assertion> assertions)
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
            case StatementFields.HolderWords: statements[at] = statements[at] with { Holder = StatementFields.Spans(value.RootElement, length) }; return true;
            case StatementFields.Cue: statements[at] = statements[at] with { Cue = StatementFields.Spans(value.RootElement, length) }; return true;
            case StatementFields.Content when StatementFields.Spans(value.RootElement, length) is { IsEmpty: false } content: statements[at] = statements[at] with { Content = content }; return true;
            case StatementFields.Link: ChangeLink(statements[at].Id, value.RootElement, statements, assertions); return true;
            default: return false;
        }
    }

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

    /// <summary>The reading with its links, and without what was rejected: what such a statement held is told by the one around it, else by the publisher.</summary>
    public Model.Reading Finish(Model.Reading corrected)
    {
        corrected = corrected with { Links = _links };
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
