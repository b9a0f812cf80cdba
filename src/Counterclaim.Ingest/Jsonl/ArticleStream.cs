using System.Buffers;
using System.Runtime.CompilerServices;

namespace Counterclaim.Ingest.Jsonl;

/// <summary>Reads a JSONL of articles line by line; never holds more than one line.</summary>
internal sealed class ArticleStream(ReportFactory factory, IngestLimits limits)
{
    /// <param name="start">Bytes already taken from the stream.</param>
    public async IAsyncEnumerable<SourceResult> ReadAsync(
        ReadOnlyMemory<byte> start, Stream stream, string source, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(64 << 10, start.Length));
        try
        {
            start.CopyTo(buffer);
            int from = 0, scanned = 0, filled = start.Length, line = 0, reports = 0;
            bool ended = false, skipping = false;
            while (true)
            {
                var newline = buffer.AsSpan(scanned, filled - scanned).IndexOf((byte)'\n');
                if (newline < 0 && !ended)
                {
                    scanned = filled;
                    if (filled - from > limits.TextBytes)
                    {
                        // The rest of a line that is too long is read past, not kept.
                        skipping = true;
                        from = scanned = filled = 0;
                    }
                    else
                    {
                        MakeRoom(ref buffer, ref from, ref scanned, ref filled);
                    }
                    var read = await stream.ReadAsync(buffer.AsMemory(filled), cancel).ConfigureAwait(false);
                    ended = read == 0;
                    filled += read;
                    continue;
                }
                var end = newline < 0 ? filled : scanned + newline;
                line++;
                if (skipping || HasContent(buffer.AsSpan(from, end - from), line))
                {
                    reports++;
                    yield return skipping ? TooLong(source, line) : ReadLine(buffer.AsSpan(from, end - from), $"{source}:{line}", line);
                }
                skipping = false;
                from = scanned = end + 1;
                if (newline < 0) break;
            }
            if (reports == 0) yield return new SourceError(source, SourceErrorCode.Empty, "the file is empty: there is no article in it");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private SourceResult ReadLine(ReadOnlySpan<byte> line, string source, int number)
    {
        line = Content(line, number);
        try
        {
            return factory.FromArticle(ReportFactory.Id(line), source, ArticleLine.Parse(line));
        }
        catch (SourceException e)
        {
            return e.At(source);
        }
    }

    private SourceError TooLong(string source, int line) =>
        new($"{source}:{line}", SourceErrorCode.TooLarge, $"the line is longer than {limits.TextBytes >> 20} MB, the limit for one article; split it");

    private static bool HasContent(ReadOnlySpan<byte> line, int number) => !Content(line, number).IsEmpty;

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> line, int number)
    {
        if (number == 1 && line.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) line = line[3..];
        return line.Trim(" \t\r"u8);
    }

    /// <summary>Moves the begun line to the front, and doubles the buffer when the line fills it.</summary>
    private static void MakeRoom(ref byte[] buffer, ref int from, ref int scanned, ref int filled)
    {
        if (filled < buffer.Length) return;
        var length = filled - from;
        var target = from > 0 ? buffer : ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(from, length).CopyTo(target);
        if (target != buffer) ArrayPool<byte>.Shared.Return(buffer);
        (buffer, from, scanned, filled) = (target, 0, length, length);
    }
}
