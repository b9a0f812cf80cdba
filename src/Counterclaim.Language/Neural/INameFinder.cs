using Counterclaim.Language.Tagging;

namespace Counterclaim.Language.Neural;

/// <summary>Finds the names in the words that <see cref="LanguageNetwork"/> has tagged.</summary>
internal interface INameFinder
{
    /// <summary>Takes up the forms that are new. Before the states are made, which makes them known.</summary>
    void ReadForms(EncoderSpace space);

    /// <summary>Finds the names in the words tagged; their tags and scores stay in the space. May think better of the parts of speech, which the trees then
    /// build on.</summary>
    /// <param name="tags">The tags of the language network.</param>
    void Read(NetworkSpace space, TagSet tags);
}
