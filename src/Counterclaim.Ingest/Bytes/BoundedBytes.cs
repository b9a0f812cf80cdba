namespace Counterclaim.Ingest.Bytes;

/// <summary>Reads a stream whole, or refuses it as soon as it turns out larger than allowed.</summary>
internal static class BoundedBytes
{
    /// <param name="start">Bytes already taken from the stream.</param>
    /// <exception cref="SourceException">There are more than <paramref name="limit"/> bytes.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(ReadOnlyMemory<byte> start, Stream stream, int limit, CancellationToken cancel)
    {
        var buffer = new byte[Math.Max(64 << 10, start.Length + 1)];
        start.CopyTo(buffer);
        var filled = start.Length;
        while (true)
        {
            if (filled > limit) throw TooLarge(limit);
            if (filled == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancel).ConfigureAwait(false);
            if (read == 0) return buffer.AsMemory(0, filled);
            filled += read;
        }
    }

    public static SourceException TooLarge(int limit, long? size = null) =>
        new(SourceErrorCode.TooLarge, size is { } known
            ? $"too large: {known / 1048576.0:0.#} MB, where {limit >> 20} MB is the limit; split it, or give one article a line as JSONL"
            : $"too large: more than {limit >> 20} MB, the limit; split it, or give one article a line as JSONL");
}
