using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Links;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Asking;

/// <summary>The fields of the query syntax: what is parsed, explained in help and documentation, and asked of the database is this list.</summary>
public static class QueryFields
{
    public static IReadOnlyList<QueryField> All { get; } =
    [
        new("kind", QueryValueKind.Text, "control, casualties, route…", "What the claim is about (docs/kinds.md)."),
        new("actor", QueryValueKind.Text, "a name, an id (A12), known:…", "Who does it, has it done to them, or says so."),
        new("holder", QueryValueKind.Text, "a name, an id", "Who says so, directly or through others."),
        new("agent", QueryValueKind.Text, "a name, an id, words", "Who does or holds it; where no actor is named, the words that say it."),
        new("patient", QueryValueKind.Text, "a name, an id, words", "To whom or what it is done; likewise."),
        new("place", QueryValueKind.Text, "a name, geonames:…", "Where: the place itself, and what is known to lie in it."),
        new("near", QueryValueKind.Circle, "LAT,LON,25km", "Where: pins within that distance."),
        new("when", QueryValueKind.Time, "2025-11-09, 2025-11, a..b, >a, <b", "When it happened or holds, as the claim says."),
        new("said", QueryValueKind.Time, "as when", "When it was said; where the report does not tell, when it was published."),
        new("published", QueryValueKind.Time, "as when", "When the report was published, in its own zone."),
        new("added", QueryValueKind.Time, "as when", "When the report was added to the ledger (UTC)."),
        new("type", QueryValueKind.Text, "person, armed_force, city…", "Of an actor or a place, in their lists."),
        new("position", QueryValueKind.Text, "cut, killed, \"attacker holds\"…", "Where it stands on the scale of its kind."),
        new("count", QueryValueKind.Number, "30, 20..40, >100", "How many."),
        new("unit", QueryValueKind.Text, "sailor, drone…", "What is counted."),
        Choice("certainty", "How sure it is put.", ClaimNames.AllOf<Certainty>(JsonNames.Of)),
        Choice("polarity", "\"-\" where the clause negates.", ClaimNames.AllOf<Polarity>(JsonNames.Of)),
        Choice("voice", "own: the publisher's own.", ClaimNames.AllOf<Voice>(JsonNames.Of)),
        Choice("stance", "What the tellers do with it.", ClaimNames.AllOf<ClaimStance>(ClaimNames.Of)),
        Choice("mode", "How the innermost teller is quoted.", ClaimNames.AllOf<StatementMode>(JsonNames.Of)),
        Choice("act", "What the innermost telling does.", ClaimNames.AllOf<SpeechAct>(JsonNames.Of)),
        new("confidence", QueryValueKind.Number, ">0.8", "How probable it is that the telling is one."),
        new("outlet", QueryValueKind.Text, "a name", "Who published it, copies included."),
        Choice("print", "again: prints an earlier report's text; first: others print its text later.", ["first", "again"]),
        new("language", QueryValueKind.Text, "en", "Language of the report."),
        new("story", QueryValueKind.Text, "an id (S12)", "Reports of one happening."),
        new("question", QueryValueKind.Text, "an id (Q12)", "Claims that answer one question."),
        Choice("relation", "Claims with such a link to one of another report.", RelationNames.Kept),
        new("report", QueryValueKind.Text, "the first digits of its id", "One report."),
        Choice("review", "What people made of it; rejected ones are left out unless asked for.", ClaimNames.AllOf<ReviewState>(ClaimNames.Of)),
        Choice("has", "Has a place, a time…", ["place", "pin", "time", "count", "agent", "patient", "position", "loaded", "unnamed", "correction"]),
        Choice("sort", "Order of the list.", ["newest", "oldest", "meant", "largest", "smallest", "surest", "added", "relevance", "reports", "contested"]),
    ];

    public static QueryField? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static QueryField Choice(string name, string meaning, IReadOnlyList<string> allowed) =>
        new(name, QueryValueKind.Choice, string.Join(", ", allowed), meaning) { Allowed = allowed };
}
