using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Counterclaim.Cli.Terminal;

/// <summary>Where a command reads and writes, and what is known of the terminal; a test gives its own.</summary>
/// <param name="Output">Bytes of the result.</param>
/// <param name="Error">Messages for people.</param>
/// <param name="Input">What <c>-</c> stands for.</param>
/// <param name="Width">Columns of the terminal; 80 where there is none.</param>
/// <param name="Colour">Whether the output may carry colour: a terminal, and NO_COLOR not set.</param>
internal sealed record Streams(Stream Output, TextWriter Error, Stream Input, int Width, bool Colour) : IDisposable
{
    public const int WidthWithoutTerminal = 80;

    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public static Streams OfProcess()
    {
        var outputIsTerminal = !Console.IsOutputRedirected;
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Streams(
            OpenOutput(), error, Console.OpenStandardInput(), WidthOf(outputIsTerminal), outputIsTerminal && !noColour)
        {
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }

    /// <summary>A text writer over the output, without a byte order mark; the caller flushes it.</summary>
    public StreamWriter OpenText() => new(Output, Utf8, bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Whether a write failed because the reader closed its end.</summary>
    public static bool IsBrokenPipe(IOException e)
    {
        const int PosixBrokenPipe = 32;
        const int WindowsBrokenPipe = unchecked((int)0x8007006D);
        return e.HResult is PosixBrokenPipe or WindowsBrokenPipe;
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    /// <remarks>
    /// The console's own stream swallows a broken pipe, so that <c>counterclaim read folder | head -1</c> would read on for
    /// nothing. A file stream tells; but over a file it keeps its own position, which several writers to one file share,
    /// so there the console's stream is the right one.
    /// </remarks>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    private static int WidthOf(bool outputIsTerminal)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var asked) && asked is >= 20 and <= 1000) return asked;
        if (!outputIsTerminal) return WidthWithoutTerminal;
        try
        {
            return Console.WindowWidth is >= 20 and var width ? width : WidthWithoutTerminal;
        }
        catch (IOException)
        {
            return WidthWithoutTerminal;
        }
    }
}
