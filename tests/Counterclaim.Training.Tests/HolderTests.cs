using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Holders;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Tests;

public sealed class HolderTests
{
    private const string Text = "Mayor Ada Brik said no. She added it. A porter laughed. It is believed so.";

    private static readonly TextSpan Name = Span("Ada Brik");
    private static readonly TextSpan Pronoun = Span("She");
    private static readonly TextSpan Porter = Span("A porter");

    [Fact]
    public void Given_ThePronounGoesToTheName_When_Judged_Then_AllIsRight() =>
        Assert.Equal([HolderOutcome.Right, HolderOutcome.Right, HolderOutcome.Right, HolderOutcome.Right],
            Outcomes([Actor("a1", Span("Mayor Ada Brik"), Pronoun), Actor("a2", Porter)], ["a1", "a1", "a2", null]));

    [Fact]
    public void Given_ThePronounGoesToSomebodyElse_When_Judged_Then_ThatIsWrong() =>
        Assert.Equal([HolderOutcome.Right, HolderOutcome.WronglyResolved, HolderOutcome.Right, HolderOutcome.ShouldBeOpen],
            Outcomes([Actor("a1", Name), Actor("a2", Porter, Pronoun)], ["a1", "a2", "a2", "a2"]));

    [Fact]
    public void Given_EverybodyIsOneActor_When_Judged_Then_TheFirstNamedHasIt() =>
        Assert.Equal([HolderOutcome.Right, HolderOutcome.Right, HolderOutcome.WronglyResolved, HolderOutcome.Right],
            Outcomes([Actor("a1", Name, Pronoun, Porter)], ["a1", "a1", "a1", null]));

    [Fact]
    public void Given_NoActor_When_Judged_Then_ItIsLeftOpenNotWrong() =>
        Assert.Equal(HolderOutcome.LeftOpen, Outcomes([Actor("a1", Name)], ["a1", null, "a1", null])[1]);

    [Fact]
    public void Given_NoStatementAtTheCue_When_Scored_Then_ResolutionIsNotBlamed()
    {
        var reading = Reading([Actor("a1", Name, Pronoun)], ["a1", "a1"]);
        var sheet = new ScoreSheet("holders", "", 1, HolderScores.Of(new HolderJudge(Gold(), reading).Judge()).Rows());
        Assert.Equal(0.5, sheet["statement found / share"]);
        Assert.Equal(1, sheet["resolved / P"]);
        Assert.Equal(1, sheet["accuracy all / share"]);
        Assert.Equal(0.5, sheet["end to end / share"]);
    }

    [Fact]
    public void Given_TheCommittedGold_When_Read_Then_EverySpanLiesInItsText()
    {
        var path = Path.Combine(RepositoryFolder.Path, "eval", "holders", "invented.jsonl");
        var documents = HolderFile.Read(path, "none");
        Assert.True(documents.Sum(d => d.Holders.Count) >= 100);
        foreach (var document in documents)
        {
            var points = PythonText.CodePoints(document.Text);
            foreach (var label in document.Holders)
                Assert.All(label.Is.Concat(new[] { label.Holder, label.Cue, label.Content }.OfType<PointSpan>()), span => Assert.Equal(PythonText.Slice(points, span).Trim(), PythonText.Slice(points, span)));
        }
    }

    [Fact]
    public void Given_TheLabelledGold_When_ItsCorporaAreThere_Then_TheyAreTheTextsThatWereLabelled()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(DataFolder.Default, "corpora")), "the corpora are not in the data folder");
        var documents = HolderFile.Read(Path.Combine(RepositoryFolder.Path, "eval", "holders", "labelled.jsonl"), DataFolder.Default);
        Assert.True(documents.Sum(d => d.Holders.Count) >= 200);
    }

    [Fact]
    public void Given_TwoSpeakersTakenForOne_When_Scored_Then_GroupingShowsIt()
    {
        var gold = new QuoteDocument("d", "one two three four", [Quote(0, 3, "Ada_Brik-1"), Quote(4, 7, "Ada_Brik-1"), Quote(8, 13, "the_porter-2"), Quote(14, 18, "the_porter-2")]);
        var predicted = gold with { Statements = [Quote(0, 3, "Brik-a1"), Quote(4, 7, "Brik-a1"), Quote(8, 13, "Brik-a1"), Quote(14, 18, null)] };
        var sheet = new ScoreSheet("quotes", "", 1, QuoteScores.Of(gold, predicted, countPunctuation: false).Tally.Rows());
        Assert.Equal(0.75, sheet["speaker: given / share"]);
        Assert.Equal(0.5, sheet["speaker: named / share"]);
        Assert.Equal((2.0 / 3 * 2 + 1.0 / 3) / 3, sheet["speaker: grouped / P"]!.Value, 6);
        Assert.Equal((1 + 1 + 0.5) / 4, sheet["speaker: grouped / R"]!.Value, 6);
    }

    private static QuoteStatement Quote(int start, int end, string? speaker) => new([], [], [new PointSpan(start, end)], null) { Speaker = speaker };

    private static HolderOutcome[] Outcomes(IReadOnlyList<Actor> actors, string?[] holders) =>
        [.. new HolderJudge(Gold(), Reading(actors, holders)).Judge().Select(v => v.Outcome)];

    private static HolderDocument Gold() => new("d", Text,
    [
        new("name", Point(Span("Mayor Ada Brik")), Point(Span("said")), null, [Point(Name)]),
        new("pronoun", Point(Pronoun), Point(Span("added")), null, [Point(Name)]),
        new("description", Point(Porter), Point(Span("laughed")), null, [Point(Porter)]),
        new("open", null, Point(Span("believed")), null, []),
    ]);

    private static Model.Reading Reading(IReadOnlyList<Actor> actors, string?[] holders)
    {
        (TextSpan? Holder, TextSpan Cue)[] spans = [(Span("Mayor Ada Brik"), Span("said")), (Pronoun, Span("added")), (Porter, Span("laughed")), (null, Span("believed"))];
        var report = new Report("sha256:0", "test", Text, [new Paragraph(new TextSpan(0, Text.Length), ParagraphKind.Body)]);
        return new Model.Reading(report)
        {
            Actors = actors,
            Statements = [.. holders.Select((actor, i) => new Statement($"s{i + 1}",
                SpanList.Create(spans[i].Holder is { } holder ? [holder] : []), SpanList.Create([spans[i].Cue]), SpanList.Create([])) { Mode = StatementMode.Indirect, Act = SpeechAct.Assert, Confidence = 1, Actor = actor })],
        };
    }

    private static Actor Actor(string id, params TextSpan[] mentions) => new(id, id, ActorKind.Person, mentions);

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static PointSpan Point(TextSpan span) => new(span.Start, span.End);
}
