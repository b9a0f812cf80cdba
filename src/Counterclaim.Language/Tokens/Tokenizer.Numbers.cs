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

    /// <summary>A hyphen stays in telephone numbers (555-1234) and numeric dates (2025-11-10); a range is three tokens.</summary>
    private readonly bool KeepsHyphen(int start, int hyphen, int next) =>
        (hyphen - start == 3 && next - hyphen == 5) || (Peek(next) == '-' && char.IsDigit(Peek(next + 1)));
}
