using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Tagging;
using Counterclaim.Model;

namespace Counterclaim.Language.Neural;

/// <summary>The network that reads sentences: one encoder, and on its states tags and trees; <see cref="NameNetwork"/> finds names on the same states
/// and has a say in the tags.</summary>
internal sealed unsafe class LanguageNetwork
{
    public const string FileName = "language.bin";

    /// <summary>Words read together, about: enough sentences to run side by side, few enough for the cache.</summary>
    public const int WordsAtOnce = 800;

    private readonly Dense _tagScores;
    private readonly ArcScorer _arcs;

    public LanguageNetwork(ModelFile file)
    {
        var sizes = file.Section<int>("sizes").Span;
        if (sizes.Length != 7) throw new InvalidDataException("The language model is damaged.");
        Tags = new TagSet(file.Lines("tags"));
        Encoder = new Encoder(file, sizes);
        _tagScores = new Dense(file, "tag", Encoder.StateSize, (Tags.Names.Length + 15) / 16 * 16);
        _arcs = new ArcScorer(file, Encoder.StateSize, sizes[5], sizes[6]);
    }

    public TagSet Tags { get; }

    /// <summary>Columns of the scores of tags: the tags, filled up.</summary>
    public int TagColumns => _tagScores.Outputs;

    /// <summary>Bytes of a state.</summary>
    public int StateSize => Encoder.StateSize;

    public Encoder Encoder { get; }

    /// <summary>Reads the forms of a sentence that is to be read with others.</summary>
    public void Add(string text, ReadOnlySpan<TextSpan> tokens, NetworkSpace space)
    {
        space.Sentence.Read(text, tokens);
        Encoder.Add(space.Sentence, text, tokens, space.Encoder);
    }

    /// <summary>Makes room for other sentences.</summary>
    public void Clear(NetworkSpace space) => Encoder.Clear(space.Encoder);

    /// <summary>The trees of all sentences tagged; what was found stays in the space until it is cleared.</summary>
    public void Parse(NetworkSpace space)
    {
        var pieces = space.Encoder.Pieces;
        var words = pieces.Words;
        if (words == 0) return;
        for (var word = 0; word < words; word++) space.IsFinite[word] = Tags.Upos[space.Tags[word]] == Upos.Verb && Tags.Xpos[space.Tags[word]] is "VBD" or "VBZ" or "VBP";
        MarkHeads(pieces, space);
        _arcs.Parse(space.States, pieces, space.MayHead.AsSpan(0, words), space.IsFinite.AsSpan(0, words), space.Heads, space.Relations, space.Arcs);
    }

    /// <summary>The states and tags of all sentences added.</summary>
    public void Tag(NetworkSpace space)
    {
        var words = space.Encoder.Pieces.Words;
        space.Reserve(words);
        if (words == 0) return;
        var states = space.States = Encoder.Encode(space.Encoder);
        var width = _tagScores.Outputs;
        var scores = space.TagScores.Reserve(words * width);
        _tagScores.Apply(states, words, scores);
        for (var word = 0; word < words; word++)
            space.Tags[word] = (byte)ArcScorer.Best(new ReadOnlySpan<float>(scores + (nint)word * width, Tags.Names.Length));
    }

    /// <summary>A punctuation mark heads nothing, unless there is nothing else.</summary>
    private void MarkHeads(Pieces pieces, NetworkSpace space)
    {
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var (start, end) = (pieces.Start(piece), pieces.Start(piece) + pieces.Length(piece));
            var any = false;
            for (var word = start; word < end; word++) any |= space.MayHead[word] = Tags.Upos[space.Tags[word]] != Upos.Punct;
            if (!any) space.MayHead.AsSpan(start, end - start).Fill(true);
        }
    }
}

/// <summary>What one thread needs to read sentences, and what was found: one element a word, in the order in which they were added.</summary>
internal sealed unsafe class NetworkSpace
{
    public Features.Sentence Sentence { get; } = new();

    public EncoderSpace Encoder { get; } = new();

    public FloatBuffer TagScores { get; } = new();

    public ArcSpace Arcs { get; } = new();

    public NameSpace NameSpace { get; } = new();

    public byte* States { get; set; }

    /// <summary>The states of some words in a row.</summary>
    public ReadOnlySpan<byte> StatesOf(int word, int count, int size) => new(States + (nint)word * size, count * size);

    public byte[] Tags { get; private set; } = [];

    /// <summary>Indexes in the piece, −1 for its root.</summary>
    public int[] Heads { get; private set; } = [];

    public byte[] Relations { get; private set; } = [];

    public byte[] Names { get; private set; } = [];

    public bool[] MayHead { get; private set; } = [];

    public bool[] IsFinite { get; private set; } = [];

    public void Reserve(int words)
    {
        if (Tags.Length >= words) return;
        var size = words * 5 / 4;
        (Tags, Heads, Relations, Names, MayHead, IsFinite) = (new byte[size], new int[size], new byte[size], new byte[size], new bool[size], new bool[size]);
    }

    /// <summary>What the words of a name say for every kind, in thousandths.</summary>
    public void KindScores(int start, int end, Span<long> scores)
    {
        for (var kind = 0; kind < NameTags.Kinds; kind++)
        {
            var sum = 0.0;
            for (var word = start; word < end; word++)
                sum += NameSpace.Scores[(nint)word * NameChain.Columns + (word == start ? NameTags.Begin((EntityKind)kind) : NameTags.Inside((EntityKind)kind))];
            scores[kind] = (long)(sum * 1000);
        }
    }
}
