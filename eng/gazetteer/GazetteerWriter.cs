using System.Buffers.Binary;
using System.Text;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>Writes the form that <see cref="GazetteerFile"/> reads.</summary>
internal static class GazetteerWriter
{
    private const int BucketBits = 16;
    private const int MaxTextBytes = 255;

    public static void Write(GazetteerDraft draft, string path)
    {
        if (draft.Rows.Count >= 1 << GazetteerFile.RowBits) throw new InvalidDataException($"{draft.Rows.Count} rows are too many for the format.");
        var text = new MemoryStream();
        var offsets = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new byte[draft.Rows.Count * GazetteerFile.RowSize];
        for (var i = 0; i < draft.Rows.Count; i++)
            WriteRow(draft.Rows[i], rows.AsSpan(i * GazetteerFile.RowSize), Offset(draft.Rows[i].Name));
        var divisions = new byte[draft.Divisions.Count * GazetteerFile.DivisionSize];
        for (var i = 0; i < draft.Divisions.Count; i++)
        {
            var division = draft.Divisions[i];
            var bytes = divisions.AsSpan(i * GazetteerFile.DivisionSize);
            bytes[0] = (byte)division.Country.ElementAtOrDefault(0);
            bytes[1] = (byte)division.Country.ElementAtOrDefault(1);
            WriteInt24(bytes[2..], division.Row < 0 ? 0xFFFFFF : division.Row);
            WriteInt24(bytes[5..], Offset(division.Code));
        }
        var (buckets, entries) = Index(draft);
        var (courses, vertices) = Courses(draft);

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var stream = File.Create(path);
        var header = new byte[GazetteerFile.HeaderSize];
        GazetteerFile.Magic.CopyTo(header);
        int[] counts = [draft.Rows.Count, draft.Divisions.Count, entries.Length / GazetteerFile.EntrySize, BucketBits, (int)text.Length,
            courses.Length / GazetteerFile.CourseSize, vertices.Length / GazetteerFile.VertexSize];
        for (var i = 0; i < counts.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8 + i * 4), counts[i]);
        foreach (var part in (byte[][])[header, rows, divisions, buckets, entries, courses, vertices, text.ToArray()]) stream.Write(part);

        int Offset(string name)
        {
            if (offsets.TryGetValue(name, out var offset)) return offset;
            var bytes = Encoding.UTF8.GetBytes(name);
            if (bytes.Length > MaxTextBytes) throw new InvalidDataException($"Too long a name: {name}");
            offset = offsets[name] = (int)text.Length;
            text.WriteByte((byte)bytes.Length);
            text.Write(bytes);
            return offset;
        }
    }

    private static void WriteRow(DraftRow row, Span<byte> bytes, int nameOffset)
    {
        var latitude = (ulong)Math.Round((row.Latitude + 90) / 180 * 0xFFFFF);
        var longitude = (ulong)Math.Round((row.Longitude + 180) / 360 * 0xFFFFF);
        var position = latitude | (longitude << 20);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)position);
        bytes[4] = (byte)(position >> 32);
        bytes[5] = (byte)Math.Round(Math.Log(row.Population + 1) * GazetteerFile.PopulationScale);
        bytes[6] = (byte)((int)row.Kind | (row.IsCapital ? GazetteerFile.CapitalFlag : 0)
            | (row.IsRegionalSeat ? GazetteerFile.RegionalSeatFlag : 0) | (row.IsSupplement ? GazetteerFile.SupplementFlag : 0));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[7..], checked((ushort)row.Division));
        WriteInt24(bytes[9..], row.Identifier);
        WriteInt24(bytes[12..], nameOffset);
        bytes[15] = GazetteerFile.RadiusByte(row.RadiusKm > 0 ? row.RadiusKm : Extents.Typical(row.Kind, row.Population));
    }

    private static (byte[] Courses, byte[] Vertices) Courses(GazetteerDraft draft)
    {
        var (courses, vertices) = (new MemoryStream(), new MemoryStream());
        for (var row = 0; row < draft.Rows.Count; row++)
        {
            if (draft.Rows[row].Course.Count == 0) continue;
            courses.Write(BitConverter.GetBytes(row));
            courses.Write(BitConverter.GetBytes((int)vertices.Length / GazetteerFile.VertexSize));
            foreach (var vertex in draft.Rows[row].Course)
            {
                vertices.Write(BitConverter.GetBytes((short)Math.Round(vertex.Latitude * GazetteerFile.VerticesPerDegree)));
                vertices.Write(BitConverter.GetBytes((short)Math.Round(vertex.Longitude * GazetteerFile.VerticesPerDegree)));
            }
        }
        return (courses.ToArray(), vertices.ToArray());
    }

    private static (byte[] Buckets, byte[] Entries) Index(GazetteerDraft draft)
    {
        var entries = new List<(ulong Hash, int Row, ToponymHitKind Kind)>();
        for (var row = 0; row < draft.Rows.Count; row++)
        {
            foreach (var (name, kind) in draft.Rows[row].Names) entries.Add((ToponymNormalizer.Hash(name), row, kind));
            foreach (var hash in Transliterations.HashesOf(draft, draft.Rows[row])) entries.Add((hash, row, ToponymHitKind.Transliteration));
        }
        entries.Sort();

        var starts = new byte[((1 << BucketBits) + 1) * sizeof(int)];
        var bytes = new byte[entries.Count * GazetteerFile.EntrySize];
        var next = 0;
        for (var bucket = 0; bucket <= 1 << BucketBits; bucket++)
        {
            while (next < entries.Count && (int)(entries[next].Hash >> (64 - BucketBits)) < bucket) next++;
            BinaryPrimitives.WriteInt32LittleEndian(starts.AsSpan(bucket * sizeof(int)), next);
        }
        for (var i = 0; i < entries.Count; i++)
        {
            WriteInt24(bytes.AsSpan(i * GazetteerFile.EntrySize), (int)(entries[i].Hash & 0xFFFFFF));
            WriteInt24(bytes.AsSpan(i * GazetteerFile.EntrySize + 3), entries[i].Row | ((int)entries[i].Kind << GazetteerFile.RowBits));
        }
        return (starts, bytes);
    }

    private static void WriteInt24(Span<byte> bytes, int value)
    {
        bytes[0] = (byte)value;
        bytes[1] = (byte)(value >> 8);
        bytes[2] = (byte)(value >> 16);
    }
}
