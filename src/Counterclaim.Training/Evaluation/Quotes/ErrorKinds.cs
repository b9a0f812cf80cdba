using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Quotes;

/// <summary>Names what is wrong with a statement closely enough to count the causes: on which side a content is too long, and with what the
/// stretch begins that it has too much; in what a statement that was missed lies.</summary>
internal sealed class ErrorKinds(string text, GoldTokens tokens)
{
    private static readonly HashSet<string> Coordinators = ["and", "but", "or", "nor", "yet", "so"];

    private static readonly HashSet<string> Subordinators =
        ["because", "as", "since", "while", "when", "whenever", "if", "unless", "although", "though", "after", "before", "until", "where", "once", "than", "whether"];

    private static readonly HashSet<string> Relatives = ["who", "which", "whose", "whom", "that", "what", "how", "why"];

    private static readonly HashSet<string> Prepositions =
        ["in", "on", "at", "for", "with", "to", "of", "by", "from", "during", "about", "over", "against", "into", "under", "between", "through", "without", "among", "despite", "toward", "towards", "amid"];

    private static readonly HashSet<string> Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow", "last", "this", "earlier", "later", "now", "recently"];

    private readonly int[] _points = PythonText.CodePoints(text);

    /// <summary>What a missed or an invented statement lies in.</summary>
    /// <param name="others">The statements of the other side.</param>
    public string Alone(string what, TokenStatement statement, IReadOnlyList<TokenStatement> others)
    {
        var within = others.Any(o => statement.Content.Count > 0 && o.Content.Shared(statement.Content) == statement.Content.Count);
        var how = within ? "within a content" : others.Any(o => o.Content.Touches(statement.Content)) ? "overlaps a content" : "apart";
        var cue = statement.Cue.Count switch
        {
            0 => "no cue",
            _ when WordOf(statement.Cue.Tokens[^1]).EndsWith("ing", StringComparison.Ordinal) => "cue in -ing",
            1 => "cue of one word",
            _ => "cue of several words",
        };
        return $"{what}, {how}, {cue}";
    }

    /// <summary>Where and how the longer of two spans of a role goes beyond the other.</summary>
    /// <param name="longer">Has all of the shorter.</param>
    public string Beyond(TokenSet longer, TokenSet shorter)
    {
        var extra = longer.Except(shorter).Tokens;
        var (from, length) = LongestRun(extra);
        var side = extra[from] < shorter.Tokens[0] ? "before it" : extra[from] > shorter.Tokens[^1] ? "after it" : "within it";
        return $"{side}: {Stretch(extra.Slice(from, length))}";
    }

    private string Stretch(ReadOnlySpan<int> run)
    {
        for (var i = Math.Max(0, run[0] - 2); i < run[^1]; i++)
            if (EndsSentence(i)) return "whole sentences";
        var first = WordOf(run[0]);
        return Coordinators.Contains(first) ? "and, but, or …" : Subordinators.Contains(first) ? "because, when, if …" : Relatives.Contains(first) ? "that, who, which …"
            : Prepositions.Contains(first) ? "a preposition" : Days.Contains(first) ? "a time" : first.EndsWith("ing", StringComparison.Ordinal) ? "a word in -ing"
            : first.Length > 0 && !PythonText.IsWord(_points[tokens.Tokens[run[0]].Start]) ? "a mark" : run.Length <= 2 ? "a word or two" : "other words";
    }

    private bool EndsSentence(int token) => _points[tokens.Tokens[token].Start] is '.' or '?' or '!' && tokens.Tokens[token].End - tokens.Tokens[token].Start == 1;

    private string WordOf(int token) => PythonText.Slice(_points, tokens.Tokens[token]).ToLowerInvariant();

    private static (int From, int Length) LongestRun(ReadOnlySpan<int> ascending)
    {
        var (best, length) = (0, 0);
        for (var i = 0; i < ascending.Length;)
        {
            var end = i + 1;
            // A mark between two words does not part them.
            while (end < ascending.Length && ascending[end] - ascending[end - 1] <= 2) end++;
            if (end - i > length) (best, length) = (i, end - i);
            i = end;
        }
        return (best, length);
    }
}
