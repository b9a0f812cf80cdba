using Counterclaim.Cli.Commands;

namespace Counterclaim.Cli.Tests;

public class ParseTests
{
    /// <summary>Whoever compares trees needs all characters: those of furniture and drawn rules too.</summary>
    [Fact]
    public async Task Every_character_of_a_text_is_printed()
    {
        const string text = "Share this page\n\n-----------\n\nThe harbour of Marish can't be held, its governor's aides said on Monday.\n\n=====\n\n"
            + "Nobody left the town before the evening, and the bridge stood.\n\nRead more: Ferry lost\nSign up for our newsletter\n* * *\n";
        var run = await CommandRun.OfAsync(["parse", "-"], text);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var printed = run.Output.Split('\n').Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).SelectMany(l => l["# text = ".Length..]);
        Assert.Equal(Visible(text), Visible(printed));
    }

    private const string Given = """
        # global comment
        # newdoc id = letter
        # newpar
        # sent_id = letter-a
        # text = Vane can't leave.
        1	Vane	_	_	_	_	_	_	_	Gloss=x|NER=O
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	_	_	_	_	_	_	_
        3	n't	not	_	_	_	_	_	_	_
        4	leave	_	_	_	_	_	_	_	SpaceAfter=No
        4.1	now	_	_	_	_	_	_	_	_
        5	.	_	_	_	_	_	_	_	_

        1	It	_	_	_	_	_	_	_	_
        2	is	_	_	_	_	_	_	_	SpaceAfter=No
        3	…	_	_	_	_	_	_	_	_


        """;

    [Fact]
    public async Task Given_tokens_keep_their_lines()
    {
        var run = await CommandRun.OfAsync(["parse", "--input", "conllu", "-"], Given);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n');
        Assert.Equal(Given.Split('\n').Where(l => l.StartsWith('#') || l.StartsWith("2-3", StringComparison.Ordinal)),
            lines.Where(l => (l.StartsWith('#') && l is not ("# sent_id = 2" or "# text = It is…")) || l.StartsWith("2-3", StringComparison.Ordinal)));
        Assert.Contains("# sent_id = 2", lines);
        Assert.Contains("# text = It is…", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("4.1", StringComparison.Ordinal));
        Assert.Equal("NER=B-PER|Gloss=x", lines.Single(l => l.StartsWith("1\tVane", StringComparison.Ordinal)).Split('\t')[^1]);
        Assert.All(lines.Where(l => l.Length > 0 && l[0] != '#'), l => Assert.Equal(10, l.Split('\t').Length));
        Assert.Equal(["Vane", "ca", "n't", "leave", ".", "It", "is", "…"],
            lines.Select(l => l.Split('\t')).Where(c => c.Length == 10 && !c[0].Contains('-', StringComparison.Ordinal)).Select(c => c[1]));
    }

    [Fact]
    public async Task The_fast_model_prints_the_same_but_for_names()
    {
        const string text = "Governor Orla Vane left Warsaw on 5 May, the Marish Daily said.\n";
        var (accurate, fast) = (await CommandRun.OfAsync(["parse", "-"], text), await CommandRun.OfAsync(["parse", "--model", "fast", "-"], text));
        static IEnumerable<string> WithoutNames(string output) => output.Split('\n').Select(line => string.Join('\t', line.Split('\t').Take(9)));
        Assert.Equal((0, ""), (fast.ExitCode, fast.Error));
        Assert.Equal(WithoutNames(accurate.Output), WithoutNames(fast.Output));
        Assert.Contains("NER=B-PER", fast.Output);
        Assert.Equal(2, (await CommandRun.OfAsync(["parse", "--model", "slow", "-"], text)).ExitCode);
    }

    [Fact]
    public async Task Names_are_printed_alone_and_on_tokens_given()
    {
        const string gold = "# doc = one\nOrla\tB-PER\nVane\tI-PER\nleft\tO\nMarish\tB-LOC\n.\tO\n\n# doc = two\nSo\tO\ndid\tO\nhe\tO\n\n";
        var run = await CommandRun.OfAsync(["parse", "--input", "bio", "--format", "bio", "-"], gold);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(gold.Split('\n').Select(l => l.Split('\t')[0]), run.Output.Split('\n').Select(l => l.Split('\t')[0]));
        Assert.Contains("Orla\tB-PER\nVane\tI-PER\n", run.Output);
    }

    [Fact]
    public async Task Plain_text_is_printed_to_the_letter_with_its_paragraphs()
    {
        const string text = "Headline without a stop\n\nVane  left. She didn't\nsay why.\u0001\n\n\n\u2066One\u2069 more.";
        var run = await CommandRun.OfAsync(["parse", "--input", "text", "-"], text);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n');
        Assert.Equal(3, lines.Count(l => l == "# newpar"));
        var printed = lines.Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).Select(l => l["# text = ".Length..]).ToList();
        Assert.Equal(Visible(text).Replace('\u0001', '\uFFFD'), Visible(string.Concat(printed)));
        Assert.All(printed, t => Assert.DoesNotContain("  ", t));
    }

    [Theory]
    [InlineData("conllu", "1\tonly\tthree\n\n", "line 1")]
    [InlineData("bio", "word\n", "line 1")]
    public async Task What_cannot_be_read_is_named(string input, string given, string expected)
    {
        var run = await CommandRun.OfAsync(["parse", "--input", input, "-"], given);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error);
    }

    [Theory]
    [InlineData("aa\n\nbb cc", 8, "aa\n\nbb |cc")]
    [InlineData("aaaa\n\nbb cc", 8, "aaaa\n\n|bb cc")]
    [InlineData("aaaaaaa🙂bb", 8, "aaaaaaa|🙂bb")]
    [InlineData("abcdefgh", 8, "abcdefgh")]
    [InlineData("", 8, "")]
    public void A_long_text_is_cut_where_it_costs_least(string text, int longest, string expected) =>
        Assert.Equal(expected, string.Join('|', TextPieces.Read(new StringReader(text), longest)));

    private static string Visible(IEnumerable<char> text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
