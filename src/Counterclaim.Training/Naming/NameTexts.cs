using Counterclaim.Training.Language;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>The corpora of names as two streams, news and the web, so that each gets its due.</summary>
internal sealed class NameTexts
{
    private const int SentencesOfExtract = 8;

    /// <summary>Of the web's texts every so many is learned again in lower case, as people write there.</summary>
    private const int EveryInLowerCase = 12;

    public NameTexts(string data, bool licensedOnly)
    {
        News = [.. ConflictNames.Read(data)];
        if (!licensedOnly) News.AddRange(NameCorpus.Worldwide(data, "train"));
        Web =
        [
            .. NameCorpus.UniversalNer(data, "train"),
            .. Posts(data, "train"),
            .. NameCorpus.WikiGold(data).SelectMany(d => Cut(d, SentencesOfExtract)),
            .. NameCorpus.GumNamed(data, "train"),
        ];
        AddHeadlines(News);
        Web.AddRange([.. Web.Where((_, i) => i % EveryInLowerCase == 3).Select(d => Respelt(d, text => text.ToLowerInvariant()))]);
        AddHeadlines(Web);
    }

    public List<NamedDocument> News { get; }

    public List<NamedDocument> Web { get; }

    /// <summary>Posts, each a text of its own.</summary>
    public static IEnumerable<NamedDocument> Posts(string data, string part) => NameCorpus.Wnut(data, part).SelectMany(d => Cut(d, 1));

    /// <summary>Corpora that do not tell where a text ends.</summary>
    private static IEnumerable<NamedDocument> Cut(NamedDocument document, int sentences) => document.Sentences.Chunk(sentences).Select(part => new NamedDocument([.. part]));

    private static NamedDocument Respelt(NamedDocument document, Func<string, string> respell) =>
        new([.. document.Sentences.Select(s => s with { Text = respell(s.Text) })]);

    private static void AddHeadlines(List<NamedDocument> documents)
    {
        NamedSentence[] sentences = [.. documents.SelectMany(d => d.Sentences)];
        documents.AddRange([.. Respelling.Of(sentences, (s, respell) => new NamedDocument([s with { Text = respell(s.Text) }]))]);
    }
}
