using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Counterclaim.Ingest.Bytes;

/// <summary>Bytes to text: byte order mark, then valid UTF-8, then what is declared, then what the bytes look like.</summary>
/// <remarks>
/// Valid UTF-8 with characters beyond ASCII goes before any declaration: other encodings hardly ever form it by chance,
/// while saved pages often keep the declaration of the bytes they were fetched as. Broken sequences become U+FFFD.
/// </remarks>
internal static class TextDecoder
{
    private const int SampleLength = 64 << 10;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="declared">From the answer's header, where there was one.</param>
    /// <param name="lookForMeta">Whether the text may declare its encoding itself, as HTML and XML do.</param>
    /// <exception cref="SourceException">The bytes are no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null, bool lookForMeta = false)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        if (SixteenBit(sample) is { } wide) return wide.GetString(bytes);
        if (ByteKind.DescribeBinary(bytes) is { } kind)
            throw new SourceException(SourceErrorCode.Binary, $"this is {kind}, not text; give a page, a text, a feed or a JSONL of articles");
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);

        var named = Find(declared) ?? (lookForMeta ? Find(DeclaredInside(sample)) : null);
        if (named is null or UTF8Encoding)
            named = MostlyUtf8(sample) ? Encoding.UTF8 : Detect(sample);
        return named.GetString(bytes);
    }

    /// <summary>UTF-16 without a mark: one half of the pairs takes very few values, all of them high bytes of scripts.</summary>
    private static Encoding? SixteenBit(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 4 || (sample.Length & 1) != 0 && sample.Length < SampleLength) return null;
        int pairs = sample.Length / 2, evenHigh = 0, oddHigh = 0, nuls = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] <= 0x06) evenHigh++;
            if (sample[i + 1] <= 0x06) oddHigh++;
            if (sample[i] == 0 || sample[i + 1] == 0) nuls++;
        }
        if (nuls == 0) return null;
        if (oddHigh > pairs * 0.85 && evenHigh < pairs * 0.3) return Encoding.Unicode;
        if (evenHigh > pairs * 0.85 && oddHigh < pairs * 0.3) return Encoding.BigEndianUnicode;
        return null;
    }

    /// <summary>Whether whole sequences beyond ASCII are at least half as many as stretches of broken ones; in other encodings they are rare chances.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> sample)
    {
        int whole = 0, broken = 0;
        var inBroken = false;
        while (!sample.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(sample, out var rune, out var used);
            if (status != OperationStatus.Done)
            {
                if (!inBroken) broken++;
                inBroken = true;
            }
            else
            {
                if (rune.Value > 0x7F) whole++;
                inBroken = false;
            }
            sample = sample[used..];
        }
        return whole > 0 && whole * 2 >= broken;
    }

    private static Encoding Detect(ReadOnlySpan<byte> sample)
    {
        var found = UtfUnknown.CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        return found is { Confidence: > 0.4f } && Find(found.EncodingName) is { } encoding and not ASCIIEncoding
            ? encoding
            : Windows1252;
    }

    /// <summary>The charset in a meta element or an XML declaration, without parsing either.</summary>
    private static string? DeclaredInside(ReadOnlySpan<byte> sample)
    {
        var head = Encoding.Latin1.GetString(sample[..Math.Min(sample.Length, 8192)]);
        foreach (var key in (ReadOnlySpan<string>)["charset", "encoding"])
        {
            for (var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var rest = head.AsSpan(at + key.Length).TrimStart();
                if (!rest.StartsWith("=")) continue;
                rest = rest[1..].TrimStart().TrimStart("\"'");
                var end = rest.IndexOfAny("\"' />;?\t\r\n");
                if (end > 0) return rest[..end].ToString();
            }
        }
        return null;
    }

    private static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        name = name.Trim().Trim('"', '\'').ToLowerInvariant();
        // Web pages that say Latin-1 or ASCII mean windows-1252 (WHATWG Encoding Standard, 4.2).
        if (name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1") return Windows1252;
        // The same standard: a page that could be read this far is not sixteen-bit, whatever it says.
        if (name.StartsWith("utf-16", StringComparison.Ordinal) || name is "utf-8" or "utf8") return Encoding.UTF8;
        try { return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name); }
        catch (ArgumentException) { return null; }
    }
}
