using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>
/// Where a name lies that no gazetteer holds: in what the text says it lies in, else in the region or country the report is mostly about. To name the
/// district is better than to guess a village on another continent.
/// </summary>
internal sealed class ContainerFinder(Analysis analysis, List<ToponymMention> mentions, Func<int, Toponym?> resolved, ToponymJudge judge)
{
    private const int MostWordsBetween = 6;

    private Toponym? _focus;
    private bool _focusKnown;

    /// <param name="index">A mention without a place of its own.</param>
    public Toponym? Of(int index)
    {
        if (mentions[index].Container is >= 0 and var container && resolved(container) is { } told) return told;
        if (Following(index) is { } following) return following;
        return IsPlacedByItsWords(index) ? Focus() : null;
    }

    /// <summary>"Umberry village of Saltfen", "Founders Square in Velm": the next name, behind "in", "of" or a comma.</summary>
    private Toponym? Following(int index)
    {
        if (index + 1 >= mentions.Count) return null;
        var (from, to) = (mentions[index].Tokens.End, mentions[index + 1].Tokens.Start);
        if (to - from > MostWordsBetween || analysis.SentenceOf[from - 1] != analysis.SentenceOf[to] || resolved(index + 1) is not { } next || mentions[index + 1].Role is not null) return null;
        var links = false;
        for (var i = from; i < to; i++)
        {
            if (analysis.Form(i) is "in" or "of" or "," or "(") links = true;
            else if (analysis.Form(i) is not ("the" or "-") && ToponymWords.TypeOf(analysis.Form(i)) is null && !ToponymWords.IsCompass(analysis.Form(i)) && analysis.Upos[i] is not (Upos.Adj or Upos.Det)) return null;
        }
        return links && (next.Kind.IsDivision() || next.Kind.IsSettlement() && next.Kind != ToponymKind.Village && mentions[index].Said is null or ToponymKind.Facility or ToponymKind.Road or ToponymKind.Neighbourhood) ? next : null;
    }

    /// <summary>The words beside it say that it is a place: "the village of X", "in X", "near X".</summary>
    private bool IsPlacedByItsWords(int index)
    {
        var mention = mentions[index];
        if (mention.Said is { } said) return said.IsSettlement() || said is ToponymKind.District or ToponymKind.Camp;
        var before = mention.Tokens.Start - 1;
        if (before > 0 && analysis.Form(before) is "the") before--;
        return mention.Entity == EntityKind.Location && before >= 0 && ToponymWords.IsLocative(analysis.Form(before));
    }

    private Toponym? Focus()
    {
        if (!_focusKnown) (_focus, _focusKnown) = (judge.Focus(), true);
        return _focus;
    }
}
