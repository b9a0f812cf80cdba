namespace Counterclaim.Training;

/// <summary>What the program answers to its caller.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A file could not be read, or a figure fell below its floor.</summary>
    public const int Failed = 1;

    public const int WrongUsage = 2;
}
