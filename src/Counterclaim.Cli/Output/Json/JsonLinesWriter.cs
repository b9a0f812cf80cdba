using System.Buffers;
using Counterclaim.Model.Json;

namespace Counterclaim.Cli.Output.Json;

/// <summary>One reading a line.</summary>
internal sealed class JsonLinesWriter(Stream output) : IReadingWriter
{
    private readonly ArrayBufferWriter<byte> _line = new();

    public void Write(Model.Reading reading)
    {
        _line.ResetWrittenCount();
        ReadingJson.Write(reading, _line);
        _line.GetSpan(1)[0] = (byte)'\n';
        _line.Advance(1);
        output.Write(_line.WrittenSpan);
    }

    public void Finish() => output.Flush();
}
