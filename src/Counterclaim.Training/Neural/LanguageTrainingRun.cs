using System.Diagnostics;
using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Language.Models;
using Counterclaim.Language.Tagging;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Neural;

/// <summary>One training from data to file: teachers, what they read in news, the network that learns from both.</summary>
internal sealed class LanguageTrainingRun
{
    private const int PlainVectors = 60_000;
    private const int MostWords = 30_000;
    private const int PartRows = 1 << 15;
    private const int BatchWords = 600;
    private const float Rate = 0.002f;

    /// <summary>What the teachers say counts half of what people have marked.</summary>
    private const float TaughtWeight = 0.5f;

    private static readonly DropoutRates Dropout = new(0.2f, 0.15f, 0.25f, 0.25f, 0.1f);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly string _data;
    private readonly bool _licensedOnly;
    private readonly ulong _seed;
    private readonly Action<string> _progress;
    private readonly TagSet _tags;
    private readonly Dictionary<uint, int> _words;
    private readonly FixedVectors _vectors;
    private readonly Examples _examples;
    private readonly List<Example> _trees, _names, _news;
    private readonly DevSets _dev;

    public LanguageTrainingRun(string data, string vectorPath, bool licensedOnly, ulong seed, Action<string> progress)
    {
        (_data, _licensedOnly, _seed, _progress) = (data, licensedOnly, seed, progress);
        List<GoldSentence> trees = [.. Treebank.Ewt(data, "train"), .. Treebank.Gum(data, "train", freeOnly: true)];
        var names = NameSentences();
        var news = NewsSentences.Read(data, licensedOnly);
        _tags = Treebank.Tags(trees);
        var texts = trees.Select(t => (t.Source.Text, t.Spans.ToArray())).Concat(names.Select(n => (n.Text, n.Tokens)));
        _words = Examples.CommonWords(texts, 2, MostWords);
        _vectors = VectorFile.Read(vectorPath, PlainVectors);
        _examples = new Examples(_vectors, _words, PartRows, _tags.Names.Select((name, i) => (name, i)).ToDictionary());
        _trees = [.. trees.Select(_examples.From), .. Respelling.Of(trees, _examples.From)];
        names.AddRange([.. Respelling.Of(names, (name, respell) => name with { Text = respell(name.Text) })]);
        _names = [.. names.Select(_examples.From)];
        _news = [.. news.Select(n => _examples.From(n.Text, n.Tokens))];
        _dev = new DevSets(_examples, data, [.. _tags.Upos.Select(u => (int)u)]);
        progress($"{_trees.Sum(e => e.Count):N0} words with trees, {_names.Sum(e => e.Count):N0} with names, {_news.Sum(e => e.Count):N0} of news with neither; "
            + $"{_vectors.Index.Count:N0} vectors, {_words.Count:N0} words learned, {_tags.Names.Length} tags  ({Elapsed})");
    }

    private string Elapsed => _clock.Elapsed.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    private List<NamedSentence> NameSentences()
    {
        List<NamedDocument> documents = [.. NameCorpus.UniversalNer(_data, "train"), .. NameCorpus.WikiGold(_data), .. NameCorpus.Wnut(_data, "train")];
        // The only corpus of war reports is a small one: it counts three times.
        var conflict = ConflictNames.Read(_data);
        for (var i = 0; i < 3; i++) documents.AddRange(conflict);
        if (!_licensedOnly) documents.AddRange(NameCorpus.Worldwide(_data, "train"));
        return [.. documents.SelectMany(d => d.Sentences)];
    }

    public void Train(int teachers, int teacherEpochs, int teacherStates, int epochs, int states, string path)
    {
        var known = Known();
        var team = new List<Network>();
        for (var i = 1; i <= teachers; i++) team.Add(Learn($"teacher {i} of {teachers}", teacherStates, teacherEpochs, known, _seed * 100 + (ulong)i));
        if (teachers > 0)
        {
            var ensemble = EnsembleOf(team);
            if (teachers > 1) _progress($"the teachers together: {_dev.Measure(ensemble)}  ({Elapsed})");
            // They read the sentences whose names are marked too: with trees these teach what the treebanks lack.
            var taught = ensemble.Label([.. _news, .. _names.Where(n => n.Count is >= 4 and <= 70)], _progress);
            _progress($"the teachers have read {taught.Sum(e => e.Count):N0} words  ({Elapsed})");
            known = [.. known, new Stream(taught, BatchWords * 5 / 4, TaughtWeight), new Stream(taught, BatchWords * 5 / 4, TaughtWeight)];
        }
        Write(Learn("the network", states, epochs, known, _seed), path);
    }

    /// <summary>Learns on from a network that was written, from what people have marked alone.</summary>
    public void GoOn(string from, int epochs, int states, string path)
    {
        var known = Known();
        var network = NewNetwork(states, known.Count, _seed);
        NetworkReader.ReadInto(network, ModelFile.Open(from));
        _progress($"{from}: {_dev.Measure(EnsembleOf([network]))}  ({Elapsed})");
        Learn("the network", network, epochs, Rate / 3, known, _seed + 1);
        Write(network, path);
    }

    /// <summary>What people have marked.</summary>
    private List<Stream> Known() => [new Stream(_trees, BatchWords, 1), new Stream(_names, BatchWords * 3 / 2, 1)];

    private void Write(Network network, string path)
    {
        var writer = new ModelWriter();
        NetworkWriter.Write(network, _tags.Names, _words, writer);
        _progress($"{path}: {writer.Write(path) / 1e6:F2} MB  ({Elapsed})");
    }

    private Network NewNetwork(int states, int shards, ulong seed) => new(
        new NetworkShape(64, 64, 2, states, 128, 96, _tags.Names.Length, Enum.GetValues<Deprel>().Length, _words.Count + 1, PartRows), _vectors, shards, seed);

    private Network Learn(string who, int states, int epochs, IReadOnlyList<Stream> streams, ulong seed)
    {
        var network = NewNetwork(states, streams.Count, seed);
        Learn(who, network, epochs, Rate, streams, seed);
        return network;
    }

    private void Learn(string who, Network network, int epochs, float rate, IReadOnlyList<Stream> streams, ulong seed)
    {
        var learner = new Learner(network, streams, new LearningPlan(epochs, rate, Dropout), seed);
        _progress($"{who}: {network.Weights.Sum(w => w.Value.Length):N0} weights in layers, {learner.StepsPerEpoch:N0} steps an epoch  ({Elapsed})");
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            _progress($"{who}, epoch {epoch,2} of {epochs}: {learner.Epoch()}  ({Elapsed})");
            if (epoch % 3 == 0 || epoch == epochs) _progress($"    {_dev.Measure(EnsembleOf([network]))}  ({Elapsed})");
        }
    }

    private Ensemble EnsembleOf(IReadOnlyList<Network> networks) => new(networks, [.. _tags.Upos.Select(u => u == Upos.Punct)]);

    /// <summary>The development parts, for figures in the course of training.</summary>
    private sealed class DevSets(Examples examples, string data, int[] uposOfTag)
    {
        private readonly List<Example> _ewt = [.. Treebank.Ewt(data, "dev").Select(examples.From)];
        private readonly List<Example> _gum = [.. Treebank.Gum(data, "dev", freeOnly: false).Select(examples.From)];
        private readonly List<Example> _worldwide = [.. NameCorpus.Worldwide(data, "dev").SelectMany(d => d.Sentences).Select(examples.From)];
        private readonly List<Example> _universal = [.. NameCorpus.UniversalNer(data, "dev").SelectMany(d => d.Sentences).Select(examples.From)];

        public string Measure(Ensemble ensemble)
        {
            int[] kinds = [(int)EntityKind.Person, (int)EntityKind.Organisation, (int)EntityKind.Location];
            var figures = new DevFigures(ensemble);
            return $"EWT dev {figures.Trees(_ewt, uposOfTag)} | GUM dev {figures.Trees(_gum, uposOfTag)} | PER ORG LOC: "
                + $"Worldwide {figures.Names(_worldwide, kinds)}, UNER {figures.Names(_universal, kinds)}";
        }
    }
}
