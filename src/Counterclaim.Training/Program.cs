using System.CommandLine;
using System.CommandLine.Help;
using Counterclaim.Training;
using Counterclaim.Training.Evaluation;

// Not a RootCommand: help would name this program, which people reach only through counterclaim.
var root = new Command("counterclaim", "Trains and examines the models of Counterclaim.")
{
    new HelpOption { Recursive = true },
    DataFolder.Option,
    TrainCommand.Create(),
    EvaluateCommand.Create(),
};
var parsed = root.Parse(args);
try
{
    var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCodes.WrongUsage : code;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
{
    Console.Error.WriteLine($"counterclaim: {e.Message}");
    return ExitCodes.Failed;
}
