namespace Counterclaim.Language.Names;

/// <summary>Puts together the names of bodies that the largest corpus of news names, and so the network, cuts where a place or people is named within:
/// "University of | Manchester", "European | Union".</summary>
internal static class WholeNames
{
    /// <param name="names">In text order.</param>
    public static NamedEntity[] Of(AnalysisData data, NamedEntity[] names)
    {
        var whole = new List<NamedEntity>(names.Length);
        foreach (var name in names)
        {
            if (whole.Count > 0 && AreOne(data, whole[^1], name)) whole[^1] = new NamedEntity(whole[^1].Tokens with { End = name.Tokens.End }, EntityKind.Organisation);
            else whole.Add(name);
        }
        return whole.Count == names.Length ? names : [.. whole];
    }

    private static bool AreOne(AnalysisData data, NamedEntity first, NamedEntity second)
    {
        if (first.Tokens.End != second.Tokens.Start || data.SentenceOf[first.Tokens.Start] != data.SentenceOf[second.Tokens.Start]) return false;
        if (first.Kind == EntityKind.Organisation && IsOpen(data, first.Tokens.End - 1)) return MayBeWithin(second.Kind) || second.Kind == EntityKind.Organisation;
        return second.Kind == EntityKind.Organisation && MayBeWithin(first.Kind) && Modifies(data, first.Tokens, second.Tokens);
    }

    private static bool MayBeWithin(EntityKind kind) => kind is EntityKind.Location or EntityKind.Facility or EntityKind.Group or EntityKind.Person;

    /// <summary>No name ends with "of" or "for the".</summary>
    private static bool IsOpen(AnalysisData data, int last) => data.Tokens[last].In(data.Text) is "of" or "for" or "the" or "and";

    /// <summary>The first belongs to the second as a modifier, and not as its owner ("Tunisia's Electoral Commission").</summary>
    private static bool Modifies(AnalysisData data, TokenRange first, TokenRange second)
    {
        if (data.Upos[second.Start] is Upos.Part or Upos.Punct) return false;
        for (var token = first.Start; token < first.End; token++)
            if (second.Contains(data.Heads[token]) && data.Deprels[token] is Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.Nmod) return true;
        return false;
    }
}
