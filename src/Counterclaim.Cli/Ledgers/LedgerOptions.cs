using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Which ledger a command works on.</summary>
internal static class LedgerOptions
{
    private const string Variable = "COUNTERCLAIM_LEDGER";
    private const string FileName = "counterclaim.db";

    public static readonly Option<string?> Ledger = new("--ledger")
    {
        Description = $"The ledger: a file, or postgres://USER@HOST/DATABASE. [default: ${Variable}, else {FileName} in your data folder]",
        HelpName = "FILE|URL",
    };

    /// <summary>Opens the ledger that the command line, the environment or custom names, and makes it where there is none.</summary>
    public static LedgerStore Open(ParseResult parsed)
    {
        try
        {
            return LedgerStore.Open(AddressOf(parsed), TimeProvider.System, BroughtUp(parsed.InvocationConfiguration.Error));
        }
        catch (LedgerException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Says every few seconds how far a ledger of an older version has been made anew, which can take long and goes on where it was broken off.</summary>
    private static Action<long, long> BroughtUp(TextWriter errors)
    {
        var said = TimeProvider.System.GetTimestamp();
        return (done, all) =>
        {
            if (TimeProvider.System.GetElapsedTime(said) < BetweenWords) return;
            said = TimeProvider.System.GetTimestamp();
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"counterclaim: bringing the ledger up to this version: {done:N0} of {all:N0} reports; it may be broken off and goes on next time."));
        };
    }

    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(3);

    /// <summary>Opens a ledger to ask it; one that is not there has nothing to say.</summary>
    public static LedgerStore OpenToAsk(ParseResult parsed)
    {
        var address = AddressOf(parsed);
        if (!LedgerStore.IsPostgres(address) && !File.Exists(address)) throw new UsageException($"there is no ledger at {address} yet; make one with 'counterclaim add SOURCE', or name another with --ledger.");
        return Open(parsed);
    }

    /// <summary>The file that keeps what one person notes of the ledger: beside it, or for a database in the data folder.</summary>
    public static string NotebookOf(ParseResult parsed)
    {
        var address = AddressOf(parsed);
        if (!LedgerStore.IsPostgres(address)) return address + ".notes.json";
        var database = new UriBuilder(address) { UserName = "", Password = "" }.Uri.ToString();
        return Path.Combine(DataFolder(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database)))[..12] + ".notes.json");
    }

    private static string AddressOf(ParseResult parsed)
    {
        if (parsed.GetValue(Ledger) is { Length: > 0 } given) return given;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return named;
        return Path.Combine(DataFolder(), FileName);
    }

    private static string DataFolder()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "counterclaim");
        Directory.CreateDirectory(folder);
        return folder;
    }
}
