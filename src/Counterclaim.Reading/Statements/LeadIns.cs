using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// "The paper paints a bleak picture: “The roads are cut,” the report says": what leads in to a quotation is the publisher's, though the telling stands after it.
/// </summary>
internal static class LeadIns
{
    /// <summary>Cuts from contents in front of their cue what leads with a colon to the quotation that makes up the rest.</summary>
    public static void CutOff(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        foreach (var statement in chosen)
        {
            if (statement.Cue.IsEmpty || statement.Content.Count == 0 || statement.Content[0] is not { Count: > 3 } content || statement.Cue.Start < content.End) continue;
            if (table.Outer.Passage[content.Start] >= 0 || table.Outer.Passage[content.End - 1] is not (>= 0 and var quotation)) continue;
            var first = content.End - 1;
            while (first > content.Start && table.Outer.Passage[first - 1] == quotation) first--;
            if (first > content.Start + 1 && table.Analysis.Form(first - 1) is ":") statement.Content[0] = new TokenRange(first, content.End);
        }
    }
}
