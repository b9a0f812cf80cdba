using System.Globalization;
using Counterclaim.Model;
using Counterclaim.Reading.Data;

namespace Counterclaim.Reading.Assertions;

/// <summary>Reads the files in which kinds and their patterns are written; docs/kinds.md describes the format.</summary>
public static class PatternFile
{
    private static readonly string[] KindFiles =
    [
        "control", "advance", "encirclement", "strike", "casualties", "equipment", "strength", "route", "stock", "detection", "weather",
        "movement", "negotiation", "ceasefire", "appeal", "aid", "responsibility", "support", "displacement", "humanitarian", "intention",
    ];

    /// <summary>The kinds shipped with the room, in the order in which their patterns are tried.</summary>
    public static IReadOnlyList<AssertionKind> LoadKinds() => [.. KindFiles.SelectMany(name =>
    {
        var file = $"Assertions/Kinds/{name}.txt";
        return Parse(file, DataFile.Lines(file));
    })];

    /// <summary>The classes of nouns that patterns refer to by "@name".</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> LoadClasses()
    {
        var classes = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var (number, text) in DataFile.Lines("Assertions/classes.txt"))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw new FormatException($"classes.txt:{number}: 'name: word, word' expected.");
            classes[text[..colon]] = text[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        return classes;
    }

    /// <summary>Parses the lines of one file.</summary>
    /// <exception cref="FormatException">A line is not understood; the message names it.</exception>
    public static IReadOnlyList<AssertionKind> Parse(string file, IEnumerable<(int Number, string Text)> lines)
    {
        var kinds = new List<KindDraft>();
        foreach (var (number, text) in lines)
        {
            try
            {
                Take(kinds, number, text);
            }
            catch (FormatException exception)
            {
                throw new FormatException($"{file}:{number}: {exception.Message}", exception);
            }
        }
        return [.. kinds.Select(k => new AssertionKind(k.Name, k.Question, k.Scale, [.. k.Patterns.Select(p => p.Build(k.Name, k.IsSpoken))]))];
    }

    private static void Take(List<KindDraft> kinds, int number, string text)
    {
        if (text[0] == '[')
        {
            kinds.Add(new KindDraft(text.Trim('[', ']')));
            return;
        }
        if (kinds.Count == 0) throw new FormatException("A [kind] must come first.");
        var kind = kinds[^1];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (!char.IsWhiteSpace(text[0]))
        {
            if (colon < 0) kind.Patterns.Add(new PatternDraft(text.Trim()));
            else if (text.StartsWith("question:", StringComparison.Ordinal)) kind.Question = text[(colon + 1)..].Trim();
            else if (text.StartsWith("scale:", StringComparison.Ordinal)) kind.Scale = text[(colon + 1)..].Split('<', StringSplitOptions.TrimEntries);
            else if (text == "done: by speaking") kind.IsSpoken = true;
            else throw new FormatException($"Unknown heading '{text}'.");
            return;
        }
        if (kind.Patterns.Count == 0 || colon < 0) throw new FormatException($"'{text.Trim()}' belongs to no pattern.");
        kind.Patterns[^1].Take(text[..colon].Trim(), text[(colon + 1)..].Trim(), number);
    }

    private sealed class KindDraft(string name)
    {
        public string Name { get; } = name;

        public string Question { get; set; } = "";

        public IReadOnlyList<string> Scale { get; set; } = [];

        public bool IsSpoken { get; set; }

        public List<PatternDraft> Patterns { get; } = [];
    }

    private sealed class PatternDraft(string name)
    {
        private readonly List<Constraint> _constraints = [];
        private readonly List<PatternExample> _examples = [];
        private readonly List<Trigger> _triggers = [];
        private TriggerTag _tag = TriggerTag.Verb;
        private string? _position, _code, _unit;
        private bool _negative, _quantified;
        private Certainty _certainty = Certainty.Certain;

        public void Take(string key, string value, int line)
        {
            switch (key)
            {
                case "when": TakeTriggers(value); break;
                case "position": _position = value; break;
                case "code": _code = value; break;
                case "unit": _unit = value; break;
                case "polarity": (_negative, _quantified) = (value == "negative", value == "quantified"); break;
                case "certainty": _certainty = Enum.Parse<Certainty>(value, ignoreCase: true); break;
                case "example": _examples.Add(Example(value, line)); break;
                case "not": _examples.Add(new PatternExample(value, null, line)); break;
                case "need": _constraints.Add(Parse(Slot.None, Presence.Required, value)); break;
                case "without": _constraints.Add(Parse(Slot.None, Presence.Forbidden, value)); break;
                default:
                    var optional = key.EndsWith('?');
                    if (!Enum.TryParse<Slot>(optional ? key[..^1] : key, ignoreCase: true, out var slot) || slot == Slot.None)
                        throw new FormatException($"Unknown line '{key}'.");
                    _constraints.Add(Parse(slot, optional ? Presence.Optional : Presence.Required, value));
                    break;
            }
        }

        public Pattern Build(string kind, bool spoken) => new(kind, name, _tag, _triggers, _tag == TriggerTag.Adjective ? [.. _constraints.Select(WithGrammaticalSubject)] : _constraints)
        {
            Position = _position,
            IsSpoken = spoken,
            Code = _code,
            Unit = _unit,
            Negative = _negative,
            Quantified = _quantified,
            Certainty = _certainty,
            Examples = _examples,
        };

        /// <summary>What is "contested" or "missing" is the grammatical subject, even where the word is a participle.</summary>
        private static Constraint WithGrammaticalSubject(Constraint constraint) => constraint with
        {
            Ways = [.. constraint.Ways.Select(way => way.Path[0] == "subj" ? way with { Path = ["grammatical subj", .. way.Path.Skip(1)] } : way)],
        };

        private void TakeTriggers(string value)
        {
            var space = value.IndexOf(' ', StringComparison.Ordinal);
            _tag = Enum.Parse<TriggerTag>(value[..space], ignoreCase: true);
            foreach (var words in value[(space + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                var parts = words.Split(' ');
                _triggers.Add(new Trigger(parts[0], parts[1..]));
            }
        }

        private static Constraint Parse(Slot slot, Presence presence, string value)
        {
            var ways = new List<Way>();
            var open = new List<IReadOnlyList<string>>();
            foreach (var part in value.Split('|', StringSplitOptions.TrimEntries))
            {
                var at = part.IndexOf(" is ", StringComparison.Ordinal);
                open.Add((at < 0 ? part : part[..at]).Split('.'));
                if (at >= 0) Close(part[(at + 4)..].Split(',', StringSplitOptions.TrimEntries));
            }
            Close([]);
            return new Constraint(slot, presence, ways);

            void Close(string[] accepts)
            {
                ways.AddRange(open.Select(path => new Way(path, accepts)));
                open.Clear();
            }
        }

        private static PatternExample Example(string value, int line)
        {
            var arrow = value.IndexOf(" -> ", StringComparison.Ordinal);
            if (arrow < 0) throw new FormatException("An example needs ' -> ' and what is expected.");
            var expected = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in value[(arrow + 4)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals < 0) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{part}' is not of the form slot=text."));
                expected[part[..equals].Trim()] = part[(equals + 1)..].Trim();
            }
            return new PatternExample(value[..arrow], expected, line);
        }
    }
}
