using System.Buffers;
using Counterclaim.Model.Json;

namespace Counterclaim.Cli.Output.Json;

/// <summary>One indented document: the object of a single reading, or an array of several.</summary>
internal sealed class JsonWriter(Stream output) : IReadingWriter
{
    private byte[]? _first;
    private int _count;

    public void Write(Model.Reading reading)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ReadingJson.WriteIndented(reading, buffer);
        _count++;
        if (_count == 1)
        {
            _first = buffer.WrittenSpan.ToArray(); // whether an array opens before it shows with the next one
            return;
        }
        if (_count == 2)
        {
            output.Write("[\n"u8);
            output.Write(_first);
            _first = null;
        }
        output.Write(",\n"u8);
        output.Write(buffer.WrittenSpan);
    }

    public void Finish()
    {
        output.Write(_count switch
        {
            0 => "[]\n"u8,
            1 => [.. _first!, (byte)'\n'],
            _ => "\n]\n"u8,
        });
        output.Flush();
    }
}
