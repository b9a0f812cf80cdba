using Counterclaim.Language.Features;

namespace Counterclaim.Language.Morphology;

/// <summary>Makes one string of equal lemmas; a cache of fixed size, not shared between threads.</summary>
internal sealed class LemmaCache
{
    private readonly string[] _slots = new string[4096];

    public string Intern(ReadOnlySpan<char> lemma)
    {
        ref var slot = ref _slots[Hash.Of(lemma) & 4095];
        if (slot is not null && lemma.SequenceEqual(slot)) return slot;
        return slot = lemma.ToString();
    }
}
