using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>The turns of interviews, hearings, briefings and recordings: each is a statement of its speaker, and a question is no claim.</summary>
internal static class TranscriptStatements
{
    private const double Confidence = 0.9;

    /// <summary>Of an answer whose speaker only the introduction names.</summary>
    private const double Unlabelled = 0.8;

    /// <summary>The statements of all turns; what was found across a turn's edge is taken out of <paramref name="chosen"/>.</summary>
    public static List<AttributionSpans> Take(TokenTable table, string? publisher, List<Candidate> chosen, bool explain)
    {
        var turns = LabelledTurns.Find(table, publisher);
        if (turns.Count == 0) turns = InterviewTurns.Find(table);
        if (turns.Count == 0)
        {
            chosen.RemoveAll(c => IsBareLabel(table, c));
            return [];
        }
        MarkQuestions(table.Analysis.Text, turns);
        RemoveCrossing(table, turns, chosen);
        var found = new List<AttributionSpans>(turns.Count);
        for (var i = 0; i < turns.Count; i++) found.Add(Statement(turns, i, explain));
        return found;
    }

    /// <summary>"ORVANE: The bridge was closed", "Mayor: Petra Holm": where nobody takes turns, a word and a colon before words that are not quoted attribute nothing.</summary>
    private static bool IsBareLabel(TokenTable table, Candidate c)
    {
        if (c.Holder.IsEmpty || c.Cue.Count != 1 || table.Analysis.Form(c.Cue.Start) is not ":" || c.Holder.End != c.Cue.Start) return false;
        var paragraph = table.Paragraphs[table.ParagraphOf[c.Cue.Start]];
        // Headlines leave the verb out: "Harrow: no cracks in pier four".
        if (paragraph.Kind is ParagraphKind.Title or ParagraphKind.Heading || table.ParagraphOf[c.Cue.Start] == 0 || paragraph.Span.In(table.Analysis.Text)[^1] is not ('.' or '!' or '?')) return false;
        var first = c.Content[0].Start;
        return table.ParagraphOf[first] == table.ParagraphOf[c.Cue.Start] && table.Outer.Passage[first] < 0 && (c.Holder.Start == 0 || table.ParagraphOf[c.Holder.Start - 1] != table.ParagraphOf[c.Holder.Start]);
    }

    private static AttributionSpans Statement(List<Turn> turns, int index, bool explain)
    {
        var turn = turns[index];
        var labelled = turn.Label is { } label && turn.Kind is not SpeakerKind.Question;
        var reason = turn.Label is null ? "questions set off from answers, and somebody introduced who gives them" : "a label before what is said, in a text where speakers take turns";
        return new AttributionSpans(
            labelled ? [turn.Label!.Value.Name] : SpanList.Empty, SpanList.Empty, SpanList.Create([.. turn.Content]),
            turn.Label is null ? Unlabelled : Confidence, "rule:transcript", explain ? reason : null)
        {
            IsVerbatim = true,
            StandsFor = turn.Kind == SpeakerKind.Answer ? turn.Name : null,
            Act = turn.IsAsking ? SpeechAct.Ask : null,
            Addressee = turn.IsAsking ? Asked(turns, index)?.Name : null,
        };
    }

    /// <summary>Whoever speaks next, else whoever spoke before.</summary>
    private static Turn? Asked(List<Turn> turns, int index)
    {
        if (index + 1 < turns.Count && turns[index + 1].Speaker != turns[index].Speaker) return turns[index + 1];
        return index > 0 && turns[index - 1].Speaker != turns[index].Speaker ? turns[index - 1] : null;
    }

    /// <summary>A turn that ends in a question asks. Of one who mostly answers it must be a question throughout: answers end in questions too.</summary>
    private static void MarkQuestions(string text, List<Turn> turns)
    {
        var asks = new Dictionary<string, (int Asked, int All)>();
        foreach (var turn in turns)
        {
            var (asked, all) = asks.GetValueOrDefault(turn.Speaker);
            asks[turn.Speaker] = (asked + (turn.EndsInQuestion(text) ? 1 : 0), all + 1);
        }
        foreach (var turn in turns)
        {
            if (!turn.EndsInQuestion(text)) continue;
            var (asked, all) = asks[turn.Speaker];
            turn.IsAsking = turn.Kind != SpeakerKind.Answer && (asked * 2 >= all || turn.Content.Count == 1 && turn.Content[0].Length < 200)
                || Questions.IsQuestion(text, SpanList.Create([.. turn.Content]));
        }
    }

    private static void RemoveCrossing(TokenTable table, List<Turn> turns, List<Candidate> chosen)
    {
        const int inLabel = -1;
        var turnOf = new int[table.Count];
        for (var i = 0; i < turns.Count; i++)
        {
            foreach (var span in turns[i].Content) Fill(span, i + 1);
            if (turns[i].Label is { } label) Fill(label.Whole, inLabel);
        }
        chosen.RemoveAll(Crosses);

        void Fill(TextSpan span, int value)
        {
            var tokens = table.Analysis.TokensIn(span);
            turnOf.AsSpan(tokens.Start, tokens.Count).Fill(value);
        }

        bool Crosses(Candidate c)
        {
            var home = c.Cue.IsEmpty ? turnOf[c.Content[0].Start] : turnOf[c.Cue.Start];
            if (home == inLabel || !c.Holder.IsEmpty && turnOf[c.Holder.Start] != home) return true;
            return c.Content.Exists(run => turnOf[run.Start] != home || turnOf[run.End - 1] != home);
        }
    }
}
