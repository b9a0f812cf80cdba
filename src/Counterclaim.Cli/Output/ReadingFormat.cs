using Counterclaim.Cli.Output.Html;
using Counterclaim.Cli.Output.Json;
using Counterclaim.Cli.Output.Markdown;
using Counterclaim.Cli.Output.Table;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Output;

/// <summary>The formats of <c>--format</c>.</summary>
internal static class ReadingFormat
{
    public const string Default = "table";

    /// <summary>Name, what it is for, and the extension of a file in it.</summary>
    public static readonly (string Name, string Extension)[] All =
    [
        ("table", ".txt"), ("json", ".json"), ("jsonl", ".jsonl"), ("md", ".md"), ("html", ".html"),
    ];

    public static IEnumerable<string> Names => All.Select(format => format.Name);

    public static string Extension(string name) => All.First(format => format.Name == name).Extension;

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="output">Where the layout goes; stays open.</param>
    /// <param name="streams">What is known of the terminal.</param>
    public static IReadingWriter Open(string name, Stream output, Streams streams) => name switch
    {
        "table" => new TableWriter(TextOver(output), streams),
        "json" => new JsonWriter(output),
        "jsonl" => new JsonLinesWriter(output),
        "md" => new MarkdownWriter(TextOver(output)),
        "html" => new HtmlWriter(output),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static StreamWriter TextOver(Stream output) => new(output, Streams.Utf8, bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\n" };
}
