namespace Counterclaim.Cli.Commands;

/// <summary>Cuts a text of any length into pieces that can be held in memory, where it costs least: at a blank line, a line's end, a blank.</summary>
internal static class TextPieces
{
    public const int Longest = 1 << 18;

    /// <param name="longest">Characters of a piece at most.</param>
    public static IEnumerable<string> Read(TextReader reader, int longest = Longest)
    {
        var buffer = new char[longest];
        var held = 0;
        int read;
        while ((read = reader.ReadBlock(buffer, held, longest - held)) > 0)
        {
            held += read;
            if (held < longest) break;
            var cut = CutAt(buffer.AsSpan(0, held));
            yield return new string(buffer, 0, cut);
            buffer.AsSpan(cut..held).CopyTo(buffer);
            held -= cut;
        }
        if (held > 0) yield return new string(buffer, 0, held);
    }

    private static int CutAt(ReadOnlySpan<char> text)
    {
        // A cut in the first half would make the pieces short; then the next best place is taken.
        var half = text.Length / 2;
        if (text.LastIndexOf("\n\n") is var paragraph && paragraph > half) return paragraph + 2;
        if (text.LastIndexOf('\n') is var line && line > half) return line + 1;
        if (text.LastIndexOf(' ') is var blank && blank > half) return blank + 1;
        return char.IsHighSurrogate(text[^1]) && text.Length > 1 ? text.Length - 1 : text.Length;
    }
}
