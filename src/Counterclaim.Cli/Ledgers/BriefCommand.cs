using System.CommandLine;
using Counterclaim.Cli.Output.Briefs;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Briefs;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim brief</c>: what the ledger holds on a matter, on a page, every line with its source.</summary>
internal static class BriefCommand
{
    private static readonly string[] Formats = ["md", "html"];

    private static readonly Argument<string[]> About = new("ABOUT")
    {
        Description = "A place or somebody by name, a question's id (Q12), or a query; everything where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "md: Markdown with footnotes; html: one page that stands alone.",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => Formats[0],
        Validators = { given => Choices.Require(given, Formats) },
    };

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
        Brief brief;
        try
        {
            brief = ledger.Brief(about);
        }
        catch (QueryException e)
        {
            throw QueryArguments.Wrong(e);
        }
        using var text = streams.OpenText();
        if (parsed.GetValue(Format) == "html") text.Write(BriefHtml.Page(brief));
        else BriefMarkdown.Write(text, brief);
        return ExitCodes.Done;
    }
}
