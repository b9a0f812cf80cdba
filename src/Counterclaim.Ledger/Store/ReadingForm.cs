using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>Readings as the ledger keeps them: their JSON form, compressed with Brotli.</summary>
internal static class ReadingForm
{
    private const int Quality = 5;
    private const int Window = 22;

    public static ReadOnlyMemory<byte> Json(Model.Reading reading)
    {
        var json = new ArrayBufferWriter<byte>(1 << 14);
        ReadingJson.Write(reading, json);
        return json.WrittenMemory;
    }

    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        if (!BrotliEncoder.TryCompress(json, packed, out var length, Quality, Window)) throw new InvalidOperationException("A buffer of the greatest length was too short.");
        return packed.AsSpan(0, length).ToArray();
    }

    /// <summary>The JSON form, byte for byte.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream(packed.Length * 6);
        stream.CopyTo(json);
        return json.ToArray();
    }

    public static Model.Reading Read(byte[] packed) => ReadingJson.Parse(Unpack(packed));

    /// <summary>The hash of a text as UTF-8: equal for reports that say the same, character for character.</summary>
    public static string TextHash(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
