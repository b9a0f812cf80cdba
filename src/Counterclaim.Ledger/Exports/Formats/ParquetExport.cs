using Counterclaim.Ledger.Layouts;
using Parquet;
using Parquet.Schema;

namespace Counterclaim.Ledger.Exports.Formats;

/// <summary>Apache Parquet: the columns of CSV, typed; query and versions as the file's key-value metadata.</summary>
/// <remarks>Rows are gathered into groups of <see cref="MostInGroup"/>: what a reader can skip, and what is held in memory here.</remarks>
internal sealed class ParquetExport : IClaimExport
{
    private const int MostInGroup = 10_000;

    public void Write(ExportSource source, ExportOutput output) => WriteAsync(source, output.Whole).GetAwaiter().GetResult();

    private static async Task WriteAsync(ExportSource source, Stream output)
    {
        DataField[] fields = [.. ExportColumns.All.Select(FieldOf)];
        // A file is written from its start to its end, but its writer asks where it stands.
        await using var counted = new CountedStream(output);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), counted, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy });
        writer.CustomMetadata = source.Head.Facts.ToDictionary(f => "counterclaim." + f.Name, f => f.Value);
        var written = false;
        foreach (var rows in source.Claims().Chunk(MostInGroup))
        {
            await WriteGroupAsync(writer, fields, rows);
            written = true;
        }
        if (!written) await WriteGroupAsync(writer, fields, []);
    }

    private static DataField FieldOf(ExportColumn column) => column.Type switch
    {
        ColumnType.Number => new DataField<double?>(column.Name),
        ColumnType.Whole => new DataField<int?>(column.Name),
        ColumnType.Truth => new DataField<bool?>(column.Name),
        ColumnType.Moment => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: false, unit: DateTimeTimeUnit.Micros, isNullable: true),
        _ => new DataField<string>(column.Name),
    };

    private static async Task WriteGroupAsync(ParquetWriter writer, DataField[] fields, ExportClaim[] rows)
    {
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
        {
            var column = ExportColumns.All[i];
            switch (column.Type)
            {
                case ColumnType.Number: await group.WriteAsync<double>(fields[i], Values<double>(rows, column)); break;
                case ColumnType.Whole: await group.WriteAsync<int>(fields[i], Values<int>(rows, column)); break;
                case ColumnType.Truth: await group.WriteAsync<bool>(fields[i], Values<bool>(rows, column)); break;
                case ColumnType.Moment: await group.WriteAsync<DateTime>(fields[i], Values<DateTime>(rows, column)); break;
                default: await group.WriteAsync(fields[i], Array.ConvertAll(rows, r => (string?)column.Of(r))!); break;
            }
        }
        group.CompleteValidate();
    }

    private static ReadOnlyMemory<T?> Values<T>(ExportClaim[] rows, ExportColumn column) where T : struct => Array.ConvertAll(rows, r => (T?)column.Of(r));
}

/// <summary>A stream that can only be written, and knows how much was.</summary>
internal sealed class CountedStream(Stream inner) : Stream
{
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position { get => _written; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        inner.Write(buffer);
        _written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        inner.Flush();
        return Task.CompletedTask;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
