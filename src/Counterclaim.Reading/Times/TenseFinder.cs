using Counterclaim.Language;

namespace Counterclaim.Reading.Times;

/// <summary>Tells from the verbs around an expression whether its clause speaks of what was or of what is to come.</summary>
internal static class TenseFinder
{
    private const int Window = 16;

    /// <summary>The nearest finite verb to the left decides, else the nearest to the right.</summary>
    public static Direction At(Analysis analysis, int token)
    {
        var sentence = analysis.Sentences[analysis.SentenceOf[token]];
        for (var i = token - 1; i >= Math.Max(sentence.Start, token - Window); i--)
            if (Of(analysis, i, sentence) is var left and not Direction.Unknown) return left;
        for (var i = token + 1; i < Math.Min(sentence.End, token + Window); i++)
            if (Of(analysis, i, sentence) is var right and not Direction.Unknown) return right;
        return Direction.Unknown;
    }

    private static Direction Of(Analysis analysis, int token, TokenRange sentence)
    {
        switch (analysis.Form(token))
        {
            case "will" or "shall" or "'ll" or "’ll" or "wo" or "would" or "Will":
                return Direction.Future;
            case "was" or "were" or "had" or "did":
                return Direction.Past;
            case "to" when token > sentence.Start && IsProspective(analysis.Form(token - 1)):
                return Direction.Future;
        }
        return analysis.Xpos(token) switch
        {
            "VBD" => Direction.Past,
            _ => Direction.Unknown,
        };
    }

    private static bool IsProspective(ReadOnlySpan<char> word) => word is "expected" or "scheduled" or "due" or "set" or "plan" or "plans" or "planned"
        or "planning" or "going" or "about" or "supposed" or "slated" or "poised" or "ready" or "is" or "are";
}
