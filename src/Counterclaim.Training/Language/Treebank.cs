using Counterclaim.Language;
using Counterclaim.Language.Conllu;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>One sentence of a treebank: where its words stand in the text, and what they are said to be.</summary>
/// <param name="Heads">Index in the sentence, −1 for the root.</param>
internal sealed record GoldSentence(ConlluDocument Source, TokenRange Words, string[] Tags, int[] Heads, byte[] Relations, int Document)
{
    public int Count => Words.Count;

    public ReadOnlySpan<Model.TextSpan> Spans => Source.Tokens.AsSpan(Words.Start, Words.Count);
}

/// <summary>The treebanks that may train what ships, and those it is measured on.</summary>
internal static class Treebank
{
    /// <summary>GUM's genres whose texts may be used commercially (ud/gum/LICENSE-texts.txt).</summary>
    private static readonly HashSet<string> FreeGenres =
        ["news", "interview", "bio", "voyage", "academic", "court", "textbook", "speech", "vlog", "conversation"];

    public static List<GoldSentence> Ewt(string data, string part) => Read(Path.Combine(data, "ud", "ewt", $"en_ewt-ud-{part}.conllu"), _ => true);

    /// <summary>GUM's free genres alone, or all of what is at hand.</summary>
    public static List<GoldSentence> Gum(string data, string part, bool freeOnly) =>
        Read(Path.Combine(data, "ud", "gum", $"en_gum-ud-{part}.conllu"), id => !freeOnly || IsFree(id));

    /// <summary>Whether a document of GUM ("GUM_news_afghan") is of a free genre.</summary>
    public static bool IsFree(string documentId) => documentId.Split('_') is [_, var genre, ..] && FreeGenres.Contains(genre);

    /// <summary>The joint tags that sentences use, commonest first; those seen too rarely to be learned are left out.</summary>
    public static TagSet Tags(IEnumerable<GoldSentence> sentences)
    {
        const int rarest = 8;
        return new TagSet([.. sentences.SelectMany(s => s.Tags).GroupBy(t => t).Where(g => g.Count() >= rarest && !g.Key.Contains('_'))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)]);
    }

    private static List<GoldSentence> Read(string path, Func<string, bool> wanted)
    {
        using var reader = new StreamReader(path);
        var document = ConlluReader.Read(reader);
        var sentences = new List<GoldSentence>();
        for (var d = 0; d < document.Documents.Length; d++)
        {
            if (!wanted(document.DocumentIds[d])) continue;
            var end = d + 1 < document.Documents.Length ? document.Documents[d + 1] : document.Sentences.Length;
            for (var s = document.Documents[d]; s < end; s++) sentences.Add(Sentence(document, document.Sentences[s], d));
        }
        return sentences;
    }

    private static GoldSentence Sentence(ConlluDocument document, TokenRange words, int index)
    {
        var tags = new string[words.Count];
        var heads = new int[words.Count];
        var relations = new byte[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var token = words.Start + i;
            tags[i] = $"{document.Upos[token]} {document.Xpos[token]}";
            heads[i] = document.Heads[token] < 0 ? -1 : document.Heads[token] - words.Start;
            relations[i] = (byte)UniversalNames.ParseDeprel(document.Deprels[token] ?? "dep");
        }
        return new GoldSentence(document, words, tags, heads, relations, index);
    }
}
