using System.CommandLine.Parsing;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Options that take one of a few words.</summary>
internal static class Choices
{
    public static void Require(OptionResult option, IReadOnlyCollection<string> allowed)
    {
        if (option.Tokens is [{ Value: var given }] && !allowed.Contains(given))
            option.AddError($"{option.IdentifierToken?.Value ?? "--" + option.Option.Name} {given}: give one of {string.Join(", ", allowed)}.");
    }
}
