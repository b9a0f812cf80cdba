using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.OwnVoice;

/// <summary>Short quoted phrases that no statement claims: the publisher holds a word at arm's length.</summary>
/// <remarks>Told from speech by the statements, which hold it, and by words of judging before it; from titles, nicknames and words as words by the noun or verb that names.</remarks>
internal static class ScareQuotes
{
    private const int LongestPhrase = 5;
    private const int Before = 4;

    /// <summary>Verbs and participles that give a name, or words for what somebody calls something.</summary>
    private static readonly HashSet<string> Naming =
    [
        "call", "name", "nickname", "dub", "title", "entitle", "know", "term", "label", "christen", "mean", "translate", "spell", "write", "read", "sing", "shout", "chant",
        "code-name", "codename", "code-named", "codenamed", "baptize", "baptise", "rename", "brand", "refer", "inscribe", "bear", "say", "style",
    ];

    /// <summary>Words whose object or complement in quotation marks is what somebody said: "guilty of “gross negligence”".</summary>
    private static readonly HashSet<string> Judging =
    [
        "accuse", "convict", "guilty", "speak", "warn", "describe", "condemn", "denounce", "hail", "praise", "criticize", "criticise", "charge", "blame", "cite", "quote", "regard",
        "characterize", "characterise", "decry", "dismiss", "reject", "demand", "promise", "urge", "claim", "complain", "talk", "acknowledge", "admit", "deny", "suspect", "punish", "because",
    ];

    /// <summary>Adds the quoted phrases of up to five words among a range of tokens, without their quotation marks, and takes out loaded words inside them.</summary>
    public static void AddTo(List<LoadedWord> words, Analysis analysis, TokenRange range)
    {
        var phrases = new List<TextSpan>();
        var scare = new List<LoadedWord>();
        for (var open = range.Start; open < range.End; open++)
        {
            if (ClosingFor(analysis.Form(open)) is not { } closing) continue;
            for (var close = open + 2; close < range.End && close <= open + LongestPhrase + 1; close++)
            {
                if (analysis.Form(close).Length != 1 || analysis.Form(close)[0] != closing) continue;
                var phrase = analysis.SpanOf(new TokenRange(open + 1, close));
                phrases.Add(phrase);
                var soCalled = IsSoCalled(analysis, open);
                if (soCalled || IsPhrase(analysis, open + 1, close) && !NamesOrQuotes(analysis, open, close))
                    scare.Add(new LoadedWord(phrase, "scare quote", soCalled ? "“so-called” and quotation marks: the word is not the publisher's" : "quotation marks that quote nobody"));
                open = close;
                break;
            }
        }
        if (phrases.Count == 0) return;
        RemoveInside(words, phrases);
        words.AddRange(scare);
        words.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    /// <summary>Both lists are in text order.</summary>
    private static void RemoveInside(List<LoadedWord> words, List<TextSpan> phrases)
    {
        var phrase = 0;
        words.RemoveAll(word =>
        {
            while (phrase < phrases.Count && phrases[phrase].End <= word.Span.Start) phrase++;
            return phrase < phrases.Count && phrases[phrase].Contains(word.Span);
        });
    }

    private static char? ClosingFor(ReadOnlySpan<char> mark) => mark switch
    {
        "“" => '”',
        "\"" => '"',
        "‘" => '’',
        "«" => '»',
        "„" => '“',
        "'" => '\'',
        _ => null,
    };

    private static bool IsSoCalled(Analysis analysis, int open) =>
        open > 0 && analysis.Form(open - 1).Equals("so-called", StringComparison.OrdinalIgnoreCase)
        || open > 2 && analysis.Form(open - 1).Equals("called", StringComparison.OrdinalIgnoreCase) && analysis.Form(open - 3).Equals("so", StringComparison.OrdinalIgnoreCase);

    /// <summary>Titles of works and names stand in quotation marks too: a phrase that begins with a name is left out.</summary>
    private static bool IsPhrase(Analysis analysis, int start, int end)
    {
        for (var token = start; token < end; token++)
            if (analysis.Upos[token] is Upos.Punct or Upos.Propn or Upos.Num) return false;
        return char.IsLower(analysis.Form(start)[0]);
    }

    /// <summary>"the word “war”", "known as “the Fox”", "accused of “hooliganism”".</summary>
    private static bool NamesOrQuotes(Analysis analysis, int open, int close)
    {
        if (open > 0 && analysis.Upos[open - 1] is Upos.Noun or Upos.Propn) return true;
        // "called it a “minor” incident": the phrase describes, it is no name.
        var modifies = close + 1 < analysis.TokenCount && analysis.Upos[close + 1] is Upos.Noun or Upos.Adj;
        var sentence = analysis.Sentences[analysis.SentenceOf[open]].Start;
        for (var token = open - 1; token >= Math.Max(sentence, open - Before); token--)
        {
            var lemma = analysis.Lemma(token);
            if (Judging.Contains(lemma) || Naming.Contains(lemma) && !modifies) return true;
            if (analysis.Upos[token] is Upos.Verb) return false;
        }
        var head = analysis.Heads[open + 1];
        return !modifies && head >= 0 && head < open && Naming.Contains(analysis.Lemma(head));
    }
}
