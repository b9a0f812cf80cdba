using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Counterclaim.Reading.Gazetteers;

/// <summary>The compiled gazetteer, mapped into memory: nothing is parsed or copied at start.</summary>
/// <remarks>
/// Little-endian. Header of <see cref="HeaderSize"/> bytes: the magic, then seven 32-bit counts (rows, divisions, entries,
/// bucket bits, bytes of text, courses, vertices). Then, each right after the other: rows, divisions, bucket starts, entries, courses, vertices, text.
/// A row is 16 bytes: latitude and longitude in 20 bits each, population on a log scale, kind with flags, division,
/// identifier (24 bits), offset of the name in the text, radius on a log scale. A division is 8 bytes: country, row of its own and offset of its
/// code in the text, 24 bits each. An entry is 6 bytes: 24 bits of the name's hash, 19 bits row, 5 bits <see cref="ToponymHitKind"/>; the
/// entries of a bucket, chosen by the hash's high bits, lie together. A course is 8 bytes, in the order of rows: its row and its first vertex. A vertex is
/// latitude and longitude in hundredths of a degree, 16 bits each.
/// </remarks>
internal sealed unsafe class GazetteerFile
{
    public const int HeaderSize = 36;
    public const int RowSize = 16;
    public const int DivisionSize = 8;
    public const int EntrySize = 6;
    public const int RowBits = 19;
    public const int CourseSize = 8;
    public const int VertexSize = 4;
    public const double VerticesPerDegree = 100;
    public const double PopulationScale = 14;
    public const double RadiusScale = 22;
    public const double SmallestRadius = 0.1;
    public const int CapitalFlag = 0x20;
    public const int RegionalSeatFlag = 0x40;
    public const int SupplementFlag = 0x80;
    private const int KindMask = 0x1F;

    private readonly SafeMemoryMappedViewHandle _handle;
    private readonly byte* _start;
    private readonly int _bucketBits;
    private readonly int _divisionsAt;
    private readonly int _bucketsAt;
    private readonly int _entriesAt;
    private readonly int _courseCount;
    private readonly int _vertexCount;
    private readonly int _coursesAt;
    private readonly int _verticesAt;
    private readonly int _textAt;

    private GazetteerFile(SafeMemoryMappedViewHandle handle, byte* start, long length, string path)
    {
        _handle = handle;
        _start = start;
        var header = new ReadOnlySpan<byte>(start, HeaderSize);
        if (!header.StartsWith(Magic)) throw new InvalidDataException($"{path} is not a compiled gazetteer of this version.");
        RowCount = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        DivisionCount = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        var entries = BinaryPrimitives.ReadInt32LittleEndian(header[16..]);
        _bucketBits = BinaryPrimitives.ReadInt32LittleEndian(header[20..]);
        var textLength = BinaryPrimitives.ReadInt32LittleEndian(header[24..]);
        _divisionsAt = HeaderSize + RowCount * RowSize;
        _bucketsAt = _divisionsAt + DivisionCount * DivisionSize;
        _entriesAt = _bucketsAt + ((1 << _bucketBits) + 1) * sizeof(int);
        _courseCount = BinaryPrimitives.ReadInt32LittleEndian(header[28..]);
        _vertexCount = BinaryPrimitives.ReadInt32LittleEndian(header[32..]);
        _coursesAt = _entriesAt + entries * EntrySize;
        _verticesAt = _coursesAt + _courseCount * CourseSize;
        _textAt = _verticesAt + _vertexCount * VertexSize;
        if (_textAt + textLength > length) throw new InvalidDataException($"{path} is cut short.");
    }

    public static ReadOnlySpan<byte> Magic => "CCGZ0002"u8;

    public int RowCount { get; }

    public int DivisionCount { get; }

    /// <exception cref="InvalidDataException">The file is not a compiled gazetteer.</exception>
    public static GazetteerFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < HeaderSize) throw new InvalidDataException($"{path} is not a compiled gazetteer of this version.");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new GazetteerFile(view.SafeMemoryMappedViewHandle, start, length, path);
    }

    public Toponym Row(int row)
    {
        var bytes = Bytes(HeaderSize + row * RowSize, RowSize);
        var position = BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)bytes[4] << 32);
        var kind = bytes[6];
        var division = BinaryPrimitives.ReadUInt16LittleEndian(bytes[7..]);
        return new Toponym(
            row,
            (ToponymKind)(kind & KindMask),
            CountryOf(division),
            division,
            (position & 0xFFFFF) * 180.0 / 0xFFFFF - 90,
            (position >> 20) * 360.0 / 0xFFFFF - 180,
            (int)Math.Round(Math.Exp(bytes[5] / PopulationScale) - 1))
        {
            IsCapital = (kind & CapitalFlag) != 0,
            IsRegionalSeat = (kind & RegionalSeatFlag) != 0,
            RadiusKm = Radius(bytes[15]),
        };
    }

    /// <summary>The log scale of a radius: 0 for none, else 1–255 for 0.1 to 10,000 km in steps of 4.6 %.</summary>
    public static byte RadiusByte(double kilometres) => kilometres <= 0
        ? (byte)0
        : (byte)Math.Clamp(1 + Math.Round(Math.Log(kilometres / SmallestRadius) * RadiusScale), 1, 255);

    private static double Radius(byte value) => value == 0 ? 0 : SmallestRadius * Math.Exp((value - 1) / RadiusScale);

    /// <summary>The vertices of a linear feature; empty for a row without a course.</summary>
    public CoursePoint[] CourseOf(int row)
    {
        var (low, high) = (0, _courseCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = CourseInt(middle, 0);
            if (found < row) low = middle + 1;
            else if (found > row) high = middle - 1;
            else return Vertices(CourseInt(middle, 4), middle + 1 < _courseCount ? CourseInt(middle + 1, 4) : _vertexCount);
        }
        return [];
    }

    private int CourseInt(int course, int at) => BinaryPrimitives.ReadInt32LittleEndian(Bytes(_coursesAt + course * CourseSize + at, sizeof(int)));

    private CoursePoint[] Vertices(int from, int to)
    {
        var points = new CoursePoint[to - from];
        for (var i = 0; i < points.Length; i++)
        {
            var bytes = Bytes(_verticesAt + (from + i) * VertexSize, VertexSize);
            points[i] = new CoursePoint(
                BinaryPrimitives.ReadInt16LittleEndian(bytes) / VerticesPerDegree,
                BinaryPrimitives.ReadInt16LittleEndian(bytes[2..]) / VerticesPerDegree);
        }
        return points;
    }

    public bool IsSupplement(int row) => (_start[HeaderSize + row * RowSize + 6] & SupplementFlag) != 0;

    /// <summary>GeoNames number of a row; 0 for none.</summary>
    public int Identifier(int row) => ReadInt24(Bytes(HeaderSize + row * RowSize + 9, 3));

    public string NameOf(int row) => Text(ReadInt24(Bytes(HeaderSize + row * RowSize + 12, 3)));

    /// <summary>ISO 3166-1 alpha-2; empty for the division of places in no single country.</summary>
    public string CountryOf(int division)
    {
        var bytes = Bytes(_divisionsAt + division * DivisionSize, 2);
        return CountryCodes.Intern((char)bytes[0], (char)bytes[1]);
    }

    /// <summary>The row that stands for a division; −1 where it has none.</summary>
    public int RowOfDivision(int division)
    {
        var row = ReadInt24(Bytes(_divisionsAt + division * DivisionSize + 2, 3));
        return row == 0xFFFFFF ? -1 : row;
    }

    /// <summary>GeoNames' code of a first-order division within its country; empty for a whole country.</summary>
    public string CodeOfDivision(int division) => Text(ReadInt24(Bytes(_divisionsAt + division * DivisionSize + 5, 3)));

    public void Find(ulong hash, List<ToponymHit> hits)
    {
        var bucket = (int)(hash >> (64 - _bucketBits));
        var from = BinaryPrimitives.ReadInt32LittleEndian(Bytes(_bucketsAt + bucket * sizeof(int), sizeof(int)));
        var to = BinaryPrimitives.ReadInt32LittleEndian(Bytes(_bucketsAt + (bucket + 1) * sizeof(int), sizeof(int)));
        var rest = (int)(hash & 0xFFFFFF);
        for (var i = from; i < to; i++)
        {
            var entry = Bytes(_entriesAt + i * EntrySize, EntrySize);
            if (ReadInt24(entry) != rest) continue;
            var packed = ReadInt24(entry[3..]);
            hits.Add(new ToponymHit(packed & ((1 << RowBits) - 1), (ToponymHitKind)(packed >> RowBits)));
        }
    }

    private static int ReadInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private ReadOnlySpan<byte> Bytes(int offset, int length) => new(_start + offset, length);

    private string Text(int offset)
    {
        var length = _start[_textAt + offset];
        return Encoding.UTF8.GetString(Bytes(_textAt + offset + 1, length));
    }
}

/// <summary>One string for each pair of letters, so that rows carry their country without allocating.</summary>
internal static class CountryCodes
{
    private static readonly string[] Codes = Enumerable.Range(0, 26 * 26)
        .Select(i => string.Concat((char)('A' + i / 26), (char)('A' + i % 26))).ToArray();

    public static string Intern(char first, char second) =>
        first is >= 'A' and <= 'Z' && second is >= 'A' and <= 'Z' ? Codes[(first - 'A') * 26 + second - 'A'] : "";
}
