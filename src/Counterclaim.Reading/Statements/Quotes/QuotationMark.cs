using System.Globalization;

namespace Counterclaim.Reading.Statements.Quotes;

/// <summary>Marks that may pair with one another.</summary>
internal enum MarkFamily : byte
{
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
}

/// <summary>One quotation mark as it stands in the text; two apostrophes in a row count as one mark of length 2.</summary>
/// <param name="CanOpen">Whether it may begin a passage, by its form and by what stands around it.</param>
/// <param name="CanClose">Whether it may end one.</param>
/// <param name="Typed">The form itself has a direction (“ but not ").</param>
internal readonly record struct QuotationMark(int Start, int Length, MarkFamily Family, bool CanOpen, bool CanClose, bool Typed)
{
    public int End => Start + Length;

    /// <summary>Reads the mark that begins at a position, if one does.</summary>
    /// <remarks>Looks one character to each side, so that a whole text is scanned in linear time.</remarks>
    public static bool TryRead(string text, int position, int from, int to, out QuotationMark mark)
    {
        mark = default;
        var c = text[position];
        if (FamilyOf(c) is not { } family) return false;
        var length = 1;
        if ((c is '\'' or '`' or '‘' or '’') && position + 1 < to && text[position + 1] == c && !IsTripled(text, position, from, to))
        {
            family = MarkFamily.Double;
            length = 2;
        }
        var before = position > from ? text[position - 1] : ' ';
        var after = position + length < to ? text[position + length] : ' ';
        var spaceBefore = char.IsWhiteSpace(before) || IsOpeningContext(before);
        var spaceAfter = char.IsWhiteSpace(after);
        if (family == MarkFamily.Single && IsApostrophe(c, before, after)) return false;
        if (IsInches(text, position, from)) return false;

        var direction = DirectionOf(c);
        var flankOpens = spaceBefore && !spaceAfter && !IsClosingContext(after);
        var flankCloses = !char.IsWhiteSpace(before) && (spaceAfter || IsClosingContext(after) || FamilyOf(after) is not null);
        var (opens, closes) = direction switch
        {
            1 => (true, flankCloses),
            -1 => (flankOpens, true),
            _ => (!spaceAfter && (spaceBefore || !char.IsLetterOrDigit(before)), !char.IsWhiteSpace(before)),
        };
        if (direction == 0 && !opens && !closes) (opens, closes) = (!spaceAfter, true);
        mark = new QuotationMark(position, length, family, opens, closes, direction != 0);
        return true;
    }

    /// <summary>The family of the mark at a position of a text, by its form alone; null for any other character.</summary>
    public static MarkFamily? FamilyAt(string text, int position) =>
        text[position] is '\'' or '`' or '‘' or '’' && position + 1 < text.Length && text[position + 1] == text[position] ? MarkFamily.Double : FamilyOf(text[position]);

    /// <summary>Whether a character is a quotation mark or an apostrophe of any form.</summary>
    public static bool IsMark(char c) => FamilyOf(c) is not null;

    private static bool IsTripled(string text, int position, int from, int to) =>
        (position > from && text[position - 1] == text[position]) ||
        (position + 2 < to && text[position + 2] == text[position]);

    private static MarkFamily? FamilyOf(char c) => c switch
    {
        '"' or '“' or '”' or '„' or '‟' or '＂' or '〝' or '〞' => MarkFamily.Double,
        '\'' or '‘' or '’' or '‚' or '‛' or '`' or '´' => MarkFamily.Single,
        '«' or '»' => MarkFamily.Guillemet,
        '‹' or '›' => MarkFamily.SingleGuillemet,
        '「' or '」' or '『' or '』' => MarkFamily.Corner,
        _ => null,
    };

    /// <summary>1 for an opening form, −1 for a closing one, 0 for one that shows no direction.</summary>
    private static int DirectionOf(char c) => c switch
    {
        '“' or '„' or '‟' or '〝' or '‘' or '‚' or '‛' or '`' or '«' or '‹' or '「' or '『' => 1,
        '”' or '〞' or '’' or '´' or '»' or '›' or '」' or '』' => -1,
        _ => 0,
    };

    private static bool IsApostrophe(char c, char before, char after)
    {
        if (c is '‚' or '‛') return false;
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) return true;
        return c is '\'' or '’' && !char.IsLetterOrDigit(before) && char.IsAsciiDigit(after); // the '90s
    }

    /// <summary>5'10": a mark after figures that follow feet.</summary>
    private static bool IsInches(string text, int position, int from)
    {
        if (text[position] is not ('"' or '”' or '\'')) return false;
        var at = position - 1;
        while (at >= from && at > position - 3 && char.IsAsciiDigit(text[at])) at--;
        return at < position - 1 && at > from && text[at] is '\'' or '’' or '′' && char.IsAsciiDigit(text[at - 1]);
    }

    private static bool IsOpeningContext(char c) =>
        c is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '*' or '_' || FamilyOf(c) is not null ||
        CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OpenPunctuation;

    private static bool IsClosingContext(char c) =>
        c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '…' or '—' or '–' or '-' or '*' or '_';
}
