namespace Counterclaim.Web.Words;

internal static partial class Texts
{
    public const string Stories = "Stories";
    public const string StoriesLead = "Happenings, those told most first, each with its reports and what joined them. Copies of one text count once.";
    public const string SideBySide = "Side by side";
    public const string SideBySideHint = "Choose two reports: what both have, and what one leaves out.";
    public const string SideBySideLead = "Sentences that both have stand back; what one has alone keeps its ink and a rule at the margin.";
    public const string TheirAnswers = "Questions these reports answer";
    public const string Left = "left";
    public const string Right = "right";
    public const string FirstOfStory = "first of the story";
    public const string WhatTheyAnswer = "What they answer";
    public const string Question = "Question";
    public const string LeftOut = "left out";
    public const string TakeShown = "take these rows away:";
    public const string TakeAll = "all:";

    public static string SharedSentences(int shared, int all) => $"shares {Number(shared)} of {Count(all, "sentence")}";
}
