using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Clauses;

/// <summary>One predication of a sentence: a verb, or a noun or adjective with a copula, and what depends on it.</summary>
/// <param name="Index">Position in <see cref="ClauseSet.Clauses"/>.</param>
/// <param name="Head">Token of the predicate.</param>
/// <param name="Parent">Index of the clause it depends on; −1 for the main clause of a sentence.</param>
/// <param name="Tokens">
/// From its first to its last token, without conjunctions and punctuation at the edges and without propositional
/// clauses that open or close it.
/// </param>
/// <param name="Subject">Token of the subject, inherited by conjoined and participial clauses; −1 where there is none.</param>
public sealed record Clause(
    int Index,
    int Head,
    ClauseKind Kind,
    int Parent,
    TokenRange Tokens,
    int Subject,
    bool Finite,
    Tense Tense,
    Polarity Polarity,
    Certainty Certainty)
{
    /// <summary>
    /// Whether it says something of its own that can be true or false: not a restrictive relative clause, a purpose,
    /// a question, a request or a fragment without a predicate.
    /// </summary>
    public bool Propositional { get; init; }
}

public enum ClauseKind : byte
{
    Main,
    Conjoined,
    Adverbial,
    Complement,
    Relative,
    Participial,
    Parataxis,

    /// <summary>A sentence without a verb.</summary>
    Fragment,
}

public enum Tense : byte
{
    None,
    Past,
    Present,
    Future,
}

/// <summary>The clauses of one text.</summary>
public sealed class ClauseSet
{
    private readonly int[] _clauseOf;

    internal ClauseSet(IReadOnlyList<Clause> clauses, int[] clauseOf)
    {
        Clauses = clauses;
        _clauseOf = clauseOf;
    }

    /// <summary>By sentence, heads before what depends on them.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The innermost clause a token belongs to.</summary>
    public Clause Of(int token) => Clauses[_clauseOf[token]];
}
