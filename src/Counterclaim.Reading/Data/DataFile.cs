namespace Counterclaim.Reading.Data;

/// <summary>The text files of this room that people read and extend, as embedded in the assembly.</summary>
/// <remarks>UTF-8. Empty lines and lines that begin with "#" say nothing.</remarks>
public static class DataFile
{
    /// <summary>The lines that say something, with their line numbers from 1.</summary>
    /// <exception cref="FileNotFoundException">No such file was embedded.</exception>
    public static IEnumerable<(int Number, string Text)> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The data file {name} is not part of the assembly.", name);
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length > 0 && line[0] != '#') yield return (number, line.TrimEnd());
    }

    /// <summary>The tab-separated rows of a file.</summary>
    /// <exception cref="FormatException">A row has another number of columns; the message names the line.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        foreach (var (number, text) in Lines(name))
        {
            var row = text.Split('\t');
            if (row.Length != columns)
                throw new FormatException($"{name}:{number}: {columns} columns expected, {row.Length} found: {text}");
            yield return row;
        }
    }
}
