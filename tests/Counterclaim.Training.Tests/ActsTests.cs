using Counterclaim.Model;
using Counterclaim.Training.Evaluation;
using Counterclaim.Training.Evaluation.Acts;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Tests;

public class ActsTests
{
    [Fact]
    public void Marks_nest_and_leave_the_text_as_it_was()
    {
        var marked = new MarkedReport("{1x:{2h:Reed} {2c:said} {2x:no}}, {1h:the paper} {1c:wrote} on {1t:Monday}.");
        Assert.Equal("Reed said no, the paper wrote on Monday.", marked.Text);
        Assert.Equal("Reed said no", marked.Part(1, 'x').Single().In(marked.Text).ToString());
        Assert.Equal("no", marked.Part(2, 'x').Single().In(marked.Text).ToString());
        Assert.True(marked.Part(3, 'h').IsEmpty);
    }

    [Theory]
    [InlineData("{1h:Reed")]
    [InlineData("Reed}")]
    [InlineData("{Reed}")]
    public void Unbalanced_marks_are_refused(string marked) => Assert.Throws<FormatException>(() => new MarkedReport(marked));

    [Theory]
    [InlineData("seen.jsonl")]
    [InlineData("unseen.jsonl")]
    public void Every_labelled_statement_is_marked_in_its_text(string file)
    {
        foreach (var report in ActsFile.Read(Gold(file)))
        {
            foreach (var statement in report.Statements)
            {
                Assert.NotEmpty(statement.Acts);
                Assert.False(statement.Spans.Cue.IsEmpty && statement.Spans.Content.IsEmpty, $"{report.Id} {statement.Number}");
                Assert.All(statement.Links, l => Assert.True(report.IndexOf(l.To) >= 0, $"{report.Id} {statement.Number}"));
                Assert.True(statement.Via is not { } via || report.IndexOf(via) >= 0, $"{report.Id} {statement.Number}");
            }
        }
    }

    [Fact]
    public void What_is_labelled_scores_in_full_and_a_denial_told_as_plain_does_not()
    {
        var sheet = Score(act: SpeechAct.Deny, isHeldBack: true);
        Assert.All(sheet.Rows.SelectMany(r => r.Figures).Where(f => !double.IsNaN(f.Value)), f => Assert.Equal(1, f.Value));
        sheet = Score(act: SpeechAct.Assert, isHeldBack: false);
        Assert.Equal(0.5, sheet["act accuracy / share"]);
        Assert.Equal(0, sheet["held back not told as plain / share"]);
    }

    /// <summary>Scores a reading of two statements, the first right, the second as given.</summary>
    private static ScoreSheet Score(SpeechAct act, bool isHeldBack)
    {
        const string line = """
            {"id": "r", "manner": "wire", "published": "2026-03-02", "marked": "{1h:Reed} {1c:told} {2h:Bly} on {1t:Monday} {1x:it was over}. {2h:Bly} has not {2c:denied} {2x:it}.",
             "statements": [{"n": 1, "act": "assert", "to": "Bly"}, {"n": 2, "act": "deny", "held": true, "links": "denies 1|none"}]}
            """;
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var gold = Path.Combine(folder.FullName, "gold.jsonl");
            var predictions = Path.Combine(folder.FullName, "ours.jsonl");
            File.WriteAllText(gold, line.ReplaceLineEndings(" "));
            ReadingLines.Write(predictions, [Reading(act, isHeldBack)]);
            return Exam.All.Single(e => e.Step == "acts").Run(new ExamOptions(gold) { Predictions = predictions }, new Pipeline());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Model.Reading Reading(SpeechAct act, bool isHeldBack)
    {
        const string text = "Reed told Bly on Monday it was over. Bly has not denied it.";
        SpanList Of(string words, int from = 0)
        {
            var start = text.IndexOf(words, from, StringComparison.Ordinal);
            return [new TextSpan(start, start + words.Length)];
        }
        return new Model.Reading(new Report("sha256:0", "r", text, [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)]))
        {
            Actors = [new Actor("a1", "Reed", ActorKind.Person, []), new Actor("a2", "Bly", ActorKind.Person, [])],
            Times = [new TimeExpression("t1", Of("Monday")[0], TimeType.Date, "2026-03-02")],
            Statements =
            [
                new Statement("s1", Of("Reed"), Of("told"), Of("it was over")) { Mode = StatementMode.Indirect, Act = SpeechAct.Assert, Actor = "a1", Addressee = "a2", Time = "t1", Confidence = 1 },
                new Statement("s2", Of("Bly", 20), Of("denied"), Of("it.")) { Mode = StatementMode.Indirect, Act = act, Actor = "a2", NegatedOrHypothetical = isHeldBack, Confidence = 1 },
            ],
        };
    }

    private static string Gold(string file) => Path.Combine(RepositoryFolder.Path, "eval", "acts", file);
}
