using System.Text;
using System.Text.Json;
using Counterclaim.Reading.Actors.Known;

namespace Counterclaim.Reading.Actors.Lists;

/// <summary>Reads users' lists of actors: our CSV, FollowTheMoney entities as JSON lines, PETRARCH actor dictionaries (docs/actors.md).</summary>
internal static class ActorList
{
    private const long MaxFileBytes = 64 << 20;

    /// <summary>How many actors one list may hold.</summary>
    public const int MostActors = 500_000;

    /// <param name="layer">1 for the first list given, more for those that win over it.</param>
    /// <exception cref="ActorListException">The file cannot be read or is of none of the three forms.</exception>
    public static IReadOnlyList<KnownActor> Read(string path, int layer)
    {
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes) throw new InvalidDataException($"larger than {MaxFileBytes >> 20} MB");
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(reader, Path.GetExtension(path), Slug(Path.GetFileNameWithoutExtension(path)), layer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            throw new ActorListException($"{path}: {Sentence(e.Message)}", e);
        }
    }

    /// <param name="extension">Tells the form; where it does not, the first character that says something does.</param>
    /// <param name="prefix">Stands before every id that is not one of the seed list.</param>
    /// <exception cref="InvalidDataException">The message names the line.</exception>
    internal static IReadOnlyList<KnownActor> Read(TextReader reader, string extension, string prefix, int layer)
    {
        IEnumerable<KnownActor> actors = FormOf(extension, reader) switch
        {
            ListForm.Csv => ActorCsv.Read(reader),
            ListForm.FollowTheMoney => FollowTheMoney.Read(reader),
            _ => PetrarchDictionary.Read(reader),
        };
        var list = new List<KnownActor>();
        var ids = new HashSet<string>();
        foreach (var actor in actors)
        {
            var id = actor.Id.StartsWith(KnownActorFile.Prefix, StringComparison.Ordinal) ? actor.Id : $"{prefix}:{actor.Id}";
            if (!ids.Add(id)) throw new InvalidDataException($"the id {actor.Id} stands there twice");
            if (list.Count == MostActors) throw new InvalidDataException($"more than {MostActors} actors");
            list.Add(actor with { Id = id, Layer = layer });
        }
        return list;
    }

    /// <summary>Letters and digits in lower case, everything else a hyphen.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().Trim('-');
    }

    private enum ListForm
    {
        Csv,
        FollowTheMoney,
        Petrarch,
    }

    private static ListForm FormOf(string extension, TextReader reader)
    {
        switch (extension.ToLowerInvariant())
        {
            case ".csv": return ListForm.Csv;
            case ".json" or ".jsonl" or ".ndjson" or ".ftm": return ListForm.FollowTheMoney;
            case ".txt" or ".actors" or ".agents": return ListForm.Petrarch;
        }
        while (reader.Peek() is var next && next >= 0 && char.IsWhiteSpace((char)next)) reader.Read();
        return reader.Peek() is '{' ? ListForm.FollowTheMoney : ListForm.Petrarch;
    }

    /// <summary>A message as the rest of a line, without line breaks of its own.</summary>
    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
