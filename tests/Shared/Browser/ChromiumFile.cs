namespace Counterclaim.Tests.Shared;

/// <summary>Where the installed Chromium is. Nothing is ever downloaded.</summary>
internal static class ChromiumFile
{
    /// <summary>Null where there is none.</summary>
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .Append("/usr/bin/chromium")
            .FirstOrDefault(File.Exists);
}
