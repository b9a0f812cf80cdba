using System.Text.Json;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Language;

/// <summary>The documents on the wars in Syria and Iraq under names/re3d. They mark descriptions ("U.S. service members") beside names; what is
/// marked and not written as a name is left open.</summary>
internal static class ConflictNames
{
    private const int Longest = 100;

    private sealed record Mention(TextSpan Span, string Kind);

    public static List<NamedDocument> Read(string data)
    {
        var sentences = new RawSentences();
        var documents = new List<NamedDocument>();
        foreach (var folder in Directory.GetDirectories(Path.Combine(data, "names", "re3d")).Order(StringComparer.Ordinal))
        {
            var mentions = JsonLines.Read(Path.Combine(folder, "entities.json"), Marked).ToLookup(m => m.Document, m => m.Mention);
            foreach (var (id, text) in JsonLines.Read(Path.Combine(folder, "documents.json"), record => (Text(record, "_id"), Text(record, "text"))))
            {
                Mention[] marked = [.. mentions[id].OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End)];
                documents.Add(new NamedDocument([.. sentences.Of(text, 1, Longest).Select(tokens => Sentence(text, tokens, marked))]));
            }
        }
        return documents;
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static (string Document, Mention Mention) Marked(JsonElement record) =>
        (Text(record, "documentId"), new Mention(new TextSpan(record.GetProperty("begin").GetInt32(), record.GetProperty("end").GetInt32()), Text(record, "type")));

    private static NamedSentence Sentence(string text, TextSpan[] tokens, Mention[] mentions)
    {
        var allowed = new uint[tokens.Length];
        Array.Fill(allowed, NameCorpus.Outside | NameCorpus.Any(EntityKind.Date, EntityKind.Quantity, EntityKind.Other));
        var done = 0;
        foreach (var mention in mentions)
        {
            var first = Array.FindIndex(tokens, t => t.End > mention.Span.Start);
            var end = first < 0 ? -1 : Array.FindLastIndex(tokens, t => t.Start < mention.Span.End) + 1;
            // Of mentions within one another the widest counts.
            if (first < done || end <= first) continue;
            done = end;
            Allow(text, tokens, first, end, mention.Kind, allowed);
        }
        return new NamedSentence(text, tokens, allowed);
    }

    private static void Allow(string text, TextSpan[] tokens, int first, int end, string kind, uint[] allowed)
    {
        EntityKind[] kinds = kind switch
        {
            "Person" => [EntityKind.Person],
            "Organisation" => [EntityKind.Organisation],
            "Location" => [EntityKind.Location, EntityKind.Facility],
            "Nationality" => [EntityKind.Group],
            "Weapon" or "MilitaryPlatform" or "Vehicle" => [EntityKind.Weapon, EntityKind.Other],
            _ => [],
        };
        bool IsCapital(int token) => char.IsUpper(text[tokens[token].Start]);
        while (first < end && !IsCapital(first)) first++;
        if (first == end) return;
        var isName = kinds.Length > 0 && IsCapital(end - 1);
        for (var i = first; i < end; i++)
        {
            // Titles and ranks stand within the persons of this corpus and outside those of the others.
            var within = isName && (kind != "Person" || i == end - 1);
            allowed[i] = !within ? NameCorpus.All : NameCorpus.Tag(i == first ? 'B' : 'I', kinds) | (kind == "Person" ? NameCorpus.Tag(i == first ? 'I' : 'B', kinds) : 0);
        }
    }
}
