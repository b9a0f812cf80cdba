using Counterclaim.Model;
using Counterclaim.Training.Language;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>The texts of a treebank, from which tags are learned beside names.</summary>
/// <param name="Document">Nothing is known of its names.</param>
/// <param name="Tags">Of every sentence the joint tags of its words.</param>
internal sealed record TaggedDocument(NamedDocument Document, IReadOnlyList<string[]> Tags)
{
    public static IEnumerable<TaggedDocument> Of(IReadOnlyList<GoldSentence> sentences) => sentences.GroupBy(s => s.Document).Select(g => From(g, text => text));

    /// <summary>Some sentences in capitals and with every word capitalised, each a text of its own.</summary>
    public static IEnumerable<TaggedDocument> Headlines(IReadOnlyList<GoldSentence> sentences) => Respelling.Of(sentences, (s, respell) => From([s], respell));

    private static TaggedDocument From(IEnumerable<GoldSentence> sentences, Func<string, string> respell) =>
        new(new NamedDocument([.. sentences.Select(s => Sentence(s, respell))]), [.. sentences.Select(s => s.Tags)]);

    private static NamedSentence Sentence(GoldSentence gold, Func<string, string> respell)
    {
        var from = gold.Spans[0].Start;
        var unknown = new uint[gold.Count];
        Array.Fill(unknown, NameCorpus.All);
        return new NamedSentence(respell(gold.Source.Text[from..gold.Spans[^1].End]), [.. gold.Spans.ToArray().Select(s => new TextSpan(s.Start - from, s.End - from))], unknown);
    }
}
