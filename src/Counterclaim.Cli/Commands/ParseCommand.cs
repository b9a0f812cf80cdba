using System.CommandLine;
using Counterclaim.Cli.Terminal;
using Counterclaim.Language;

namespace Counterclaim.Cli.Commands;

/// <summary><c>counterclaim parse SOURCE...</c>: shows what the language step makes of a text, as CoNLL-U or as tagged names.</summary>
internal static class ParseCommand
{
    private const string Report = "report";
    private const string Text = "text";
    private const string Conllu = "conllu";
    private const string Bio = "bio";

    public static Command Build(Streams streams)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "A file, a folder, a glob, '-', a URL, a feed, or a JSONL file of articles; with another --input than report, files or '-'.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "conllu: tokens, tags, lemmas, trees, and names in MISC (NER=B-PER). bio: tokens and names alone, two columns.",
            DefaultValueFactory = _ => Conllu,
        };
        format.AcceptOnlyFromAmong(Conllu, Bio);
        var input = new Option<string>("--input")
        {
            Description = "report: whatever read takes. text: plain text to the letter, of any length. conllu: tokens and sentences are given and kept, "
                + "with comments, multiword tokens and MISC. bio: tokens and sentences in two columns.",
            DefaultValueFactory = _ => Report,
        };
        input.AcceptOnlyFromAmong(Report, Text, Conllu, Bio);
        var model = ModelOption.Create();
        var command = new Command("parse", "Print tokens, tags, features, lemmas, dependency trees and names as CoNLL-U.") { sources, format, input, model };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = parsed.GetValue(sources)!;
            var run = new ParseRun(streams, Analyzer.Load(ModelOption.Of(parsed.GetValue(model)!)), streams.OpenText(), parsed.GetValue(format) == Bio);
            var allRead = parsed.GetValue(input) switch
            {
                Text => run.Files(given, run.Text),
                Conllu => run.Files(given, run.Conllu),
                Bio => run.Files(given, run.Bio),
                _ => await run.Reports(given, cancel),
            };
            await run.Output.FlushAsync(cancel);
            return allRead ? ExitCodes.Done : ExitCodes.SomeFailed;
        });
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim parse page.html", "Tags, trees and names of an article."),
            new Example("counterclaim parse --input text - < book.txt", "Of a plain text, every character of it."),
            new Example("counterclaim parse --input conllu gold.conllu > ours.conllu", "The same on tokens and sentences given."),
            new Example("counterclaim parse --input bio --format bio gold.bio > ours.bio", "Names on tokens given; 'counterclaim evaluate names gold.bio --predictions ours.bio' compares."));
    }
}
