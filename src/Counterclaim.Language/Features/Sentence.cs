using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Language.Features;

/// <summary>The forms of one sentence, told apart as far as a classifier may tell them apart. Reused from sentence to sentence.</summary>
internal sealed class Sentence
{
    /// <summary>Characters of a form that are looked at.</summary>
    public const int LongestForm = 64;

    public int Count { get; private set; }

    /// <summary>For every word a key that it shares only with equal forms in sentences that use capitals alike.</summary>
    public ulong[] Keys { get; private set; } = [];

    public Capitals Casing { get; private set; }

    public void Read(string text, ReadOnlySpan<TextSpan> tokens)
    {
        if (Keys.Length < tokens.Length) Keys = new ulong[Math.Max(128, tokens.Length * 3 / 2)];
        Count = tokens.Length;
        int words = 0, capitalised = 0, shouted = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var raw = BrokenWord.Whole(tokens[i].In(text));
            Keys[i] = Hash.Wide(raw.Length > LongestForm ? raw[..LongestForm] : raw);
            if (raw.Length == 0 || !char.IsLetter(raw[0])) continue;
            words++;
            if (!char.IsUpper(raw[0])) continue;
            capitalised++;
            if (raw.Length > 1 && char.IsUpper(raw[^1]) && char.IsUpper(raw[1])) shouted++;
        }
        Casing = words < 3 ? Capitals.AsProse : shouted * 10 > words * 6 ? Capitals.All : capitalised * 10 > words * 6 ? Capitals.MostWords
            : capitalised == 0 ? Capitals.None : Capitals.AsProse;
        for (var i = 0; i < tokens.Length; i++) Keys[i] = Keys[i] * 4 + (ulong)Casing;
    }
}

/// <summary>How a sentence uses capital letters.</summary>
internal enum Capitals : byte
{
    AsProse, All, MostWords, None,
}
