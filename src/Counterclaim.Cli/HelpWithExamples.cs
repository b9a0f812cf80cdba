using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Counterclaim.Cli;

/// <summary>A command line worth copying, and what it does.</summary>
internal sealed record Example(string Line, string Does);

/// <summary>Help that ends with examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const int Width = 80;
    private static readonly ConditionalWeakTable<Command, IReadOnlyList<Example>> ExamplesOf = [];

    public static T Give<T>(T command, params IReadOnlyList<Example> examples) where T : Command
    {
        ExamplesOf.Add(command, examples);
        return command;
    }

    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        var help = (HelpAction)option.Action!;
        help.MaxWidth = Width;
        option.Action = new HelpWithExamples(help);
        root.Action = option.Action;
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (!ExamplesOf.TryGetValue(parseResult.CommandResult.Command, out var examples)) return exitCode;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  {example.Line}");
            output.WriteLine($"      {example.Does}");
        }
        return exitCode;
    }
}
