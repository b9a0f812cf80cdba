using System.Text;

namespace Counterclaim.Fuzz;

/// <summary>Makes texts nobody meant to write; the same seed makes the same text.</summary>
/// <param name="articles">Ordinary texts to spoil.</param>
public sealed class HostileTexts(IReadOnlyList<string> articles)
{
    public const int Longest = 1 << 20;

    private static readonly string[] Pieces =
    [
        "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''", "(", ")", "[", "]", "{", "}", "<", ">", "[4]", "(a)", ".", "..", "...", "…", ". . .",
        "!", "?", "?!", ";", ":", ",", "-", "--", "–", "—", "―", "/", "\\", "|", "*", "•", "#", "@", "&", "%", "$", "€", "£5", "_", "=", "+", "^", "~",
        " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u000B", "\u000C", "\u0085", "\u00A0", "\u2009", "\u2028", "\u2029", "\u3000",
        "\0", "\u0001", "\u001B", "\u007F", "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\uFFFE", "\uFFFF", "\uFFFC", "\uFFFD",
        "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
        "\u0301", "\u0300\u0301\u0302", "e\u0301", "\u20DD", "\u064B", "\u0E31", "\uD800", "\uDFFF", "\uDC00\uD800", "\uDB40\uDC67",
        "🙂", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇦", "1️⃣", "👍🏽", "❤️", "𝒳", "𐍈", "中文", "العربية", "עברית", "Київ", "ไทย", "हिन्दी", "ß", "İ", "ı", "ǅ", "ﬁ", "²", "½", "Ⅷ", "٣",
        "The", "the", "said", "U.S.", "Mr.", "No.", "a.m.", "e.g.", "J.K.", "can't", "n't", "'s", "'S", "s'", "cannot", "gonna", "'em", "o'clock", "rock'n'roll",
        "KYIV", "KYIV, Nov 10 (Agency) —", "5,000", "3.5", "1990s", "'90s", "10th", "5km", "1-2", "10:30", "$5m", "-5", "+380", "2026-11-22", "T-72", "F-16s",
        "https://x.example/a?b=c#d", "www.x.example", "x@y.example", "@x_y", "#z", "a/b", "a.b.c", "x.", ".x", "A.", "a-", "-a", "a--b", "and/or", "Ph.D.", "vs.",
    ];

    private static readonly string[] Blanks = ["", "", " ", " ", " ", "\n", "\n\n", "\u00A0", "\t"];

    /// <summary>A text for a seed, and what kind of text it is.</summary>
    public (string Kind, string Text) Make(int seed)
    {
        var random = new Random(seed);
        return random.Next(100) switch
        {
            < 15 => ("any code units", Units(random, Length(random, 3000))),
            < 40 => ("pieces", Join(random, Length(random, 600))),
            < 70 => ("spoilt article", Spoilt(random)),
            < 80 => ("one piece repeated", Repeat(Piece(random), Length(random, Longest))),
            < 88 => ("a few pieces repeated", Repeat(Join(random, 1 + random.Next(6)), Length(random, Longest))),
            < 92 => ("giant word", Word(random, Length(random, Longest))),
            < 96 => ("giant sentence", Endless(random, Length(random, Longest >> 2))),
            _ => ("nested marks", Nested(random, Length(random, Longest >> 3))),
        };
    }

    /// <summary>A short text to be repeated, for measuring how time grows.</summary>
    public (string Kind, string Text) MakeUnit(int seed)
    {
        var random = new Random(seed);
        return random.Next(5) switch
        {
            0 => ("one piece", Piece(random)),
            1 => ("piece and blank", Piece(random) + " "),
            2 => ("few pieces", Join(random, 2 + random.Next(5))),
            3 => ("words", Endless(random, 40) + " "),
            _ => ("code units", Units(random, 1 + random.Next(8))),
        };
    }

    public static string Repeat(string piece, int length)
    {
        if (piece.Length == 0) piece = " ";
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString();
    }

    /// <summary>Short texts are the rule; long ones are rare, since they take their time.</summary>
    private static int Length(Random random, int longest) => 1 + (int)(longest * Math.Pow(random.NextDouble(), 20));

    private static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];

    private static string Units(Random random, int length)
    {
        var (low, width) = random.Next(4) switch
        {
            0 => (0, 0x10000),
            1 => (0, 0x80),
            2 => (0xD7F0, 0x820),
            _ => (random.Next(0xFF00), 0x100),
        };
        return string.Create(length, (random, low, width), (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = from.random.Next(6) == 0 ? ' ' : (char)Math.Min(0xFFFF, from.low + from.random.Next(from.width));
        });
    }

    private static string Join(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(Piece(random)).Append(Blanks[random.Next(Blanks.Length)]);
        return text.ToString();
    }

    private string Article(Random random) => articles[random.Next(articles.Count)];

    private string Spoilt(Random random)
    {
        var text = new StringBuilder(Article(random));
        for (var changes = random.Next(30); changes >= 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(text.Length - at, 1 + random.Next(random.Next(4) == 0 ? 400 : 12));
            switch (random.Next(7))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, text.ToString(at, length)); break;
                case 2: text.Insert(at, Piece(random)); break;
                case 3: text.Insert(at, Repeat(Piece(random), 1 + random.Next(200))); break;
                case 4: text.Replace(" ", Blanks[random.Next(Blanks.Length)], at, length); break;
                case 5: text.Replace(". ", " ", at, text.Length - at); break;
                default: text[at] = (char)random.Next(0x10000); break;
            }
        }
        return random.Next(12) switch
        {
            0 => text.ToString().ToUpperInvariant(),
            1 => text.ToString().ToLowerInvariant(),
            2 => text.Replace(" ", "").ToString(),
            3 => text.Replace("\n", " ").ToString(),
            _ => text.ToString(),
        };
    }

    private static string Word(Random random, int length)
    {
        var alphabet = random.Next(4) switch { 0 => "a", 1 => "aB9", 2 => "é\u0301ßЖ中", _ => "a-'.’" };
        return string.Create(length, (random, alphabet), (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = from.alphabet[from.random.Next(from.alphabet.Length)];
        });
    }

    private string Endless(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            foreach (var c in Article(random))
                if (char.IsLetter(c) || c == ' ') text.Append(c);
            text.Append(' ');
        }
        return text.ToString(0, length);
    }

    private static string Nested(Random random, int length)
    {
        string[] pairs = ["()", "[]", "{}", "“”", "‘’", "«»", "\"\"", "''"];
        var pair = pairs[random.Next(pairs.Length)];
        var inner = random.Next(2) == 0 ? "" : "he said ";
        var depth = 1 + length / (2 + inner.Length);
        return Repeat(pair[0] + inner, depth * (1 + inner.Length)) + (random.Next(2) == 0 ? "" : Repeat(pair[1].ToString(), depth));
    }
}
