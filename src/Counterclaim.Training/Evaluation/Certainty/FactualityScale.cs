using Counterclaim.Model;

namespace Counterclaim.Training.Evaluation.Certainty;

/// <summary>Our five degrees with polarity and tense as numbers on the scale from −3 to 3 of the factuality corpora.</summary>
/// <remarks>
/// Two scales, because the corpora asked two questions. Most ask what the author is committed to (UW, MEANTIME, CommitmentBank, RP; FactBank's
/// CT, PR, PS and U are 3, 2, 1 and 0): what is sure to come counts as sure. UDS-IH2 asks whether it happened: what is still to come did
/// not. The numbers are the means, to a tenth, of what people gave to the events in which we see the degree, on UW:train and UDS_IH2:train.
/// </remarks>
public static class FactualityScale
{
    public static bool AsksWhetherItHappened(string split) => split.StartsWith("UDS", StringComparison.Ordinal);

    /// <param name="ahead">Whether it is told as yet to come.</param>
    public static double Commitment(Polarity polarity, Model.Certainty certainty, bool ahead) => (polarity, certainty) switch
    {
        (Polarity.Positive, Model.Certainty.Certain) => ahead ? 2.5 : 2.7,
        (Polarity.Positive, Model.Certainty.Probable) => 2.2,
        (Polarity.Positive, Model.Certainty.Possible) => 1.4,
        (Polarity.Positive, Model.Certainty.Hypothetical) => 1.6,
        (Polarity.Positive, Model.Certainty.Counterfactual) => 0.8,
        (_, Model.Certainty.Certain) => -1.2,
        (_, Model.Certainty.Probable) => -0.4,
        (_, Model.Certainty.Possible) => -0.9,
        _ => -0.7,
    };

    /// <remarks>Asked whether what is denied happened, half of the people answered no and half, about the denial, yes.</remarks>
    /// <inheritdoc cref="Commitment"/>
    public static double Happened(Polarity polarity, Model.Certainty certainty, bool ahead) => (polarity, certainty) switch
    {
        (Polarity.Positive, Model.Certainty.Certain) => ahead ? -1.8 : 2,
        (Polarity.Positive, Model.Certainty.Probable) => ahead ? -1.5 : 1.3,
        (Polarity.Positive, Model.Certainty.Possible) => ahead ? -2 : -0.6,
        (Polarity.Positive, Model.Certainty.Hypothetical) => ahead ? -1.9 : -0.9,
        (Polarity.Positive, Model.Certainty.Counterfactual) => -0.4,
        (_, Model.Certainty.Certain) => ahead ? -1.4 : 0.2,
        (_, Model.Certainty.Hypothetical) => -1.1,
        _ => 0,
    };
}
