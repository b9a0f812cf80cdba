using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Neural;

namespace Counterclaim.Language.Names;

/// <summary>Lists of names of people, places and bodies, as hashes of their words: what a word may be, before its sentence is looked at.</summary>
/// <param name="phrases">For the hash of a name what it is named in (<see cref="Listed"/>).</param>
internal readonly struct NameLists(HashTable16 phrases)
{
    /// <summary>Words of the longest name.</summary>
    public const int Longest = 4;

    /// <summary>Marks a word can have, the first in the lowest bit.</summary>
    public const int Marks = 16;

    public static NameLists From(ModelFile file) => new(HashTable16.From(file, "lists"));

    /// <summary>Adds a word to the hash of those before it.</summary>
    public static uint Join(uint before, uint word) => before == 0 ? word : Math.Max(1, Hash.Finish(uint.RotateLeft(before, 9) * 0x9E3779B1u ^ word));

    /// <summary>Says what the words of a run may be.</summary>
    public void Mark(FormProjections forms, List<int> rows, int start, int length, ushort[] marks)
    {
        Array.Clear(marks, start, length);
        for (var word = start; word < start + length; word++) MarkFrom(forms, rows, word, Math.Min(Longest, start + length - word), marks);
    }

    private void MarkFrom(FormProjections forms, List<int> rows, int word, int most, ushort[] marks)
    {
        var first = forms.Look(rows[word]);
        var hash = 0u;
        var (found, length) = (Listed.None, 0);
        for (var i = 0; i < most; i++)
        {
            hash = Join(hash, forms.Look(rows[word + i]).Plain);
            // A word alone is a name where it is written as one.
            if (i == 0 && !first.IsCapitalised && !first.IsUncased) continue;
            if (!phrases.TryGet(hash, out var value)) continue;
            if (i == 0) marks[word] |= WordMarks((Listed)value);
            if (((Listed)value & Listed.Phrases) == 0) continue;
            (found, length) = ((Listed)value & Listed.Phrases, i + 1);
        }
        for (var i = 0; i < length; i++) marks[word + i] |= PhraseMarks(found, i > 0);
    }

    private static ushort WordMarks(Listed listed) => (ushort)((int)listed & 7);

    private static ushort PhraseMarks(Listed listed, bool isInside) => (ushort)((int)(listed & Listed.Phrases) << (isInside ? 4 : 0));
}

/// <summary>What a list holds a name as.</summary>
[Flags]
internal enum Listed : ushort
{
    None = 0,
    GivenName = 1,
    Surname = 2,
    Nationality = 4,
    Place = 8,

    /// <summary>A country, a region, a capital or a city.</summary>
    LargePlace = 16,
    Body = 32,
    Person = 64,
    Phrases = Place | LargePlace | Body | Person,
}
