using System.Globalization;
using System.Text;

namespace Counterclaim.Training.Evaluation.Gate;

/// <summary>The floors as a table in docs/evaluation.md, kept true by <c>--update</c> and a test.</summary>
internal static class FloorTable
{
    private const string Begin = "<!-- floors: written by evaluate gate --update -->\n";
    private const string End = "<!-- end of floors -->";

    public static string Path => System.IO.Path.Combine(RepositoryFolder.Path, "docs", "evaluation.md");

    /// <summary>The document with its table replaced; unchanged where it has no place for one.</summary>
    public static string Replace(string document, Baseline baseline)
    {
        var begin = document.IndexOf(Begin, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? document : document[..(begin + Begin.Length)] + Markdown(baseline) + document[end..];
    }

    private static string Markdown(Baseline baseline)
    {
        var table = new StringBuilder("| gold | documents | figure | floor |\n|---|--:|---|--:|\n");
        foreach (var run in baseline.Runs)
        {
            var first = true;
            foreach (var (figure, floor) in run.Floors)
            {
                table.Append(CultureInfo.InvariantCulture, $"| {(first ? Gold(run) : "")} | {(first ? run.Documents : "")} | {figure} | {floor:0.0000} |\n");
                first = false;
            }
        }
        return table.ToString();
    }

    private static string Gold(GateRun run) =>
        $"`{run.Step} {run.Gold}{(run.Raw ? " --raw" : "")}{(run.Given ? " --given" : "")}{(run.Types is null ? "" : $" --types {run.Types}")}{(run.Roles is null ? "" : $" --roles {run.Roles}")}{(run.Every > 1 ? $" --every {run.Every}" : "")}`";
}
