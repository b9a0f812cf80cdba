using Counterclaim.Language.Models;

namespace Counterclaim.Language.Morphology;

/// <summary>Lemmas and morphological features, read from joint tags, forms and trees by the tables of models/lemmas.bin.</summary>
/// <remarks>
/// The one seam to the tagger is the list of its joint tags' names ("VERB VBD"), given to <see cref="From"/>; the indexes given to
/// <see cref="Describe"/> are into that list. Nothing else of the tagger is known here, and neither is trained with the other.
/// </remarks>
internal sealed class MorphologyModel
{
    public const string FileName = "lemmas.bin";

    private readonly TagInventory _tags;
    private readonly byte[] _tagOf;
    private readonly Lemmatizer _lemmatizer;
    private readonly BackoffTable _features;

    public MorphologyModel(TagInventory tags, IReadOnlyList<string> taggerTags, Lemmatizer lemmatizer, BackoffTable features, string[] featureNames)
    {
        _tags = tags;
        _tagOf = tags.MapFrom(taggerTags);
        _lemmatizer = lemmatizer;
        _features = features;
        FeatureNames = featureNames;
    }

    /// <summary>The sets of features there are, as CoNLL-U writes them; the first is empty.</summary>
    public string[] FeatureNames { get; }

    /// <param name="taggerTags">The joint tags of the tagger in use, universal and Penn Treebank tag with a space between.</param>
    public static MorphologyModel From(ModelFile file, IReadOnlyList<string> taggerTags) => new(new TagInventory(file.Lines("tags")), taggerTags,
        Lemmatizer.From(file), new BackoffTable(HashTable16.From(file, "feats")), ["", .. file.Lines("features")]);

    /// <summary>Sets the lemmas and features of one sentence, or of one part of a very long one, whose heads and relations are known.</summary>
    /// <param name="tags">The joint tag of each of its tokens, as an index into the tagger's list.</param>
    public void Describe(AnalysisData data, TokenRange sentence, ReadOnlySpan<byte> tags, WordSequence words, LemmaCache cache)
    {
        words.Read(data.Text, data.Tokens.AsSpan(sentence.Start, sentence.Count));
        for (var i = 0; i < words.Count; i++)
        {
            var token = sentence.Start + i;
            words.Tag[i] = _tagOf[tags[i]];
            words.Head[i] = data.Heads[token] < sentence.Start ? -1 : data.Heads[token] - sentence.Start;
            words.Relation[i] = data.Deprels[token];
        }
        words.Link(_tags);
        for (var i = 0; i < words.Count; i++)
        {
            var token = sentence.Start + i;
            data.Lemmas[token] = _lemmatizer.Lemma(words, i, data.Form(token), cache);
            data.Features[token] = Features(words, i);
        }
    }

    /// <summary>The features of a word of a sentence that has been read and linked, as an index into <see cref="FeatureNames"/>.</summary>
    public ushort Features(WordSequence words, int i)
    {
        var keys = new KeyList(stackalloc uint[KeyList.Most]);
        FeatureKeys.Fill(words, i, _tags.Kind[words.Tag[i]], ref keys);
        return _features.Lookup(keys.Keys, 0);
    }
}
