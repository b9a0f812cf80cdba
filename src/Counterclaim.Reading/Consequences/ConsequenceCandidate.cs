using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Consequences;

/// <summary>Two passages that a wording puts as cause and effect, before it is weighed whether they are.</summary>
/// <param name="Rule">Construction and marker ("mark/because", "purpose/to").</param>
/// <param name="CauseHead">Token that heads the cause.</param>
/// <param name="EffectHead">Token that heads the effect.</param>
/// <param name="Predicate">Token that says how certain it is: the causative verb, else the head of the effect.</param>
/// <param name="Sure">The wording needs no weighing.</param>
/// <param name="Marker">Tokens of the marker; empty where there are none.</param>
internal sealed record ConsequenceCandidate(
    string Rule,
    ConsequenceRelation Relation,
    int CauseHead,
    TokenRange Cause,
    int EffectHead,
    TokenRange Effect,
    TokenRange Marker,
    int Predicate,
    bool Sure);
