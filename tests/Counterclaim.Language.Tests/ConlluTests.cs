using Counterclaim.Language.Conllu;

namespace Counterclaim.Language.Tests;

public sealed class ConlluTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    private const string Text = "\"We can't leave,\" Orla Vane said in Marish.\n\nThe governor's aide\tdid not reply: 3,000 men stayed…";

    private static string Written(Analysis analysis)
    {
        var writer = new StringWriter();
        ConlluWriter.Write(writer, analysis, "marish");
        return writer.ToString();
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_tokens_tags_and_trees()
    {
        var analysis = Analyzer.Analyze(Text);
        var read = ConlluReader.Read(new StringReader(Written(analysis)));
        Assert.Equal(analysis.Sentences.ToArray(), read.Sentences);
        Assert.Equal(Enumerable.Range(0, analysis.TokenCount).Select(i => analysis.Form(i).ToString()), read.Forms);
        Assert.Equal(Enumerable.Range(0, analysis.TokenCount).Select(analysis.Lemma), read.Lemmas);
        Assert.Equal(analysis.Upos.ToArray().Select(UniversalNames.Of), read.Upos);
        Assert.Equal(Enumerable.Range(0, analysis.TokenCount).Select(analysis.Features), read.Features.Select(f => f ?? ""));
        Assert.Equal(analysis.Heads.ToArray(), read.Heads);
        Assert.Equal(analysis.Deprels.ToArray().Select(UniversalNames.Of), read.Deprels);
        Assert.Equal(["marish"], read.DocumentIds);
    }

    [Fact]
    public void Given_tokens_and_sentences_are_kept()
    {
        var read = ConlluReader.Read(new StringReader(Written(Analyzer.Analyze(Text))));
        var again = Analyzer.Analyze(read.Text, read.Tokens, read.Sentences);
        Assert.Equal(read.Tokens, again.Tokens.ToArray());
        Assert.Equal(read.Sentences, again.Sentences.ToArray());
    }

    [Fact]
    public void Every_line_has_ten_columns_and_every_sentence_its_comments()
    {
        var written = Written(Analyzer.Analyze(Text));
        Assert.DoesNotContain('\r', written);
        foreach (var sentence in written.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = sentence.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Contains(lines, line => line.StartsWith("# sent_id = marish-", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.StartsWith("# text = ", StringComparison.Ordinal));
            Assert.All(lines.Where(line => line[0] != '#'), line => Assert.Equal(10, line.Split('\t').Length));
        }
        Assert.Contains("\tSpaceAfter=No\n", written);
    }

    [Fact]
    public void Multiword_and_empty_tokens_become_words_with_their_share_of_the_text()
    {
        const string conllu = "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n"
            + "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";
        var read = ConlluReader.Read(new StringReader(conllu));
        Assert.Equal("don't!", read.Text);
        Assert.Equal(["do", "n't", "!"], read.Tokens.Select(t => t.In(read.Text).ToString()));
    }

    [Fact]
    public void Words_written_as_one_stand_under_their_multiword_token()
    {
        var lines = Written(Analyzer.Analyze("Vane's crew can't leave, and the rebels' boats cannot either.")).Split('\n');
        Assert.Equal(["1-2\tVane's", "4-5\tcan't", "10-11\trebels'", "13-14\tcannot"],
            lines.Where(l => l.Length > 0 && char.IsAsciiDigit(l[0]) && l.Split('\t')[0].Contains('-')).Select(l => string.Join('\t', l.Split('\t')[..2])));
        Assert.Equal("5\tn't", string.Join('\t', lines.Single(l => l.StartsWith("5\t", StringComparison.Ordinal)).Split('\t')[..2]));
    }

    [Theory]
    [InlineData("1\tonly\tthree\n\n", "line 1")]
    [InlineData("1\ta\t_\t_\t_\t_\t7\tdep\t_\t_\n\n", "head")]
    [InlineData("2\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "out of order")]
    [InlineData("x\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "'x'")]
    public void What_is_not_CoNLL_U_is_named_with_its_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ConlluReader.Read(new StringReader(text))).Message);
}
