using Counterclaim.Language.Models;

namespace Counterclaim.Language.Neural;

/// <summary>Vectors of rare words in a few bytes each: a vector is cut into parts, and each part is the nearest of 256 centres
/// (product quantisation; Jégou, Douze and Schmid 2011).</summary>
internal readonly unsafe struct CodedVectors
{
    public const int Parts = 10;
    public const int Centres = 256;

    private readonly Values<uint> _keys;
    private readonly Values<byte> _codes;
    private readonly Values<float> _centres;
    private readonly int _partWidth;

    /// <param name="keys">Hashes of the words, ascending.</param>
    /// <param name="codes">For every word, part by part, which centre is nearest.</param>
    /// <param name="centres">Part by part, centre by centre.</param>
    /// <param name="width">Elements of a vector, a multiple of <see cref="Parts"/>.</param>
    public CodedVectors(Values<uint> keys, Values<byte> codes, Values<float> centres, int width)
    {
        (_keys, _codes, _centres, _partWidth) = (keys, codes, centres, width / Parts);
        if (codes.Length != keys.Length * Parts || centres.Length != Centres * width || width % Parts != 0)
            throw new InvalidDataException("A table of the language model is damaged.");
    }

    public static CodedVectors From(ModelFile file, string name, int width) =>
        new(file.Section<uint>(name + ".keys"), file.Section<byte>(name + ".codes"), file.Section<float>(name + ".centres"), width);

    /// <summary>Whether a word has a vector, by the hash of its plain form.</summary>
    public bool Contains(uint key) => _keys.Span.BinarySearch(key) >= 0;

    /// <summary>Copies the vector of a word by the hash of its plain form, if it has one.</summary>
    public bool TryCopy(uint key, float* target)
    {
        var row = _keys.Span.BinarySearch(key);
        if (row < 0) return false;
        var codes = _codes.Start + (nint)row * Parts;
        for (var part = 0; part < Parts; part++)
            new ReadOnlySpan<float>(_centres.Start + (part * Centres + codes[part]) * _partWidth, _partWidth).CopyTo(new Span<float>(target + part * _partWidth, _partWidth));
        return true;
    }
}
