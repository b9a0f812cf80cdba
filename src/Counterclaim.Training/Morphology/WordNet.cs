namespace Counterclaim.Training.Morphology;

/// <summary>Inflected English forms with their lemmas, from WordNet's list of base forms, its lists of exceptions and the regular rules of spelling.</summary>
/// <remarks>They are examples to learn spellings from; a form nobody writes does no harm among them.</remarks>
internal sealed class WordNet
{
    private readonly Dictionary<(string Form, string Tag), (string Lemma, int Frequency)> _lemmas = [];
    private readonly Dictionary<string, int> _frequency = [];
    private readonly HashSet<string> _proper = [];

    /// <summary>Form and joint tag → lemma. Where several base forms share a form, that of the commonest.</summary>
    public IEnumerable<(string Form, string Tag, string Lemma)> Forms =>
        _lemmas.Select(l => (l.Key.Form, l.Key.Tag, l.Value.Lemma)).OrderBy(l => l.Form, StringComparer.Ordinal).ThenBy(l => l.Tag, StringComparer.Ordinal);

    /// <summary>Adjectives always written with a capital ("Peruvian").</summary>
    public IEnumerable<string> CapitalAdjectives => _proper.Order(StringComparer.Ordinal);

    public bool IsVerb(string lemma) => _lemmas.ContainsKey((lemma, "VERB VB"));

    /// <param name="folder">With index.noun, noun.exc and the rest.</param>
    /// <exception cref="IOException">A file is missing.</exception>
    public static WordNet Read(string folder)
    {
        var forms = new WordNet();
        forms.ReadProper(Path.Combine(folder, "data.adj"));
        forms.ReadPart(folder, "noun", ["NOUN NN"], Nouns);
        forms.ReadPart(folder, "verb", ["VERB VB", "VERB VBP"], Verbs);
        forms.ReadPart(folder, "adj", ["ADJ JJ"], Adjectives);
        forms.ReadPart(folder, "adv", ["ADV RB"], _ => []);
        return forms;
    }

    private void ReadPart(string folder, string part, string[] baseTags, Func<string, IEnumerable<(string Form, string Tag)>> inflect)
    {
        _frequency.Clear();
        foreach (var line in File.ReadLines(Path.Combine(folder, "index." + part)))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] == ' ' || !IsWord(columns[0])) continue;
            // lemma pos synsets pointers … senses tagged-senses: a word with tagged senses is used in running text.
            _frequency[columns[0]] = int.Parse(columns[5 + int.Parse(columns[3], System.Globalization.CultureInfo.InvariantCulture)], System.Globalization.CultureInfo.InvariantCulture) * 10
                + int.Parse(columns[2], System.Globalization.CultureInfo.InvariantCulture);
        }
        foreach (var line in File.ReadLines(Path.Combine(folder, part + ".exc")))
        {
            var columns = line.Split(' ');
            if (columns.Length < 2 || !IsWord(columns[0]) || !_frequency.ContainsKey(columns[1])) continue;
            foreach (var tag in TagsOfException(part, columns[0])) Offer(columns[0], tag, columns[1], Preference.Exception);
        }
        foreach (var word in _frequency.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var tag in baseTags) Offer(word, tag, word, Preference.Base);
            foreach (var (form, tag) in inflect(word)) Offer(form, tag, word, form.Length == word.Length + 1 ? Preference.OneLetterMore : Preference.Regular);
            foreach (var tag in TagsOfUnchanged(part, word)) Offer(word, tag, word, Preference.Unchanged);
        }
    }

    /// <summary>Which base form a form belongs to where it may belong to several: "corpses" to "corpse", not to "corps"; "amenities" to "amenity",
    /// though it has an entry of its own; "bid" is the past of "bid" for want of another. Within one preference the commoner word wins.</summary>
    private enum Preference
    {
        Unchanged,
        Regular,
        OneLetterMore,
        Exception,
        Base,
    }

    private void Offer(string form, string tag, string lemma, Preference preference)
    {
        var frequency = _frequency.GetValueOrDefault(lemma) + 100_000 * (int)preference;
        if (!_lemmas.TryGetValue((form, tag), out var known) || known.Frequency < frequency) _lemmas[(form, tag)] = (lemma, frequency);
    }

    private void ReadProper(string path)
    {
        var small = new HashSet<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (line[0] == ' ') continue;
            var columns = line.Split(' ');
            var count = Convert.ToInt32(columns[3], 16);
            for (var w = 0; w < count; w++)
            {
                var word = columns[4 + 2 * w].Split('(')[0];
                if (!word.All(char.IsAsciiLetter)) continue;
                if (char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower)) _proper.Add(word);
                else small.Add(word);
            }
        }
        _proper.RemoveWhere(word => small.Contains(word.ToLowerInvariant()));
    }

    private static bool IsWord(string text) => text.Length > 1 && text.All(c => char.IsAsciiLetterLower(c) || c == '-') && char.IsAsciiLetter(text[0]);

    private static string[] TagsOfException(string part, string form) => part switch
    {
        "noun" => ["NOUN NNS"],
        "verb" => form.EndsWith("ing", StringComparison.Ordinal) ? ["VERB VBG"] : form.EndsWith('s') ? ["VERB VBZ"] : ["VERB VBD", "VERB VBN"],
        "adj" => form.EndsWith("st", StringComparison.Ordinal) ? ["ADJ JJS"] : ["ADJ JJR"],
        _ => form.EndsWith("st", StringComparison.Ordinal) ? ["ADV RBS"] : ["ADV RBR"],
    };

    private static string[] TagsOfUnchanged(string part, string word) => part switch
    {
        "noun" when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => ["NOUN NNS"],
        "verb" when word[^1] is 't' or 'd' && Syllables(word) == 1 => ["VERB VBD", "VERB VBN"],
        _ => [],
    };

    private static IEnumerable<(string, string)> Nouns(string word)
    {
        yield return (WithS(word), "NOUN NNS");
        if (word.EndsWith('o')) yield return (word + "es", "NOUN NNS");
        // "Monarchs" beside "marches".
        if (word.EndsWith("ch", StringComparison.Ordinal)) yield return (word + "s", "NOUN NNS");
    }

    private static IEnumerable<(string, string)> Verbs(string word)
    {
        yield return (WithS(word), "VERB VBZ");
        foreach (var stem in Stems(word))
        {
            var past = stem.EndsWith('e') ? stem + "d" : EndsInConsonantY(stem) ? stem[..^1] + "ied" : stem + "ed";
            yield return (past, "VERB VBD");
            yield return (past, "VERB VBN");
            yield return (Ing(stem), "VERB VBG");
        }
    }

    private static IEnumerable<(string, string)> Adjectives(string word)
    {
        if (Syllables(word) > 2) yield break;
        foreach (var stem in Stems(word))
        {
            var root = stem.EndsWith('e') ? stem[..^1] : EndsInConsonantY(stem) ? stem[..^1] + "i" : stem;
            yield return (root + "er", "ADJ JJR");
            yield return (root + "est", "ADJ JJS");
        }
    }

    private static string WithS(string word) =>
        EndsInConsonantY(word) ? word[..^1] + "ies"
        : word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static string Ing(string stem) =>
        stem.EndsWith("ie", StringComparison.Ordinal) ? stem[..^2] + "ying"
        : stem.EndsWith('e') && stem.Length > 2 && stem[^2] is not ('e' or 'o' or 'y') ? stem[..^1] + "ing"
        : stem + "ing";

    /// <summary>What endings are put to: the last consonant is doubled after one short vowel, and in words of several syllables may be.</summary>
    private static IEnumerable<string> Stems(string word)
    {
        var doubles = word.Length > 2 && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y' or 'h') && IsVowel(word[^2]) && !IsVowel(word[^3]);
        var several = Syllables(word) > 1;
        if (!doubles || several) yield return word;
        if (doubles && (!several || word[^1] == 'l')) yield return word + word[^1];
    }

    private static bool EndsInConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !IsVowel(word[^2]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Syllables(string word)
    {
        var count = 0;
        for (var i = 0; i < word.Length; i++)
            if ((IsVowel(word[i]) || word[i] == 'y') && (i == 0 || !IsVowel(word[i - 1])) && !(i == word.Length - 1 && word[i] == 'e')) count++;
        return count;
    }
}
