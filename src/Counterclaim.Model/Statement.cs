namespace Counterclaim.Model;

/// <summary>An attribution: a holder is said to say or think a content.</summary>
/// <param name="Holder">Who says it, as the text puts it; empty where no holder is expressed.</param>
/// <param name="Cue">The words that say so; empty for a post or a transcript line without any.</param>
/// <param name="Content">What is said; may be discontinuous and cover several paragraphs.</param>
public sealed record Statement(string Id, SpanList Holder, SpanList Cue, SpanList Content)
{
    public required StatementMode Mode { get; init; }

    public required SpeechAct Act { get; init; }

    /// <summary>Id of the actor the holder stands for; null where the text leaves it open.</summary>
    public string? Actor { get; init; }

    /// <summary>Id of the actor spoken to.</summary>
    public string? Addressee { get; init; }

    /// <summary>"X", "Telegram", "press conference", a named outlet…</summary>
    public string? Channel { get; init; }

    /// <summary>Id of the time of saying.</summary>
    public string? Time { get; init; }

    /// <summary>Id of the statement whose content contains this one; null for an outermost one.</summary>
    public string? Via { get; init; }

    /// <summary>"did not say whether", "refused to say", "if he says": reported, but not asserted by the holder.</summary>
    public bool NegatedOrHypothetical { get; init; }

    /// <summary>Probability that a careful reader would have marked this statement, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

public enum StatementMode
{
    /// <summary>All of the content stands in quotation marks, or is a post.</summary>
    Direct,

    /// <summary>None of it does.</summary>
    Indirect,

    /// <summary>Some of it does.</summary>
    Mixed,
}

public enum SpeechAct
{
    Assert,
    Deny,
    Confirm,
    Respond,
    Appeal,
    Demand,
    Promise,
    Threaten,
    Predict,
    Ask,

    /// <summary>Declines to comment.</summary>
    Decline,
}
