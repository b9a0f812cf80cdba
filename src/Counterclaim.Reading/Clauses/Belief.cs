using Counterclaim.Model;

namespace Counterclaim.Reading.Clauses;

/// <summary>How sure a proposition is told, and whether it is affirmed or denied.</summary>
public readonly record struct Belief(Polarity Polarity, Certainty Certainty)
{
    /// <summary>Token that makes it less than certain; −1 where it is certain, or where no one word does it.</summary>
    public int Hedge { get; init; } = -1;

    /// <summary>Token that denies it; −1 where it is affirmed.</summary>
    public int Denier { get; init; } = -1;
}

/// <summary>A belief while it is being worked out: every word in the way weakens it or turns it round.</summary>
internal struct Stance()
{
    public bool Negative;
    public Certainty Certainty;
    public int Hedge = -1;
    public int Denier = -1;

    public void Deny(int token)
    {
        Negative = !Negative;
        Denier = Negative ? token : -1;
    }

    /// <summary>The least certain wins.</summary>
    public void Weaken(Certainty certainty, int token)
    {
        if (certainty <= Certainty) return;
        Certainty = certainty;
        Hedge = token;
    }

    public void Apply(CertaintyLexicon.Effect effect, int token)
    {
        if (effect.Negates) Deny(token);
        Weaken(effect.Certainty, token);
    }

    /// <summary>Becomes what a governor makes of it, which depends on whether the governor is itself denied.</summary>
    public void Govern(CertaintyLexicon.Signature signature, int governor)
    {
        var effect = Negative ? signature.Denied : signature.Affirmed;
        if (effect.Presupposes)
        {
            this = new Stance();
            return;
        }
        Negative = effect.Negates;
        Denier = !Negative ? -1 : Denier >= 0 ? Denier : governor;
        Weaken(effect.Certainty, governor);
    }

    public readonly Belief Result => new(Negative ? Polarity.Negative : Polarity.Positive, Certainty) { Hedge = Hedge, Denier = Denier };
}
