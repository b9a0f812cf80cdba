using System.Globalization;
using System.Text;
using ParquetSharp;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>A Parquet file as Apache Arrow's own C++ library reads it (ParquetSharp): another program's code than the one that wrote it.</summary>
internal static class ParquetText
{
    public static string Of(byte[] bytes)
    {
        var text = new StringBuilder();
        using var file = new ParquetFileReader(new MemoryStream(bytes));
        foreach (var (key, value) in file.FileMetaData.KeyValueMetadata.OrderBy(m => m.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"{key} = {value}\n");
        var schema = file.FileMetaData.Schema;
        for (var column = 0; column < schema.NumColumns; column++)
        {
            var descriptor = schema.Column(column);
            text.Append(CultureInfo.InvariantCulture, $"\n{descriptor.Name} : {descriptor.PhysicalType} {descriptor.LogicalType}\n");
            foreach (var value in Values(file, column)) text.Append("  ").Append(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings("⏎")).Append('\n');
        }
        return text.ToString();
    }

    public static IEnumerable<object?> Values(ParquetFileReader file, int column)
    {
        for (var group = 0; group < file.FileMetaData.NumRowGroups; group++)
        {
            using var rows = file.RowGroup(group);
            using var reader = rows.Column(column).LogicalReader();
            foreach (var value in reader.Apply(new Visitor((int)rows.MetaData.NumRows))) yield return value;
        }
    }

    private sealed class Visitor(int rows) : ILogicalColumnReaderVisitor<IEnumerable<object?>>
    {
        public IEnumerable<object?> OnLogicalColumnReader<TValue>(LogicalColumnReader<TValue> columnReader) => [.. columnReader.ReadAll(rows).Cast<object?>()];
    }
}
