using Counterclaim.Language;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>The sentences in which the holder and the content of a cue are sought.</summary>
internal static class ArgumentWindow
{
    /// <summary>Tokens to each side of the cue at most, so that endless sentences cost bounded time for each cue.</summary>
    public const int Reach = 320;

    private const int MaxSentences = 12;

    /// <summary>The cue's sentence, the neighbours joined to it by quotation, and what a colon announces.</summary>
    /// <param name="reach">Tokens to each side of the cue at most.</param>
    public static TokenRange Of(TokenTable table, TokenRange cue, int reach = Reach)
    {
        var analysis = table.Analysis;
        var sentence = analysis.SentenceOf[cue.Start];
        int first = sentence, last = analysis.SentenceOf[cue.End - 1];
        while (first > 0 && sentence - first < MaxSentences && JoinsBackward(table, first)) first--;
        while (last + 1 < analysis.Sentences.Length && last - sentence < MaxSentences && JoinsForward(table, last, cue)) last++;
        return new TokenRange(
            Math.Max(analysis.Sentences[first].Start, cue.Start - reach),
            Math.Min(analysis.Sentences[last].End, cue.End + reach));
    }

    /// <summary>Whether the sentence before belongs to the window: its end is quoted and it shares the paragraph.</summary>
    private static bool JoinsBackward(TokenTable table, int sentence)
    {
        var (start, before) = (table.Analysis.Sentences[sentence].Start, table.Analysis.Sentences[sentence - 1].End - 1);
        return table.ParagraphOf[start] == table.ParagraphOf[before] && table.Outer.Passage[before] >= 0;
    }

    /// <summary>Whether the sentence after belongs to the window: it opens quoted, in this paragraph or one that goes on with it.</summary>
    private static bool JoinsForward(TokenTable table, int sentence, TokenRange cue)
    {
        var (end, next) = (table.Analysis.Sentences[sentence].End - 1, table.Analysis.Sentences[sentence + 1].Start);
        if (table.ParagraphOf[end] == table.ParagraphOf[next])
            return table.Outer.Passage[next] >= 0 || IsColon(table, end);
        var passage = table.Outer.Passage[end];
        if (passage >= 0 && table.Passages[passage].Continues) return true;
        if (table.ParagraphOf[next] != table.ParagraphOf[end] + 1) return false;
        return IsColon(table, end) || (table.Outer.Mark[next] == 1 && (passage >= 0 || end - cue.End < 25));
    }

    private static bool IsColon(TokenTable table, int token) => table.Analysis.Form(token) is ":";
}
