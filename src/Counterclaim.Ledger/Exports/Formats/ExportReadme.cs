using System.Globalization;
using System.Text;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>The README of an export that is several files: what it is, what made it, what is not in it.</summary>
internal static class ExportReadme
{
    /// <param name="source">Read to its end, so that what was left out is known.</param>
    /// <param name="about">What the files are, in a few lines.</param>
    public static string Of(ExportSource source, string about)
    {
        var text = new StringBuilder(about.ReplaceLineEndings("\n")).Append("\n\n");
        foreach (var (name, value) in source.Head.Facts) text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        var result = source.Result;
        text.Append(CultureInfo.InvariantCulture, $"written: {result.Written}\n");
        foreach (var (reason, claims) in result.LeftOut) text.Append(CultureInfo.InvariantCulture, $"left out: {claims} ({reason})\n");
        return text.ToString();
    }
}
