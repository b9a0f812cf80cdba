using System.ComponentModel;
using System.Diagnostics;

namespace Counterclaim.Cli.Terminal;

/// <summary>The browser of whoever runs the command.</summary>
internal static class Browser
{
    /// <summary>Whether there is somewhere to open one.</summary>
    public static bool IsThere => !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    /// <param name="page">A file or an address.</param>
    public static bool TryOpen(string page)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
            return true;
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
