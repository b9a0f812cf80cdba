using System.Collections.Frozen;

namespace Counterclaim.Model.Names;

/// <summary>Letters of other scripts in Latin ones, by the schemes that news English follows most: passports for Ukrainian and Russian, BGN/PCGN else.</summary>
/// <remarks>For keys only. Letters that languages read differently take the reading whose key meets the most spellings (<see cref="NameKey"/>).</remarks>
public static class Romanization
{
    private static readonly FrozenDictionary<char, string> Letters = new[]
    {
        // Ukrainian, Russian, Belarusian, Bulgarian
        "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ь - ъ - ю iu я ia ё e ы y э e",
        // Serbian, Macedonian
        "ј i љ li њ ni ћ ch ђ dj џ dzh ѓ g ќ k ѕ dz",
        // Greek
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y ΐ i ΰ y",
        // Arabic, Persian; short vowels are not written
        "ا a أ a إ i آ a ء - ئ - ؤ u ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n ه h ة - و u ي i ى a پ p چ ch ژ zh گ g ک k ی i ڤ v",
        // Hebrew; the letters that stand for vowels too are read as vowels
        "א a ב b ג g ד d ה h ו u ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע - פ p ף f צ ts ץ ts ק k ר r ש sh ת t",
    }.SelectMany(Pairs).ToFrozenDictionary(p => p.Letter, p => p.Latin);

    /// <summary>The Latin letters for one in lower case, empty for one that is not sounded; null for a letter of no script listed.</summary>
    public static string? Of(char letter) => Letters.GetValueOrDefault(letter);

    /// <summary>An Arabic word without the article written on to it ("الشرع" → "شرع").</summary>
    public static string WithoutArabicArticle(string word) =>
        word.Length > 4 && word[0] == 'ا' && word[1] == 'ل' ? word[2..] : word;

    private static IEnumerable<(char Letter, string Latin)> Pairs(string line)
    {
        var words = line.Split(' ');
        for (var i = 0; i + 1 < words.Length; i += 2) yield return (words[i][0], words[i + 1] == "-" ? "" : words[i + 1]);
    }
}
