using Counterclaim.Cli.Terminal;
using Spectre.Console;

namespace Counterclaim.Cli.Commands;

/// <summary>A bar on stderr for work worth watching; silent where nobody watches or the results show the progress themselves.</summary>
internal sealed class Progress
{
    private const int WorthABar = 8;
    private readonly ProgressTask? _task;
    private readonly Action<string> _say;

    private Progress(ProgressTask? task, Action<string> say) => (_task, _say) = (task, say);

    /// <param name="streams">Where the bar is drawn.</param>
    /// <param name="resultsOnTerminal">The results themselves appear on the terminal, one by one.</param>
    /// <param name="count">How many sources there are, where it is known beforehand.</param>
    /// <param name="work">What to do meanwhile.</param>
    /// <param name="doing">What it is that is being done.</param>
    public static async Task RunAsync(Streams streams, bool resultsOnTerminal, int? count, Func<Progress, Task> work, string doing = "reading")
    {
        if (!streams.ErrorIsTerminal || resultsOnTerminal || count < WorthABar)
        {
            await work(new Progress(null, streams.Error.WriteLine));
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(doing, maxValue: count ?? double.MaxValue);
                task.IsIndeterminate = count is null;
                await work(new Progress(task, line => console.WriteLine(line)));
            });
    }

    public void Advance() => _task?.Increment(1);

    /// <summary>Says how far it is, and how far it goes.</summary>
    public void Reach(long done, long of)
    {
        if (_task is null) return;
        _task.MaxValue = of;
        _task.Value = done;
    }

    /// <summary>Prints a line above the bar.</summary>
    public void Say(string line) => _say(line);
}
