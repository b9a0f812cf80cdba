using Counterclaim.Language.Models;

namespace Counterclaim.Reading.Statements.Learning;

/// <summary>Weights of a linear-chain model: one signed byte per hash bucket and label (or pair of labels), and a scale.</summary>
/// <remarks>Features share buckets by hash (Weinberger et al. 2009); the trainer sees the same collisions as the reader.</remarks>
internal sealed class ChainModel
{
    private readonly Values<sbyte> _single;
    private readonly Values<sbyte> _pair;
    private readonly uint _singleMask;
    private readonly uint _pairMask;
    private readonly float _scale;

    public ChainModel(int labels, Values<sbyte> single, Values<sbyte> pair, float scale)
    {
        Labels = labels;
        _single = single;
        _pair = pair;
        _singleMask = (uint)(single.Length / labels) - 1;
        _pairMask = (uint)(pair.Length / (labels * labels)) - 1;
        _scale = scale;
    }

    public static ChainModel From(ModelFile file, string name, int labels)
    {
        var (single, pair) = (file.Section<sbyte>(name + ".single"), file.Section<sbyte>(name + ".pair"));
        if (!IsPower(single.Length / labels) || !IsPower(pair.Length / (labels * labels))) throw new InvalidDataException("The statement model is damaged.");
        return new ChainModel(labels, single, pair, ModelFile.Sized(file.Section<float>(name + ".scale"), 1, name + ".scale")[0]);
    }

    private static bool IsPower(int count) => count > 0 && (count & count - 1) == 0;

    public int Labels { get; }

    /// <summary>Fills the lattice with the scores of the features.</summary>
    public void Score(FeatureBuffer features, Lattice lattice)
    {
        lattice.Resize(features.Count);
        var single = _single.Span;
        var pair = _pair.Span;
        int l = Labels, ll = Labels * Labels;
        Span<int> sums = stackalloc int[ll];
        for (var t = 0; t < features.Count; t++)
        {
            var row = sums[..l];
            row.Clear();
            foreach (var key in features.Single(t))
            {
                var weights = single.Slice((int)(key & _singleMask) * l, l);
                for (var y = 0; y < weights.Length; y++) row[y] += weights[y];
            }
            var target = lattice.Single(t);
            for (var y = 0; y < l; y++) target[y] = row[y] * _scale;

            row = sums;
            row.Clear();
            foreach (var key in features.Pair(t))
            {
                var weights = pair.Slice((int)(key & _pairMask) * ll, ll);
                for (var y = 0; y < weights.Length; y++) row[y] += weights[y];
            }
            target = lattice.Pair(t);
            for (var y = 0; y < ll; y++) target[y] = row[y] * _scale;
        }
    }

    /// <summary>Weight that one feature gives one label.</summary>
    public float Weight(uint key, int label) => _single.Span[((int)(key & _singleMask) * Labels) + label] * _scale;
}
