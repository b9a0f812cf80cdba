using System.CommandLine;
using System.Globalization;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model.Json;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary>The commands that ask the ledger: <c>claims</c>, <c>questions</c>, <c>links</c>, <c>search</c>, <c>statements</c>, <c>reports</c>, <c>stories</c>, <c>actors</c>, <c>places</c>.</summary>
internal static class AskingCommands
{
    private const int MostCharacters = 300;

    public static IEnumerable<Command> Build(Streams streams) =>
    [
        new ListCommand<Claim>("claims", "List the claims in the ledger: who says what, about whom, where and when.", "claim", RowLayouts.Claims, (l, q, p) => l.Claims(q, p), ClaimLines.Of).Build(
            streams,
            new Example("counterclaim claims kind:casualties place:Quillhaven", "Who says how many died there."),
            new Example("counterclaim claims kind:control,route said:2026-03-09..2026-03-12 -voice:own", "What others are said to say, in those days."),
            new Example("counterclaim claims 'holder:\"Irena Vosk\" certainty:certain sort:oldest' --format csv", "As a table for other programs.")),
        new ListCommand<Question>("questions", "List what the ledger's sources answer differently, the most contested first, with every answer and who gives it.", "question", RowLayouts.Questions, (l, q, p) => l.Questions(ById(q), p), QuestionLines.Of).Build(
            streams,
            new Example("counterclaim questions", "Where the sources stand apart."),
            new Example("counterclaim questions kind:casualties place:Quillhaven", "How many died there, by whom, and who says so."),
            new Example("counterclaim questions Q12", "One, and how its answers came day by day."),
            new Example("counterclaim questions kind:control --format json", "With the claims behind every answer.")),
        new ListCommand<LedgerLink>("links", "List how claims of different reports stand to each other: who contradicts, denies, supports or updates whom, with the reason.", "link", RowLayouts.Links, (l, q, p) => l.Links(q, p), LinkLines.Of).Build(
            streams,
            new Example("counterclaim links relation:contradicts,denies", "Where two claims cannot both be so."),
            new Example("counterclaim links relation:updates kind:casualties place:Quillhaven", "How a toll grew.")),
        new ListCommand<PassageHit>("search", "Find words in the reports of the ledger.", "passage", RowLayouts.Passages, (l, q, p) => l.Search(q, p), Lines).Build(
            streams,
            new Example("counterclaim search diesel harbour", "Passages with both words, best first."),
            new Example("counterclaim search '\"coast road\" kind:route sort:newest'", "Passages with the phrase that claim something of a route.")),
        new ListCommand<ToldStatement>("statements", "List who says what in the ledger's reports.", "statement", RowLayouts.Statements, (l, q, p) => l.Statements(q, p), Lines).Build(
            streams,
            new Example("counterclaim statements 'holder:\"Irena Vosk\"' act:deny", "What somebody denies.")),
        new ListCommand<LedgerReport>("reports", "List the reports in the ledger.", "report", RowLayouts.Reports, (l, q, p) => l.Reports(q, p), Lines).Build(
            streams,
            new Example("counterclaim reports outlet:\"Strait Wire\" published:2026-03", "What an outlet published in a month.")),
        new ListCommand<LedgerStory>("stories", "List the happenings that the ledger's reports tell of, those told most first, with the reports of each and what joined them.", "story", RowLayouts.Stories, (l, q, p) => l.Stories(q, p), StoryLines.Of) { Nouns = "stories" }.Build(
            streams,
            new Example("counterclaim stories harbour", "Happenings that a report with the word tells of."),
            new Example("counterclaim questions story:S12", "What the reports of one story answer differently.")),
        new ListCommand<LedgerActor>("actors", "List the actors in the ledger, those that most reports name first.", "actor", RowLayouts.Actors, (l, q, p) => l.Actors(q, p), Lines).Build(
            streams,
            new Example("counterclaim actors vosk", "Actors by a name, however it is spelt."),
            new Example("counterclaim actors kind:negotiation type:person", "People who stand in a claim about talks.")),
        new ListCommand<LedgerPlace>("places", "List the places in the ledger, those that most reports name first.", "place", RowLayouts.Places, (l, q, p) => l.Places(q, p), Lines).Build(
            streams,
            new Example("counterclaim places kind:strike --format geojson", "Where something was hit, for a map.")),
    ];

    /// <summary>"Q12" alone asks for the question of that id.</summary>
    private static LedgerQuery ById(LedgerQuery query) =>
        query.Terms is [{ Field: null, IsNegated: false, Values: [var word] }] && QuestionIds.Parse(word) is not null ? QueryParser.Parse("question:" + word) : query;

    private static string[] Lines(PassageHit hit)
    {
        var shown = hit.Around(MostCharacters);
        var before = shown.Start > 0 ? "… " : "";
        var after = shown.End < hit.Text.Length ? " …" : "";
        return [Head(hit.Report), $"{before}{SafeText.OneLine(shown.In(hit.Text))}{after}", hit.CodePoints is { } at ? string.Create(CultureInfo.InvariantCulture, $"{ReportKeys.Short(hit.Report.Id)} {at.Start}–{at.End}") : $"{ReportKeys.Short(hit.Report.Id)} title"];
    }

    private static string[] Lines(ToldStatement statement) =>
    [
        Wording.Joined(statement.Teller.Name.Length > 0 ? SafeText.OneLine(statement.Teller.Name) : "somebody unnamed", JsonNames.Of(statement.Teller.Act), statement.Teller.Channel is { } channel ? $"through {SafeText.OneLine(channel)}" : "",
            statement.Teller.IsHeldBack ? "not committed to" : ""),
        $"“{SafeText.Shorten(SafeText.OneLine(statement.Content), MostCharacters)}”",
        Wording.Joined(ShortId(statement.Id), Head(statement.Report)),
    ];

    private static string[] Lines(LedgerReport report) =>
    [
        SafeText.OneLine(report.Report.Title ?? report.Source),
        Wording.Joined(ReportKeys.Short(report.Report.Id), report.Report.Outlet is { } outlet ? SafeText.OneLine(outlet) : "", Day(report.Report), Count(report.Statements, "statement"), Count(report.Claims, "claim"), report.Story ?? "",
            report.Copies > 0 ? $"{Count(report.Copies, "more copy", "more copies")}" : "", report.Reprints > 0 ? $"printed again {Count(report.Reprints, "time")}" : ""),
        .. report.Ties.Select(StoryLines.Of),
        SafeText.OneLine(report.Report.Url ?? report.Source),
    ];

    private static string[] Lines(LedgerActor actor) =>
    [
        Wording.Joined(SafeText.OneLine(actor.Name), JsonNames.Of(actor.Kind).Replace('_', ' '), actor.Country ?? "", actor.Id ?? "a description"),
        actor.Names.Count > 0 ? "also " + string.Join(", ", actor.Names.Select(n => SafeText.OneLine(n))) : "",
        Wording.Joined(Count(actor.Reports, "report"), $"tells {Count(actor.Told, "claim")}", $"in {Count(actor.Concerned, "claim")}", actor.Identity ?? ""),
    ];

    private static string[] Lines(LedgerPlace place)
    {
        var at = place.Place;
        var point = at.Point is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Latitude:0.00}, {p.Longitude:0.00}") : "not located";
        return
        [
            Wording.Joined(SafeText.OneLine(at.Name), at.Kind, at.Country ?? "", at.Container is { } container ? $"in {SafeText.OneLine(container)}" : ""),
            Wording.Joined(Count(place.Reports, "report"), Count(place.Claims, "claim"), point, at.RadiusKm is { } radius && at.Point is not null ? string.Create(CultureInfo.InvariantCulture, $"± {radius:0} km") : "", at.Gazetteer ?? ""),
        ];
    }

    private static string Head(ClaimReport report) =>
        Wording.Joined(report.Outlet is { } outlet ? SafeText.OneLine(outlet) : "unnamed publisher", Day(report), report.Title is { } title ? SafeText.OneLine(title) : "");

    private static string Day(ClaimReport report) => report.Published is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date";

    private static string ShortId(string id) => $"{ReportKeys.Short(id[..id.LastIndexOf('/')])}{id[id.LastIndexOf('/')..]}";

    private static string Count(long count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
