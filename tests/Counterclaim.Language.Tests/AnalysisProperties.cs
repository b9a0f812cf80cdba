using CsCheck;

namespace Counterclaim.Language.Tests;

public sealed class AnalysisProperties
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private static readonly Gen<string> Pieces = OneOf(
        "The", "rebels", "U.S.", "Mr.", " ", "\n", "\n\n", "\r\n", "\"", "“", "”", "'", "’s", "n't", "...", "…", ".", "!", "?", "(", ")", "[4]", "-", "—",
        "5,000", "3.5", "Nov.", "@x", "#y", "https://x.example/", "🙂", "\uD800", "\uDC00", "\u00AD", "\u200F", "\u202E", "\u0301", "é", "Київ", "العربية", "中文", "\0", "\t");

    private static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces.Array[0, 60].Select(string.Concat), Gen.String[0, 120]);

    [Fact]
    public void Every_visible_character_lies_in_exactly_one_token_and_sentences_part_the_tokens() => Texts.Sample(text =>
    {
        var analysis = Analyzer.Analyze(text);
        var at = 0;
        foreach (var token in analysis.Tokens)
        {
            Assert.True(token.Start >= at && token.Length > 0);
            Assert.True(string.IsNullOrWhiteSpace(text[at..token.Start]));
            Assert.DoesNotContain(token.In(text).ToString(), char.IsWhiteSpace);
            at = token.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        at = 0;
        foreach (var sentence in analysis.Sentences)
        {
            Assert.Equal(at, sentence.Start);
            Assert.False(sentence.IsEmpty);
            at = sentence.End;
        }
        Assert.Equal(analysis.TokenCount, at);
    });

    [Fact]
    public void Every_sentence_is_one_tree() => Texts.Sample(text =>
    {
        var analysis = Analyzer.Analyze(text);
        foreach (var sentence in analysis.Sentences)
        {
            var roots = 0;
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                if (analysis.Heads[i] < 0) roots++;
                var steps = 0;
                for (var up = i; up >= 0; up = analysis.Heads[up]) Assert.True(sentence.Contains(up) && steps++ <= sentence.Count);
            }
            Assert.Equal(1, roots);
        }
    });

    [Theory]
    [InlineData("\"", 1_000_000)]
    [InlineData("a", 10_000_000)]
    [InlineData(".", 1_000_000)]
    [InlineData("x.", 20_000)]
    [InlineData("'a", 20_000)]
    [InlineData("http://", 200_000)]
    [InlineData("\uD800", 200_000)]
    [InlineData("\u202E", 1_000_000)]
    [InlineData("1-", 20_000)]
    [InlineData("the rebels said ", 10_000)]
    [InlineData("A. ", 20_000)]
    [InlineData("(\n", 50_000)]
    public void Hostile_text_costs_linear_time(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var analysis = Analyzer.Analyze(text);
        Assert.True(analysis.TokenCount > 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }
}
