namespace Counterclaim.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>All sources were read.</summary>
    public const int Done = 0;

    /// <summary>Some sources failed, each named on stderr with the reason; the rest were done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
