using System.Runtime.CompilerServices;
using System.Text;

namespace Counterclaim.Tests.Shared;

/// <summary>
/// Compares a result with the file kept for it in the folder <c>Golden</c> beside the test. With UPDATE_GOLDEN=1 the file is
/// rewritten instead; the change then shows in the diff, to be reviewed like code.
/// </summary>
internal static class GoldenFile
{
    /// <param name="name">File name with its extension.</param>
    public static void Check(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }
        Assert.True(File.Exists(path), $"{path} does not exist; run the test with UPDATE_GOLDEN=1 and review what it writes.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
