using Counterclaim.Language;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>
/// Quotations that nobody is said to say: turns in a dialogue, taken in turn (the rule that every study of quotations in novels rests on,
/// Elson and McKeown 2010, He et al. 2013), and sentences beside one that tells what the speaker does (“We wait.” Olha lit a cigarette.).
/// </summary>
internal static class DialogueTurns
{
    private const double Confidence = 0.5;

    /// <summary>Tokens of a turn at most: what is longer may as well go on with the speaker before.</summary>
    private const int LongestTurn = 25;

    /// <summary>Tokens looked at for the verb of the sentence beside.</summary>
    private const int LongestSentence = 80;

    /// <summary>After two speakers in the two paragraphs before, a short paragraph that is all quotation is the first one's again.</summary>
    /// <param name="last">The statement that each paragraph before ends with.</param>
    /// <returns>A new statement; null where the paragraph is no such turn.</returns>
    public static Candidate? Find(TokenTable table, Candidate?[] last, int paragraph, TokenRange range)
    {
        if (paragraph < 2 || range.Count > LongestTurn || last[paragraph - 1] is not { } previous || last[paragraph - 2] is not { } first) return null;
        if (previous == first || !IsTurn(table, previous, range) || !IsTurn(table, first, range) || LeavesOpen(table, range.Start - 1)) return null;
        if (first.Holder.IsEmpty || !previous.Holder.IsEmpty && SameWords(table, first.Holder, previous.Holder)) return null;
        return Free(range, first.Holder);
    }

    /// <summary>Whether a quotation too short to stand alone stands after another that is spoken.</summary>
    public static bool IsAmongThem(TokenTable table, Candidate?[] last, int paragraph, TokenRange range) =>
        paragraph > 0 && last[paragraph - 1] is { } previous && IsSpoken(table, previous) && table.Analysis.Form(range.End - 2)[^1] is '.' or '!' or '?' or '…';

    /// <summary>A statement of a quoted sentence whose neighbour in the paragraph has a person for its subject.</summary>
    /// <returns>Null where there is no such neighbour.</returns>
    /// <param name="owner">The statement that each token is part of.</param>
    public static Candidate? Beside(TokenTable table, TokenRange passage, Candidate?[] owner)
    {
        var before = passage.Start > 0 ? SubjectOf(table, passage.Start - 1, passage, owner) : default;
        var holder = !before.IsEmpty ? before : passage.End < table.Count ? SubjectOf(table, passage.End, passage, owner) : default;
        return holder.IsEmpty ? null : Free(passage, holder);
    }

    /// <summary>Whether a statement ends with a question, which somebody else will answer.</summary>
    public static bool Asks(TokenTable table, Candidate statement)
    {
        var end = statement.Content[^1].End - 1;
        while (end > statement.Content[^1].Start && table.Outer.Mark[end] == 2) end--;
        return table.Analysis.Form(end)[^1] == '?';
    }

    private static Candidate Free(TokenRange content, TokenRange holder)
    {
        var turn = new Candidate(new TokenRange(content.Start, content.Start), 0) { Holder = holder, Confidence = Confidence };
        turn.Content.Add(content);
        return turn;
    }

    private static bool IsSpoken(TokenTable table, Candidate statement) =>
        statement.Content.Exists(run => table.Outer.Passage[run.Start] >= 0 || table.Outer.Mark[run.Start] == 1);

    private static bool IsTurn(TokenTable table, Candidate statement, TokenRange next) =>
        IsSpoken(table, statement) && statement.Content.Sum(run => run.Start < next.Start ? run.Count : 0) <= LongestTurn;

    /// <summary>Whether a paragraph ends inside a quotation, which the next one then goes on with.</summary>
    private static bool LeavesOpen(TokenTable table, int lastToken) => table.Outer.Passage[lastToken] >= 0 && table.Outer.Mark[lastToken] != 2;

    private static bool SameWords(TokenTable table, TokenRange a, TokenRange b) =>
        WordsOf(table, a).Equals(WordsOf(table, b), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WordsOf(TokenTable table, TokenRange range) => table.Analysis.SpanOf(range).In(table.Analysis.Text);

    /// <summary>The subject of the sentence around a token of the same paragraph, if it is a person and the sentence is told, not said.</summary>
    private static TokenRange SubjectOf(TokenTable table, int token, TokenRange passage, Candidate?[] owner)
    {
        if (table.ParagraphOf[token] != table.ParagraphOf[passage.Start] || table.Outer.Passage[token] >= 0) return default;
        var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[token]];
        for (var t = sentence.Start; t < Math.Min(sentence.End, sentence.Start + LongestSentence); t++)
        {
            if (owner[t] is not null) return default;
            if (table.Tree.Head[t] >= 0 || table.Tree.Child(t, Deprel.Nsubj) is not (>= 0 and var subject)) continue;
            var phrase = new TokenRange(table.Tree.Left[subject], Math.Max(subject, table.Tree.Right[subject]) + 1);
            return IsPerson(table, subject) && (phrase.End <= passage.Start || phrase.Start >= passage.End) ? phrase : default;
        }
        return default;
    }

    private static bool IsPerson(TokenTable table, int token)
    {
        if (table.Name[token] == (byte)EntityKind.Person + 1) return true;
        var lemma = table.Analysis.Lemma(token).ToLowerInvariant();
        if (table.Analysis.Upos[token] == Upos.Pron) return lemma is "he" or "she";
        return table.Analysis.Xpos(token) == "NN" && NounLexicon.Default.NounOrPerson(lemma) is { Class: NounClass.Person };
    }
}
