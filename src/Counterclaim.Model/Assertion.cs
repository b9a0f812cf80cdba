namespace Counterclaim.Model;

/// <summary>One proposition of a report, inside a statement's content or in the publisher's own voice.</summary>
/// <param name="Span">The clause that asserts it.</param>
/// <param name="Voice">Attributed exactly when <see cref="Statement"/> is set.</param>
public sealed record Assertion(string Id, TextSpan Span, Voice Voice)
{
    /// <summary>Id of the innermost statement whose content holds the clause.</summary>
    public string? Statement { get; init; }

    /// <summary>"control", "casualties"… (docs/kinds.md); null for a clause of no known kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Id of the actor that does or holds it.</summary>
    public string? Agent { get; init; }

    /// <summary>The words that say who does or holds it, whether or not they name an actor.</summary>
    public TextSpan? AgentSpan { get; init; }

    /// <summary>Id of the actor it is done to.</summary>
    public string? Patient { get; init; }

    /// <summary>The words that say to whom or what it is done ("a grain store"), whether or not they name an actor.</summary>
    public TextSpan? PatientSpan { get; init; }

    /// <summary>Id of the place it is about.</summary>
    public string? Place { get; init; }

    /// <summary>Id of the time it happened or holds.</summary>
    public string? Time { get; init; }

    public Quantity? Quantity { get; init; }

    /// <summary>Where it stands on the scale of its kind ("attacker in part", "under way").</summary>
    public string? Position { get; init; }

    public Polarity Polarity { get; init; } = Polarity.Positive;

    public Certainty Certainty { get; init; } = Certainty.Certain;

    /// <summary>Words inside the clause that judge while they tell (docs/loaded-words.md).</summary>
    public IReadOnlyList<LoadedWord> Loaded { get; init; } = [];
}

/// <summary>A word, or a phrase in quotation marks, that judges while it tells.</summary>
/// <param name="Category">"judgement", "emotion", "label", "claim", "euphemism", "intensifier" or "scare quote"; null where not known.</param>
/// <param name="Reason">For people, in a few words; null where not known.</param>
public readonly record struct LoadedWord(TextSpan Span, string? Category, string? Reason);

public enum Voice
{
    Attributed,

    /// <summary>The publisher's.</summary>
    Own,
}

public enum Polarity
{
    Positive,
    Negative,
}

public enum Certainty
{
    Certain,
    Probable,
    Possible,

    /// <summary>Said of an open condition ("if", "would").</summary>
    Hypothetical,

    /// <summary>Said of what is known not to have come about ("would have").</summary>
    Counterfactual,
}

/// <summary>A count or measure.</summary>
/// <param name="Value">The figure; the lower end where the text gives a range.</param>
/// <param name="Approximate">"about", "dozens", "nearly".</param>
/// <param name="Unit">"armored vehicle", "killed", "km"; null where none is said.</param>
public sealed record Quantity(double Value, bool Approximate, string? Unit)
{
    /// <summary>"at least" and "more than" give a lower bound, "up to" an upper one.</summary>
    public QuantityBound Bound { get; init; } = QuantityBound.Exact;

    /// <summary>Upper end where the text gives a range.</summary>
    public double? To { get; init; }
}

public enum QuantityBound
{
    Exact,
    AtLeast,
    AtMost,
}
