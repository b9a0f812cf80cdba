using System.Text;
using Counterclaim.Language;
using Counterclaim.Language.Names;
using Counterclaim.Model;

namespace Counterclaim.Training.Language;

/// <summary>A sentence whose names are known, in whole or in part: for every word the tags it may have, as bits.</summary>
internal sealed record NamedSentence(string Text, TextSpan[] Tokens, uint[] Allowed)
{
    public int Count => Tokens.Length;
}

/// <summary>One document: sentences that stand in one text.</summary>
internal sealed record NamedDocument(List<NamedSentence> Sentences);

/// <summary>Reads the name corpora under names/. Each marks its own kinds; what one does not mark may be anything the others would
/// mark there, and the trainer takes of those what fits best (a latent structured perceptron).</summary>
internal static class NameCorpus
{
    /// <summary>Any tag.</summary>
    public static readonly uint All = (1u << NameTags.Count) - 1;

    private delegate uint Scheme(string tag);

    /// <summary>Newswire of Asia, Africa, the Middle East and Latin America: marks every kind but weapons, which are among its products.</summary>
    public static List<NamedDocument> Worldwide(string data, string part) => Read(Path.Combine(data, "names", "worldwide", part + ".bio"), tag => Split(tag) switch
    {
        (_, "") => Outside,
        (var place, "PER") => Tag(place, EntityKind.Person),
        (var place, "ORG") => Tag(place, EntityKind.Organisation),
        (var place, "LOC") => Tag(place, EntityKind.Location),
        (var place, "FAC") => Tag(place, EntityKind.Facility),
        (var place, "NORP") => Tag(place, EntityKind.Group),
        (var place, "DATE") => Tag(place, EntityKind.Date),
        (var place, "MONEY") => Tag(place, EntityKind.Quantity),
        (var place, _) => Tag(place, EntityKind.Other),
    });

    /// <summary>Web text: persons, organisations, locations.</summary>
    public static List<NamedDocument> UniversalNer(string data, string part) => Read(Path.Combine(data, "names", "uner_ewt", part + ".bio"), tag => Split(tag) switch
    {
        (_, "") => Outside | Any(EntityKind.Group, EntityKind.Date, EntityKind.Quantity, EntityKind.Other),
        (var place, "PER") => Tag(place, EntityKind.Person),
        (var place, "ORG") => Tag(place, EntityKind.Organisation),
        (var place, _) => Tag(place, EntityKind.Location, EntityKind.Facility),
    });

    /// <summary>Encyclopedia articles: four classes.</summary>
    public static List<NamedDocument> WikiGold(string data) => Read(Path.Combine(data, "names", "wikigold", "all.bio"), tag => Split(tag) switch
    {
        (_, "") => Outside | Any(EntityKind.Date, EntityKind.Quantity),
        (var place, "PER") => Tag(place, EntityKind.Person),
        (var place, "ORG") => Tag(place, EntityKind.Organisation),
        (var place, "LOC") => Tag(place, EntityKind.Location, EntityKind.Facility),
        (var place, _) => Tag(place, EntityKind.Other, EntityKind.Group),
    });

    /// <summary>Social media: six classes.</summary>
    public static List<NamedDocument> Wnut(string data, string part) => Read(Path.Combine(data, "names", "wnut17", part + ".bio"), tag => Split(tag) switch
    {
        (_, "") => Outside | Any(EntityKind.Group, EntityKind.Date, EntityKind.Quantity, EntityKind.Other),
        (var place, "person") => Tag(place, EntityKind.Person),
        (var place, "location") => Tag(place, EntityKind.Location, EntityKind.Facility),
        (var place, "corporation") => Tag(place, EntityKind.Organisation),
        (var place, "group") => Tag(place, EntityKind.Organisation, EntityKind.Group),
        (var place, _) => Tag(place, EntityKind.Other),
    });

    /// <summary>Names of GUM's free genres that have an article in an encyclopedia; all else is left open. Sentences without one are left out.</summary>
    public static List<NamedDocument> GumNamed(string data, string part)
    {
        var documents = Read(Path.Combine(data, "names", "gum_named", part + ".bio"), tag => Split(tag) switch
        {
            (_, "") => All,
            (var place, "person") => Tag(place, EntityKind.Person),
            (var place, "organization") => Tag(place, EntityKind.Organisation),
            (var place, "place") => Tag(place, EntityKind.Location, EntityKind.Facility),
            (var place, "time") => Tag(place, EntityKind.Date, EntityKind.Other),
            (var place, _) => Tag(place, EntityKind.Other, EntityKind.Group, EntityKind.Organisation, EntityKind.Facility),
        }, Treebank.IsFree);
        var anyInside = Enumerable.Range(0, NameTags.Count).Where(NameTags.IsInside).Aggregate(0u, (bits, tag) => bits | 1u << tag);
        foreach (var document in documents)
        {
            document.Sentences.RemoveAll(s => s.Allowed.All(a => a == All));
            // What is open does not go on with what was marked.
            foreach (var allowed in document.Sentences.Select(s => s.Allowed))
                for (var i = allowed.Length - 1; i > 0; i--)
                    if (allowed[i] == All && allowed[i - 1] != All) allowed[i] &= ~anyInside;
        }
        return documents;
    }

    private static (char Place, string Kind) Split(string tag) => tag.Length < 3 ? ('O', "") : (tag[0], tag[2..]);

    /// <summary>No name.</summary>
    public static uint Outside => 1u << NameTags.Outside;

    /// <summary>The beginning ('B') or inside of a name of one of the kinds.</summary>
    public static uint Tag(char place, params ReadOnlySpan<EntityKind> kinds)
    {
        var bits = 0u;
        foreach (var kind in kinds) bits |= 1u << (place == 'B' ? NameTags.Begin(kind) : NameTags.Inside(kind));
        return bits;
    }

    /// <summary>The beginning or inside of a name of one of the kinds.</summary>
    public static uint Any(params ReadOnlySpan<EntityKind> kinds) => Tag('B', kinds) | Tag('I', kinds);

    private static List<NamedDocument> Read(string path, Scheme scheme, Func<string, bool>? wanted = null)
    {
        var isWanted = true;
        var documents = new List<NamedDocument>();
        var words = new List<(string Form, uint Allowed)>();
        void EndSentence()
        {
            if (words.Count == 0) return;
            if (documents.Count == 0) documents.Add(new NamedDocument([]));
            if (isWanted) documents[^1].Sentences.Add(Sentence(words));
            words.Clear();
        }
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0) EndSentence();
            else if (line.StartsWith("# doc = ", StringComparison.Ordinal))
            {
                EndSentence();
                documents.Add(new NamedDocument([]));
                isWanted = wanted is null || wanted(line["# doc = ".Length..]);
            }
            else if (line.Split('\t') is [var form, var tag]) words.Add((form, scheme(tag)));
        }
        EndSentence();
        return documents;
    }

    private static NamedSentence Sentence(List<(string Form, uint Allowed)> words)
    {
        var text = new StringBuilder();
        var tokens = new TextSpan[words.Count];
        var allowed = new uint[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0) text.Append(' ');
            tokens[i] = new TextSpan(text.Length, text.Length + words[i].Form.Length);
            text.Append(words[i].Form);
            allowed[i] = words[i].Allowed & All;
        }
        return new NamedSentence(text.ToString(), tokens, allowed);
    }
}
