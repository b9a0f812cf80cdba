using Counterclaim.Training.Evaluation.Conflict;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Tests;

public sealed class ConflictTests
{
    private const string Text =
        "Ostrel Daily reported that Captain Teld denied the port had fallen. If it falls, bread will run out. Read more: ten recipes.";

    private static readonly GoldTokens Tokens = new(Text, countPunctuation: false);

    [Theory]
    [InlineData("Captain Orm Teld", "Teld", true)]
    [InlineData("Oleksandr Shevchenko", "Shevchenkko", true)]
    [InlineData("experts (unnamed)", "Experts", true)]
    [InlineData("the Ministry of Fisheries", "Fisheries Ministry", true)]
    [InlineData("Sarnland Navy", "Sarnish Navy and Coast Guard", true)]
    [InlineData("Orm Teld", "Ilse Varn", false)]
    [InlineData("Teld", "Told", false)]
    public void Given_TwoWordings_When_Compared_Then_SharedWordsDecide(string a, string b, bool same) =>
        Assert.Equal(same, NameLikeness.Match(a, b));

    [Fact]
    public void Given_AChain_When_TheInnerStatementHangsOnTheOuter_Then_ViaIsRight()
    {
        var gold = Report(
            Statement("s1", "Ostrel Daily", "reported", "that Captain Teld denied the port had fallen", via: null, "Ostrel Daily", "assert"),
            Statement("s2", "Captain Teld", "denied", "the port had fallen", via: "s1", "Orm Teld", "deny"));
        var predicted = Report(
            Statement("x", "Captain Teld", "denied", "the port had fallen", via: "y", "Teld", "assert"),
            Statement("y", "Ostrel Daily", "reported", "that Captain Teld denied", via: null, "Ilse Varn", "assert"));
        var tally = new Tally();
        StatementScores.Add(tally, gold, predicted, Tokens);
        Close(1, tally, "via accuracy / share");
        Close(1, tally, "via links / F1");
        Close(0.5, tally, "actor accuracy / share");
        Close(0.5, tally, "act accuracy / share");
        Close(1, tally, "statement linked token holder / F1");
        Close(8.0 / 12, tally, "statement linked token content / R");
    }

    [Fact]
    public void Given_FurnitureMarkedTooWide_When_Scored_Then_DroppedContentShows()
    {
        var gold = Report() with { Range = Span("Ostrel Daily reported that Captain Teld denied the port had fallen. If it falls, bread will run out."), Furniture = [Span("Read more: ten recipes.")] };
        var tally = new Tally();
        FurnitureScores.Add(tally, gold, gold with { Furniture = [Span("run out. Read more:")] }, Tokens);
        Close(0.5, tally, "furniture recall / share");
        Close(2.0 / 18, tally, "content wrongly dropped / share");
    }

    [Fact]
    public void Given_CauseAndEffectSwapped_When_Scored_Then_TheyDoNotPair()
    {
        var gold = Report() with { Consequences = [new CausalMark(Span("it falls"), Span("bread will run out"), "condition")] };
        var same = new Tally();
        ConsequenceScores.Add(same, gold, gold, Tokens);
        Close(1, same, "consequence found / F1");
        Close(1, same, "relation accuracy / share");
        var swapped = new Tally();
        ConsequenceScores.Add(swapped, gold,
            gold with { Consequences = [new CausalMark(Span("bread will run out"), Span("it falls"), "condition")] }, Tokens);
        Close(0, swapped, "consequence found / F1");
    }

    [Fact]
    public void Given_OwnClauses_When_Scored_Then_TokensCertaintyAndLoadedWordsCount()
    {
        var gold = Report() with { Own = [new OwnClause(Span("If it falls, bread will run out"), "hypothetical", [])] };
        var tally = new Tally();
        OwnVoiceScores.Add(tally, gold, gold with { Own = [new OwnClause(Span("bread will run out"), "certain", [Span("run out")])] }, Tokens);
        Close(4.0 / 7, tally, "own-voice token / R");
        Close(1, tally, "own-voice clause / F1");
        Close(0, tally, "certainty accuracy / share");
        Close(0, tally, "loaded token / P");
    }

    private static ConflictReport Report(params ConflictStatement[] statements) =>
        new("r", Text, new PointSpan(0, Text.Length)) { Statements = statements };

    private static ConflictStatement Statement(string id, string holder, string cue, string content, string? via, string actor, string act) =>
        new(id, new QuoteStatement([Span(holder)], [Span(cue)], [Span(content)], Type: null), via, actor) { Mode = "indirect", Act = act };

    private static PointSpan Span(string part)
    {
        var start = Text.IndexOf(part, StringComparison.Ordinal);
        return new PointSpan(start, start + part.Length);
    }

    private static void Close(double expected, Tally tally, string key)
    {
        var value = new ScoreSheet("conflict", "", 1, tally.Rows())[key];
        Assert.True(value is { } actual && Math.Abs(actual - expected) < 1e-9, $"{key}: {value} where {expected} was expected");
    }
}
