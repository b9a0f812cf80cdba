using Counterclaim.Model;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary>Lists, report by report, which labelled statements were missed and what was read of the others otherwise than labelled.</summary>
internal static class ActsErrors
{
    public static IEnumerable<string> Lines(ReadStatements read)
    {
        var text = read.Gold.Text;
        foreach (var (gold, ours) in read.Pairs)
        {
            if (ours is null)
            {
                yield return $"  {gold.Number} missed: {Words(gold.Spans.Holder, gold.Spans.Cue, gold.Spans.Content, text)}";
                continue;
            }
            var apart = Apart(read, gold, ours).ToList();
            if (apart.Count > 0) yield return $"  {gold.Number} {string.Join("; ", apart)}: {Words(ours.Holder, ours.Cue, ours.Content, text)}";
        }
        foreach (var added in read.Statements.Where(s => read.NumberOf(s.Id) < 0))
            yield return $"  not in gold: {Words(added.Holder, added.Cue, added.Content, text)}";
    }

    private static IEnumerable<string> Apart(ReadStatements read, ActsStatement gold, Statement ours)
    {
        if (!ActsScores.IsActRight(gold, ours)) yield return $"act {string.Join('|', gold.Acts)}, ours {ReadStatements.ActOf(ours)}";
        if (gold.HeldBack is { } held && held != ours.NegatedOrHypothetical) yield return held ? "not held back" : "held back";
        if (!ActsScores.IsViaRight(read, gold, ours)) yield return $"via {gold.Via}, ours {(ours.Via is null ? "none" : read.NumberOf(ours.Via))}";
        if (!ActsScores.IsAddresseeRight(read, gold, ours)) yield return $"to {string.Join('|', gold.Addressee)}, ours {read.Name(ours.Addressee)}";
        if (!ActsScores.IsChannelRight(gold, ours)) yield return $"channel {string.Join('|', gold.Channel)}, ours {ours.Channel}";
        if (!ActsScores.IsTimeRight(read, gold, ours)) yield return $"time {Words(gold.Time, read.Gold.Text)}, ours {(read.Time(ours.Time) is { } time ? time.In(read.Gold.Text).ToString() : "")}";
        var links = ActsScores.LinksOf(read, ours).ToList();
        var isMissing = gold.Links.Count > 0 && !gold.LinkMayBeMissing && !links.Any(gold.Links.Contains);
        if (isMissing || links.Exists(l => !gold.Links.Contains(l)))
            yield return $"links {string.Join('|', gold.Links.Select(l => $"{l.Relation} {l.To}"))}, ours {string.Join(", ", links.Select(l => $"{l.Relation} {l.To}"))}";
    }

    private static string Words(SpanList holder, SpanList cue, SpanList content, string text) =>
        $"[{Words(holder, text)}] <{Words(cue, text)}> {Words(content, text)}";

    private static string Words(SpanList spans, string text) => string.Join(" … ", spans.Select(s => s.In(text).ToString())).ReplaceLineEndings("⏎");
}
