using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"If the bridge goes, the mayor argues, the town is lost": what stands before a telling between commas belongs to what is told. Without
/// it a condition would be lost.</summary>
internal static class FrontedContents
{
    private const int Longest = 40;

    /// <summary>Where something is told, not part of it: "In a letter, he wrote, …".</summary>
    private static readonly HashSet<string> Occasions =
        ["statement", "interview", "speech", "letter", "tweet", "post", "message", "briefing", "conference", "report", "article", "memo", "email", "address", "testimony", "call", "remark", "comment"];

    public static void Add(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        bool[]? taken = null;
        foreach (var statement in chosen)
        {
            if (Stretch(table, statement) is not { IsEmpty: false } stretch) continue;
            taken ??= Taken(table, chosen);
            if (!taken.AsSpan(stretch.Start, stretch.Count).Contains(true)) statement.Content.Insert(0, stretch);
        }
    }

    private static TokenRange Stretch(TokenTable table, Candidate statement)
    {
        var nothing = new TokenRange(0, 0);
        if (statement.Cue.IsEmpty || statement.Content.Count == 0) return nothing;
        var (start, end) = (statement.Cue.Start, statement.Cue.End);
        if (!statement.Holder.IsEmpty) (start, end) = (Math.Min(start, statement.Holder.Start), Math.Max(end, statement.Holder.End));
        var analysis = table.Analysis;
        var sentence = analysis.Sentences[analysis.SentenceOf[start]];
        var content = statement.Content[0];
        var isBetweenCommas = end < sentence.End && content.Start == end + 1 && analysis.Form(end) is "," && start - 1 > sentence.Start && analysis.Form(start - 1) is ",";
        if (!isBetweenCommas || start - sentence.Start > Longest || !GoesOn(table, start - 2, content)) return nothing;
        var first = sentence.Start;
        while (first < start && (analysis.Upos[first] == Upos.Punct || table.Tree.Relation[first] == Deprel.Cc)) first++;
        var last = start - 1;
        // "… and, she said, it burned": the telling opens a clause that the words before it are not of.
        if (last <= first || table.Tree.Relation[last - 1] is Deprel.Cc or Deprel.Mark || analysis.Upos[last - 1] == Upos.Pron || IsOccasion(table, first, last)) return nothing;
        return new TokenRange(first, last);
    }

    /// <summary>Both parts stand in one quotation or in none, or one opens in the middle of the sentence: "…, he said, “we were afraid”".</summary>
    private static bool GoesOn(TokenTable table, int before, TokenRange content)
    {
        var passages = table.Outer.Passage;
        if (passages[content.Start] == passages[before]) return true;
        var word = content.Start;
        while (word < content.End && table.Analysis.Upos[word] == Upos.Punct) word++;
        return passages[before] < 0 && word < content.End && char.IsLower(table.Analysis.Form(word)[0]);
    }

    private static bool IsOccasion(TokenTable table, int first, int end)
    {
        if (table.Analysis.Upos[first] != Upos.Adp) return false;
        var noun = table.Tree.Head[first];
        return noun > first && noun < end && Occasions.Contains(table.Analysis.Lemma(noun));
    }

    private static bool[] Taken(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        var taken = new bool[table.Count];
        foreach (var statement in chosen)
        {
            taken.AsSpan(statement.Cue.Start, statement.Cue.Count).Fill(true);
            taken.AsSpan(statement.Holder.Start, statement.Holder.Count).Fill(true);
            foreach (var run in statement.Content) taken.AsSpan(run.Start, run.Count).Fill(true);
        }
        return taken;
    }
}
