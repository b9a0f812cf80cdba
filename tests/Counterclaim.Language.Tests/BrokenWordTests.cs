using Counterclaim.Language.Conllu;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;
using CsCheck;

namespace Counterclaim.Language.Tests;

/// <summary>Words broken by a hyphen at the end of a line, as in text out of PDF files.</summary>
public sealed class BrokenWordTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private static string Forms(string text)
    {
        var analysis = Analyzer.Analyze(text);
        return string.Join(' ', Enumerable.Range(0, analysis.TokenCount).Select(i => analysis.Form(i).ToString()));
    }

    [Theory]
    [InlineData("The mar-\nket closed.", "The market closed .")]
    [InlineData("The mar-\r\n   ket closed.", "The market closed .")]
    [InlineData("The mar\u00AD\nket closed.", "The market closed .")]
    [InlineData("The mar\u2010\nket closed.", "The market closed .")]
    [InlineData("The govern-\nment's plan.", "The government 's plan .")]
    [InlineData("MINISTERS LEFT THE GOVERN-\nMENT TODAY", "MINISTERS LEFT THE GOVERNMENT TODAY")]
    [InlineData("He drove to Zapori-\nzhzhia.", "He drove to Zaporizhzhia .")]
    [InlineData("A mar-\nket-based plan.", "A market - based plan .")]
    [InlineData("An ex-govern-\nment building.", "An ex-government building .")]
    public void A_broken_word_is_one_token(string text, string expected) => Assert.Equal(expected, Forms(text));

    [Theory]
    [InlineData("The Franco-\nGerman brigade left.", "The Franco - German brigade left .")]
    [InlineData("A long-\nterm plan.", "A long - term plan .")]
    [InlineData("A well-\nknown road.", "A well - known road .")]
    [InlineData("The Harlan-\nbacked forces left.", "The Harlan - backed forces left .")]
    [InlineData("The mar-\n\nket closed.", "The mar - ket closed .")]
    [InlineData("The mar- ket closed.", "The mar - ket closed .")]
    [InlineData("The road -\nopen again.", "The road - open again .")]
    [InlineData("From 10-\n12 boats.", "From 10 - 12 boats .")]
    public void Compounds_and_dashes_stay_apart(string text, string expected) => Assert.Equal(expected, Forms(text));

    [Fact]
    public void A_compound_at_the_end_of_a_line_ends_no_sentence() => Assert.Equal(1, Analyzer.Analyze("The Franco-\nGerman brigade left.").Sentences.Length);

    [Fact]
    public void The_span_is_the_text_and_what_is_shown_is_the_word()
    {
        const string text = "Governor Orla Bren-\n  nigan can't say why the mar-\nket closed, Orla Bren-\nnigan's aides said.";
        var analysis = Analyzer.Analyze(text);
        var market = Enumerable.Range(0, analysis.TokenCount).Single(i => analysis.Form(i) is "market");
        Assert.Equal("mar-\nket", analysis.Tokens[market].In(text).ToString());
        Assert.Equal(("market", Upos.Noun, "market"), (analysis.Lemma(market), analysis.Upos[market], analysis.View.Tokens[market].Text.ToString()));
        Assert.Equal("the market closed", analysis.Form(new TokenRange(market - 1, market + 2)).ToString());
        var written = new StringWriter();
        ConlluWriter.Write(written, analysis, "note");
        Assert.Contains("\tmarket\tmarket\tNOUN", written.ToString());
        Assert.DoesNotContain('\uFFFD', written.ToString());
    }

    /// <summary>Breaking words where they are one word to us changes nothing but where the tokens lie.</summary>
    [Fact]
    public void What_is_broken_is_read_as_what_is_whole() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 3]).Sample((seed, kind) =>
    {
        var breaking = kind switch { 0 => "-\n", 1 => "\u00AD\n", 2 => "-\r\n ", _ => "\u2010\n\t" };
        var random = new Random(seed);
        var words = Whole.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var letters = words[i].TakeWhile(char.IsLetter).Count();
            if (letters < 8 || random.Next(2) == 0) continue;
            var cut = random.Next(2, letters - 1);
            if (Ranks.AreOneWord(words[i].AsSpan(0, cut), words[i].AsSpan(cut, letters - cut))) words[i] = words[i][..cut] + breaking + words[i][cut..];
        }
        var text = string.Join(' ', words);
        var (whole, broken) = (Analyzer.Analyze(Whole), Analyzer.Analyze(text));
        Assert.Equal(whole.TokenCount, broken.TokenCount);
        Assert.Equal(whole.Heads.ToArray(), broken.Heads.ToArray());
        Assert.Equal(whole.Names, broken.Names);
        var covered = 0;
        for (var i = 0; i < whole.TokenCount; i++)
        {
            Assert.Equal(whole.Form(i).ToString(), broken.Form(i).ToString());
            Assert.Equal((whole.Lemma(i), whole.Xpos(i), whole.Features(i), whole.Deprels[i]), (broken.Lemma(i), broken.Xpos(i), broken.Features(i), broken.Deprels[i]));
            Assert.True(string.IsNullOrWhiteSpace(text[covered..broken.Tokens[i].Start]));
            covered = broken.Tokens[i].End;
        }
        Assert.Equal(text.Length, covered);
    }, iter: 30);

    /// <summary>Without a hyphen at the end of a line the ranks are never asked.</summary>
    [Fact]
    public void Texts_without_such_breaks_have_the_tokens_they_had() => Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf("-\n\r\u00AD\u2010 abcXY'.".ToCharArray())), 0, 60].Sample(text =>
    {
        if (Enumerable.Range(0, text.Length).Any(i => BrokenWord.IsHyphen(text[i]) && BrokenWord.NextPart(text, i) > 0)) return;
        List<TextSpan> with = [], without = [];
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), with, Ranks);
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), without);
        Assert.Equal(without, with);
    }, iter: 20_000);

    private static readonly WordRanks Ranks =
        new Neural.LanguageNetwork(Models.ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", Neural.LanguageNetwork.FileName))).Encoder.WordRanks;

    private const string Whole = "Governor Orla Vane announced yesterday that government engineers were rebuilding the northern railway station because "
        + "ammunition deliveries through Zaporizhzhia had stopped, and international observers questioned whether negotiations would continue.";
}
