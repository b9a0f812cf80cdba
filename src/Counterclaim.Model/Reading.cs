namespace Counterclaim.Model;

/// <summary>The whole analysis of one report: immutable, and the same for the same bytes on every run and thread.</summary>
public sealed record Reading(Report Report)
{
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<Place> Places { get; init; } = [];

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Attributed and own-voice clauses in text order.</summary>
    public IReadOnlyList<Assertion> Assertions { get; init; } = [];

    public IReadOnlyList<Consequence> Consequences { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Filled only on request; never part of the compact JSON form.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];
}

/// <summary>Why an item is in a reading.</summary>
/// <param name="Item">Id of the statement, actor, place, time or assertion.</param>
/// <param name="Step">The step and rule or model that made it ("statements/model", "statements/post-signature").</param>
/// <param name="Reason">For people: what was seen, with the features that weighed most.</param>
public sealed record Explanation(string Item, string Step, string Reason);
