using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>Quoted paragraphs and quoted sentences without a cue of their own go on with the speaker before them.</summary>
internal static class FreeQuotes
{
    private const double Alone = 0.5;

    /// <summary>Adds such paragraphs to the statement they go on with, or as statements without a cue where none precedes.</summary>
    /// <param name="chosen">In order of their cues.</param>
    public static void Attach(TokenTable table, List<Candidate> chosen)
    {
        var taken = new bool[table.Paragraphs.Count];
        var last = new Candidate?[table.Paragraphs.Count];
        foreach (var statement in chosen)
        {
            Note(table, statement, statement.Cue, taken, last);
            foreach (var run in statement.Content) Note(table, statement, run, taken, last);
        }
        var start = 0;
        var added = new List<Candidate>();
        for (var p = 0; p < table.Paragraphs.Count; p++)
        {
            var end = start;
            while (end < table.Count && table.ParagraphOf[end] == p) end++;
            var range = new TokenRange(start, end);
            start = end;
            // The chains read two paragraphs at once and may run on into the next turn.
            var ranOn = p > 0 && taken[p] && last[p] is { } lent && lent == last[p - 1] && table.ParagraphOf[lent.Cue.Start] == p - 1;
            if (taken[p] && !ranOn || range.Count < 4 || !IsAllQuoted(table, p, range)) continue;
            if (DialogueTurns.Find(table, last, p, range) is { } turn)
            {
                last[p - 1]!.Content.RemoveAll(run => run.Start >= range.Start && run.End <= range.End);
                added.Add(turn);
                last[p] = turn;
            }
            else if (taken[p])
            {
                continue;
            }
            else if (p > 0 && last[p - 1] is { } speaker && !speaker.HolderIsIn(range) && EndsQuoted(table, speaker, p - 1))
            {
                speaker.Content.Add(range);
                last[p] = speaker;
            }
            else if (table.Paragraphs[p].Kind == ParagraphKind.Quote || range.Count > 12 || DialogueTurns.IsAmongThem(table, last, p, range))
            {
                var free = new Candidate(new TokenRange(range.Start, range.Start), 0) { Confidence = Alone };
                free.Content.Add(range);
                added.Add(free);
                last[p] = free;
            }
        }
        chosen.AddRange(added);
        var owner = StatementMap.ByWords(table, chosen);
        Finish(table, chosen, owner);
        chosen.AddRange(AttachSentences(table, owner));
    }

    /// <summary>A quotation that a content holds from its first mark on is that speaker's to its last, unless another's words come between.</summary>
    private static void Finish(TokenTable table, List<Candidate> chosen, Candidate?[] owner)
    {
        foreach (var statement in chosen)
            for (var i = 0; i < statement.Content.Count; i++)
            {
                var run = statement.Content[i];
                var passage = table.Outer.Passage[run.End - 1];
                if (passage < 0) continue;
                var first = run.End - 1;
                while (first > run.Start && table.Outer.Passage[first - 1] == passage) first--;
                if (table.Outer.Mark[first] != 1) continue;
                var end = run.End;
                while (end < table.Count && table.Outer.Passage[end] == passage && owner[end] is null) end++;
                if (end == run.End || end < table.Count && table.Outer.Passage[end] == passage || statement.HolderIsIn(new TokenRange(run.End, end))) continue;
                statement.Content[i] = new TokenRange(run.Start, end);
                owner.AsSpan(run.End, end - run.End).Fill(statement);
            }
    }

    /// <summary>"He threatened to fire. “Whoever sails sails to his funeral.”": whole sentences in quotation marks are not the publisher's.</summary>
    /// <returns>New statements: sentences that nobody in the paragraph is said to say, beside one about whoever must be saying them.</returns>
    private static List<Candidate> AttachSentences(TokenTable table, Candidate?[] owner)
    {
        const int shortest = 4;
        var added = new List<Candidate>();
        Candidate? speaker = null;
        for (var t = 0; t < table.Count; t++)
        {
            if (t > 0 && table.ParagraphOf[t] != table.ParagraphOf[t - 1]) speaker = null;
            speaker = owner[t] ?? speaker;
            if (owner[t] is not null || table.Outer.Mark[t] != 1) continue;
            var passage = new TokenRange(t, t + table.Outer.Length[t]);
            if (passage.Count < shortest + 2 || speaker?.HolderIsIn(passage) == true || !IsWholeSentence(table, passage) || owner.AsSpan(passage.Start, passage.Count).ContainsAnyExcept((Candidate?)null)) continue;
            if (speaker is null && DialogueTurns.Beside(table, passage, owner) is { } beside)
            {
                added.Add(speaker = beside);
                owner.AsSpan(passage.Start, passage.Count).Fill(beside);
            }
            else
            {
                speaker?.Content.Add(passage);
            }
            t = passage.End - 1;
        }
        return added;
    }

    private static bool IsWholeSentence(TokenTable table, TokenRange passage)
    {
        var first = table.Analysis.Form(passage.Start + 1);
        var last = table.Analysis.Form(passage.End - 2);
        return table.Paragraphs[table.ParagraphOf[passage.Start]].Kind == ParagraphKind.Body
            && table.Analysis.Sentences[table.Analysis.SentenceOf[passage.Start]].Start == passage.Start
            && char.IsUpper(first[0]) && last[^1] is '.' or '!' or '?' or '…' && table.Outer.Mark[passage.End - 1] == 2;
    }

    private static bool IsQuotation(TokenTable table, TokenRange run) => table.Outer.Passage[run.Start] >= 0 && table.Outer.Passage[run.End - 1] >= 0;

    private static void Note(TokenTable table, Candidate statement, TokenRange range, bool[] taken, Candidate?[] last)
    {
        if (range.IsEmpty) return;
        for (var p = table.ParagraphOf[range.Start]; p <= table.ParagraphOf[range.End - 1]; p++)
        {
            taken[p] = true;
            last[p] = statement;
        }
    }

    private static bool IsAllQuoted(TokenTable table, int paragraph, TokenRange range)
    {
        if (table.Paragraphs[paragraph].Kind is ParagraphKind.Quote) return true;
        if (table.Paragraphs[paragraph].Kind is not ParagraphKind.Body) return false;
        var passage = table.Outer.Passage[range.Start];
        return passage >= 0 && table.Outer.Passage[range.End - 1] == passage;
    }

    /// <summary>Whether the paragraph's last words are this statement's quotation, or a colon that announces one.</summary>
    private static bool EndsQuoted(TokenTable table, Candidate statement, int paragraph)
    {
        var end = statement.Content.Count == 0 ? statement.Cue.End : Math.Max(statement.Cue.End, statement.Content[^1].End);
        var next = end;
        while (next < table.Count && table.ParagraphOf[next] == paragraph && table.Analysis.Upos[next] == Upos.Punct) next++;
        if (next < table.Count && table.ParagraphOf[next] == paragraph && table.Analysis.SentenceOf[next] != table.Analysis.SentenceOf[end - 1]) return false;
        if (statement.Content.Count > 0 && statement.Content[^1] is var last && table.ParagraphOf[last.End - 1] == paragraph && IsQuotation(table, last)) return !DialogueTurns.Asks(table, statement);
        return table.Outer.Passage[end - 1] >= 0 || (end < table.Count && table.Outer.Passage[end] >= 0) || table.Analysis.Form(next - 1) is ":";
    }
}
