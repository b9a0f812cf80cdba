using System.Collections.Frozen;

namespace Counterclaim.Ingest.Dates;

/// <summary>Names and usual abbreviations of the months in the languages of the pages we meet.</summary>
internal static class MonthNames
{
    private static readonly string[] Rows =
    [
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia ocak января янв січня ledna",
        "february feb februar feber février févr fevrier fevr febrero febbraio febr fevereiro fev februari lutego şubat февраля фев лютого února",
        "march mar märz mrz mars marzo março marco maart mrt marca mart марта мар березня března",
        "april apr avril avr abril abr aprile aprilie kwietnia nisan апреля апр квітня dubna",
        "may mai mayo maggio mag maio mei maja mayıs мая травня května maj",
        "june jun juni juin junio giugno giu junho czerwca haziran июня июн червня června",
        "july jul juli juillet juil julio luglio lug julho lipca temmuz июля июл липня července",
        "august aug août aout agosto ago augustus sierpnia ağustos августа авг серпня srpna augusti",
        "september sep sept septembre septiembre settembre set setembro września eylül сентября сен вересня září",
        "october oct oktober okt octobre octubre ottobre ott outubro out października ekim октября окт жовтня října",
        "november nov novembre noviembre novembro listopada kasım ноября ноя листопада listopadu",
        "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia aralık декабря дек грудня prosince desember",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers =
        Rows.SelectMany((row, i) => row.Split(' ').Select(name => (name, number: i + 1)))
            .DistinctBy(entry => entry.name)
            .ToFrozenDictionary(entry => entry.name, entry => entry.number, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or 0 for a word that names no month.</summary>
    public static int Number(ReadOnlySpan<char> name) => Numbers.TryGetValue(name, out var number) ? number : 0;
}
