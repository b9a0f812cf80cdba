using System.Diagnostics;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements;
using CsCheck;

namespace Counterclaim.Reading.Tests.Statements;

public class StatementExtractorTests
{
    private static readonly Lazy<Analyzer> Analyzer = new(() => Language.Analyzer.Load().WithStates());
    private static readonly Lazy<StatementExtractor> Extractor = new(StatementExtractor.Load);

    [Theory]
    [InlineData("The harbour master said the ferry had left before dawn.", "The harbour master|said|the ferry had left before dawn")]
    [InlineData("The ferry had left before dawn, the harbour master said.", "the harbour master|said|The ferry had left before dawn")]
    [InlineData(
        "“The ferry left early,” the harbour master said. “Nobody was on the pier.”",
        "the harbour master|said|“The ferry left early,” … “Nobody was on the pier.”")]
    [InlineData("According to the ministry, two bridges were closed.", "the ministry|According to|two bridges were closed")]
    [InlineData("Two bridges were closed, according to the ministry.", "the ministry|according to|Two bridges were closed")]
    [InlineData("“We will rebuild the pier,” the council said in a statement.", "the council|said in a statement|“We will rebuild the pier,”")]
    [InlineData("Mayor Ilse Brandt told reporters that the pumps had failed.", "Mayor Ilse Brandt|told|that the pumps had failed")]
    [InlineData("The minister denied that any shells had hit the school.", "The minister|denied|that any shells had hit the school")]
    [InlineData("Colonel Oren Vask added: “The road is open.”", "Colonel Oren Vask|added:|“The road is open.”")]
    [InlineData("The commander warned that the depot would not last a week.", "The commander|warned|that the depot would not last a week")]
    [InlineData("The governor rejected the plan on Monday, calling it a trap.", "The governor|calling|it a trap")]
    [InlineData("The envoy left the talks and called the offer an insult.", "The envoy|called|the offer an insult")]
    public void Finds_holder_cue_and_content(string text, string expected) => Assert.Contains(expected, Read(text));

    [Theory]
    [InlineData("If the bridge goes, the mayor argues, the whole town will be lost.", "the mayor|argues|If the bridge goes … the whole town will be lost")]
    [InlineData("Too often, the envoy said, the talks were held for the cameras.", "the envoy|said|Too often … the talks were held for the cameras")]
    [InlineData("In a letter, the envoy wrote, the talks were held for the cameras.", "the envoy|wrote|the talks were held for the cameras")]
    public void What_stands_before_a_telling_between_commas_is_told(string text, string expected) => Assert.Contains(expected, Read(text));

    [Theory]
    [InlineData("At least 30 dead as rebel shells hit Quillhaven fish market")]
    [InlineData("Terrorist groups had also targeted the residential quarters of Arnholm.")]
    public void What_is_done_is_not_told(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_verb_of_doing_may_tell() =>
        Assert.Contains(Read("The governor attacked the plan as “a trap for the poor”."), s => s.StartsWith("The governor|attacked", StringComparison.Ordinal));

    [Fact]
    public void An_analysis_without_states_is_refused()
    {
        const string text = "The mayor said the road was closed.";
        var report = new Report("r", "r", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]);
        Assert.Throws<ArgumentException>(() => Extractor.Value.Extract(report, Language.Analyzer.Load().Analyze(text), explain: false));
    }

    [Fact]
    public void A_quotation_over_several_sentences_is_one_content()
    {
        var found = Read("“The pumps failed at night. We called for help. Nobody came,” said Ilse Brandt, the mayor.");
        Assert.Contains(found, f => f.EndsWith("|said|“The pumps failed at night. We called for help. Nobody came,”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quoted_paragraph_goes_on_with_the_speaker_before()
    {
        var found = Read("“The pumps failed at night,” Brandt said. “We called for help.\n“Nobody came that night, and nobody came in the morning.”\nThe town has one bridge.");
        var statement = Assert.Single(found, f => f.StartsWith("Brandt|said|", StringComparison.Ordinal));
        Assert.Contains("“Nobody came that night, and nobody came in the morning", statement, StringComparison.Ordinal);
        Assert.DoesNotContain("bridge", statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("“We left at dawn. The pier was full.” — Ilse Brandt, baker.", "Ilse Brandt, baker|—|“We left at dawn. The pier was full.”")]
    [InlineData("”They lie to us,” ― Oren Vask", "Oren Vask|―|”They lie to us,”")]
    [InlineData("\"The road is mined. Nobody uses it.\"\n– A driver from Arnholm", "A driver from Arnholm|–|\"The road is mined. Nobody uses it.\"")]
    public void A_quotation_may_be_signed_behind_a_dash(string text, string expected) => Assert.Equal(expected, Assert.Single(Read("Voices from the harbour\n" + text)));

    [Theory]
    [InlineData("“We will not leave” — she said it twice that night.")]
    [InlineData("“The Long Pier” — the town's only film — won nothing.")]
    public void A_dash_behind_a_quotation_is_not_always_a_signature(string text) =>
        Assert.DoesNotContain(Read(text), statement => statement.Contains("|—|", StringComparison.Ordinal));

    [Fact]
    public void Telling_inside_a_telling_is_found_with_the_outer_one()
    {
        var found = Read("The newspaper reported that the governor had told the council that the dam was safe.");
        Assert.Contains("The newspaper|reported|that the governor had told the council that the dam was safe", found);
        Assert.Contains(found, f => f.StartsWith("the governor|had told|", StringComparison.Ordinal) && f.EndsWith("that the dam was safe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The “ghost” ship drifted past the pier for an hour.")]
    [InlineData("Her novel “The Long Pier” sold well on the island.")]
    [InlineData("The pier is forty metres long and was built of oak.")]
    public void Marks_around_names_and_odd_words_are_no_statement(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("“The road is open, the colonel said. Trucks moved north at noon.")]
    [InlineData("The road is open,” the colonel said. Trucks moved north at noon.")]
    [InlineData("\"The road is open,” the colonel said. Trucks moved north at noon.")]
    [InlineData("«The road is open», the colonel said. Trucks moved north at noon.")]
    public void Odd_marks_leave_the_speaker_found(string text)
    {
        var found = Assert.Single(Read(text), f => f.StartsWith("the colonel|said|", StringComparison.Ordinal));
        Assert.Contains("The road is open", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Trucks", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_is_all_its_authors_but_for_the_signature()
    {
        const string text = "The bridge stands. We hold it.\n— Oren Vask (@vask) May 3, 2031";
        var signature = new TextSpan(text.IndexOf('—'), text.Length);
        var post = new SocialPost("Oren Vask", "vask", "X", null, signature);
        var report = new Report("r", "r", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Social) { Post = post }]);
        var statement = Extract(report).Single(s => s.Producer == "rule:post");
        Assert.Equal("Oren Vask", statement.Holder.TextIn(text));
        Assert.True(statement.Cue.IsEmpty);
        Assert.Equal("The bridge stands. We hold it.", statement.Content.TextIn(text));
    }

    [Fact]
    public void The_turns_of_a_transcript_are_their_speakers()
    {
        var found = Read("BRANDT: The pumps failed at night.\nVASK: Who was on duty then?\nBRANDT: Two men, and both were asleep.\nVASK: Nobody told us.");
        Assert.Contains("BRANDT||Two men, and both were asleep.", found);
        Assert.Equal(4, found.Count(f => f.Contains("||", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_reason_is_given_when_asked_for()
    {
        const string Text = "The harbour master said the ferry had left.";
        var statement = Assert.Single(Extractor.Value.Extract(AsReport(Text), Analyze(AsReport(Text)), explain: true));
        Assert.Contains("said", statement.Reason, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Extract(AsReport(Text))).Reason);
    }

    private static readonly string[] Pieces =
    [
        "Brandt ", "said ", "that ", "the ", "pier ", "was ", "closed ", "“", "” ", "\"", "'", ", ", ". ", ": ", "\n", "according to ", "VASK: ", "told ", "he ",
        "called it ", "🚀", "\ud800", "— ", "(", ") ", "…", "\u202e", "THE TOWN FELL ",
    ];

    private static readonly Gen<string> Mixed = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 80].Select(string.Concat);

    [Fact]
    public void Spans_lie_in_the_text_and_the_roles_of_a_statement_never_overlap() => Mixed.Sample(
        text =>
        {
            var report = AsReport(text);
            var first = Extract(report);
            foreach (var statement in first)
            {
                foreach (var spans in (ReadOnlySpan<SpanList>)[statement.Holder, statement.Cue, statement.Content])
                    foreach (var span in spans) Assert.True(span.End <= text.Length && !span.IsEmpty);
                Assert.False(statement.Holder.Overlaps(statement.Cue));
                Assert.False(statement.Content.Overlaps(statement.Cue));
                Assert.False(statement.Content.Overlaps(statement.Holder));
                Assert.False(statement.Content.IsEmpty);
                Assert.InRange(statement.Confidence, 0, 1);
            }
            Assert.Equal(first, Extract(report));
        },
        iter: 300);

    [Theory]
    [InlineData("\"")]
    [InlineData("“ ")]
    [InlineData("“he said” ")]
    [InlineData("said ")]
    public void Hostile_repetition_takes_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 30_000 / unit.Length));
        var analysis = Analyze(AsReport(text));
        var watch = Stopwatch.StartNew();
        Extractor.Value.Extract(AsReport(text), analysis, explain: false);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_content_that_only_points_back_stands_for_the_sentence_before_it()
    {
        const string Text = "The two fleets have left the strait. This was reported by the agency Norpress.";
        var statement = Assert.Single(Extract(AsReport(Text)));
        Assert.Equal("The two fleets have left the strait", statement.Content[0].In(Text).ToString());
        Assert.Equal("the agency Norpress", statement.Holder.TextIn(Text));
    }

    private static List<string> Read(string text) =>
        [.. Extract(AsReport(text)).Select(s => $"{s.Holder.TextIn(text)}|{s.Cue.TextIn(text)}|{s.Content.TextIn(text)}")];

    private static IReadOnlyList<AttributionSpans> Extract(Report report) => Extractor.Value.Extract(report, Analyze(report), explain: false);

    private static Analysis Analyze(Report report) => Analyzer.Value.Analyze(report.Text, [.. report.Paragraphs.Select(p => p.Span)]);

    private static Report AsReport(string text)
    {
        var paragraphs = new List<Paragraph>();
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) paragraphs.Add(new Paragraph(new TextSpan(start, end), ParagraphKind.Body));
        }
        return new Report("test", "test", text, paragraphs);
    }
}
