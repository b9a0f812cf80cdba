using System.Collections.Concurrent;
using Counterclaim.Language.Models;
using Counterclaim.Language.Morphology;
using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>Reads English text: tokens, sentences, tags, lemmas, morphological features, dependency trees and names.</summary>
/// <remarks>Thread-safe: one instance serves any number of threads. The same text gives the same analysis on every one of them.</remarks>
public sealed class Analyzer
{
    /// <summary>Tokens of the longest text whose states are kept: beyond, memory would not be bounded by what a report may be.</summary>
    internal const int MostWithStates = 1_000_000;

    private const int LongestWithoutWords = 40;
    private const int LongestAtOnce = 16 * Pieces.Longest;

    private readonly SentenceSplitter _splitter;
    private readonly LanguageNetwork _network;
    private readonly INameFinder _names;
    private readonly MorphologyModel _morphology;
    private readonly byte _punctuation;
    private readonly bool _keepsStates;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private Analyzer(string folder, AnalyzerModel model)
    {
        _splitter = SentenceSplitter.From(ModelFile.Open(Path.Combine(folder, SentenceSplitter.FileName)));
        var language = ModelFile.Open(Path.Combine(folder, LanguageNetwork.FileName));
        _network = new LanguageNetwork(language);
        _names = model == AnalyzerModel.Fast ? new SharedNames(language, _network) : new NameNetwork(ModelFile.Open(Path.Combine(folder, NameNetwork.FileName)), _network);
        _morphology = MorphologyModel.From(ModelFile.Open(Path.Combine(folder, MorphologyModel.FileName)), _network.Tags.Names);
        _punctuation = (byte)Math.Max(0, Array.IndexOf(_network.Tags.Upos, Upos.Punct));
    }

    private Analyzer(Analyzer other, bool keepsStates) =>
        (_splitter, _network, _names, _morphology, _punctuation, _keepsStates) = (other._splitter, other._network, other._names, other._morphology, other._punctuation, keepsStates);

    /// <summary>The same analyzer, whose analyses also have <see cref="Analysis.State"/>, but for texts of more than a million tokens. They take some
    /// hundred bytes a token.</summary>
    public Analyzer WithStates() => new(this, true);

    /// <summary>Loads the models committed with the package, from the folder <c>models</c> beside the program.</summary>
    /// <exception cref="FileNotFoundException">The model is not there.</exception>
    /// <exception cref="InvalidDataException">The model is damaged or of another version.</exception>
    public static Analyzer Load() => Load(AnalyzerModel.Accurate);

    /// <inheritdoc cref="Load()"/>
    public static Analyzer Load(AnalyzerModel model) => Load(Path.Combine(AppContext.BaseDirectory, "models"), model);

    /// <summary>Loads the models from a folder.</summary>
    /// <inheritdoc cref="Load()"/>
    public static Analyzer Load(string folder, AnalyzerModel model = AnalyzerModel.Accurate) => new(folder, model);

    /// <summary>Analyzes a text. A blank line ends a sentence.</summary>
    public Analysis Analyze(string text) => Analyze(text, [new TextSpan(0, text.Length)]);

    /// <summary>Analyzes the given blocks of a text, in text order; no sentence crosses a block, what lies outside is left out.</summary>
    public Analysis Analyze(string text, IReadOnlyList<TextSpan> blocks)
    {
        var work = Rent();
        foreach (var block in blocks)
        {
            var from = work.Tokens.Count;
            Tokenizer.Tokenize(text, block, work.Tokens, _network.Encoder.WordRanks);
            _splitter.Split(text, block, work.Tokens, from, work.Sentences, work.Looks);
        }
        var analysis = Describe(text, [.. work.Tokens], [.. work.Sentences], work);
        Return(work);
        return analysis;
    }

    /// <summary>Analyzes given tokens in given sentences: tags, lemmas, features, trees and names only.</summary>
    /// <param name="tokens">Spans of the text, in text order.</param>
    /// <param name="sentences">Ranges that part the tokens, in order, none empty.</param>
    /// <exception cref="ArgumentException">The sentences do not part the tokens.</exception>
    public Analysis Analyze(string text, TextSpan[] tokens, TokenRange[] sentences)
    {
        var end = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.Start != end || sentence.IsEmpty) throw new ArgumentException("The sentences do not part the tokens.", nameof(sentences));
            end = sentence.End;
        }
        if (end != tokens.Length) throw new ArgumentException("The sentences do not part the tokens.", nameof(sentences));
        var work = Rent();
        var analysis = Describe(text, tokens, sentences, work);
        Return(work);
        return analysis;
    }

    private Analysis Describe(string text, TextSpan[] tokens, TokenRange[] sentences, Workspace work)
    {
        var count = tokens.Length;
        var data = new AnalysisData(text, tokens, sentences, new int[count], new Upos[count], new byte[count], _network.Tags.Xpos, new string[count],
            new ushort[count], _morphology.FeatureNames, new int[count], new Deprel[count], _keepsStates && count <= MostWithStates ? new byte[count * _network.StateSize] : [], []);
        work.Network.NameSpace.Forget();
        for (var s = 0; s < sentences.Length; s++) Add(data, s, work);
        ReadAdded(data, work);
        return new Analysis(data with { Names = NameConsistency.Resolve(data, work.FoundNames, work.KindScores) });
    }

    /// <summary>Puts a sentence among those that are read together, and reads them once they are many.</summary>
    private void Add(AnalysisData data, int index, Workspace work)
    {
        var range = data.Sentences[index];
        data.SentenceOf.AsSpan(range.Start, range.Count).Fill(index);
        if (range.Count > LongestWithoutWords && !HasWord(data, range))
        {
            Lay(data, index);
            return;
        }
        // Given sentences may be of any length: memory stays bounded.
        for (var start = range.Start; start < range.End; start += LongestAtOnce)
        {
            var part = new TokenRange(start, Math.Min(range.End, start + LongestAtOnce));
            _network.Add(data.Text, data.Tokens.AsSpan(part.Start, part.Count), work.Network);
            work.Added.Add(part);
            if (work.Network.Encoder.Pieces.Words >= LanguageNetwork.WordsAtOnce) ReadAdded(data, work);
        }
    }

    private void ReadAdded(AnalysisData data, Workspace work)
    {
        var found = work.Network;
        _names.ReadForms(found.Encoder);
        _network.Tag(found);
        _names.Read(found, _network.Tags);
        _network.Parse(found);
        var from = 0;
        foreach (var range in work.Added)
        {
            if (data.States.Length > 0) found.StatesOf(from, range.Count, _network.StateSize).CopyTo(data.States.AsSpan(range.Start * _network.StateSize));
            for (var i = 0; i < range.Count; i++)
            {
                var (token, tag) = (range.Start + i, found.Tags[from + i]);
                data.Upos[token] = _network.Tags.Upos[tag];
                data.Xpos[token] = tag;
                data.Deprels[token] = (Deprel)found.Relations[from + i];
            }
            var goesOn = range.Start > 0 && data.SentenceOf[range.Start - 1] == data.SentenceOf[range.Start];
            work.Root = JoinPieces(data, range, found.Heads.AsSpan(from, range.Count), goesOn ? work.Root : -1);
            _morphology.Describe(data, range, found.Tags.AsSpan(from, range.Count), work.Words, work.Lemmas);
            CollectNames(range, from, work);
            from += range.Count;
        }
        work.Added.Clear();
        _network.Clear(found);
    }

    /// <summary>Makes one tree of the parts in which a long sentence was read: the roots of the later ones hang on that of the first.</summary>
    /// <param name="root">The root of what was read of the sentence before, −1 at its start.</param>
    /// <returns>The root of the sentence.</returns>
    private static int JoinPieces(AnalysisData data, TokenRange range, ReadOnlySpan<int> heads, int root)
    {
        for (var from = 0; from < heads.Length; from += Pieces.Longest)
        {
            var end = Math.Min(heads.Length, from + Pieces.Longest);
            for (var i = from; i < end; i++)
            {
                var token = range.Start + i;
                data.Heads[token] = heads[i] < 0 ? root : range.Start + from + heads[i];
                if (heads[i] >= 0) continue;
                if (root >= 0) data.Deprels[token] = Deprel.Parataxis;
                else root = token;
            }
        }
        return root;
    }

    /// <param name="from">Index of the sentence's first word among those read together.</param>
    private static void CollectNames(TokenRange range, int from, Workspace work)
    {
        Span<long> scores = stackalloc long[NameTags.Kinds];
        var tags = work.Network.Names.AsSpan(from, range.Count);
        for (var i = 0; i < tags.Length;)
        {
            var end = i + 1;
            if (tags[i] != NameTags.Outside)
            {
                while (end < tags.Length && NameTags.IsInside(tags[end])) end++;
                work.Network.KindScores(from + i, from + end, scores);
                work.FoundNames.Add(new NamedEntity(new TokenRange(range.Start + i, range.Start + end), NameTags.KindOf(tags[i])));
                work.KindScores.AddRange(scores);
            }
            i = end;
        }
    }

    private static bool HasWord(AnalysisData data, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            foreach (var c in data.Tokens[i].In(data.Text))
                if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    /// <summary>Rows of marks without a word among them are not language: all hang on the first.</summary>
    private void Lay(AnalysisData data, int index)
    {
        var range = data.Sentences[index];
        if (data.States.Length > 0) data.States.AsSpan(range.Start * _network.StateSize, range.Count * _network.StateSize).Fill(ByteProduct.Zero);
        for (var token = range.Start; token < range.End; token++)
        {
            data.Upos[token] = Upos.Punct;
            data.Xpos[token] = _punctuation;
            data.Heads[token] = token == range.Start ? -1 : range.Start;
            data.Deprels[token] = token == range.Start ? Deprel.Root : Deprel.Punct;
            var form = data.Tokens[token].In(data.Text);
            data.Lemmas[token] = token > range.Start && form.SequenceEqual(data.Lemmas[token - 1]) ? data.Lemmas[token - 1] : form.ToString();
        }
    }

    private Workspace Rent() => _workspaces.TryTake(out var work) ? work : new Workspace();

    private void Return(Workspace work)
    {
        work.Tokens.Clear();
        work.Sentences.Clear();
        work.FoundNames.Clear();
        work.KindScores.Clear();
        // What one giant text needed is not kept for ever.
        if (work.Tokens.Capacity <= 1 << 18) _workspaces.Add(work);
    }

    /// <summary>The buffers one thread needs at a time.</summary>
    private sealed class Workspace
    {
        public List<TextSpan> Tokens { get; } = [];

        public List<TokenRange> Sentences { get; } = [];

        public TokenLooks Looks { get; } = new();

        public NetworkSpace Network { get; } = new();

        /// <summary>Sentences, or parts of the longest, whose words wait to be read together.</summary>
        public List<TokenRange> Added { get; } = [];

        /// <summary>Root of the sentence that was read last, or of as much of it as was.</summary>
        public int Root { get; set; }

        public List<NamedEntity> FoundNames { get; } = [];

        public List<long> KindScores { get; } = [];

        public WordSequence Words { get; } = new();

        public LemmaCache Lemmas { get; } = new();
    }
}
