using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.OwnVoice;

namespace Counterclaim.Reading.Consequences;

/// <summary>Reads what a report says would follow, or did follow, from what.</summary>
/// <remarks>
/// Wordings over dependency trees (markers.tsv) propose pairs of passages; a weight for every wording and word, learnt from
/// the Causal News Corpus, decides which are shown. Pure and thread-safe; linear in the length of the text.
/// </remarks>
public sealed class ConsequenceReader
{
    private readonly ClauseReader _clauses = ClauseReader.Load();
    private readonly MarkerTable _markers = MarkerTable.Load();
    private readonly ConsequenceWeights _weights;

    private ConsequenceReader(ConsequenceWeights weights) => _weights = weights;

    public static ConsequenceReader Load() => new(ConsequenceWeights.Load());

    /// <summary>The consequences of a report, in text order of their earlier passage.</summary>
    public IReadOnlyList<Consequence> Read(Report report, Analysis analysis, IReadOnlyList<Statement> statements)
    {
        var trees = new DependencyIndex(analysis);
        var clauses = _clauses.Read(trees);
        var certainty = _clauses.CertaintyOf(trees);
        var voices = new VoiceMap(report, analysis, statements);
        var consequences = new List<Consequence>();
        foreach (var candidate in new CandidateFinder(trees, clauses, certainty, _markers).Find())
        {
            if (voices.IsCue(candidate.CauseHead) || voices.IsCue(candidate.EffectHead)) continue;
            var cause = voices.StatementOf(candidate.CauseHead);
            var effect = voices.StatementOf(candidate.EffectHead);
            if (!SameTeller(cause, effect, out var teller) || !candidate.Sure && _weights.Probability(ConsequenceFeatures.Of(candidate, analysis, _markers)) < _weights.Threshold) continue;
            consequences.Add(new Consequence(
                analysis.SpanOf(candidate.Cause),
                analysis.SpanOf(candidate.Effect),
                candidate.Relation,
                candidate.Marker.IsEmpty ? SpanList.Empty : [analysis.SpanOf(candidate.Marker)],
                CertaintyOf(candidate, certainty, governor => voices.StatementOf(governor) is { } other ? other == effect || other == teller : effect is null),
                teller?.Id));
        }
        consequences.Sort((a, b) => Math.Min(a.Cause.Start, a.Effect.Start).CompareTo(Math.Min(b.Cause.Start, b.Effect.Start)));
        return [.. consequences.DistinctBy(c => (c.Cause, c.Effect))];
    }

    /// <summary>Whether one statement holds both passages: theirs, or that of one where the other's is told within it.</summary>
    private static bool SameTeller(Statement? cause, Statement? effect, out Statement? teller)
    {
        teller = cause;
        if (cause == effect) return true;
        if (cause is null || effect is null) return false;
        if (effect.Via != cause.Id && cause.Via != effect.Id) return false;
        teller = effect.Via == cause.Id ? cause : effect;
        return true;
    }

    /// <summary>A condition is hypothetical at least; otherwise as certain as its effect.</summary>
    private static Certainty CertaintyOf(ConsequenceCandidate candidate, CertaintyReader certainty, Func<int, bool> inside)
    {
        var effect = certainty.At(candidate.Predicate, inside).Certainty;
        return candidate.Relation == ConsequenceRelation.Condition && effect < Certainty.Hypothetical ? Certainty.Hypothetical : effect;
    }
}
