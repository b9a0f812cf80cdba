using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.GazetteerCompiler;

/// <summary>Which names are indexed by their transliteration too: the main names of places where a romanised language is spoken, and our own spellings.</summary>
internal static class Transliterations
{
    /// <summary>Russia and Belarus have tens of thousands of villages that no report names; each would answer to some word.</summary>
    private const int SmallestFarTown = 50_000;

    public static IEnumerable<ulong> HashesOf(GazetteerDraft draft, DraftRow row)
    {
        if (!IsNamedInReports(draft, row)) return [];
        var names = row.Names.Where(n => n.Value == ToponymHitKind.Name).Select(n => n.Key)
            .Concat(row.Spellings.Select(s => ToponymNormalizer.Normalize(GazetteerOverlay.WithoutArticle(s))));
        return names.Distinct()
            .SelectMany(name => TransliterationKey.LanguagesOf(draft.CountryOf(row))
                .SelectMany(language => TransliterationKey.HeldKeys(name, language).Select(key => TransliterationKey.Hash(key, language))))
            .Distinct();
    }

    private static bool IsNamedInReports(GazetteerDraft draft, DraftRow row)
    {
        if (row.Spellings.Count == 0 && draft.CountryOf(row) is "RU" or "BY" && row.Population < SmallestFarTown && row.Kind.IsSettlement()) return false;
        return row.Kind.IsSettlement() || row.Kind.IsNatural()
            || row.Kind is ToponymKind.Region or ToponymKind.Area or ToponymKind.Camp or ToponymKind.Crossing;
    }
}
