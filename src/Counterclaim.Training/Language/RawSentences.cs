using Counterclaim.Language;
using Counterclaim.Language.Models;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Training.Language;

/// <summary>Splits texts that nobody has split, as the analyzer does.</summary>
internal sealed class RawSentences
{
    private readonly SentenceSplitter _splitter = SentenceSplitter.From(ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", SentenceSplitter.FileName)));

    /// <summary>The tokens of every sentence of so many tokens at least and at most.</summary>
    public IEnumerable<TextSpan[]> Of(string text, int shortest, int longest)
    {
        var tokens = new List<TextSpan>();
        var ranges = new List<TokenRange>();
        var whole = new TextSpan(0, text.Length);
        Tokenizer.Tokenize(text, whole, tokens);
        _splitter.Split(text, whole, tokens, 0, ranges, new TokenLooks());
        return ranges.Where(r => r.Count >= shortest && r.Count <= longest).Select(r => tokens.GetRange(r.Start, r.Count).ToArray());
    }
}
