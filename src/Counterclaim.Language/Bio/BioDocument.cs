using Counterclaim.Model;

namespace Counterclaim.Language.Bio;

/// <summary>Tokens of one document with their BIO tags.</summary>
/// <param name="Text">The tokens with one space between, sentences on lines of their own.</param>
/// <param name="Tokens">Spans of <see cref="Text"/>, UTF-16.</param>
/// <param name="Sentences">Index of the first token of every sentence, and the count of tokens.</param>
/// <param name="Tags">"B-PER", "I-PER", "O"; one a token.</param>
public sealed record BioDocument(
    string Id, string Text, IReadOnlyList<TextSpan> Tokens, IReadOnlyList<int> Sentences, IReadOnlyList<string> Tags)
{
    /// <summary>The sentences as half-open ranges of token indexes.</summary>
    public IEnumerable<TokenRange> SentenceRanges => Sentences.Zip(Sentences.Skip(1), (start, end) => new TokenRange(start, end));
}
