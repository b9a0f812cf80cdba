namespace Counterclaim.Language.Tagging;

/// <summary>The joint tags a tagger chooses from.</summary>
internal sealed class TagSet
{
    /// <param name="names">One a tag: the universal and the Penn Treebank tag with a space between.</param>
    public TagSet(string[] names)
    {
        if (names.Length > 250) throw new InvalidDataException("More tags than a byte holds.");
        Names = names;
        Upos = [.. names.Select(name => UniversalNames.ParseUpos(name.Split(' ')[0]))];
        Xpos = [.. names.Select(name => name.Split(' ')[1])];
    }

    public string[] Names { get; }

    public Upos[] Upos { get; }

    public string[] Xpos { get; }
}
