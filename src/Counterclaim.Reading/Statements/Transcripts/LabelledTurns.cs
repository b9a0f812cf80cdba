using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>Turns whose speakers stand before a colon or on a line above.</summary>
internal sealed class LabelledTurns
{
    private readonly TokenTable _table;
    private readonly SpeakerKinds _kinds;
    private readonly List<(TurnLabel Label, TextSpan Words, bool IsSpeech)> _labels = [];
    private readonly Dictionary<string, int> _count = [];

    private LabelledTurns(TokenTable table, string? publisher)
    {
        _table = table;
        _kinds = new SpeakerKinds(table, publisher);
        ReadLabels();
    }

    private string Text => _table.Analysis.Text;

    /// <summary>All turns of the report in text order; none where its labels are no speakers.</summary>
    public static List<Turn> Find(TokenTable table, string? publisher)
    {
        var turns = new LabelledTurns(table, publisher);
        return turns._labels.Count >= 2 && turns.IsTranscript() ? turns.Cut() : [];
    }

    private void ReadLabels()
    {
        for (var p = 0; p < _table.Paragraphs.Count; p++)
        {
            var paragraph = _table.Paragraphs[p];
            if (paragraph.Kind is ParagraphKind.Social or ParagraphKind.Caption || IsBulleted(paragraph)) continue;
            if (!TurnLabel.TryRead(Text, paragraph.Span, p, out var label)) continue;
            if (paragraph.Kind == ParagraphKind.Title && _kinds.Of(label) is not (SpeakerKind.Question or SpeakerKind.Somebody)) continue;
            if (label.StandsAlone && (paragraph.Kind == ParagraphKind.Title || p + 1 == _table.Paragraphs.Count)) continue;
            var words = label.StandsAlone ? _table.Paragraphs[p + 1].Span : new TextSpan(label.Whole.End, paragraph.Span.End);
            var speech = Dialogue.IsSpeech(_table, words);
            _labels.Add((label, words, speech));
            if (speech) _count[label.Key] = _count.GetValueOrDefault(label.Key) + 1;
        }
    }

    private bool IsBulleted(Paragraph paragraph) =>
        paragraph.Kind == ParagraphKind.List && (Text[paragraph.Span.Start] is '-' or '•' or '*' or '·' or '+' || char.IsAsciiDigit(Text[paragraph.Span.Start]));

    /// <summary>
    /// Speakers take turns: one label alone, or labels that never return, make none unless they ask and answer; and somewhere
    /// somebody speaks to the other, which the entries of a list, the parts of a recipe and the news of towns do not.
    /// </summary>
    private bool IsTranscript()
    {
        var speech = _labels.FindAll(l => l.IsSpeech && _kinds.Of(l.Label) != SpeakerKind.Nobody);
        var keys = speech.Select(l => l.Label.Key).ToHashSet();
        if (keys.Count < 2) return false;
        bool Any(SpeakerKind kind) => speech.Exists(l => _kinds.Of(l.Label) == kind);
        var known = speech.Count(l => _kinds.Of(l.Label) != SpeakerKind.Unknown);
        var addressed = speech.Count(l => Dialogue.IsAddressed(_table, l.Words));
        var returns = keys.Count(k => _count[k] > 1);
        var alone = speech.Exists(l => l.Label.StandsAlone);
        if (Any(SpeakerKind.Question) && (Any(SpeakerKind.Somebody) || Any(SpeakerKind.Answer) && Introduction.Interviewee(_table, speech[0].Label.Whole.Start) is not null)) return true;
        if (speech.Count == 2) return !alone && known == 2 && Dialogue.IsAddressed(_table, speech[0].Words) && Text.AsSpan(speech[0].Words.Start, speech[0].Words.Length).TrimEnd()[^1] == '?';
        if (returns == 0 || speech.Count < (known > 0 ? 3 : 4) || (alone && known == 0)) return false;
        return known * 2 >= speech.Count ? addressed > 0 : returns > 1 && addressed * 2 >= speech.Count;
    }

    private List<Turn> Cut()
    {
        var capitals = _labels.Where(l => l.IsSpeech && _kinds.Of(l.Label) == SpeakerKind.Somebody).All(l => TurnLabel.IsCapitals(l.Label.Name.In(Text)));
        var accepted = _labels.FindAll(l => _kinds.Of(l.Label) is not (SpeakerKind.Nobody or SpeakerKind.Unknown)
            || _kinds.Of(l.Label) == SpeakerKind.Unknown && (_count.GetValueOrDefault(l.Label.Key) > 1 || !capitals || TurnLabel.IsCapitals(l.Label.Name.In(Text))));
        var interviewee = accepted.Exists(l => _kinds.Of(l.Label) == SpeakerKind.Answer) ? Introduction.Interviewee(_table, accepted[0].Label.Whole.Start) : null;
        var labelled = _labels.Select(l => l.Label.Paragraph).ToHashSet();
        var several = false;
        var turns = new List<Turn>();
        for (var i = 0; i < accepted.Count; i++)
        {
            var (label, words, _) = accepted[i];
            var kind = _kinds.Of(label);
            var turn = new Turn(label, label.Key, kind) { Name = kind switch { SpeakerKind.Question => null, SpeakerKind.Answer => interviewee, _ => label.Name } };
            turn.Content.AddRange(StageDirections.Without(Text, words));
            var last = i + 1 < accepted.Count ? accepted[i + 1].Label.Paragraph : _table.Paragraphs.Count;
            var next = label.Paragraph + (label.StandsAlone ? 2 : 1);
            for (; next < last && !labelled.Contains(next) && GoesOn(turn, next, last, several); next++)
                turn.Content.AddRange(StageDirections.Without(Text, _table.Paragraphs[next].Span));
            several |= turn.Content.Count > 1;
            if (turn.Content.Count > 0) turns.Add(turn);
        }
        return turns;
    }

    /// <summary>A paragraph without a label goes on with the turn before it, unless it tells about the speakers; behind the last turn it must speak itself.</summary>
    private bool GoesOn(Turn turn, int paragraph, int next, bool several)
    {
        var (span, kind) = (_table.Paragraphs[paragraph].Span, _table.Paragraphs[paragraph].Kind);
        if (kind is not (ParagraphKind.Body or ParagraphKind.Quote or ParagraphKind.List) || IsAboutText(span)) return false;
        var name = turn.Speaker[(turn.Speaker.LastIndexOf(' ') + 1)..];
        if (name.Length > 2 && turn.Kind == SpeakerKind.Somebody && span.In(Text)[..Math.Min(span.Length, 400)].Contains(name, StringComparison.OrdinalIgnoreCase)) return false;
        return next < _table.Paragraphs.Count || several && Dialogue.IsAddressed(_table, span);
    }

    /// <summary>"This interview has been edited for length": the publisher speaks.</summary>
    private bool IsAboutText(TextSpan span)
    {
        var words = span.In(Text)[..Math.Min(span.Length, 300)];
        if (words[0] is '(' or '[' && words.TrimEnd()[^1] is ')' or ']') return true;
        return (words.Contains("interview", StringComparison.OrdinalIgnoreCase) || words.Contains("transcript", StringComparison.OrdinalIgnoreCase) || words.Contains("conversation", StringComparison.OrdinalIgnoreCase))
            && (words.Contains("edited", StringComparison.OrdinalIgnoreCase) || words.Contains("condensed", StringComparison.OrdinalIgnoreCase) || words.Contains("conducted", StringComparison.OrdinalIgnoreCase)
                || words.Contains("translated", StringComparison.OrdinalIgnoreCase) || words.Contains("shortened", StringComparison.OrdinalIgnoreCase));
    }
}
