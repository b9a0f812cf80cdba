using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Assertions;

/// <summary>The words of a phrase that fills a slot, cut from the text.</summary>
internal static class SlotPhrase
{
    private const int LongestTokens = 14;

    /// <summary>
    /// The phrase of a head: what stands before it (article, numbers, adjectives, owners), its name, and what it is made or counted of ("thousands of civilians");
    /// without relative clauses, appositions and other phrases behind it.
    /// </summary>
    public static TextSpan Of(DependencyIndex trees, int head)
    {
        var analysis = trees.Analysis;
        int start = head, end = head + 1;
        foreach (var child in trees.Children(head))
        {
            if (child < head && IsBefore(analysis.Deprels[child])) start = Math.Min(start, trees.Extent(child).Start);
            else if (child == end && analysis.Deprels[child] is Deprel.Flat or Deprel.Fixed) end = trees.Extent(child).End;
            else if (child >= end && trees.Extent(child).Start == end && analysis.Deprels[child] == Deprel.Nmod && trees.Preposition(child) == "of") end = EndOf(trees, child);
        }
        start = Math.Max(start, head - LongestTokens);
        for (var token = head - 1; token > start; token--)
            if (analysis.Form(token) is ";" or ":" || analysis.Upos[token] is Upos.Sconj or Upos.Aux) start = token + 1;
        while (start < head && (analysis.Upos[start] is Upos.Punct or Upos.Cconj || IsPlainPreposition(trees, start, head))) start++;
        return analysis.SpanOf(new TokenRange(start, Math.Min(end, head + LongestTokens)));
    }

    private static bool IsBefore(Deprel relation) =>
        relation is Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Nummod or Deprel.Nmod or Deprel.Flat or Deprel.Advmod;

    private static bool IsPlainPreposition(DependencyIndex trees, int token, int head) => trees.Analysis.Upos[token] == Upos.Adp && trees.Analysis.Heads[token] == head;

    /// <summary>The end of the noun in "of …", with its name.</summary>
    private static int EndOf(DependencyIndex trees, int noun)
    {
        var end = noun + 1;
        foreach (var child in trees.Children(noun))
            if (child == end && trees.Analysis.Deprels[child] is Deprel.Flat or Deprel.Fixed) end = trees.Extent(child).End;
        return end;
    }
}
