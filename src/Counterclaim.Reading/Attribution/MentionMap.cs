using Counterclaim.Language;
using Counterclaim.Reading.Actors;

namespace Counterclaim.Reading.Attribution;

/// <summary>Which mention each token of a text belongs to: the one it carries, else the shortest it stands in.</summary>
internal sealed class MentionMap
{
    private readonly Mention?[] _at;

    public MentionMap(Analysis analysis, MentionSet mentions)
    {
        _at = new Mention?[analysis.TokenCount];
        foreach (var mention in mentions.All)
        {
            if (mention.Form == MentionForm.Coordination) continue;
            for (var i = mention.Tokens.Start; i < mention.Tokens.End; i++)
                if (_at[i] is not { } other || other.Head != i && (mention.Head == i || mention.Tokens.Count < other.Tokens.Count)) _at[i] = mention;
        }
    }

    /// <summary>Null for −1 and for a token in no mention.</summary>
    public Mention? On(int token) => token < 0 ? null : _at[token];
}
