using System.CommandLine;
using Counterclaim.Language;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Gate;

namespace Counterclaim.Training.Evaluation;

/// <summary><c>evaluate</c>: the field's metrics on gold data, and the gate that keeps them from falling.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var command = new Command("evaluate", "Score a step of the pipeline, or a file of predictions, against gold data.");
        foreach (var exam in Exam.All) command.Add(Create(exam));
        command.Add(GateCommand.Create());
        return command;
    }

    private static Command Create(Exam exam)
    {
        var gold = new Argument<string>("GOLD") { Description = "Gold file; looked for in the data folder too." };
        if (exam.DefaultGold is { } ours) gold.DefaultValueFactory = _ => Path.Combine(RepositoryFolder.Path, ours);
        var predictions = new Option<string?>("--predictions") { Description = "Score this file instead of our own pipeline.", HelpName = "FILE" };
        var write = new Option<string?>("--write-predictions") { Description = "Keep what the pipeline predicted.", HelpName = "FILE" };
        var boot = new Option<int>("--boot") { Description = "Samples for 95 % intervals over documents (1000 is usual).", HelpName = "N" };
        var every = new Option<int>("--every") { Description = "Only every N-th document, from the first.", HelpName = "N" };
        var fast = new Option<bool>("--fast") { Description = "Read with the fast model of language (read --model fast)." };
        var json = new Option<bool>("--json") { Description = "Print figures as JSON." };
        var command = new Command(exam.Step, exam.Description) { gold, predictions, write, boot, every, fast, json };

        var roles = Specific(new Option<string?>("--roles") { Description = "Count only our places of these roles (comma between): literal, metonym, origin, organisation.", HelpName = "ROLES" });
        var types = Specific(new Option<string?>("--types") { Description = "Count only gold of these types (comma between).", HelpName = "TYPES" });
        var split = Specific(new Option<string?>("--split") { Description = "Only this part of the corpus.", HelpName = "NAME" });
        var punctuation = Specific(new Option<bool>("--punct") { Description = "Count punctuation marks as tokens." });
        var raw = Specific(new Option<bool>("--raw") { Description = "Start from raw text, not from the gold's tokens and sentences." });
        var given = Specific(new Option<bool>("--given") { Description = "Start from the gold's statement spans, to examine what follows alone." });
        var errors = Specific(new Option<int>("--errors") { Description = "List the N largest disagreements; of whole readings, all those of the first N reports.", HelpName = "N" });

        command.SetAction(parsed => Run(exam, parsed.GetValue(json), parsed.GetValue(fast) ? AnalyzerModel.Fast : AnalyzerModel.Accurate, new ExamOptions(DataFolder.Resolve(parsed, parsed.GetValue(gold)!))
        {
            DataFolder = DataFolder.From(parsed),
            Predictions = parsed.GetValue(predictions),
            WritePredictions = parsed.GetValue(write),
            Boot = parsed.GetValue(boot),
            Every = parsed.GetValue(every),
            Types = parsed.GetValue(types)?.Split(',').ToHashSet(),
            Roles = parsed.GetValue(roles)?.Split(',').ToHashSet(),
            Split = parsed.GetValue(split),
            Punctuation = parsed.GetValue(punctuation),
            Raw = parsed.GetValue(raw),
            Given = parsed.GetValue(given),
            Errors = parsed.GetValue(errors),
        }));
        return command;

        Option<T> Specific<T>(Option<T> option)
        {
            if (exam.Options.Contains(option.Name)) command.Add(option);
            return option;
        }
    }

    private static int Run(Exam exam, bool asJson, AnalyzerModel model, ExamOptions options)
    {
        var sheet = exam.Run(options, new Pipeline(model));
        if (asJson)
        {
            using var output = Console.OpenStandardOutput();
            ScoreSheetWriter.WriteJson(sheet, output);
            output.WriteByte((byte)'\n');
        }
        else
        {
            ScoreSheetWriter.WriteText(sheet, Console.Out);
        }
        return ExitCodes.Done;
    }
}
