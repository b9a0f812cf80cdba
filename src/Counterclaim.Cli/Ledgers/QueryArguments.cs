using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Asking;

namespace Counterclaim.Cli.Ledgers;

/// <summary>What every asking command takes: the query, and which part of the list.</summary>
internal static partial class QueryArguments
{
    public static readonly Argument<string[]> Query = new("QUERY")
    {
        Description = "Words and \"phrases\", field:value, - for not (docs/ledger.md); everything where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many to show.",
        HelpName = "N",
        DefaultValueFactory = _ => PageRequest.DefaultLimit,
        Validators = { r => Number(r, 1, PageRequest.MostAtOnce) },
    };

    public static readonly Option<int> Offset = new("--offset") { Description = "How many to leave out before them.", HelpName = "N", Validators = { r => Number(r, 0, int.MaxValue) } };

    public static readonly Option<string?> After = new("--after") { Description = "Go on behind the last page: what it printed as its end.", HelpName = "CURSOR" };

    public static PageRequest PageOf(ParseResult parsed) => new(parsed.GetValue(Limit), parsed.GetValue(Offset), parsed.GetValue(After));

    public static LedgerQuery QueryOf(ParseResult parsed) => Asked(() => QueryParser.Parse(Joined(parsed.GetValue(Query) ?? [])));

    /// <summary>What a query gives; one that cannot be asked is wrong usage.</summary>
    public static T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (QueryException e)
        {
            throw Wrong(e);
        }
    }

    public static UsageException Wrong(QueryException e) => new(string.Create(CultureInfo.InvariantCulture, $"the query, at character {e.Position + 1}: {e.Message}"));

    /// <summary>Puts back the quotation marks that the shell took away: <c>place:"Port Ash"</c> arrives as one word with a space in it.</summary>
    public static string Joined(IReadOnlyList<string> words) => string.Join(' ', words.Select(word => Quoted(word, words.Count == 1)));

    private static string Quoted(string word, bool alone)
    {
        if (!word.Contains(' ', StringComparison.Ordinal) || word.Contains('"', StringComparison.Ordinal)) return word;
        var field = FieldAndValue().Match(word);
        if (field.Success && !field.Groups[2].Value.Contains(':', StringComparison.Ordinal)) return $"{field.Groups[1].Value}\"{field.Groups[2].Value}\"";
        return alone || word.Contains(':', StringComparison.Ordinal) ? word : $"\"{word}\"";
    }

    /// <summary>
    /// Puts terms that begin with "-" behind a "--", so that no letter of theirs is taken for an option: <c>-has:pin</c> would else be <c>-h</c>.
    /// </summary>
    public static string[] WithNegatedBehind(string[] args)
    {
        if (!args.Any(NegatedTerm().IsMatch)) return args;
        var dashes = Array.IndexOf(args, "--");
        var (before, behind) = dashes < 0 ? (args, []) : (args[..dashes], args[(dashes + 1)..]);
        return [.. before.Where(a => !NegatedTerm().IsMatch(a)), "--", .. before.Where(a => NegatedTerm().IsMatch(a)), .. behind];
    }

    [GeneratedRegex("^-[a-z]+:", RegexOptions.CultureInvariant)]
    private static partial Regex NegatedTerm();

    [GeneratedRegex("^(-?(?:actor|holder|agent|patient|place|position|unit|outlet):)(.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FieldAndValue();

    private static void Number(System.CommandLine.Parsing.OptionResult option, int least, int most)
    {
        if (option.Tokens is [{ Value: var given }] && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            option.AddError(string.Create(CultureInfo.InvariantCulture, $"--{option.Option.Name.TrimStart('-')} {given}: give a number from {least} to {most}."));
    }
}
