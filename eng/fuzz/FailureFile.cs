using System.Globalization;
using System.Text;

namespace Counterclaim.Fuzz;

/// <summary>A text kept for another run, in ASCII: what UTF-8 cannot hold (lone surrogates) is written as <c>\uXXXX</c>.</summary>
public static class FailureFile
{
    public static void Write(string path, string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007F' and not '\\') escaped.Append(c);
            else escaped.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, escaped.ToString());
    }

    public static string Read(string path)
    {
        var escaped = File.ReadAllText(path);
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\' && i + 5 < escaped.Length && escaped[i + 1] == 'u'
                && int.TryParse(escaped.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 5;
            }
            else text.Append(escaped[i]);
        }
        return text.ToString();
    }

    /// <summary>A text as short as can be found in a few hundred tries that still fails: parts are left out, large ones first.</summary>
    public static string Minimised(string text, Func<string, bool> fails)
    {
        var tries = 0;
        for (var part = Math.Max(1, text.Length / 2); part >= 1; part /= 2)
        {
            for (var at = 0; at < text.Length && tries < 800; tries++)
            {
                var without = text.Remove(at, Math.Min(part, text.Length - at));
                if (fails(without)) text = without;
                else at += part;
            }
        }
        return text;
    }
}
