using System.Globalization;

namespace Counterclaim.Reading.Numbers;

/// <summary>Number words, what vague ones stand for, and the words that bound or blur a figure.</summary>
internal static class VagueNumbers
{
    private static readonly Dictionary<string, double> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["half"] = 0.5,
    };

    private static readonly Dictionary<string, double> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["m"] = 1e6,
        ["bn"] = 1e9,
    };

    /// <summary>Lowest and highest count that a careful reader would still call so.</summary>
    private static readonly Dictionary<string, (double Low, double High)> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        ["couple"] = (2, 2),
        ["few"] = (3, 5),
        ["handful"] = (3, 6),
        ["several"] = (3, 9),
        ["tens"] = (20, 99),
        ["dozens"] = (24, 99),
        ["scores"] = (40, 99),
        ["hundreds"] = (200, 999),
        ["thousands"] = (2e3, 9999),
        ["millions"] = (2e6, 9_999_999),
        ["billions"] = (2e9, 9_999_999_999),
    };

    private static readonly HashSet<string> UnitModifiers = new(StringComparer.OrdinalIgnoreCase)
    {
        "armored", "armoured", "square", "cubic", "metric", "ballistic", "cruise", "guided", "aerial", "artillery", "combat", "attack",
    };

    public enum HedgeKind { None, AtLeast, AtMost, About }

    public static bool IsScale(string word) => Scales.ContainsKey(word) || Vague.ContainsKey(word) && word is "tens" or "dozens" or "hundreds" or "thousands" or "millions";

    public static bool IsWord(string word) => word.Length > 1 && (Small.ContainsKey(word) || Scales.ContainsKey(word) || Vague.ContainsKey(word) || TrySmall(word, out _));

    public static bool IsUnitModifier(string word) => UnitModifiers.Contains(word);

    public static bool TryScale(string word, out double scale) => Scales.TryGetValue(word, out scale);

    public static bool TryVague(string word, out double low, out double high)
    {
        var known = Vague.TryGetValue(word, out var range);
        (low, high) = range;
        return known;
    }

    /// <summary>A number word, simple or hyphenated ("twenty-five").</summary>
    public static bool TrySmall(string word, out double value)
    {
        if (Small.TryGetValue(word, out value)) return true;
        var hyphen = word.IndexOf('-');
        if (hyphen <= 0 || !Small.TryGetValue(word[..hyphen], out var tens) || !Small.TryGetValue(word[(hyphen + 1)..], out var ones) || tens < 20 || ones is < 1 or > 9)
            return false;
        value = tens + ones;
        return true;
    }

    /// <summary>Digits with commas between thousands and a decimal point; no dates, times or codes.</summary>
    public static bool TryFigure(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > 15 || !char.IsAsciiDigit(text[0])) return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not (',' or '.')) return false;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Words that stand right before a figure.</summary>
    public static HedgeKind Hedge(string words) => words switch
    {
        "at least" or "more than" or "over" or "no fewer than" or "not less than" or "no less than" or "upwards of" or "above"
            or "exceeding" or "minimum" or "a minimum of" or "in excess of" => HedgeKind.AtLeast,
        "up to" or "at most" or "fewer than" or "less than" or "under" or "no more than" or "not more than" or "a maximum of"
            or "below" => HedgeKind.AtMost,
        "about" or "around" or "roughly" or "approximately" or "some" or "nearly" or "almost" or "close to" or "an estimated" or "estimated"
            or "circa" or "as many as" or "in the region of" or "a total of about" or "more or less" => HedgeKind.About,
        _ => HedgeKind.None,
    };
}
