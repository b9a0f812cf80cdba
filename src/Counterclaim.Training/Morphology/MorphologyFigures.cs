using Counterclaim.Language;
using Counterclaim.Language.Morphology;
using Counterclaim.Training.Evaluation.Trees;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Morphology;

/// <summary>How the tables fare where tags and trees are right; <c>evaluate trees</c> measures them on predicted ones.</summary>
internal sealed class MorphologyFigures(MorphologyModel model, TagInventory tags)
{
    /// <param name="errors">How many of the commonest errors to list below the figures.</param>
    public string Measure(IReadOnlyList<GoldSentence> sentences, int errors)
    {
        int words = 0, lemmas = 0, universal = 0, all = 0;
        var wrong = new Dictionary<string, int>();
        foreach (var sentence in sentences)
        {
            var found = Describe(sentence);
            for (var i = 0; i < sentence.Count; i++)
            {
                var token = sentence.Words.Start + i;
                words++;
                var form = $"{sentence.Spans[i].In(sentence.Source.Text)}/{sentence.Tags[i]}";
                if (sentence.Source.Lemmas[token] is not { } lemma || lemma == found.Lemmas[i]) lemmas++;
                else Count($"lemma {form}: {lemma}, not {found.Lemmas[i]}");
                var features = model.FeatureNames[found.Features[i]];
                var expected = sentence.Source.Features[token] ?? "";
                if (expected == features) all++;
                if (UniversalFeatures.Of(expected) == UniversalFeatures.Of(features)) universal++;
                else Count($"features {form}: {UniversalFeatures.Of(expected)}, not {UniversalFeatures.Of(features)}");
            }
        }
        var lines = wrong.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(errors).Select(w => $"\n    {w.Value,4}  {w.Key}");
        return $"lemmas {Share(lemmas)}  universal features {Share(universal)}  all features {Share(all)}" + string.Concat(lines);

        void Count(string error) => wrong[error] = wrong.GetValueOrDefault(error) + 1;
        string Share(int count) => $"{100.0 * count / words:F2}";
    }

    private AnalysisData Describe(GoldSentence sentence)
    {
        var count = sentence.Count;
        var heads = sentence.Heads.ToArray();
        var data = new AnalysisData(sentence.Source.Text, sentence.Spans.ToArray(), [new TokenRange(0, count)], new int[count], new Upos[count], new byte[count], [],
            new string[count], new ushort[count], model.FeatureNames, heads, [.. sentence.Relations.Select(r => (Deprel)r)], [], []);
        model.Describe(data, data.Sentences[0], tags.MapFrom(sentence.Tags), new WordSequence(), new LemmaCache());
        return data;
    }
}
