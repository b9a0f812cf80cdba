using System.CommandLine;
using System.CommandLine.Parsing;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Options that take one of a few words.</summary>
internal static class Choices
{
    /// <summary>The option <c>--format</c>.</summary>
    /// <param name="names">What may be given; the first where nothing is.</param>
    public static Option<string> Format(string description, params string[] names) => new("--format", "-f")
    {
        Description = description,
        HelpName = string.Join('|', names),
        DefaultValueFactory = _ => names[0],
        Validators = { given => Require(given, names) },
    };

    public static void Require(OptionResult option, IReadOnlyCollection<string> allowed)
    {
        if (option.Tokens is [{ Value: var given }] && !allowed.Contains(given))
            option.AddError($"{option.IdentifierToken?.Value ?? "--" + option.Option.Name} {given}: give one of {string.Join(", ", allowed)}.");
    }
}
