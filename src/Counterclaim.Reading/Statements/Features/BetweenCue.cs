using Counterclaim.Language;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>Counts of what stands between each token of a window and the cue, by running sums.</summary>
internal sealed class BetweenCue
{
    private readonly int _start;
    private readonly int[] _commas;
    private readonly int[] _passages;
    private readonly int[] _open;
    private readonly int[] _cues;
    private readonly int[] _cuesInSentence;

    public BetweenCue(TokenRange window, TokenRange cue, TokenTable table, QuoteTrack quotes, ReadOnlySpan<int> cueOf)
    {
        _start = window.Start;
        _commas = new int[window.Count];
        _passages = new int[window.Count];
        _open = new int[window.Count];
        _cues = new int[window.Count];
        _cuesInSentence = new int[window.Count];
        Walk(cue.End, window.End, 1, table, quotes, cueOf, window);
        Walk(cue.Start - 1, window.Start - 1, -1, table, quotes, cueOf, window);
        CountCues(window, cue, table, cueOf);
    }

    /// <summary>Commas, dashes and semicolons outside quotations, 3 at most.</summary>
    public int Commas(int token) => Math.Min(3, _commas[token - _start]);

    /// <summary>Quoted passages begun, the token's own included.</summary>
    public int Passages(int token) => _passages[token - _start];

    /// <summary>Sentences that do not open in quotation marks.</summary>
    public int OpenSentences(int token) => _open[token - _start];

    /// <summary>Other cues.</summary>
    public int Cues(int token) => _cues[token - _start];

    /// <summary>Other cues in the token's sentence.</summary>
    public int CuesInSentence(int token) => _cuesInSentence[token - _start];

    private void Walk(int from, int to, int step, TokenTable table, QuoteTrack quotes, ReadOnlySpan<int> cueOf, TokenRange window)
    {
        int commas = 0, passages = 0, open = 0, cues = 0, passage = -1, sentence = -1, cue = 0;
        if (from >= window.Start && from < window.End) sentence = table.Analysis.SentenceOf[from];
        for (var t = from; t != to; t += step)
        {
            var s = table.Analysis.SentenceOf[t];
            if (s != sentence)
            {
                sentence = s;
                if (quotes.Passage[table.Analysis.Sentences[s].Start] < 0) open++;
            }
            if (quotes.Passage[t] >= 0 && quotes.Passage[t] != passage) passages++;
            passage = quotes.Passage[t];
            if (cueOf[t] != 0 && cueOf[t] != cue) cues++;
            cue = cueOf[t];
            var i = t - _start;
            (_commas[i], _passages[i], _open[i], _cues[i]) = (commas, passages, open, cues);
            if (passage < 0 && table.Analysis.Form(t) is "," or ";" or "-" or "–" or "—") commas++;
        }
    }

    private void CountCues(TokenRange window, TokenRange own, TokenTable table, ReadOnlySpan<int> cueOf)
    {
        for (var t = window.Start; t < window.End;)
        {
            var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[t]];
            var (end, count, last) = (Math.Min(window.End, sentence.End), 0, 0);
            for (var i = t; i < end; i++)
            {
                if (cueOf[i] != 0 && cueOf[i] != last && !own.Contains(i)) count++;
                last = cueOf[i];
            }
            for (; t < end; t++) _cuesInSentence[t - _start] = count;
        }
    }
}
