using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>An interview whose questions are set off, in bold or as headings, with nobody's name before question or answer.</summary>
internal static class InterviewTurns
{
    private const int FewestQuestions = 2;
    private const int LongestQuestion = 600;

    /// <summary>The turns; none unless one person is introduced, something tells of a talk, and the answers say "I" or "we".</summary>
    public static List<Turn> Find(TokenTable table)
    {
        var questions = new List<int>();
        for (var p = 0; p < table.Paragraphs.Count; p++)
            if (IsQuestion(table, p)) questions.Add(p);
        if (questions.Count < FewestQuestions) return [];
        var start = table.Paragraphs[questions[0]].Span.Start;
        if (Introduction.Interviewee(table, start) is not { } person || !Introduction.TellsOfTalk(table, start)) return [];
        var turns = new List<Turn>();
        int personal = 0, addressed = 0, about = 0;
        var surname = person.In(table.Analysis.Text).ToString();
        surname = surname[(surname.LastIndexOf(' ') + 1)..];
        for (var q = 0; q < questions.Count; q++)
        {
            var asked = new Turn(null, "Q", SpeakerKind.Question) { IsAsking = true };
            asked.Content.AddRange(StageDirections.Without(table.Analysis.Text, table.Paragraphs[questions[q]].Span));
            var answer = new Turn(null, "A", SpeakerKind.Answer) { Name = person };
            var end = q + 1 < questions.Count ? questions[q + 1] : table.Paragraphs.Count;
            for (var p = questions[q] + 1; p < end && IsAnswer(table, p, last: end == table.Paragraphs.Count && p > questions[q] + 1); p++)
                answer.Content.AddRange(StageDirections.Without(table.Analysis.Text, table.Paragraphs[p].Span));
            if (answer.Content.Count == 0 || asked.Content.Count == 0) continue;
            if (answer.Content.Exists(c => SaysI(table, c))) personal++;
            if (SaysYou(table, asked.Content[0])) addressed++;
            if (answer.Content.Exists(c => c.In(table.Analysis.Text).Contains(surname, StringComparison.OrdinalIgnoreCase))) about++;
            turns.Add(asked);
            turns.Add(answer);
        }
        // A comment that asks rhetorical questions speaks about people, not to them.
        var pairs = turns.Count / 2;
        return personal >= FewestQuestions && personal * 2 >= pairs && addressed * 2 >= pairs && about * 10 <= pairs ? turns : [];
    }

    private static bool IsQuestion(TokenTable table, int paragraph)
    {
        var (span, kind) = (table.Paragraphs[paragraph].Span, table.Paragraphs[paragraph].Kind);
        if (kind is not (ParagraphKind.Heading or ParagraphKind.Body) || span.Length > LongestQuestion || paragraph + 1 == table.Paragraphs.Count) return false;
        var words = span.In(table.Analysis.Text);
        return words.TrimEnd("*_ \r\n")[^1] == '?' && words[0] is not ('"' or '“' or '«' or '„');
    }

    private static bool IsAnswer(TokenTable table, int paragraph, bool last) =>
        table.Paragraphs[paragraph].Kind is ParagraphKind.Body or ParagraphKind.Quote && (!last || SaysI(table, table.Paragraphs[paragraph].Span));

    private static bool SaysYou(TokenTable table, TextSpan span)
    {
        var tokens = table.Analysis.TokensIn(span);
        for (var t = tokens.Start; t < tokens.End; t++)
            if (table.Analysis.Form(t).ToString().ToLowerInvariant() is "you" or "your" or "yours" or "yourself") return true;
        return false;
    }

    private static bool SaysI(TokenTable table, TextSpan span)
    {
        var tokens = table.Analysis.TokensIn(span);
        for (var t = tokens.Start; t < tokens.End; t++)
            if (table.Outer.Passage[t] < 0 && table.Analysis.Form(t).ToString().ToLowerInvariant() is "i" or "me" or "my" or "we" or "us" or "our") return true;
        return false;
    }
}
