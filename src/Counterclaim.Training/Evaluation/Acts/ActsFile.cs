using System.Globalization;
using System.Text.Json;
using Counterclaim.Reading.Statements;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary>
/// Reads reports with marked statements, one JSON object a line: <c>id</c>, <c>manner</c>, <c>published</c>, <c>marked</c> (see
/// <see cref="MarkedReport"/>) and <c>statements</c>: <c>n</c>, <c>act</c>, <c>held</c>, <c>via</c>, <c>to</c>, <c>channel</c>, <c>links</c>.
/// A bar parts what counts as right equally; "none" among links says that none is right too; <c>held: null</c> that people may differ.
/// </summary>
internal static class ActsFile
{
    public static IReadOnlyList<ActsReport> Read(string path) => JsonLines.Read(path, record =>
    {
        var marked = new MarkedReport(record.Text("marked") ?? "");
        return new ActsReport(record.Id(), record.Text("manner") ?? "", marked.Text, record.Text("published"),
            [.. record.Items("statements").Select(s => Statement(s, marked))]);
    });

    private static ActsStatement Statement(JsonElement s, MarkedReport marked)
    {
        var number = s.GetProperty("n").GetInt32();
        var spans = new AttributionSpans(marked.Part(number, 'h'), marked.Part(number, 'c'), marked.Part(number, 'x'), Confidence: 1, "gold", Reason: null);
        var links = Choices(s, "links");
        return new ActsStatement(number, spans, marked.Part(number, 't'), Choices(s, "act"))
        {
            HeldBack = s.TryGetProperty("held", out var held) ? held.ValueKind == JsonValueKind.Null ? null : held.GetBoolean() : false,
            Via = s.Number("via") is { } via ? (int)via : null,
            Addressee = Choices(s, "to"),
            Channel = Choices(s, "channel"),
            Links = [.. links.Where(l => l != "none").Select(Link)],
            LinkMayBeMissing = links.Contains("none"),
        };
    }

    private static string[] Choices(JsonElement s, string name) => s.Text(name)?.Split('|') ?? [];

    private static ActsLink Link(string link)
    {
        var words = link.Split(' ');
        return new ActsLink(words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
