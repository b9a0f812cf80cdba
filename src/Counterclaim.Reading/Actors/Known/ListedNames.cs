using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Actors.Known;

/// <summary>
/// Finds names of listed bodies as they stand in a text, whatever the name model made of them: "Committee to Protect Journalists" is one name, "Sultan Murad"
/// here no person.
/// </summary>
internal sealed class ListedNames(KnownActors known, Analysis analysis)
{
    private const int MostTokens = 12;

    /// <summary>The longest names of the list, from left to right, none within another.</summary>
    public List<(TokenRange Tokens, ActorKind Kind)> Find()
    {
        var found = new List<(TokenRange, ActorKind)>();
        for (var i = 0; i < analysis.TokenCount; i++)
        {
            if (!char.IsUpper(analysis.Form(i)[0]) || !known.BeginsName(analysis.Form(i))) continue;
            if (At(i) is not { } name) continue;
            found.Add(name);
            i = name.Tokens.End - 1;
        }
        return found;
    }

    private (TokenRange Tokens, ActorKind Kind)? At(int start)
    {
        var sentence = analysis.SentenceOf[start];
        var end = Math.Min(start + MostTokens, analysis.TokenCount);
        while (end > start && analysis.SentenceOf[end - 1] != sentence) end--;
        for (; end > start; end--)
        {
            var last = analysis.Form(end - 1);
            if (!char.IsLetterOrDigit(last[0]) || (end - start == 1 && !StandsAlone(start))) continue;
            var text = analysis.SpanOf(new TokenRange(start, end)).In(analysis.Text).ToString();
            if (known.KindOfName(text) is { } kind) return (new TokenRange(start, end), kind);
        }
        return null;
    }

    /// <summary>Whether a word is no part of a longer name.</summary>
    private bool StandsAlone(int token) =>
        analysis.Upos[token] == Upos.Propn && !IsName(token - 1, token) && !IsName(token + 1, token) && !(token + 1 < analysis.TokenCount && analysis.Form(token + 1) is "-");

    private bool IsName(int token, int beside) =>
        token >= 0 && token < analysis.TokenCount && analysis.SentenceOf[token] == analysis.SentenceOf[beside] && analysis.Upos[token] == Upos.Propn;
}
