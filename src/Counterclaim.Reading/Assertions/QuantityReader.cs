using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Reading.Numbers;

namespace Counterclaim.Reading.Assertions;

/// <summary>Reads counts and measures: figures, number words, "dozens", ranges, and the words that bound or blur them.</summary>
/// <remarks>
/// Vague words stand for intervals, as docs/kinds.md lists them: "dozens" is 24 to 99, "hundreds" 200 to 999.
/// Pure; looks at no more than a few tokens around a figure.
/// </remarks>
/// <param name="isDate">Tokens of dates and times of day, whose numbers count nothing ("losses between 14 and 17 November").</param>
public sealed class QuantityReader(DependencyIndex trees, Func<int, bool>? isDate = null)
{
    private const int WidestHedge = 4;
    private readonly Analysis _analysis = trees.Analysis;

    private readonly record struct Number(double Value, double? To, bool Approximate, TokenRange Tokens);

    /// <summary>The quantity of a noun ("12 soldiers"), of a number that stands alone ("at least 12"), or of "dozens of".</summary>
    /// <param name="phrase">Head of the phrase.</param>
    /// <returns>Null where the phrase names no quantity. The unit is the noun's lemma.</returns>
    public Quantity? Read(int phrase)
    {
        var at = NumberAt(phrase);
        if (at is { } own) return Bounded(own, UnitUnder(phrase, own));
        if (trees.IsCountedAdjective(phrase) && NumberAt(_analysis.Heads[phrase]) is { } counting) return Bounded(counting, Unit(phrase));
        foreach (var child in trees.Children(phrase))
        {
            if (_analysis.Deprels[child] is not (Deprel.Nummod or Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Advmod or Deprel.Nmod)) continue;
            if (_analysis.Deprels[child] == Deprel.Nmod && trees.HasChild(child, Deprel.Case)) continue;
            if (NumberAt(child) is { } number) return Bounded(number, Unit(phrase));
        }
        // Parsers hang some large figures elsewhere ("More than 330000 people").
        if (phrase > 0 && _analysis.Upos[phrase] == Upos.Noun && SameSentence(phrase - 1, phrase) && IsFigure(phrase - 1) && _analysis.Heads[phrase - 1] != phrase && NumberAt(phrase - 1) is { } before
            && before.Tokens.End == phrase) return Bounded(before, Unit(phrase));
        return null;
    }

    /// <summary>The number that parsers hang on a participle whose noun is left out ("84 people were killed and <em>another 659</em> injured").</summary>
    /// <returns>The number's token; −1 where there is none.</returns>
    public int OwnNumberOf(int participle)
    {
        foreach (var child in trees.Children(participle))
            if (_analysis.Deprels[child] == Deprel.Nummod && child < participle && IsNumberWord(child)) return child;
        return -1;
    }

    /// <summary>The number that follows a verb at once, but for the words that bound it ("injured at least 30").</summary>
    /// <returns>The noun it counts, else its own token; −1 where there is none.</returns>
    public int CountedAfter(int verb)
    {
        var end = Math.Min(_analysis.Sentences[_analysis.SentenceOf[verb]].End, verb + 2 + WidestHedge);
        for (var token = verb + 1; token < end; token++)
        {
            if (IsNumberWord(token))
            {
                var head = _analysis.Heads[token];
                return _analysis.Deprels[token] == Deprel.Nummod && head > token ? head : token;
            }
            if (Lower(token) is not ("at" or "least" or "about" or "around" or "some" or "nearly" or "almost" or "more" or "than" or "up" or "to" or "over" or "another" or "as" or "many")) return -1;
        }
        return -1;
    }

    private string? UnitUnder(int number, Number read)
    {
        foreach (var child in trees.Children(number))
        {
            if (_analysis.Deprels[child] is not (Deprel.Nmod or Deprel.Obl) || trees.Preposition(child) != "of" || child < number) continue;
            return read.Tokens.Contains(child) ? UnitUnder(child, read) : Unit(child);
        }
        return _analysis.Upos[number] == Upos.Noun && !VagueNumbers.IsWord(_analysis.Lemma(number)) ? Unit(number) : null;
    }

    private string Unit(int noun)
    {
        // "dozens wounded": of a participle that counts people the form says what they are.
        var lemma = _analysis.Upos[noun] == Upos.Verb ? Lower(noun) : _analysis.Lemma(noun).ToLowerInvariant();
        foreach (var child in trees.Children(noun))
            if (_analysis.Deprels[child] is Deprel.Amod or Deprel.Compound && child == noun - 1 && _analysis.Upos[child] is Upos.Noun or Upos.Adj
                && VagueNumbers.IsUnitModifier(_analysis.Lemma(child)))
                return _analysis.Lemma(child) + " " + lemma;
        return lemma;
    }

    /// <summary>The number that a token is part of.</summary>
    private Number? NumberAt(int token)
    {
        if (!IsNumberWord(token)) return null;
        int start = token, end = token + 1;
        while (start > 0 && token - start < 8 && SameSentence(start - 1, token) && Continues(start - 1, start)) start--;
        while (end < _analysis.TokenCount && end - token < 8 && SameSentence(end, token) && Continues(end, end - 1)) end++;
        return Parse(new TokenRange(start, end));
    }

    private bool SameSentence(int token, int other) => _analysis.SentenceOf[token] == _analysis.SentenceOf[other];

    private bool Continues(int token, int neighbour) => IsNumberWord(token)
        || token > 0 && token < neighbour && Lower(token) is "of" or "-" or "–" or "to" or "and" && IsNumberWord(token - 1) && JoinsNumbers(token)
        || token > neighbour && token + 1 < _analysis.TokenCount && Lower(token) is "of" or "-" or "–" or "to" or "and" && IsNumberWord(token + 1) && JoinsNumbers(token)
        || token < neighbour && Lower(token) is "a" && VagueNumbers.IsScale(Lower(neighbour));

    /// <summary>"tens of thousands", "10 to 15", "between 10 and 15", "one hundred and five"; not "2 and 3 soldiers", nor what rose "from 19 to 23".</summary>
    private bool JoinsNumbers(int token) => Lower(token) switch
    {
        "of" => VagueNumbers.IsScale(Lower(token - 1)) && VagueNumbers.IsScale(Lower(token + 1)),
        "to" => token < 2 || Lower(token - 2) != "from",
        "and" => token >= 2 && Lower(token - 2) == "between" || VagueNumbers.IsScale(Lower(token - 1)) && !IsFigure(token + 1),
        _ => true,
    };

    private bool IsFigure(int token) => char.IsAsciiDigit(_analysis.Form(token)[0]);

    private bool IsNumberWord(int token) => isDate?.Invoke(token) != true && (IsFigure(token) ? VagueNumbers.TryFigure(_analysis.Form(token), out _) : VagueNumbers.IsWord(Lower(token)));

    private Number? Parse(TokenRange tokens)
    {
        double total = 0, current = 0, last = -1;
        double? from = null, vagueTo = null;
        var approximate = false;
        for (var token = tokens.Start; token < tokens.End; token++)
        {
            var word = Lower(token);
            if (word is "of" or "a") continue;
            if (word == "-" && JoinsTensAndOnes(token, current)) continue;
            if (word is "-" or "–" or "to" || word == "and" && token >= 2 && tokens.Start > 0 && Lower(tokens.Start - 1) == "between")
            {
                from = total + current;
                total = current = 0;
                continue;
            }
            if (word == "and") continue;
            if (VagueNumbers.TryVague(word, out var low, out var high))
            {
                approximate = true;
                // After "tens of" and "hundreds of" the next word only scales.
                var factor = 0.0;
                var scaled = vagueTo is not null && VagueNumbers.TryScale(word[..^1], out factor);
                vagueTo = scaled ? vagueTo * factor + factor - 1 : (current == 0 ? 1 : current) * high;
                current = scaled ? current * factor : (current == 0 ? 1 : current) * low;
            }
            else if (VagueNumbers.TryScale(word, out var scale))
            {
                if (vagueTo is { } soFar) vagueTo = soFar * scale;
                current = (current == 0 ? 1 : current) * scale;
                if (scale >= 1000) { total += current; current = 0; }
            }
            else if (VagueNumbers.TryFigure(word, out var value) || VagueNumbers.TrySmall(word, out value))
            {
                if (last >= 0 && value >= 1000 && current > 0) return null;
                current += value;
                last = value;
            }
        }
        total += current;
        if (from is { } lower && total > lower)
            return new Number(lower < 10 && total >= 1000 && total % 1000 == 0 ? lower * 1000 : lower, total, approximate, tokens);
        return new Number(total, approximate ? vagueTo ?? null : null, approximate, tokens);
    }

    /// <summary>"twenty-five", which tokenizers cut at its hyphen.</summary>
    private bool JoinsTensAndOnes(int hyphen, double tens) =>
        tens % 100 is >= 20 and <= 90 && tens % 10 == 0 && hyphen + 1 < _analysis.TokenCount
        && VagueNumbers.TrySmall(Lower(hyphen + 1), out var ones) && ones is >= 1 and <= 9;

    /// <returns>Null for a part of one, as in "half of its men", which counts nobody.</returns>
    private Quantity? Bounded(Number number, string? unit)
    {
        if (number is { Value: > 0 and < 1, To: null or < 1 }) return null;
        var bound = QuantityBound.Exact;
        var approximate = number.Approximate;
        var first = Math.Max(_analysis.Sentences[_analysis.SentenceOf[number.Tokens.Start]].Start, number.Tokens.Start - WidestHedge);
        for (var start = first; start < number.Tokens.Start; start++)
        {
            switch (VagueNumbers.Hedge(Words(start, number.Tokens.Start)))
            {
                case VagueNumbers.HedgeKind.AtLeast: bound = QuantityBound.AtLeast; break;
                case VagueNumbers.HedgeKind.AtMost: bound = QuantityBound.AtMost; break;
                case VagueNumbers.HedgeKind.About: approximate = true; break;
            }
            if (bound != QuantityBound.Exact) break;
        }
        if (number.Tokens.End + 1 < _analysis.TokenCount && Lower(number.Tokens.End) == "or" && Lower(number.Tokens.End + 1) == "more")
            bound = QuantityBound.AtLeast;
        return new Quantity(number.Value, approximate, unit) { Bound = bound, To = number.To };
    }

    private string Words(int start, int end)
    {
        if (end - start == 1) return Lower(start);
        var words = new string[end - start];
        for (var i = 0; i < words.Length; i++) words[i] = Lower(start + i);
        return string.Join(' ', words);
    }

    private string Lower(int token) => _analysis.Form(token).ToString().ToLower(CultureInfo.InvariantCulture);
}
