using System.Runtime.InteropServices;
using System.Text;
using Counterclaim.Language.Models;

namespace Counterclaim.Training.Language;

/// <summary>Writes a <see cref="ModelFile"/>.</summary>
internal sealed class ModelWriter
{
    private readonly List<(string Name, byte[] Data)> _sections = [];

    public void Add<T>(string name, ReadOnlySpan<T> values) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, ModelFile.NameLength);
        _sections.Add((name, MemoryMarshal.AsBytes(values).ToArray()));
    }

    public void Add(string name, IEnumerable<string> lines) => Add<byte>(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public void Add(string name, Dictionary<uint, ushort> table)
    {
        var (keys, values) = Table(table);
        Add<uint>(name + ".keys", keys);
        Add<ushort>(name + ".values", values);
    }

    /// <summary>The table in memory, for use before it is written.</summary>
    public static HashTable16 InMemory(Dictionary<uint, ushort> table)
    {
        var (keys, values) = Table(table);
        return new HashTable16(Values<uint>.Pinned(keys), Values<ushort>.Pinned(values));
    }

    private static (uint[] Keys, ushort[] Values) Table(Dictionary<uint, ushort> table)
    {
        var size = 16;
        while (size * 0.8 < table.Count + 1) size *= 2;
        var keys = new uint[size];
        var values = new ushort[size];
        foreach (var (key, value) in table.OrderBy(pair => pair.Key))
        {
            if (key == 0) continue;
            var slot = HashTable16.Slot(key) & (uint)(size - 1);
            while (keys[slot] != 0) slot = slot + 1 & (uint)(size - 1);
            keys[slot] = key;
            values[slot] = value;
        }
        return (keys, values);
    }

    public long Write(string path)
    {
        var offset = Align(ModelFile.HeaderLength + (long)_sections.Count * ModelFile.EntryLength);
        var offsets = new List<long>();
        foreach (var (_, data) in _sections)
        {
            offsets.Add(offset);
            offset = Align(offset + data.Length);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = File.Create(path);
        using var writer = new BinaryWriter(stream);
        writer.Write(ModelFile.Magic);
        writer.Write(ModelFile.FormatVersion);
        writer.Write(offset);
        writer.Write(_sections.Count);
        for (var i = 0; i < _sections.Count; i++)
        {
            writer.Write(Encoding.ASCII.GetBytes(_sections[i].Name.PadRight(ModelFile.NameLength, '\0')));
            writer.Write(offsets[i]);
            writer.Write((long)_sections[i].Data.Length);
        }
        for (var i = 0; i < _sections.Count; i++)
        {
            stream.Position = offsets[i];
            writer.Flush();
            writer.Write(_sections[i].Data);
        }
        writer.Flush();
        stream.SetLength(offset);
        return offset;
    }

    private static long Align(long offset) => (offset + ModelFile.Alignment - 1) / ModelFile.Alignment * ModelFile.Alignment;
}
