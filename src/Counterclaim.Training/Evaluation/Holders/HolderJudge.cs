using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Holders;

public enum HolderOutcome
{
    Right,

    /// <summary>No statement was found at this cue: nothing was resolved.</summary>
    StatementMissed,

    /// <summary>The statement was found, with other words for its holder or none: resolution started from the wrong place.</summary>
    HolderMissed,

    LeftOpen,
    WronglyResolved,

    /// <summary>The text leaves it open and we do not.</summary>
    ShouldBeOpen,
}

/// <summary>What became of one label.</summary>
/// <param name="RightActor">Whether the statement got the right actor, even from the wrong words.</param>
/// <param name="Shown">Name of the actor of the statement found; null for none.</param>
public sealed record HolderVerdict(HolderLabel Label, HolderOutcome Outcome, bool RightActor, string? Shown);

/// <summary>Holds a reading against the labels of its text.</summary>
/// <remarks>
/// An actor of the reading is the label's when, of all mentions of all actors, one of its own lies closest on the words that name
/// the label's actor best; one that two of the text's actors have to share is that of the first named.
/// </remarks>
public sealed class HolderJudge
{
    /// <summary>Least Dice coefficient, in characters, for a mention to lie on words.</summary>
    private const double Enough = 0.3;

    /// <summary>What it counts that both begin in the same place: the head of a description stands there, not in what is added to it.</summary>
    private const double SameStart = 0.5;

    private readonly HolderDocument _gold;
    private readonly List<Found> _found;
    private readonly List<(string Actor, PointSpan Span)> _mentions;
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, PointSpan> _firstOwned = [];

    /// <param name="reading">A reading of the gold's own text; null where there is none.</param>
    public HolderJudge(HolderDocument gold, Model.Reading? reading)
    {
        _gold = gold;
        var map = new CodePointMap(gold.Text);
        _found = [.. (reading?.Statements ?? []).Select(s => new Found(
            Pipeline.Points(s.Holder, map), Pipeline.Points(s.Cue, map), Pipeline.Points(s.Content, map), s.Actor))];
        _actors = (reading?.Actors ?? []).ToDictionary(a => a.Id);
        _mentions = [.. (reading?.Actors ?? []).SelectMany(a => a.Mentions.Select(m => (a.Id, Pipeline.Points(m, map))))];
        foreach (var named in gold.Holders.Where(h => !h.IsOpen).Select(h => h.Is).DistinctBy(i => i[0]).OrderBy(i => i[0].Start))
            foreach (var actor in named.SelectMany(ActorsAt)) _firstOwned.TryAdd(actor, named[0]);
    }

    public IReadOnlyList<HolderVerdict> Judge() => [.. _gold.Holders.Select(Judge)];

    private HolderVerdict Judge(HolderLabel label)
    {
        if (StatementAt(label) is not { } found) return new(label, HolderOutcome.StatementMissed, RightActor: false, Shown: null);
        var shown = found.Actor is { } id ? _actors[id].Name : null;
        var right = label.IsOpen ? IsLeftOpen(found) : found.Actor is { } actor && Owners(label).Contains(actor);
        var outcome = label.Holder is { } holder && !Touches(found.Holder, holder) ? HolderOutcome.HolderMissed
            : right ? HolderOutcome.Right
            : label.IsOpen ? HolderOutcome.ShouldBeOpen
            : found.Actor is null ? HolderOutcome.LeftOpen
            : HolderOutcome.WronglyResolved;
        return new(label, outcome, right, shown);
    }

    /// <summary>The statement whose cue the label's touches; of several, one with the label's holder.</summary>
    private Found? StatementAt(HolderLabel label) => _found
        .Where(f => label.Cue is { } cue ? Touches(f.Cue, cue) : label.Content is { } content && Touches(f.Content, content))
        .OrderByDescending(f => label.Holder is { } holder && Touches(f.Holder, holder))
        .ThenByDescending(f => label.Cue is { } cue ? f.Cue.Sum(cue.Overlap) : f.Content.Sum(label.Content!.Value.Overlap))
        .ThenBy(f => f.Content.Sum(c => c.Length)).FirstOrDefault();

    /// <summary>No actor, or one known by nothing but the words that hold the statement.</summary>
    private bool IsLeftOpen(Found found) =>
        found.Actor is null || _mentions.Where(m => m.Actor == found.Actor).All(m => Touches(found.Holder, m.Span));

    private IEnumerable<string> Owners(HolderLabel label) =>
        label.Is.SelectMany(ActorsAt).Where(a => _firstOwned.GetValueOrDefault(a) == label.Is[0]);

    private List<string> ActorsAt(PointSpan words)
    {
        var best = Enough;
        var actors = new List<string>();
        foreach (var (actor, span) in _mentions)
        {
            var dice = 2.0 * words.Overlap(span) / (words.Length + span.Length);
            if (dice < Enough) continue;
            var likeness = StartsWith(span, words) ? dice + SameStart : dice;
            if (likeness < best) continue;
            if (likeness > best) actors.Clear();
            best = likeness;
            actors.Add(actor);
        }
        return actors;
    }

    private static bool StartsWith(PointSpan span, PointSpan words)
    {
        const int longestArticle = 4;
        return Math.Abs(span.Start - words.Start) <= longestArticle && span.Overlap(words) > longestArticle;
    }

    private static bool Touches(IReadOnlyList<PointSpan> spans, PointSpan other) => spans.Any(s => s.Overlap(other) > 0);

    private sealed record Found(IReadOnlyList<PointSpan> Holder, IReadOnlyList<PointSpan> Cue, IReadOnlyList<PointSpan> Content, string? Actor);
}
