using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Identity;

/// <summary>What kind of actor a label is of, and of which country; null where that has no code or there are many.</summary>
internal sealed record LabelFacts(ActorKind Kind, string? Country);

/// <summary>
/// Reads marked reports, one JSON object a line with <c>id</c>, <c>outlet</c>, <c>published</c> and <c>marked</c> (see <see cref="IdentityReport"/>), and the file
/// beside them, <c>NAME-actors.tsv</c>, that says of what kind and country each label is.
/// </summary>
internal static class IdentityFile
{
    public static IReadOnlyList<IdentityReport> Read(string path) => JsonLines.Read(path, record =>
        new IdentityReport(record.Id(), record.Text("published"), record.Text("marked") ?? ""));

    /// <exception cref="FormatException">A row has another number of columns.</exception>
    public static IReadOnlyDictionary<string, LabelFacts> Facts(string path)
    {
        var facts = new Dictionary<string, LabelFacts>();
        foreach (var line in File.ReadLines(Path.ChangeExtension(path, null) + "-actors.tsv"))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            if (row.Length != 3) throw new FormatException($"label, kind and country expected: {line}");
            facts[row[0]] = new LabelFacts(JsonNames.ActorKind(row[1]), row[2].Length == 0 ? null : row[2]);
        }
        return facts;
    }
}
