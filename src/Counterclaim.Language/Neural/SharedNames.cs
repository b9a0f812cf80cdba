using Counterclaim.Language.Models;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Language.Neural;

/// <summary>Finds names by the head that was trained with the language network, on its states alone.</summary>
internal sealed unsafe class SharedNames(ModelFile language, LanguageNetwork network) : INameFinder
{
    private readonly NameChain _chain = new(language, network.StateSize);

    public void ReadForms(EncoderSpace space)
    {
        // The states say all.
    }

    public void Read(NetworkSpace space, TagSet tags)
    {
        var pieces = space.Encoder.Pieces;
        if (pieces.Words > 0) _chain.Tag(null, space.States, pieces, space.NameSpace.ReserveScores(pieces.Words), space.Names, space.NameSpace);
    }
}
