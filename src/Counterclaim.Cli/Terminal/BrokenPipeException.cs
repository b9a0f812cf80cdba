namespace Counterclaim.Cli.Terminal;

/// <summary>Whoever read the output has closed it.</summary>
internal sealed class BrokenPipeException(IOException inner) : Exception("The output was closed.", inner);
