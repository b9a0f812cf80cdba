using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Counterclaim.Ingest;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Commands;

/// <summary>What every command that reads sources takes: the sources, what is known of them, and what they are read with.</summary>
internal static class SourceOptions
{
    public static readonly Argument<string[]> Sources = new("SOURCE")
    {
        Description = "A file (page, text, Markdown, JSONL of articles, feed), a folder, a glob, a URL, or '-' for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static readonly Option<PublicationTime?> Published = new("--published")
    {
        Description = "When the reports were published, where they do not say it: 2025-11-11 or 2025-11-11T08:30Z. Relative times are resolved against it.",
        HelpName = "DATE",
        CustomParser = ParsePublished,
    };

    public static readonly Option<string?> Publisher = new("--publisher") { Description = "Who published the reports, where they do not say it.", HelpName = "NAME" };

    public static readonly Option<bool> AllowPrivate = new("--allow-private") { Description = "Let a URL lead to private and loopback addresses." };

    public static readonly Option<string[]> Gazetteers = new("--gazetteer")
    {
        Description = "A gazetteer laid over the shipped one; may be given several times, the last wins.",
        HelpName = "FILE",
    };

    public static readonly Option<string[]> Actors = new("--actors")
    {
        Description = "A list of actors (our CSV, FollowTheMoney JSON lines, a PETRARCH dictionary) asked before the one shipped; may be given several times, the last wins.",
        HelpName = "FILE",
    };

    public static readonly Option<string> Model = ModelOption.Create();

    public static readonly Option<int?> Jobs = new("--jobs", "-j")
    {
        Description = "Reports read at the same time. [default: one a core]",
        HelpName = "N",
        Validators = { RequirePositive },
    };

    /// <summary>What the sources are opened with.</summary>
    public static IngestOptions IngestOf(ParseResult parsed)
    {
        var published = parsed.GetValue(Published);
        return new IngestOptions
        {
            Published = published?.Time,
            PublishedIsDay = published?.IsDay ?? false,
            Publisher = parsed.GetValue(Publisher),
            AllowPrivateAddresses = parsed.GetValue(AllowPrivate),
        };
    }

    /// <summary>What the reports are read with.</summary>
    public static ReaderOptions ReaderOf(ParseResult parsed) => new()
    {
        Model = ModelOption.Of(parsed.GetValue(Model)!),
        GazetteerOverlays = parsed.GetValue(Gazetteers) ?? [],
        ActorLists = parsed.GetValue(Actors) ?? [],
    };

    public static int JobsOf(ParseResult parsed) => parsed.GetValue(Jobs) ?? Environment.ProcessorCount;

    private static PublicationTime? ParsePublished(ArgumentResult argument)
    {
        var given = argument.Tokens[0].Value;
        if (PublicationTime.TryParse(given, out var time)) return time;
        argument.AddError($"--published {given}: not a date; give it as 2025-11-11 or 2025-11-11T08:30Z.");
        return null;
    }

    private static void RequirePositive(OptionResult jobs)
    {
        if (jobs.Tokens is [{ Value: var given }] && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1))
            jobs.AddError($"--jobs {given}: give a number of at least 1.");
    }
}
