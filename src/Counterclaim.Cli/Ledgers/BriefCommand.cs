using System.CommandLine;
using Counterclaim.Cli.Output.Briefs;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim brief</c>: what the ledger holds on a matter, on a page, every line with its source.</summary>
internal static class BriefCommand
{
    private static readonly Argument<string[]> About = new("ABOUT")
    {
        Description = "A place or somebody by name, a question's id (Q12), or a query; everything where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Format = Choices.Format("md: Markdown with footnotes; html: one page that stands alone.", "md", "html");

    public static Command Build(Streams streams)
    {
        var command = new Command("brief", "Write a page on a matter, made of quotations and facts of the ledger alone, each with its reference.") { About, LedgerOptions.Ledger, Format };
        command.SetAction(parsed => Run(parsed, streams));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim brief Quillhaven", "What is open there, who says what, what changed last."),
            new Example("counterclaim brief 'kind:casualties place:Quillhaven' --format html > brief.html", "On a query, to be printed."));
    }

    private static int Run(ParseResult parsed, Streams streams)
    {
        var words = parsed.GetValue(About) ?? [];
        var about = words is [var one] ? one : QueryArguments.Joined(words);
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        var brief = QueryArguments.Asked(() => ledger.Brief(about));
        using var text = streams.OpenText();
        if (parsed.GetValue(Format) == "html") text.Write(BriefHtml.Page(brief));
        else BriefMarkdown.Write(text, brief);
        return ExitCodes.Done;
    }
}
