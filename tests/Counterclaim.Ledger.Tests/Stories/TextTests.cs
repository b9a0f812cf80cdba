using System.Diagnostics;
using CsCheck;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Tests.Stories;

public class TextTests
{
    [Fact]
    public void Words_stand_in_sentences_and_paragraphs_and_abbreviations_end_none()
    {
        var words = ReportWords.Of(Texts.Of("a", ["Gen. Ilsa Corveth met U.S. envoys. “We agreed,” she said. Talks go on.", "Nothing more is known."]).Report);
        Assert.Equal((18, 4, 2), (words.Count, words.Sentences.Count, words.Paragraphs.Count));
        Assert.Equal([7, 8], Enumerable.Range(0, words.Count).Where(words.IsQuoted).Select(w => w));
    }

    [Fact]
    public void Two_texts_with_a_long_run_of_words_in_common_share_a_mark()
    {
        var word = Gen.Char['a', 'z'].Array[3, 8].Select(c => new string(c));
        Gen.Select(word.Array[0, 200], word.Array[TextMarks.Run + TextMarks.Window - 1, 60], word.Array[0, 200], word.Array[0, 200]).Sample((before, common, after, other) =>
        {
            var one = ReportWords.Of(Texts.Of("a", [string.Join(' ', [.. before, .. common, .. after])]).Report);
            var two = ReportWords.Of(Texts.Of("b", [string.Join(", ", [.. other, .. common.Select(w => w.ToUpperInvariant())])]).Report);
            Assert.True(TextMarks.Of(one).Intersect(TextMarks.Of(two)).Any());
        }, iter: 300);
    }

    [Fact]
    public void Marks_are_few()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"word{i * 7919 % 4001}"));
        Assert.InRange(TextMarks.Of(ReportWords.Of(Texts.Of("a", [text]).Report)).Count, 300, 700);
    }

    [Fact]
    public void An_edited_copy_a_shortened_one_a_later_version_and_a_quotation_are_told_apart()
    {
        string[] edited = [Texts.Wire[0].Replace("some two hundred", "about 200", StringComparison.Ordinal), .. Texts.Wire[1..], "Our correspondent adds that the harbour at Orrin stayed shut all day long."];
        var copy = Tie(Texts.Wire, edited)!;
        Assert.Equal((TextRelation.Copy, 1), (copy.Relation, copy.Added));
        Assert.StartsWith("same wire text, 8", copy.InWords(), StringComparison.Ordinal);
        var shortened = Tie(Texts.Wire, Texts.Wire[..1])!;
        Assert.Equal((TextRelation.Copy, "shortened from the same wire text, 100 % of it"), (shortened.Relation, shortened.InWords()));
        Assert.Equal("later version of the same page: 1 paragraph added", Tie(Texts.Wire, edited, samePage: true)!.InWords());
        string[] quoting = ["Relatives waited at the harbour gate through a second night of rain.", Texts.Wire[2], "A list of names went up at the town hall towards the evening, handwritten and wet.", "Nobody from the ministry came, and the priest read the names aloud himself."];
        var part = Tie(Texts.Wire, quoting)!;
        Assert.Equal((TextRelation.Part, "one sentence in common"), (part.Relation, part.InWords()));
        Assert.Null(Tie(Texts.Wire, ["The coast guard said that the strait was calm on Monday.", "Passengers on other ferries waited."]));
    }

    [Fact]
    public void Hostile_texts_cost_bounded_time()
    {
        var clock = Stopwatch.StartNew();
        foreach (var text in (string[])[new('"', 1_000_000), string.Concat(Enumerable.Repeat(". a", 400_000)), new('x', 5_000_000), string.Concat(Enumerable.Repeat("a ", 1_000_000)), string.Concat(Enumerable.Repeat("\ud800.\u202e", 300_000))])
        {
            var words = ReportWords.Of(Texts.Of("a", [text]).Report);
            Assert.True(words.Count <= ReportWords.Most);
            TextOverlap.Of(words, words);
            TextMarks.Of(words);
        }
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
    }

    private static TextTie? Tie(string[] earlier, string[] later, bool samePage = false) =>
        TextTie.Of(TextOverlap.Of(ReportWords.Of(Texts.Of("later", later).Report), ReportWords.Of(Texts.Of("earlier", earlier).Report)), samePage);
}
