using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Actors;
using NodaTime;

namespace Counterclaim.Reading.Times;

/// <summary>Time counted from something that happened, the notation of military logs, and days named by their number alone.</summary>
internal sealed partial class TimeParser
{
    private const int LongestEventName = 8;

    /// <summary>"day one of the war", "the 40th day of the siege", "the eve of the vote": no date until the happening has one.</summary>
    private FoundTime? EventDayAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        int end;
        if (Kind(j) == TimeWordKind.Unit && UnitOf(j) is TimeUnit.Day or TimeUnit.Week && !IsPlural(j) && Kind(j + 1) == TimeWordKind.Number && Value(j + 1) is > 0 and < 10_000) end = CardinalAt(j + 1).End;
        else if (Kind(j) == TimeWordKind.Ordinal && Kind(j + 1) == TimeWordKind.Unit && UnitOf(j + 1) is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && !IsPlural(j + 1)) end = j + 2;
        else if (Is(j, "eve") && j > i) end = j + 1;
        else return null;
        if (Kind(end) != TimeWordKind.Of) return null;
        var anchor = EventName(end + 1);
        return anchor.End > anchor.Start ? new FoundTime(i, end, TimeType.Date, null, "event") { Anchor = anchor } : null;
    }

    /// <summary>The happening that an amount of time is counted from: "after the vote", "before the attack on the port", "into the siege".</summary>
    private (int Start, int End) EventAfter(int i) =>
        Kind(i) is TimeWordKind.After or TimeWordKind.Before or TimeWordKind.Of || (Kind(i) == TimeWordKind.Preposition && Is(i, "into")) ? EventName(i + 1) : default;

    /// <summary>A noun phrase that names no time, from its article or first word to its head.</summary>
    private (int Start, int End) EventName(int i)
    {
        if (!Exists(i) || Kind(i) is not (TimeWordKind.Other or TimeWordKind.The or TimeWordKind.Article or TimeWordKind.That or TimeWordKind.This)) return default;
        var head = -1;
        for (var j = i; j < Math.Min(_words.Count, i + LongestEventName); j++)
        {
            var upos = analysis.Upos[_words[j].Token];
            if (upos is Upos.Noun or Upos.Propn && Kind(j) == TimeWordKind.Other) head = j;
            else if (upos is not (Upos.Det or Upos.Adj or Upos.Num or Upos.Pron or Upos.Part or Upos.Noun or Upos.Propn)) break;
        }
        return head >= i ? (i, head + 1) : default;
    }

    /// <summary>"an eight-month-old truce": how long a thing has been; people's ages tell no time of the story.</summary>
    private FoundTime? AgeOfThing(int start, int end, Amount amount, TimeUnit unit)
    {
        if (Kind(end) != TimeWordKind.Hyphen || !Is(end + 1, "old") || !Exists(end + 2) || Kind(end + 2) != TimeWordKind.Other) return null;
        for (var j = end + 2; j < Math.Min(_words.Count, end + 2 + LongestEventName); j++)
        {
            var token = _words[j].Token;
            if (analysis.Upos[token] is Upos.Adj or Upos.Propn or Upos.Noun && j + 1 < _words.Count && analysis.Upos[_words[j + 1].Token] is Upos.Noun) continue;
            return analysis.Upos[token] == Upos.Noun && NounLexicon.Default.NounOrGuess(analysis.Lemma(token).ToLowerInvariant()) is not { Class: NounClass.Person }
                ? FoundTime.OfDuration(Kind(start) == TimeWordKind.Article ? start + 1 : start, end, amount.Text, unit)
                : null;
        }
        return null;
    }

    /// <summary>Date-time groups: "101430ZNOV25", "101430Z NOV 25" (day, hour and minute, zone letter, month, year).</summary>
    private FoundTime? MilitaryAt(int i)
    {
        const int Stamp = 7;
        if (Kind(i) != TimeWordKind.Stamp) return null;
        var form = _words[i].In(_text);
        int month, year, end;
        if (form.Length == Stamp && Kind(i + 1) == TimeWordKind.Month && IsDigits(i + 2) && Kind(i + 2) == TimeWordKind.Number)
            (month, year, end) = (Value(i + 1), Value(i + 2), i + 3);
        else if (form.Length is Stamp + 5 or Stamp + 7 && TimeLexicon.MonthOf(form.Slice(Stamp, 3)) is { } glued && int.TryParse(form[(Stamp + 3)..], NumberStyles.None, CultureInfo.InvariantCulture, out var years))
            (month, year, end) = (glued, years, i + 1);
        else return null;
        var number = int.Parse(form[..(Stamp - 1)], CultureInfo.InvariantCulture);
        if (DateOrNull(year < 100 ? 2000 + year : year, month, number / 10_000) is not { } day || number / 100 % 100 > 23 || number % 100 > 59) return null;
        var value = string.Create(CultureInfo.InvariantCulture, $"{CalendarValue.Day(day)}T{number / 100 % 100:D2}:{number % 100:D2}{ZoneOf(form[Stamp - 1])}");
        return new FoundTime(i, end, TimeType.Time, value, "military") { Date = CalendarValue.Day(day), FixedYear = true };
    }

    /// <summary>The military time zones: Z is UTC, A to M (without J, local time) lie east of it, N to Y west.</summary>
    private static string ZoneOf(char letter) => letter switch
    {
        'Z' => "Z",
        'J' => "",
        <= 'I' => $"+{letter - 'A' + 1:D2}",
        <= 'M' => $"+{letter - 'A':D2}",
        _ => $"-{letter - 'N' + 1:D2}",
    };

    /// <summary>"on the 24th": the nearest day of that number on the side the tense points to.</summary>
    private FoundTime? OrdinalDayAt(int i)
    {
        if (DayOfTheMonthAt(i) is { } named) return named;
        if (Kind(i) == TimeWordKind.Ordinal && IsDigits(i) && Value(i) <= 31 && Is(i - 1, "on") && !CountsThings(i + 1) && Kind(i + 1) != TimeWordKind.Hyphen) // "on 29th"
            return FoundTime.OfDate(i, i + 1, anchors.DayOfMonth(Value(i), DirectionAt(i)) is { } bare ? CalendarValue.Day(bare) : null, "date");
        if (Kind(i) != TimeWordKind.The || Kind(i + 1) != TimeWordKind.Ordinal || !IsDigits(i + 1) || Value(i + 1) > 31) return null;
        if (!(Is(i - 1, "on") || Is(i - 1, "by") || Is(i - 1, "until") || Is(i - 1, "from") || Is(i - 1, "since"))) return null;
        if (Exists(i + 2) && Kind(i + 2) == TimeWordKind.Other && analysis.Upos[_words[i + 2].Token] is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num) return null; // "on the 24th floor"
        return FoundTime.OfDate(i, i + 2, anchors.DayOfMonth(Value(i + 1), DirectionAt(i)) is { } day ? CalendarValue.Day(day) : null, "date");
    }

    /// <summary>"the twenty-sixth day of the month": of the month the text is at.</summary>
    private FoundTime? DayOfTheMonthAt(int i)
    {
        var j = Kind(i) == TimeWordKind.The ? i + 1 : i;
        var (end, number) = SpokenDayAt(j) ?? (j + 1, Kind(j) == TimeWordKind.Ordinal ? Value(j) : 0);
        if (number is < 1 or > 31 || !Is(end, "day") || Kind(end + 1) != TimeWordKind.Of || PresentStretchAt(end + 2) is not { Date: { Granularity: Granularity.Month } month } stretch) return null;
        return FoundTime.OfDate(i, stretch.End, DateOrNull(month.Year, month.Start.Month, number) is { } day ? CalendarValue.Day(day) : null, "date");
    }

    /// <summary>"in the evening" of the day the text is at; "at night", "by day": no day in particular.</summary>
    private FoundTime? NightAt(int i) => Kind(i) == TimeWordKind.The && Kind(i + 1) == TimeWordKind.DayPart && !IsPluralForm(i + 1) && (Is(i - 1, "in") || Is(i - 1, "during"))
        ? new FoundTime(i, i + 2, TimeType.Time, null, "day part") { TimeOfDay = TimeLexicon.DayParts[Value(i + 1)] }
        : Kind(i) == TimeWordKind.DayPart && !IsPluralForm(i) && (Is(i - 1, "at") || Is(i - 1, "by"))
        ? new FoundTime(i, i + 1, TimeType.Time, "XXXX-XX-XX" + TimeLexicon.DayParts[Value(i)], "day part")
        : null;

    private bool IsPluralForm(int i) => _words[i].In(_text)[^1] == 's';

    /// <summary>"April 24 and 25", "May 3–5", "Nov. 11, 12 and 14": a further day of the month just named.</summary>
    private FoundTime? DayListedAfter(FoundTime found)
    {
        var j = found.End;
        if (found.Rule != "date" || found.Date is not { Granularity: Granularity.Day, Start: var first } || Kind(j - 1) == TimeWordKind.Month || IsYearNumber(j - 1)) return null;
        if (ThroughAt(j, first) is { } through) return through;
        var isListed = Kind(j) == TimeWordKind.Comma && IsDigits(j + 1) && (Kind(j + 2) is TimeWordKind.And && IsDayNumber(j + 3) && IsDigits(j + 3) || Kind(j + 2) == TimeWordKind.Comma && IsDayNumber(j + 3) && IsDigits(j + 3) && Kind(j + 4) == TimeWordKind.And);
        if (!isListed && Kind(j) is not (TimeWordKind.Hyphen or TimeWordKind.And) || !IsDayNumber(j + 1) || IsYearNumber(j + 1) || Kind(j + 1) == TimeWordKind.Ordinal && !IsDigits(j + 1)) return null;
        if (Kind(j + 2) is TimeWordKind.Month or TimeWordKind.Unit or TimeWordKind.MeridiemMark or TimeWordKind.Clock or TimeWordKind.Multiplier or TimeWordKind.Number || Kind(j + 2) == TimeWordKind.Of) return null;
        if (Exists(j + 2) && Kind(j + 2) == TimeWordKind.Other && !Touch(j + 1, j + 2) && analysis.Upos[_words[j + 2].Token] is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Sym) return null; // "on May 3 and 5 people died"
        var end = j + 2;
        var year = YearAfter(end) is { } named ? named : first.Year;
        if (YearAfter(end) is not null) end += Kind(end) == TimeWordKind.Comma ? 2 : 1;
        return Value(j + 1) > first.Day && DateOrNull(year, first.Month, Value(j + 1)) is { } day ? FoundTime.OfDate(j + 1, end, CalendarValue.Day(day), "date") : null;
    }

    /// <summary>"April 9 through the seventeenth", "from April 9 to the 17th": the last day of a range within one month.</summary>
    private FoundTime? ThroughAt(int j, LocalDate first)
    {
        if (!Is(j, "through") && !Is(j, "to") && !Is(j, "until") && !Is(j, "till")) return null;
        var day = Kind(j + 1) == TimeWordKind.The ? j + 2 : j + 1;
        if (Kind(day) != TimeWordKind.Ordinal || Value(day) > 31 || Kind(day + 1) is TimeWordKind.Of or TimeWordKind.Month || CountsThings(day + 1)) return null;
        return Value(day) > first.Day && DateOrNull(first.Year, first.Month, Value(day)) is { } last ? FoundTime.OfDate(j + 1, day + 1, CalendarValue.Day(last), "date") : null;
    }
}
