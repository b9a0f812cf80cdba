using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Conflict;

/// <summary>Menus, notices and related links: the words of them that were kept out, and the words of the article dropped with them.</summary>
internal static class FurnitureScores
{
    public static void Add(Tally tally, ConflictReport gold, ConflictReport predicted, GoldTokens tokens)
    {
        var (furniture, dropped) = (tokens.In(gold.Furniture), tokens.In(predicted.Furniture));
        tally.Share("furniture recall", "", furniture.Shared(dropped), furniture.Count);
        var content = tokens.In([gold.Range]).Except(furniture);
        tally.Share("content wrongly dropped", "", content.Shared(dropped), content.Count);
    }
}
