using System.CommandLine;

namespace Counterclaim.Cli.Ledgers;

/// <summary>The formats of the asking commands.</summary>
internal static class ListFormat
{
    private static readonly string[] All = ["table", "json", "jsonl", "csv", "geojson", "md"];

    public static readonly Option<string> Option = new("--format", "-f")
    {
        Description = "table for people; json: the list with its counts; jsonl: one a line; csv; geojson; md: Markdown.",
        HelpName = string.Join('|', All),
        DefaultValueFactory = _ => All[0],
        Validators = { given => Choices.Require(given, All) },
    };
}
