namespace Counterclaim.Language.Tests.Examples;

/// <summary>Stands where the examples write to the console: keeps what the running one prints.</summary>
internal static class Console
{
    private static readonly AsyncLocal<StringWriter?> Printed = new();

    public static void WriteLine(string line) => Printed.Value!.Write(line + "\n");

    public static string Of(Action example)
    {
        var writer = Printed.Value = new StringWriter();
        example();
        return writer.ToString();
    }
}
