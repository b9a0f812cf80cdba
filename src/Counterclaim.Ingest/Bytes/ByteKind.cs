namespace Counterclaim.Ingest.Bytes;

/// <summary>Tells files that hold no text by their first bytes.</summary>
internal static class ByteKind
{
    private static readonly (byte[] Magic, string Name)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF87a"u8.ToArray(), "a GIF image"),
        ("GIF89a"u8.ToArray(), "a GIF image"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
        ("SQLite format 3\0"u8.ToArray(), "a SQLite database"),
        ("{\\rtf"u8.ToArray(), "a rich text document"),
        ("OggS"u8.ToArray(), "a sound or film"),
        ("ID3"u8.ToArray(), "a sound file"),
        ("RIFF"u8.ToArray(), "a sound, film or image"),
    ];

    public static bool IsGzip(ReadOnlySpan<byte> start) => start.Length > 2 && start[0] == 0x1F && start[1] == 0x8B;

    /// <summary>What the bytes are when they are no text, else null. Sixteen-bit text must be told before.</summary>
    public static string? DescribeBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in Signatures)
            if (bytes.StartsWith(magic)) return name;
        if (bytes.Length > 11 && bytes[4..8].SequenceEqual("ftyp"u8)) return "a film";

        var sample = bytes[..Math.Min(bytes.Length, 64 << 10)];
        var strange = 0;
        foreach (var b in sample)
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D or 0x0C or 0x0B or 0x1B)) strange++;
        return strange > sample.Length / 100 + (sample.Length < 1000 ? 1 : 0) ? "binary data" : null;
    }
}
