using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Attribution;

/// <summary>When a statement was made, as far as the clause around its cue tells; never the time of what is said.</summary>
internal sealed class SayingTimes(DependencyIndex syntax, IReadOnlyList<TimeExpression> times)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>Id of the expression; null where none is told.</summary>
    public string? Of(CueClause cue)
    {
        if (cue.Verb < 0) return null;
        var sentence = _analysis.SpanOf(_analysis.Sentences[_analysis.SentenceOf[cue.Verb]]);
        var sites = new List<int>(cue.VerbsUpwards());
        sites.AddRange(SpeakingParticiples.Of(cue, syntax));
        string? best = null;
        var nearest = int.MaxValue;
        for (var t = FirstFrom(sentence.Start); t < times.Count && times[t].Span.Start < sentence.End; t++)
        {
            var time = times[t];
            if (time.Type is TimeType.Duration or TimeType.Set || cue.Attribution.Content.Overlaps(time.Span) || cue.Attribution.Holder.Overlaps(time.Span)) continue;
            var top = syntax.TopOf(_analysis.TokensIn(time.Span));
            if (top < 0 || !HangsOn(top, sites)) continue;
            var distance = Math.Abs(top - cue.Verb);
            if (distance < nearest) (best, nearest) = (time.Id, distance);
        }
        return best;
    }

    private const int ClimbLimit = 4;

    private static readonly HashSet<string> Publishing = ["publish", "post", "release", "broadcast", "air", "issue", "carry", "share", "circulate", "date", "upload", "record", "print"];

    /// <summary>The time among words that say when and nothing else, as a post's signature; a time of day tells more than a day.</summary>
    public string? In(SpanList stamp)
    {
        TimeExpression? found = null;
        foreach (var span in stamp)
            for (var i = FirstFrom(span.Start); i < times.Count && times[i].Span.Start < span.End; i++)
                if (span.Contains(times[i].Span) && (found is null || found.Type == TimeType.Date && times[i].Type == TimeType.Time)) found = times[i];
        return found?.Id;
    }

    private int FirstFrom(int position)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (times[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Whether a time is a dependent of one of the verbs, or of when their words were published, not of a clause below them.</summary>
    private bool HangsOn(int top, List<int> sites)
    {
        for (var steps = 0; top >= 0 && steps <= ClimbLimit; steps++)
        {
            if (steps > 0 && sites.Contains(top)) return true;
            if (steps > 0 && _analysis.Upos[top] is Upos.Verb && !Publishing.Contains(_analysis.Lemma(top))) return false;
            top = _analysis.Heads[top];
        }
        return false;
    }
}
