namespace Counterclaim.Reading.Actors;

/// <summary>The mentions of a report in the order of their heads, and who of them holds which statement.</summary>
/// <param name="Holders">Indexed by statement; null where no holder is expressed.</param>
/// <param name="Addressees">Indexed by statement; null where no words outside the clause of a cue name those spoken to.</param>
internal sealed record MentionSet(IReadOnlyList<Mention> All, IReadOnlyList<Mention?> Holders, IReadOnlyList<Mention?> Addressees)
{
    /// <summary>The names among them, in text order.</summary>
    public IReadOnlyList<Mention> Names { get; } = [.. All.Where(m => m.Form == MentionForm.Name)];

    /// <summary>How far the head of a mention lies from any of its other words, in nearly all texts.</summary>
    private const int Reach = 48;

    /// <summary>Mentions whose head is near a token, in the order of their heads: the only ones that may cover it.</summary>
    public IEnumerable<Mention> Near(int token) => WithHeadIn(All, token - Reach, token + Reach);

    /// <summary>The names whose head lies in a range of tokens.</summary>
    public IEnumerable<Mention> NamesIn(int start, int end) => WithHeadIn(Names, start, end);

    private static IEnumerable<Mention> WithHeadIn(IReadOnlyList<Mention> mentions, int start, int end)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (mentions[middle].Head < start) low = middle + 1;
            else high = middle;
        }
        for (; low < mentions.Count && mentions[low].Head < end; low++) yield return mentions[low];
    }
}
