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
            if (!char.IsLetterOrDigit(last[0]) || (end - start == 1 && analysis.Upos[start] != Upos.Propn) || !EndsBefore(end) || !BeginsAt(start)) continue;
            var text = analysis.Form(new TokenRange(start, end)).ToString();
            if (known.KindOfName(text) is { } kind && !PossessesName(end)) return (new TokenRange(start, end), kind);
        }
        return null;
    }

    /// <summary>"United Nations' OCHA": the name goes on.</summary>
    private bool PossessesName(int end) =>
        end + 1 < analysis.TokenCount && analysis.Xpos(end) == "POS" && analysis.SentenceOf[end + 1] == analysis.SentenceOf[end] && char.IsUpper(analysis.Form(end + 1)[0]);

    /// <summary>Whether a name ends before a token: "Reuters Institute" is not Reuters.</summary>
    private bool EndsBefore(int end) => !IsName(end, end - 1) && !(end < analysis.TokenCount && analysis.Form(end) is "-" && !(end + 1 < analysis.TokenCount && analysis.Form(end + 1) is "run" or "led" or "backed" or "held" or "controlled" or "aligned" or "affiliated" or "linked"));

    /// <summary>Whether a name begins at a token: "the Tessaly Defence Force" is no other's, "the Russian Defence Ministry" is the ministry's.</summary>
    private bool BeginsAt(int start) =>
        !IsName(start - 1, start) || Countries.Default.ByDemonym(analysis.Form(start - 1).ToString()) is not null || Countries.Default.ByName(analysis.Form(start - 1).ToString()) is not null;

    private bool IsName(int token, int beside) =>
        token >= 0 && token < analysis.TokenCount && analysis.SentenceOf[token] == analysis.SentenceOf[beside] && (analysis.Upos[token] == Upos.Propn || token < beside && (EndsBrokenName(token) || IsOfOneName(token, beside)));

    /// <summary>"the Ta'ang National Liberation Army": the name model sees one name from before the listed one on.</summary>
    private bool IsOfOneName(int token, int beside)
    {
        if (!char.IsUpper(analysis.Form(token)[0]) || analysis.Upos[token] is Upos.Det) return false;
        if (_names.Count == 0)
            foreach (var name in analysis.WholeNames)
                for (var i = name.Tokens.Start; i < name.Tokens.End; i++) _names[i] = name.Tokens;
        return _names.TryGetValue(token, out var whole) && whole.Contains(beside);
    }

    private readonly Dictionary<int, TokenRange> _names = [];

    /// <summary>"Ta'ang": the last piece of a capitalised word that the tokenizer cut at its apostrophe.</summary>
    private bool EndsBrokenName(int token)
    {
        const int MostPieces = 4;
        if (analysis.Xpos(token) == "POS" || analysis.Form(token) is "'s" or "’s") return false;
        var first = token;
        while (first > 0 && token - first < MostPieces && analysis.Tokens[first - 1].End == analysis.Tokens[first].Start) first--;
        return first < token && char.IsUpper(analysis.Form(first)[0]) && char.IsLetter(analysis.Form(token)[^1]);
    }
}
