using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;
using Counterclaim.View;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>correct</c>, <c>corrections</c> and <c>undo</c>: what people change, its log, and taking it back.</summary>
internal static class CorrectCommands
{
    private static readonly Argument<string> Item = new("ITEM")
    {
        Description = "A claim or statement as lists show it (3fa9c1d2/c12, 3fa9c1d2/s4), a report (3fa9c1d2), an actor (A12), or a question (Q12).",
    };

    private static readonly Argument<string[]> What = new("WHAT")
    {
        Description = "accept, reject, or FIELD=VALUE… of a claim or statement; add FIELD=VALUE… for a statement of a report that was not found; join A15 or split 3fa9c1d2 of an actor; rename WORDS, merge Q15, split CLAIM… or dismiss of a question.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Author = new("--author") { Description = "Who says so. [default: your user name]", HelpName = "NAME" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, in your words.", HelpName = "WORDS" };

    private static readonly Option<bool> Export = new("--export") { Description = "Those that hold as JSON Lines with the report's text, for training." };

    private static readonly Argument<long> Entry = new("ID") { Description = "The number of the correction, as 'counterclaim corrections' lists it." };

    public static IEnumerable<Command> Build(Streams streams)
    {
        var correct = new Command("correct", $"Put right what the machine proposed. Fields: {string.Join(", ", CorrectionFields.All.Select(f => f.Name))}.") { Item, What, LedgerOptions.Ledger, Author, Reason };
        correct.SetAction(parsed => Run(parsed, streams, (ledger, text) => Correct(parsed, ledger, text)));
        yield return HelpWithExamples.Give(
            correct,
            new Example("counterclaim correct 3fa9c1d2/c12 accept", "The claim is right."),
            new Example("counterclaim correct 3fa9c1d2/c12 place=Brandry 'quantity=>=30 people'", "The place is another, and so is the count."),
            new Example("counterclaim correct Q12 rename 'Who holds the port?'", "A question in other words."),
            new Example("counterclaim correct A12 join A15 --reason 'his nickname'", "Two actors are one."));

        var log = new Command("corrections", "List what people corrected, the last first.") { LedgerOptions.Ledger, Export };
        log.SetAction(parsed => Run(parsed, streams, (ledger, text) => List(parsed.GetValue(Export), ledger, text, streams)));
        yield return HelpWithExamples.Give(log, new Example("counterclaim corrections --export > corrections.jsonl", "What a trainer learns from."));

        var undo = new Command("undo", "Take a correction back.") { Entry, LedgerOptions.Ledger, Author, Reason };
        undo.SetAction(parsed => Run(parsed, streams, (ledger, text) =>
        {
            ledger.Undo(parsed.GetValue(Entry), AuthorOf(parsed), parsed.GetValue(Reason));
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Correction {parsed.GetValue(Entry)} is taken back."));
        }));
        yield return HelpWithExamples.Give(undo, new Example("counterclaim undo 7", "As it was before correction 7."));
    }

    private static int Run(ParseResult parsed, Streams streams, Action<LedgerStore, TextWriter> work)
    {
        using var ledger = LedgerOptions.OpenToAsk(parsed);
        using var text = streams.OpenText();
        try
        {
            work(ledger, text);
        }
        catch (CorrectionException e)
        {
            throw new UsageException(e.Message);
        }
        return ExitCodes.Done;
    }

    private static string AuthorOf(ParseResult parsed) => parsed.GetValue(Author) ?? Environment.UserName;

    private static void Correct(ParseResult parsed, LedgerStore ledger, TextWriter text)
    {
        var item = parsed.GetValue(Item)!;
        var what = parsed.GetValue(What)!;
        var author = AuthorOf(parsed);
        var reason = parsed.GetValue(Reason);
        IReadOnlyList<long> entries = what switch
        {
            ["accept"] => ledger.Correct(item, CorrectionAction.Accept, [], author, reason),
            ["reject"] => ledger.Correct(item, CorrectionAction.Reject, [], author, reason),
            ["rename", .. var words] when IsQuestion(item) => [ledger.RenameQuestion(item, string.Join(' ', words), author, reason)],
            ["merge", var other] when IsQuestion(item) => [ledger.MergeQuestions(item, other, author, reason)],
            ["split", .. var claims] when IsQuestion(item) => ledger.PartQuestion(item, claims, author, reason),
            ["dismiss"] when IsQuestion(item) => [ledger.DismissQuestion(item, author, reason)],
            ["add", .. var parts] when parts.Length > 0 => [ledger.AddStatement(item, [.. parts.Select(Change)], author, reason).Entry],
            ["join", var other] => [ledger.JoinActors(item, other, author, reason)],
            ["split", var report] => [ledger.SplitActor(item, report, author, reason)],
            _ => ledger.Correct(item, CorrectionAction.Change, [.. what.Select(Change)], author, reason),
        };
        text.WriteLine($"Correction {string.Join(", ", entries)}: {SafeText.OneLine(item)} {SafeText.OneLine(string.Join(' ', what))}. Take it back with 'counterclaim undo {entries[^1]}'.");
    }

    private static bool IsQuestion(string item) => QuestionIds.Parse(item) is not null;

    private static (string Field, string Value) Change(string given) =>
        given.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (given[..at], given[(at + 1)..])
        : throw new UsageException($"\"{given}\" says nothing to do: give accept, reject, FIELD=VALUE, or for an actor join A15 or split REPORT.");

    private static void List(bool export, LedgerStore ledger, TextWriter text, Streams streams)
    {
        var all = ledger.Corrections();
        if (export)
        {
            foreach (var (entry, _) in all.Where(c => c.Holds && c.Entry.Anchor is not null)) WriteTraining(streams.Output, entry, ledger);
            return;
        }
        foreach (var (entry, holds) in all.Reverse())
        {
            text.WriteLine(Wording.Joined(
                entry.Id.ToString(CultureInfo.InvariantCulture), CorrectionWords.Of(entry), holds || entry.Action == CorrectionAction.Undo ? "" : "taken back", SafeText.OneLine(entry.Author),
                entry.Made.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture), entry.Reason is { } reason ? $"“{SafeText.OneLine(reason)}”" : ""));
            if (entry.Anchor is { } anchor) text.WriteLine($"  “{SafeText.Shorten(SafeText.OneLine(anchor.Exact), 200)}” · {ReportKeys.Short(anchor.Report)}");
        }
        text.WriteLine(all.Count == 0 ? "Nothing was corrected yet." : $"{Wording.Count(all.Count, "entry").Replace("entrys", "entries", StringComparison.Ordinal)}.");
    }

    private static void WriteTraining(Stream output, Correction entry, LedgerStore ledger)
    {
        using (var json = new Utf8JsonWriter(output, ClaimJson.Options)) CorrectionJson.Write(json, entry, ledger.Reading(entry.Anchor!.Report)!.Report.Text);
        output.WriteByte((byte)'\n');
    }
}
