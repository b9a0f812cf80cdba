namespace Counterclaim.Language.Tokens;

internal ref partial struct Tokenizer
{
    private void Number()
    {
        var start = _at;
        var end = ThroughNumberMarks(start, DigitsEnd(start));
        if (end - start > LongestToken || !IsWordPart(Peek(end))) { Add(start, end); Clitics(); return; }

        var run = RunEnd(end);
        if (EnglishWords.NumberSuffixes.Contains(Slice(end, run)))
        {
            Add(start, end);
            // "5p.m.": the suffix is an abbreviation with its dots, which Word reads.
            return;
        }
        end = ThroughInnerMarks(start, run);
        Add(start, end);
        Clitics();
    }

    /// <summary>Extends digits over grouped thousands, decimals, times, dates, fractions and telephone numbers.</summary>
    private readonly int ThroughNumberMarks(int start, int end)
    {
        var hyphens = 0;
        while (end < _end && end - start < LongestToken && char.IsDigit(Peek(end + 1)))
        {
            var next = DigitsEnd(end + 1);
            switch (_text[end])
            {
                case ',' when !GroupsThousands(end, next):
                    return end;
                case '.' or ',' or ':' or '/':
                    end = next;
                    continue;
                case '\'' or '’' when next - end == 4:
                    end = next;
                    continue;
                case '-' when hyphens > 0 || KeepsHyphen(start, end, next):
                    hyphens++;
                    end = next;
                    continue;
            }
            break;
        }
        return end;
    }

    /// <summary>Whether a comma stands in one number (1,200 or 1,00,000) and not between the members of a list (13,14).</summary>
    private readonly bool GroupsThousands(int comma, int next) =>
        next - comma == 4 || (next - comma == 3 && Peek(next) == ',' && char.IsDigit(Peek(next + 1)));

    private readonly int LastDigits(int start, int end)
    {
        while (end > start && char.IsDigit(_text[end - 1])) end--;
        return end;
    }

    /// <summary>A hyphen stays in telephone numbers (555-1234, 713/555-1234), postal codes (77042-2016) and numeric dates
    /// (2025-11-10); a range is three tokens.</summary>
    private readonly bool KeepsHyphen(int start, int hyphen, int next)
    {
        if (Peek(next) == '-' && char.IsDigit(Peek(next + 1))) return true;
        var group = LastDigits(start, hyphen);
        return next - hyphen == 5 && (hyphen - group == 3 || (hyphen - group == 5 && group == start));
    }
}
