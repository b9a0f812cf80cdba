using Counterclaim.Language.Features;
using Counterclaim.Language.Parsing;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>How a model in training fares on given tokens; <c>evaluate trees</c> is the full measure.</summary>
internal sealed class TreeFigures(Tagger tagger, Parser parser, Lexicons lexicons)
{
    private readonly Sentence _sentence = new();
    private readonly ParserState _state = new();

    public string Measure(IReadOnlyList<GoldSentence> sentences)
    {
        int words = 0, upos = 0, xpos = 0, head = 0, both = 0;
        foreach (var gold in sentences)
        {
            _sentence.Read(gold.Source.Text, gold.Spans, lexicons.Clusters, lexicons.Usual);
            tagger.Tag(_sentence);
            parser.Parse(_sentence, _state);
            for (var i = 0; i < gold.Count; i++)
            {
                var names = tagger.Tags.Names[_sentence.Tag[i]].Split(' ');
                var expected = gold.Tags[i].Split(' ');
                words++;
                if (names[0] == expected[0]) upos++;
                if (names[1] == expected[1]) xpos++;
                if (_sentence.Head[i] != gold.Heads[i]) continue;
                head++;
                if (_sentence.Relation[i] == gold.Relations[i]) both++;
            }
        }
        string Share(int count) => $"{100.0 * count / words:F2}";
        return $"UPOS {Share(upos)}  XPOS {Share(xpos)}  UAS {Share(head)}  LAS {Share(both)}";
    }
}
