using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>The noun phrase of a holder whom the tree shows.</summary>
internal static class HolderPhrase
{
    /// <summary>The phrase of a noun without its preposition and what a comma or a clause adds to it, within a scope.</summary>
    public static TokenRange Of(TokenTable table, int noun, TokenRange scope)
    {
        var end = table.Tree.Right[noun] + 1;
        foreach (var child in table.Tree.Children(noun))
            if (child > noun && table.Tree.Relation[child] is Deprel.Punct or Deprel.Acl or Deprel.Appos or Deprel.Parataxis) end = Math.Min(end, table.Tree.Left[child]);
        var start = Math.Max(scope.Start, table.Tree.Left[noun]);
        while (start < noun && table.Analysis.Upos[start] is Upos.Punct or Upos.Sconj or Upos.Cconj or Upos.Adp) start++;
        return new TokenRange(start, Math.Max(end, noun + 1));
    }
}
