namespace Counterclaim.Language.Conllu;

/// <summary>Names as tags of tokens.</summary>
internal static class NameTags
{
    /// <summary>"B-PER" for the first token of a name, "I-PER" for the others, null outside names.</summary>
    public static string?[] Of(Analysis analysis)
    {
        var tags = new string?[analysis.TokenCount];
        foreach (var name in analysis.Names)
        {
            for (var i = name.Tokens.Start; i < name.Tokens.End; i++)
                tags[i] = (i == name.Tokens.Start ? "B-" : "I-") + UniversalNames.Of(name.Kind);
        }
        return tags;
    }
}
