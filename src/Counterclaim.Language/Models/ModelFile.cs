using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;

namespace Counterclaim.Language.Models;

/// <summary>A file of weights, mapped into memory and used where it lies.</summary>
/// <remarks>
/// Little-endian. Header: magic (4 bytes), format version (int32), length of the file (int64), number of sections (int32), then
/// for each section its name (16 bytes, ASCII, zero-padded), offset (int64) and length (int64). Sections begin at multiples of 64.
/// The mapping lives as long as this object; spans over it must not outlive it.
/// </remarks>
internal sealed unsafe class ModelFile
{
    public const int FormatVersion = 1;
    public static ReadOnlySpan<byte> Magic => "CCLM"u8;
    public const int HeaderLength = 20;
    public const int EntryLength = 32;
    public const int NameLength = 16;
    public const int Alignment = 64;

    private readonly string _path;
    private readonly byte* _start;
    private readonly Dictionary<string, (long Offset, long Length)> _sections = [];

    private ModelFile(string path, byte* start)
    {
        _path = path;
        _start = start;
    }

    /// <summary>Maps a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a model of this version, or cut short.</exception>
    public static ModelFile Open(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists) throw new FileNotFoundException($"The language model {path} is missing.", path);
        if (info.Length < HeaderLength) throw new InvalidDataException($"The language model {path} is cut short.");
        // The view is never released: weights are used until the process ends.
        var mapping = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var file = new ModelFile(path, start + view.PointerOffset);
        file.ReadHeader(info.Length);
        return file;
    }

    private void ReadHeader(long actualLength)
    {
        if (!new ReadOnlySpan<byte>(_start, 4).SequenceEqual(Magic)) throw new InvalidDataException($"{_path} is not a language model.");
        var version = *(int*)(_start + 4);
        if (version != FormatVersion)
            throw new InvalidDataException($"The language model {_path} has format {version}; this program reads {FormatVersion}.");
        var length = *(long*)(_start + 8);
        var count = *(int*)(_start + 16);
        if (length != actualLength || count < 0 || HeaderLength + (long)count * EntryLength > length)
            throw new InvalidDataException($"The language model {_path} is cut short.");
        for (var i = 0; i < count; i++)
        {
            var entry = _start + HeaderLength + i * EntryLength;
            var name = Encoding.ASCII.GetString(entry, NameLength).TrimEnd('\0');
            var (offset, size) = (*(long*)(entry + NameLength), *(long*)(entry + NameLength + 8));
            if (offset < 0 || size < 0 || offset + size > length) throw new InvalidDataException($"The language model {_path} is cut short.");
            _sections[name] = (offset, size);
        }
    }

    /// <summary>A section as an array of values.</summary>
    /// <exception cref="InvalidDataException">The model has no such section.</exception>
    public Values<T> Section<T>(string name) where T : unmanaged => _sections.TryGetValue(name, out var section)
        ? new Values<T>((T*)(_start + section.Offset), (int)(section.Length / sizeof(T)))
        : throw new InvalidDataException($"The language model {_path} has no section '{name}'.");

    /// <summary>The values of a section, which must be so many.</summary>
    /// <exception cref="InvalidDataException">They are more or fewer.</exception>
    public static Values<T> Sized<T>(Values<T> values, int length, string name) where T : unmanaged => values.Length == length ? values
        : throw new InvalidDataException($"The section '{name}' of the language model has {values.Length} values, not {length}.");

    /// <summary>A section of text lines.</summary>
    public string[] Lines(string name)
    {
        var text = Encoding.UTF8.GetString(Section<byte>(name).Span);
        return text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
    }
}

/// <summary>A read-only array of values inside a mapped file or a pinned buffer.</summary>
internal readonly unsafe struct Values<T>(T* start, int length) where T : unmanaged
{
    public T* Start { get; } = start;

    public int Length { get; } = length;

    public T this[int index] => Start[index];

    public ReadOnlySpan<T> Span => new(Start, Length);

    /// <summary>Values in memory that never moves, for a model that has just been trained.</summary>
    public static Values<T> Pinned(ReadOnlySpan<T> values)
    {
        var memory = (T*)NativeMemory.Alloc((nuint)Math.Max(1, values.Length), (nuint)sizeof(T));
        values.CopyTo(new Span<T>(memory, values.Length));
        return new Values<T>(memory, values.Length);
    }
}
