using System.CommandLine;

namespace Counterclaim.Cli.Ledgers;

/// <summary>The formats of the asking commands.</summary>
internal static class ListFormat
{
    public static readonly Option<string> Option = Choices.Format(
        "table for people; json: the list with its counts; jsonl: one a line; csv; geojson; md: Markdown.", "table", "json", "jsonl", "csv", "geojson", "md");
}
