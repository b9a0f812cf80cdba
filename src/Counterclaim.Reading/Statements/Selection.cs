using Counterclaim.Language;

namespace Counterclaim.Reading.Statements;

/// <summary>Chooses among candidates those that stand together.</summary>
internal static class Selection
{
    /// <summary>Confidence from which a statement is reported.</summary>
    public const double Threshold = 0.45;

    private const byte InContent = 1;
    private const byte InCue = 2;

    /// <summary>Takes candidates from the surest on; a token is content of one statement only, and a cue no other's content.</summary>
    /// <returns>In order of their cues.</returns>
    public static List<Candidate> Choose(List<Candidate> candidates, double threshold = Threshold)
    {
        if (candidates.Count == 0) return [];
        var first = candidates.Min(c => c.Window.Start);
        var taken = new byte[candidates.Max(c => c.Window.End) - first];
        Span<byte> At(TokenRange range) => taken.AsSpan(range.Start - first, range.Count);
        var owner = new Candidate?[taken.Length];
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates.OrderByDescending(c => c.Confidence).ThenBy(c => c.Cue.Start))
        {
            if (candidate.Confidence < threshold || candidate.Content.Count == 0) continue;
            if (At(candidate.Cue).ContainsAnyExcept((byte)0)) continue;
            if (TellsAll(candidate, owner, first))
            {
                At(candidate.Cue).Fill(InCue);
                Own(candidate, owner, first);
                chosen.Add(candidate);
                continue;
            }
            var free = 0;
            foreach (var run in candidate.Content) free += At(run).Count((byte)0);
            var total = candidate.ContentTokens;
            if (free * 2 < total) continue;
            if (free < total) KeepFree(candidate, taken, first);
            foreach (var run in candidate.Content) At(run).Fill(InContent);
            At(candidate.Cue).Fill(InCue);
            Own(candidate, owner, first);
            chosen.Add(candidate);
        }
        return [.. chosen.OrderBy(c => c.Cue.Start)];
    }

    /// <summary>"Teachers complained that it leaked, a memo shows": what is told whole inside another is told by both.</summary>
    private static bool TellsAll(Candidate outer, Candidate?[] owner, int first)
    {
        Candidate? last = null;
        foreach (var run in outer.Content)
            for (var t = run.Start; t < run.End; t++)
            {
                if (owner[t - first] is not { } inner || inner == last) continue;
                if (inner.Cue.IsEmpty || inner.Holder.IsEmpty || !outer.ContentHolds(inner.Cue) || !outer.ContentHolds(inner.Holder) || !inner.Content.TrueForAll(outer.ContentHolds)) return false;
                last = inner;
            }
        return last is not null && !outer.Holder.IsEmpty;
    }

    /// <summary>Tokens keep the innermost owner they have.</summary>
    private static void Own(Candidate candidate, Candidate?[] owner, int first)
    {
        for (var t = candidate.Cue.Start; t < candidate.Cue.End; t++) owner[t - first] ??= candidate;
        foreach (var run in candidate.Content)
            for (var t = run.Start; t < run.End; t++) owner[t - first] ??= candidate;
    }

    private static void KeepFree(Candidate candidate, byte[] taken, int first)
    {
        var runs = candidate.Content.ToArray();
        candidate.Content.Clear();
        foreach (var run in runs)
            for (var t = run.Start; t < run.End; t++)
            {
                var end = t;
                while (end < run.End && taken[end - first] == 0) end++;
                if (end > t) candidate.Content.Add(new TokenRange(t, end));
                t = end;
            }
    }
}
