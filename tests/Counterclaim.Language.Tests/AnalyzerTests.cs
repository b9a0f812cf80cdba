using Counterclaim.Language.Models;

namespace Counterclaim.Language.Tests;

public sealed class AnalyzerTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    [Fact]
    public void The_named_models_differ_in_names_alone()
    {
        const string text = "KYIV, Nov 10 — Governor Orla Vane of the Marish Harbour Board said on Tuesday that 40 boats had left.\n\nVane didn't say why.";
        var (accurate, fast) = (Analyzer.WithStates().Analyze(text), Analyzer.Load(AnalyzerModel.Fast).WithStates().Analyze(text));
        Assert.Equal(accurate.Tokens.ToArray(), fast.Tokens.ToArray());
        Assert.Equal(accurate.Heads.ToArray(), fast.Heads.ToArray());
        Assert.Equal(accurate.Deprels.ToArray(), fast.Deprels.ToArray());
        for (var i = 0; i < accurate.TokenCount; i++)
        {
            Assert.Equal((accurate.Xpos(i), accurate.Lemma(i), accurate.Features(i)), (fast.Xpos(i), fast.Lemma(i), fast.Features(i)));
            Assert.Equal(accurate.State(i).ToArray(), fast.State(i).ToArray());
        }
        Assert.NotEmpty(fast.Names);
    }

    [Theory]
    [InlineData("The governor said the rebels left the port.", "det(governor, The) nsubj(said, governor) root(ROOT, said) det(rebels, the) nsubj(left, rebels) ccomp(said, left) det(port, the) obj(left, port) punct(said, .)")]
    [InlineData("She did not reply.", "nsubj(reply, She) aux(reply, did) advmod(reply, not) root(ROOT, reply) punct(reply, .)")]
    [InlineData("They were driven back by soldiers.", "nsubj(driven, They) aux(driven, were) root(ROOT, driven) advmod(driven, back) case(soldiers, by) obl(driven, soldiers) punct(driven, .)")]
    public void Plain_sentences_have_their_trees(string text, string expected)
    {
        var analysis = Analyzer.Analyze(text);
        string FormOf(int i) => i < 0 ? "ROOT" : analysis.Form(i).ToString();
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, analysis.TokenCount)
            .Select(i => $"{UniversalNames.Of(analysis.Deprels[i])}({FormOf(analysis.Heads[i])}, {FormOf(i)})")));
    }

    [Fact]
    public void States_are_kept_when_asked_for_and_the_same_every_time()
    {
        const string text = "The ferry left at dawn. ***** ***** Nobody saw it, the harbour master said.";
        var keeping = Analyzer.WithStates();
        var (first, second) = (keeping.Analyze(text), keeping.Analyze(text + " And more was said of it afterwards by all of them."));
        Assert.All(Enumerable.Range(0, first.TokenCount), token => Assert.False(first.State(token).IsEmpty));
        for (var token = 0; token < first.Sentences[0].End; token++) Assert.Equal(first.State(token), second.State(token));
        Assert.True(Analyzer.Analyze(text).State(0).IsEmpty);
        Assert.Equal(Analyzer.Analyze(text).Heads, first.Heads);
    }

    [Fact]
    public void Lemmas_are_those_of_the_dictionary()
    {
        var analysis = Analyzer.Analyze("The women had said that the cities were taken, and he wasn't running.");
        Assert.Equal("the woman have say that the city be take , and he be not run .",
            string.Join(' ', Enumerable.Range(0, analysis.TokenCount).Select(analysis.Lemma)));
    }

    [Fact]
    public void Many_threads_find_the_same()
    {
        const string text = "Governor Orla Vane told the Marish Courier on Tuesday that Ukrainian and Polish engineers, who had arrived in Warsaw, "
            + "would not repair the harbour. \"It is lost,\" Vane said.\n\nThe ministry denied it…";
        string Read()
        {
            var analysis = Analyzer.Analyze(text);
            var writer = new StringWriter();
            Conllu.ConlluWriter.Write(writer, analysis, "x");
            return writer.ToString();
        }
        var expected = Read();
        Assert.All(Enumerable.Range(0, 64).AsParallel().Select(_ => Read()).ToArray(), read => Assert.Equal(expected, read));
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        const string text = "Governor Orla Vane told the Marish Courier that the harbour would not reopen before the thaw.";
        var used = Analyzer.Load().WithStates();
        // More forms than are kept, some of them often.
        for (var round = 0; round < 4; round++)
        {
            used.Analyze(text);
            used.Analyze(string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"w{round * 1500 + i}x" + (i % 20 == 19 ? "." : ""))));
        }
        var (first, later) = (Analyzer.Load().WithStates().Analyze(text), used.Analyze(text));
        for (var token = 0; token < first.TokenCount; token++) Assert.Equal(first.State(token), later.State(token));
        Assert.Equal(first.Heads, later.Heads);
        Assert.Equal(first.Names, later.Names);
    }

    [Fact]
    public void A_given_sentence_of_any_length_is_one_tree()
    {
        const int words = 20_000;
        var text = string.Concat(Enumerable.Repeat("siege ", words));
        var tokens = Enumerable.Range(0, words).Select(i => new Model.TextSpan(6 * i, 6 * i + 5)).ToArray();
        var analysis = Analyzer.Analyze(text, tokens, [new TokenRange(0, words)]);
        Assert.Equal(1, Enumerable.Range(0, words).Count(i => analysis.Heads[i] < 0));
        Assert.All(Enumerable.Range(0, words), i => Assert.NotEqual(i, analysis.Heads[i]));
    }

    [Fact]
    public void Sentences_that_do_not_part_the_tokens_are_refused() =>
        Assert.Throws<ArgumentException>(() => Analyzer.Analyze("a b", [new(0, 1), new(2, 3)], [new TokenRange(0, 1)]));

    [Fact]
    public void A_damaged_model_is_named()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a model, whatever its name may say");
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => ModelFile.Open(path)).Message);
            var model = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "language.bin"));
            File.WriteAllBytes(path, model[..(model.Length / 2)]);
            Assert.Contains("cut short", Assert.Throws<InvalidDataException>(() => ModelFile.Open(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
