using System.CommandLine;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Language;
using Counterclaim.Language.Conllu;
using Counterclaim.Model;

namespace Counterclaim.Cli.Commands;

/// <summary><c>counterclaim parse SOURCE...</c>: shows what the language step makes of a text, as CoNLL-U.</summary>
internal static class ParseCommand
{
    private const string Conllu = "conllu";
    private const string Report = "report";

    public static Command Build(Streams streams)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "A file, a folder, a glob, '-', a URL, a feed, or a JSONL file of articles.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => Conllu };
        format.AcceptOnlyFromAmong(Conllu);
        var input = new Option<string>("--input")
        {
            Description = "What the sources are: reports, or CoNLL-U files whose tokens and sentences are kept.",
            DefaultValueFactory = _ => Report,
        };
        input.AcceptOnlyFromAmong(Report, Conllu);
        var command = new Command("parse", "Print tokens, tags, features, lemmas, dependency trees and names as CoNLL-U.") { sources, format, input };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = new Run(streams, Analyzer.Load(), streams.OpenText());
            var allRead = parsed.GetValue(input) == Conllu
                ? run.TokensGiven(parsed.GetValue(sources)!)
                : await run.Reports(parsed.GetValue(sources)!, cancel);
            await run.Output.FlushAsync(cancel);
            return allRead ? ExitCodes.Done : ExitCodes.SomeFailed;
        });
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim parse page.html", "Tags, trees and names of an article."),
            new Example("counterclaim parse --input conllu gold.conllu", "The same on tokens and sentences given."));
    }

    private sealed record Run(Streams Streams, Analyzer Analyzer, TextWriter Output)
    {
        public async Task<bool> Reports(string[] sources, CancellationToken cancel)
        {
            var allRead = true;
            var reader = new SourceReader(new IngestOptions(), () => Streams.Input);
            await foreach (var result in reader.ReadAsync(sources, cancel))
            {
                if (result.IsReport) Write(result.Report);
                else allRead = Failed(result.Error.Source, result.Error.Message);
            }
            return allRead;
        }

        private void Write(Report report)
        {
            ConlluWriter.Write(Output, Analyzer.Analyze(report.Text, Blocks(report)), report.Source);
        }

        /// <summary>All of the text: what is never read for claims (furniture, the rules drawn between paragraphs) has tokens too.</summary>
        private static List<TextSpan> Blocks(Report report)
        {
            var blocks = new List<TextSpan>();
            var at = 0;
            foreach (var paragraph in report.Paragraphs)
            {
                Add(new TextSpan(at, Math.Max(at, paragraph.Span.Start)));
                Add(paragraph.Span);
                at = paragraph.Span.End;
            }
            Add(new TextSpan(at, report.Text.Length));
            return blocks;

            void Add(TextSpan span)
            {
                if (!span.In(report.Text).IsWhiteSpace()) blocks.Add(span);
            }
        }

        public bool TokensGiven(string[] files)
        {
            var allRead = true;
            foreach (var file in files)
            {
                try
                {
                    using var reader = file == "-" ? new StreamReader(Streams.Input, Streams.Utf8) : new StreamReader(file, Streams.Utf8);
                    Write(ConlluReader.Read(reader));
                }
                catch (Exception e) when (e is FormatException or UnauthorizedAccessException || (e is IOException io && !Streams.IsBrokenPipe(io)))
                {
                    allRead = Failed(file, e.Message);
                }
            }
            return allRead;
        }

        private void Write(ConlluDocument given) => ConlluWriter.Write(Output, Analyzer.Analyze(given.Text, given.Tokens, given.Sentences), given);

        private bool Failed(string source, string reason)
        {
            Streams.Error.WriteLine($"counterclaim: {source}: {reason}");
            return false;
        }
    }
}
