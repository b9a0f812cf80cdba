namespace Counterclaim.Training.Neural;

/// <summary>Sizes of a network.</summary>
/// <param name="States">Outputs of each direction of a recurrent layer.</param>
internal sealed record NetworkShape(int WordSize, int PartSize, int Layers, int States, int ArcSize, int LabelSize, int Tags, int Relations, int WordRows, int PartRows);

/// <summary>All that is learned: what words are made of, the shared encoder, and a head for each task.</summary>
internal sealed class Network
{
    public Network(NetworkShape shape, FixedVectors vectors, int shards, ulong seed)
    {
        (Shape, Vectors) = (shape, vectors);
        var random = new DeterministicRandom(seed);
        Words = new Table(shape.WordRows, shape.WordSize, shards, random, 0.05f);
        Parts = new Table(shape.PartRows, shape.PartSize, shards, random, 0.05f);
        Unknown = new Weight(1, vectors.Width, false, shards);
        InputSize = FixedVectors.Dimensions + Counterclaim.Language.Features.FormFeatures.Marks + shape.WordSize + shape.PartSize;
        Layers = [.. Enumerable.Range(0, shape.Layers).Select(i => new LstmWeights(i == 0 ? InputSize : 2 * shape.States, shape.States, shards, random))];
        TagWeights = new LinearWeights(2 * shape.States, (shape.Tags + 15) / 16 * 16, shards, random);
        Arcs = new ArcWeights(2 * shape.States, shape.ArcSize, shape.LabelSize, shape.Relations, shards, random);
        Names = new NameWeights(2 * shape.States, shards, random);
        foreach (var weight in Weights) weight.Pack();
    }

    public NetworkShape Shape { get; }

    public FixedVectors Vectors { get; }

    public int InputSize { get; }

    /// <summary>Words seen often enough in training; row 0 is for the others.</summary>
    public Table Words { get; }

    /// <summary>Beginnings, endings and shapes, by hash.</summary>
    public Table Parts { get; }

    /// <summary>The vector of a word that has none.</summary>
    public Weight Unknown { get; }

    public LstmWeights[] Layers { get; }

    public LinearWeights TagWeights { get; }

    public ArcWeights Arcs { get; }

    public NameWeights Names { get; }

    public IEnumerable<Table> Tables => [Words, Parts];

    public IEnumerable<Weight> Weights => [Unknown, .. Layers.SelectMany(l => l.All), .. TagWeights.All, .. Arcs.All, .. Names.All];
}

/// <summary>Vectors that do not change in training; row 0 is empty, then come those kept in bytes, then the rare ones as their codes give them.</summary>
/// <param name="rows">All, with <see cref="Dimensions"/> values each.</param>
/// <param name="index">Row of a word by the hash of its plain lower-case form.</param>
internal sealed class FixedVectors(Matrix rows, Dictionary<uint, int> index, VectorCodes rare)
{
    public const int Dimensions = 100;

    /// <summary>Dimensions, filled up with zeros to a multiple of 16.</summary>
    public int Width => rows.Width;

    public Matrix Rows => rows;

    /// <summary>Row of a word by the hash of its plain lower-case form.</summary>
    public IReadOnlyDictionary<uint, int> Index => index;

    /// <summary>The codes of the last rows, in order.</summary>
    public VectorCodes Rare => rare;

    /// <summary>Rows that are kept in bytes, the empty one among them.</summary>
    public int Plain => rows.Rows - rare.Count;
}
