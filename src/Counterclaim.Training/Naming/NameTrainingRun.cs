using System.Diagnostics;
using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;
using Counterclaim.Training.Language;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>One training of the layers that find names, from data to file. They learn tags beside names: what a word is tells both.</summary>
internal sealed class NameTrainingRun
{
    private const int BatchWords = 600;
    private const float Rate = 0.002f;

    /// <summary>Of the vote of the shared states beside the layers' own.</summary>
    private const float SharedWeight = 0.5f;

    /// <summary>Of the layers' own scores of tags beside those of the language network.</summary>
    private const float TagWeight = 0.75f;

    private static readonly NameDropout Dropout = new(Input: 0.15f, Recurrent: 0.15f, Output: 0.25f, Form: 0.1f, Style: 0.2f, Lists: 0.15f, Word: 0.4f, WordOfTags: 0.2f);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Action<string> _progress;
    private readonly ulong _seed;
    private readonly Dictionary<uint, ushort> _phrases = NameListBuilder.Build();
    private readonly ModelFile _language;
    private readonly NameInputs _inputs;
    private readonly List<NameExample> _news, _web, _ewt, _gum, _ewtDev;
    private readonly List<(string Name, List<NameExample> Examples, bool FacilitiesArePlaces)> _dev;

    public NameTrainingRun(string data, bool licensedOnly, ulong seed, Action<string> progress)
    {
        (_seed, _progress) = (seed, progress);
        _language = ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", LanguageNetwork.FileName));
        _inputs = new NameInputs(_language, new NameLists(ModelWriter.InMemory(_phrases)));
        var texts = new NameTexts(data, licensedOnly);
        (_news, _web) = (Read(texts.News), Read(texts.Web));
        (_ewt, _gum) = (ReadTreebank(Treebank.Ewt(data, "train")), ReadTreebank(Treebank.Gum(data, "train", freeOnly: true)));
        _ewtDev = Read(TaggedDocument.Of(Treebank.Ewt(data, "dev")), withTagScores: true);
        _dev =
        [
            ("Worldwide", Read(NameCorpus.Worldwide(data, "dev")), false),
            ("Universal NER", Read(NameCorpus.UniversalNer(data, "dev")), true),
            ("WNUT", Read(NameTexts.Posts(data, "dev")), true),
        ];
        _progress($"{_phrases.Count:N0} names in lists; {_news.Sum(e => e.Count):N0} words of news, {_web.Sum(e => e.Count):N0} of other text, {_ewt.Sum(e => e.Count) + _gum.Sum(e => e.Count):N0} with tags  ({Elapsed})");
    }

    private string Elapsed => _clock.Elapsed.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    private List<NameExample> Read(IEnumerable<NamedDocument> documents) => [.. documents.SelectMany(d => _inputs.Read(d))];

    /// <summary>Sentences with their tags; −1 where the language network does not know one.</summary>
    private List<NameExample> Read(IEnumerable<TaggedDocument> documents, bool withTagScores = false)
    {
        var number = _inputs.Tags.Names.Select((name, i) => (name, i)).ToDictionary();
        return
        [
            .. documents.SelectMany(d => _inputs.Read(d.Document, withTagScores)
                .Zip(d.Tags, (example, tags) => example with { Tags = [.. tags.Select(t => number.GetValueOrDefault(t, -1))] })),
        ];
    }

    private List<NameExample> ReadTreebank(List<GoldSentence> sentences) => Read([.. TaggedDocument.Of(sentences), .. TaggedDocument.Headlines(sentences)]);

    public void Train(int epochs, int first, int second, string path)
    {
        var layers = new NameLayers(_inputs.FormSize, first, second, _inputs.TagColumns, 4, _seed);
        Dealer[] dealers = [.. new[] { _news, _web, _ewt, _gum }.Select((examples, i) => new Dealer(examples, BatchWords, _seed * 31 + (ulong)i))];
        NamePass[] passes = [.. dealers.Select((_, i) => new NamePass(layers, _inputs, i, Dropout))];
        var steps = Math.Max(_news.Sum(e => e.Count), _web.Sum(e => e.Count)) / BatchWords;
        var descent = new Descent([.. layers.Weights], [], Rate, epochs * steps);
        _progress($"{layers.Weights.Sum(w => w.Value.Length):N0} weights, {steps:N0} steps an epoch  ({Elapsed})");
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var (losses, words) = (new double[dealers.Length], new int[dealers.Length]);
            for (var step = 0; step < steps; step++)
            {
                Parallel.For(0, dealers.Length, shard =>
                {
                    var batch = dealers[shard].Next();
                    losses[shard] += passes[shard].Learn(batch, dealers[shard].Random, 1f / batch.Tokens);
                    words[shard] += batch.Tokens;
                });
                descent.Step();
            }
            _progress($"epoch {epoch,2} of {epochs}: names of news {losses[0] / words[0]:F4}, of other text {losses[1] / words[1]:F4}  tags {(losses[2] + losses[3]) / (words[2] + words[3]):F4}  ({Elapsed})");
            if (epoch % 4 == 0 || epoch == epochs) _progress($"    {Measure(passes[0])}  ({Elapsed})");
        }
        var writer = new ModelWriter();
        layers.Write(writer, new SharedHead(_language, _inputs.StateSize, SharedWeight), TagWeight);
        writer.Add("lists", _phrases);
        _progress($"{path}: {writer.Write(path) / 1e6:F2} MB  ({Elapsed})");
    }

    /// <summary>Sentence by sentence, before the names of a text are made to agree.</summary>
    private string Measure(NamePass pass)
    {
        int[] kinds = [(int)EntityKind.Person, (int)EntityKind.Organisation, (int)EntityKind.Location];
        var shared = new SharedHead(_language, _inputs.StateSize, SharedWeight);
        return "PER ORG LOC: " + string.Join(", ", _dev.Select(d => $"{d.Name} {NameFigures.Of(d.Examples, b => pass.Read(b, shared), kinds, d.FacilitiesArePlaces)}"))
            + $"; EWT UPOS {100 * UposAccuracy(pass, 0):F2}, with a say {100 * UposAccuracy(pass, TagWeight):F2}";
    }

    private double UposAccuracy(NamePass pass, float weight)
    {
        var (upos, tags) = (_inputs.Tags.Upos, _inputs.Tags.Names.Length);
        var (right, all) = (0, 0);
        foreach (var batch in Batch.OfAll(_ewtDev))
        {
            var sums = new float[batch.Tokens * tags];
            pass.AddTagScores(batch, sums);
            for (var s = 0; s < batch.Sentences.Length; s++)
            {
                var sentence = (NameExample)batch.Sentences[s];
                for (var word = 0; word < sentence.Count; word++, all++)
                {
                    var scores = sums.AsSpan((batch.Starts[s] + word) * tags, tags);
                    for (var tag = 0; tag < tags; tag++) scores[tag] = scores[tag] * weight + sentence.TagScores[word * tags + tag];
                    if (sentence.Tags![word] is >= 0 and var gold && upos[gold] == upos[Softmax.Best(scores)]) right++;
                }
            }
        }
        return (double)right / all;
    }
}
