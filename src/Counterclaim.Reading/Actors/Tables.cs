namespace Counterclaim.Reading.Actors;

/// <summary>Reads the tab- or comma-separated tables embedded beside the steps that use them.</summary>
internal static class Tables
{
    /// <summary>The rows of an embedded table, without comments and blank lines.</summary>
    /// <exception cref="InvalidOperationException">No resource has that name; the build is broken.</exception>
    public static IEnumerable<string[]> Rows(string resource, char separator = '\t')
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded table {resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split(separator);
    }
}
