using System.CommandLine;
using Counterclaim.Cli.Output;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Commands;

/// <summary><c>counterclaim demo</c>: reads the shipped week at Quillhaven (demo/README.md) and shows the result.</summary>
internal static class DemoCommand
{
    private static readonly Option<string?> Format = new("--format", "-f")
    {
        Description = "Print it in this form instead of opening the page.",
        HelpName = string.Join('|', ReadingFormat.Names),
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this file, or one file a report into this folder, and open nothing.",
        HelpName = "FILE|FOLDER",
    };

    public static Command Build(Streams streams)
    {
        var command = new Command("demo", "Read the shipped example, a week of an invented siege told by five invented papers, and show it.") { Format, Output };
        Format.Validators.Add(ReadCommand.RequireKnownFormat);
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Format), parsed.GetValue(Output), streams, cancel));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim demo", "Open it in the browser; where there is none, print it as a table."),
            new Example("counterclaim demo --format jsonl", "One reading a line."),
            new Example("counterclaim demo --format html -o quillhaven.html", "Keep the page."));
    }

    private static async Task<int> RunAsync(string? format, string? output, Streams streams, CancellationToken cancel)
    {
        var demo = Path.Combine(AppContext.BaseDirectory, "demo");
        var run = new ReadRun(
            [Path.Combine(demo, "reports")],
            new IngestOptions(),
            new ReaderOptions { GazetteerOverlays = [Path.Combine(demo, "gazetteer.csv")] },
            Environment.ProcessorCount);
        if (format is not null || output is not null || !streams.OutputIsTerminal || !Browser.IsThere)
        {
            var chosen = format ?? (output?.EndsWith(".html", StringComparison.OrdinalIgnoreCase) == true ? "html" : ReadingFormat.Default);
            return await run.WriteToAsync(ReadingTarget.Open(output, chosen, streams), streams, cancel);
        }
        var page = Path.Combine(Path.GetTempPath(), "counterclaim-demo.html");
        var exitCode = await run.WriteToAsync(ReadingTarget.Open(page, "html", streams), streams, cancel);
        if (!Browser.TryOpen(page)) streams.Error.WriteLine($"counterclaim: no browser could be started; the page is {page}");
        else streams.Error.WriteLine($"Opened {page}");
        return exitCode;
    }
}
