using System.Globalization;
using System.Text;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>Reads brat standoff strictly by its description (brat.nlplab.org/standoff): what is not in it is an error.</summary>
internal sealed class BratReader
{
    private readonly Rune[] _text;
    private readonly HashSet<string> _ids = [];
    private readonly List<string> _references = [];

    /// <summary>Text-bound annotations: type, fragments in code points, the text given for them.</summary>
    public Dictionary<string, (string Type, List<(int Start, int End)> Fragments, string Text)> Marks { get; } = [];

    public List<(string Type, string First, string Second)> Relations { get; } = [];

    public List<(string Name, string Of, string? Value)> Attributes { get; } = [];

    public BratReader(string text, string annotations)
    {
        _text = [.. text.EnumerateRunes()];
        if (annotations.Length > 0) Assert.Equal('\n', annotations[^1]);
        foreach (var line in annotations.Split('\n').SkipLast(1)) Read(line);
        Assert.All(_references, id => Assert.Contains(id, _ids));
    }

    private void Read(string line)
    {
        var columns = line.Split('\t');
        var words = columns[1].Split(' ');
        Assert.True(_ids.Add(columns[0]), $"{columns[0]} is there twice");
        Assert.True(int.Parse(columns[0][1..], NumberStyles.None, CultureInfo.InvariantCulture) > 0);
        switch (columns[0][0])
        {
            case 'T':
                Assert.Equal(3, columns.Length);
                var fragments = columns[1][(words[0].Length + 1)..].Split(';').Select(Fragment).ToList();
                for (var i = 1; i < fragments.Count; i++) Assert.True(fragments[i].Start >= fragments[i - 1].End, "fragments overlap");
                Assert.Equal(string.Join(' ', fragments.Select(f => string.Concat(_text[f.Start..f.End]))), columns[2]);
                Marks.Add(columns[0], (Word(words[0]), fragments, columns[2]));
                break;
            case 'R':
                Assert.True(columns.Length == 2 && words.Length == 3 && words[1].StartsWith("Arg1:", StringComparison.Ordinal) && words[2].StartsWith("Arg2:", StringComparison.Ordinal));
                _references.AddRange([words[1][5..], words[2][5..]]);
                Relations.Add((Word(words[0]), words[1][5..], words[2][5..]));
                break;
            case 'A':
                Assert.True(columns.Length == 2 && words.Length is 2 or 3);
                _references.Add(words[1]);
                Attributes.Add((Word(words[0]), words[1], words.Length == 3 ? Word(words[2]) : null));
                break;
            case 'N':
                Assert.True(columns.Length == 3 && words.Length == 3 && words[0] == "Reference" && words[2].Contains(':', StringComparison.Ordinal));
                _references.Add(words[1]);
                break;
            case '#':
                Assert.True(columns.Length == 3 && words.Length == 2 && words[0] == "AnnotatorNotes");
                _references.Add(words[1]);
                break;
            default:
                Assert.Fail($"no annotation: {line}");
                break;
        }
    }

    private static (int Start, int End) Fragment(string offsets)
    {
        var parts = offsets.Split(' ');
        Assert.Equal(2, parts.Length);
        (int Start, int End) fragment = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        Assert.True(fragment.Start >= 0 && fragment.Start < fragment.End);
        return fragment;
    }

    private static string Word(string word)
    {
        Assert.Matches("^[A-Za-z0-9_-]+$", word);
        return word;
    }
}
