namespace Counterclaim.Reading.Gazetteers;

/// <summary>Rewrites a word grapheme by grapheme, the longest first. See <see cref="RomanisationTables"/> for the form of a table.</summary>
internal sealed class GraphemeTable
{
    private const int Letters = 26;

    /// <summary>Rules by the first letter of their grapheme, in the order in which they are tried.</summary>
    private readonly Rule[][] _rules;

    public GraphemeTable(string rules)
    {
        var all = rules.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToLookup(r => r.Grapheme[0] - 'a');
        _rules = Enumerable.Range(0, Letters)
            .Select(letter => all[letter].OrderByDescending(r => r.Grapheme.Length).ThenBy(r => r.Where).ToArray()).ToArray();
    }

    private enum Position
    {
        Initial,
        Final,
        Anywhere,
    }

    /// <summary>Appends the sounds of a word; false where a letter has none, as all but a to z.</summary>
    public bool Write(scoped ReadOnlySpan<char> word, ref KeyBuilder key)
    {
        for (var at = 0; at < word.Length;)
        {
            if (word[at] is < 'a' or > 'z') return false;
            var length = 0;
            foreach (var rule in _rules[word[at] - 'a'])
            {
                if (!word[at..].StartsWith(rule.Grapheme, StringComparison.Ordinal)) continue;
                if ((rule.Where == Position.Initial && at > 0) || (rule.Where == Position.Final && at + rule.Grapheme.Length < word.Length)) continue;
                key.Append(rule.Sounds);
                length = rule.Grapheme.Length;
                break;
            }
            if (length == 0) return false;
            at += length;
        }
        return true;
    }

    private static Rule Parse(string rule)
    {
        var (grapheme, sounds) = (rule[..rule.IndexOf('=')], rule[(rule.IndexOf('=') + 1)..]);
        return grapheme[0] == '^' ? new Rule(grapheme[1..], sounds, Position.Initial)
            : grapheme[^1] == '$' ? new Rule(grapheme[..^1], sounds, Position.Final)
            : new Rule(grapheme, sounds, Position.Anywhere);
    }

    private sealed record Rule(string Grapheme, string Sounds, Position Where);
}

/// <summary>A key while it is put together: a sound that follows itself is written once.</summary>
internal ref struct KeyBuilder(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private int _wordStart;

    public int Length { get; private set; }

    public void StartWord() => _wordStart = Length;

    public void Append(scoped ReadOnlySpan<char> sounds)
    {
        foreach (var sound in sounds)
            if ((Length == _wordStart || _buffer[Length - 1] != sound) && Length < _buffer.Length) _buffer[Length++] = sound;
    }

    /// <summary>Takes some sounds off the end of the word; true where there were any.</summary>
    public bool TrimEnd(scoped ReadOnlySpan<char> sounds)
    {
        var from = Length;
        while (Length > _wordStart && sounds.Contains(_buffer[Length - 1])) Length--;
        return Length < from;
    }
}
