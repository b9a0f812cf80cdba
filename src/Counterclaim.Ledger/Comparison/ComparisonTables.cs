using System.Globalization;

namespace Counterclaim.Ledger.Comparison;

/// <summary>The tables of Data/ that people read and change, as embedded in the assembly: tab-separated; lines that begin with "#" say nothing.</summary>
internal static class ComparisonTables
{
    /// <exception cref="FormatException">A row has another number of columns.</exception>
    public static IEnumerable<string[]> Rows(string file, int columns)
    {
        using var stream = typeof(ComparisonTables).Assembly.GetManifestResourceStream("comparison/" + file)
            ?? throw new FileNotFoundException($"The table {file} is not part of the assembly.", file);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            if (row.Length != columns) throw new FormatException($"{file}: {columns} columns expected, {row.Length} found: {line}");
            yield return row;
        }
    }

    public static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
