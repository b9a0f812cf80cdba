using System.Diagnostics;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Quotes;
using CsCheck;

namespace Counterclaim.Reading.Tests.Statements;

public class QuoteStructureTests
{
    private static readonly string[] Pieces =
    [
        "\"", "“", "”", "'", "’", "‘", "«", "»", "„", "‚", "''", "`", " ", "a", "don’t", ".", ", ", "\n", "\n\n", "É", "🚀", "\ud800",
    ];

    private static readonly Gen<string> Quoted = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat);

    [Theory]
    [InlineData("He said \"it holds\" twice.", "\"it holds\"")]
    [InlineData("He said “it holds” twice.", "“it holds”")]
    [InlineData("Elle a dit « cela tient » hier.", "« cela tient »")]
    [InlineData("Er sagte „es hält“ gestern.", "„es hält“")]
    [InlineData("Er sagte »es hält« gestern.", "»es hält«")]
    [InlineData("He said ''it holds'' twice.", "''it holds''")]
    [InlineData("He said ``it holds'' twice.", "``it holds''")]
    [InlineData("He said 'it holds' twice.", "'it holds'")]
    [InlineData("The guards' post isn't theirs; it's the mayor's.", "")]
    [InlineData("It was the summer of ’98 and the guards’ post held.", "")]
    [InlineData("“He called it ‘a trick’ twice,” she said.", "“He called it ‘a trick’ twice,”|‘a trick’")]
    [InlineData("\"We stay,\" he said. \"We don't leave.\"", "\"We stay,\"|\"We don't leave.\"")]
    [InlineData("\"We stay,” he said.", "\"We stay,”")]
    [InlineData("(\"We stay\")—\"for good\"", "\"We stay\"|\"for good\"")]
    [InlineData("Elle a dit ‹ cela tient › hier.", "‹ cela tient ›")]
    [InlineData("彼は「持ちこたえる」と言った。", "「持ちこたえる」")]
    [InlineData("He is 5'10\" tall and said \"it holds\" twice.", "\"it holds\"")]
    [InlineData("The ’90s and ’20s guards’ posts' gates.", "")]
    [InlineData("“We go, he said. “We stay,” she said.", "“We go, he said.|“We stay,”")]
    [InlineData("\"It holds, he said. Then he left. \"We stay,\" she said.", "\"It holds, he said.|\"We stay,\"")]
    [InlineData("We go,\" he said. \"We stay,\" she said.", "\"We stay,\"")]
    public void Pairs_the_marks_of_a_line(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Find(text).Select(p => p.Span.In(text).ToString())));

    [Fact]
    public void A_passage_goes_on_in_a_paragraph_that_opens_with_a_mark_again()
    {
        const string text = "“We stay.\n“We do not leave,” he said.";
        var passages = Find(text);
        Assert.Equal(["“We stay.", "“We do not leave,”"], passages.Select(p => p.Span.In(text).ToString()));
        Assert.True(passages[0].Continues);
        Assert.True(passages[1].Continued);
    }

    [Fact]
    public void An_unclosed_mark_in_the_middle_reaches_to_the_end_of_its_sentence()
    {
        const string text = "He spoke of \"a trick. Nobody answered.\nThe next day it rained.";
        Assert.Equal("\"a trick.", Assert.Single(Find(text)).Span.In(text).ToString());
    }

    [Fact]
    public void An_unclosed_mark_at_the_start_reaches_to_the_end_of_its_paragraph()
    {
        const string text = "“We stay. We do not leave.\nThe next day it rained.";
        Assert.Equal("“We stay. We do not leave.", Assert.Single(Find(text)).Span.In(text).ToString());
    }

    [Fact]
    public void Passages_lie_in_their_paragraphs_in_order_and_nest() => Quoted.Sample(text =>
    {
        var ends = new Stack<int>();
        var before = 0;
        foreach (var passage in Find(text))
        {
            Assert.InRange(passage.Span.Start, before, text.Length);
            Assert.False(passage.Span.IsEmpty);
            Assert.DoesNotContain('\n', passage.Span.In(text).ToString());
            before = passage.Span.Start;
            while (ends.TryPeek(out var end) && end <= passage.Span.Start) ends.Pop();
            if (ends.TryPeek(out var outer)) Assert.True(passage.Span.End <= outer);
            ends.Push(passage.Span.End);
        }
    });

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("'")]
    [InlineData("'a' ")]
    [InlineData("“a ")]
    [InlineData("\"\n")]
    public void A_million_marks_take_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000));
        var watch = Stopwatch.StartNew();
        Find(text);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed}");
    }

    private static List<QuotedPassage> Find(string text)
    {
        var paragraphs = new List<TextSpan>();
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            paragraphs.Add(new TextSpan(start, end));
        }
        return QuoteStructure.Find(text, paragraphs);
    }
}
