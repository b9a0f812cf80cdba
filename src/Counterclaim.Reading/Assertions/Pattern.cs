using Counterclaim.Model;

namespace Counterclaim.Reading.Assertions;

/// <summary>A kind of assertion, with the patterns that find it.</summary>
/// <param name="Question">The question its assertions answer, with slots in braces.</param>
/// <param name="Scale">Positions in order; empty where the kind has no scale.</param>
public sealed record AssertionKind(string Name, string Question, IReadOnlyList<string> Scale, IReadOnlyList<Pattern> Patterns);

/// <summary>How one kind of assertion is worded: a trigger word and what must or may stand around it.</summary>
public sealed record Pattern(string Kind, string Name, TriggerTag Tag, IReadOnlyList<Trigger> Triggers, IReadOnlyList<Constraint> Constraints)
{
    /// <summary>On the scale of the kind.</summary>
    public string? Position { get; init; }

    /// <summary>PLOVER 2021 event type, with the CAMEO code in front of which it stands.</summary>
    public string? Code { get; init; }

    /// <summary>The kind is done by speaking: the word that attributes ("accused", "urged", "threatened") does it itself.</summary>
    public bool IsSpoken { get; init; }

    /// <summary>Fixed unit of the count; null to take the noun that is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The pattern states the opposite of its position ("denied reports that").</summary>
    public bool Negative { get; init; }

    /// <summary>The wording needs a quantifier ("has few shells"), which states its position and denies nothing.</summary>
    public bool Quantified { get; init; }

    /// <summary>The most certain the pattern can be.</summary>
    public Certainty Certainty { get; init; } = Certainty.Certain;

    public IReadOnlyList<PatternExample> Examples { get; init; } = [];

    public string Id => Kind + "." + Name;
}

public enum TriggerTag : byte
{
    Verb,
    Noun,
    Adjective,
    Any,
}

/// <summary>A trigger word, with particles or words that must depend on it ("cut off", "break through").</summary>
public readonly record struct Trigger(string Lemma, IReadOnlyList<string> With);

/// <summary>What must, may or must not stand at the end of a path from the trigger.</summary>
/// <param name="Slot">The slot it fills; <see cref="Slot.None"/> for a bare condition.</param>
/// <param name="Ways">Alternatives, in order of preference.</param>
public sealed record Constraint(Slot Slot, Presence Presence, IReadOnlyList<Way> Ways);

/// <summary>A path from the trigger and what must stand at its end.</summary>
/// <param name="Path">Steps.</param>
/// <param name="Accepts">Lemmas, and names of classes after an at sign; empty for anything.</param>
public sealed record Way(IReadOnlyList<string> Path, IReadOnlyList<string> Accepts);

public enum Slot : byte
{
    None,
    Agent,
    Patient,
    Place,
    Count,
}

public enum Presence : byte
{
    Required,
    Optional,
    Forbidden,
}

/// <summary>A sentence that the pattern must find, or must leave alone.</summary>
/// <param name="Expected">Slot or property and its text ("place" → "Velm"); null where nothing may be found.</param>
public sealed record PatternExample(string Sentence, IReadOnlyDictionary<string, string>? Expected, int Line);
