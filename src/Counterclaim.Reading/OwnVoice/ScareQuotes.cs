using Counterclaim.Language;

namespace Counterclaim.Reading.OwnVoice;

/// <summary>Short quoted phrases that no statement claims: the publisher holds a word at arm's length.</summary>
internal static class ScareQuotes
{
    private const int LongestPhrase = 4;

    /// <summary>Adds the quoted phrases of up to four words among a range of tokens, without their quotation marks.</summary>
    public static void AddTo(List<LoadedWord> words, Analysis analysis, TokenRange range)
    {
        for (var open = range.Start; open < range.End; open++)
        {
            if (ClosingFor(analysis.Form(open)) is not { } closing) continue;
            for (var close = open + 2; close < range.End && close <= open + LongestPhrase + 1; close++)
            {
                if (analysis.Form(close).Length != 1 || analysis.Form(close)[0] != closing) continue;
                if (IsPhrase(analysis, open + 1, close))
                    words.Add(new LoadedWord(analysis.SpanOf(new TokenRange(open + 1, close)), "scare quote", "quotation marks that quote nobody"));
                open = close;
                break;
            }
        }
    }

    private static char? ClosingFor(ReadOnlySpan<char> mark) => mark switch
    {
        "“" => '”',
        "\"" => '"',
        "‘" => '’',
        "«" => '»',
        "'" => '\'',
        _ => null,
    };

    /// <summary>Titles of works and names stand in quotation marks too: a phrase that begins with a name is left out.</summary>
    private static bool IsPhrase(Analysis analysis, int start, int end)
    {
        for (var token = start; token < end; token++)
            if (analysis.Upos[token] is Upos.Punct or Upos.Propn or Upos.Num) return false;
        return char.IsLower(analysis.Form(start)[0]);
    }
}
