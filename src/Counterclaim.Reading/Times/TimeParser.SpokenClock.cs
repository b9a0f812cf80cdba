using Counterclaim.Language;

namespace Counterclaim.Reading.Times;

/// <summary>Times of day in words, by their hour alone, and stretches of hours.</summary>
internal sealed partial class TimeParser
{
    private const int Noon = 12 * 60;

    /// <param name="Minutes">Since midnight, or since noon or midnight while <paramref name="HalfKnown"/> is false.</param>
    /// <param name="HalfKnown">It says whether it lies before or after noon.</param>
    private readonly record struct ClockTime(int Minutes, int End, bool HalfKnown);

    /// <summary>"half past seven", "a quarter to six", "ten minutes past 9", and after "at" also "twenty to nine".</summary>
    private ClockTime? SpokenMinutesAt(int i)
    {
        int minutes, j;
        var named = true;
        if (Kind(i) == TimeWordKind.Half) (minutes, j) = (30, i + 1);
        else if (Is(i, "quarter")) (minutes, j) = (15, i + 1);
        else if (Kind(i) == TimeWordKind.Article && Is(i + 1, "quarter")) (minutes, j) = (15, i + 2);
        else if (Kind(i) == TimeWordKind.Number)
        {
            (j, minutes) = CardinalAt(i);
            named = Kind(j) == TimeWordKind.Unit && UnitOf(j) == TimeUnit.Minute;
            if (named) j++;
        }
        else return null;
        if (Kind(j) == TimeWordKind.Hyphen) j++;
        var before = Is(j, "to");
        if (minutes is < 1 or > 59 || !before && !Is(j, "past") || Kind(j + 1) != TimeWordKind.Number || Value(j + 1) is < 1 or > 12) return null;
        var end = IsOClock(j + 2) ? j + 3 : j + 2;
        if (before && !Is(i - 1, "at") && end == j + 2 && (!named || Kind(i) == TimeWordKind.Half)) return null; // "from twenty to nine", "cut from a half to two"
        if (CountsThings(end)) return null;
        return new ClockTime((Value(j + 1) * 60 + (before ? -minutes : minutes) + Noon) % Noon, end, HalfKnown: false);
    }

    private bool IsOClock(int i) => Is(i, "o'clock") || Is(i, "o’clock") || Is(i, "oclock");

    /// <summary>"at 5", "at two thirty", "at 6.45": an hour without a mark, where a day stands beside it or people speak to each other.</summary>
    private ClockTime? BareHourAt(int i)
    {
        if (HourAt(i) is not { } hour) return null;
        if (hour.End > i + 1 && DayEndsAt(i) && !CountsThings(hour.End)) return hour; // "on March 18 nine thirty"
        if (ContinuesHours(i)) return CountsThings(hour.End) ? null : hour;
        if (OpensHours(i, hour.End)) return hour;
        if (CountsThings(hour.End) || Kind(hour.End) is TimeWordKind.Hyphen) return null;
        var isTold = Is(i - 1, "at") || Is(i - 1, "@");
        if (!isTold && !Is(i - 1, "around") && !Is(i - 1, "about") && !Is(i - 1, "circa") && !Is(i - 1, "by")) return null;
        return DayEndsAt(i - 1) || DayStartsAt(hour.End) || StandsInDayPart(hour.End) || (isTold && IsAddressed && _text[_words[i].Start] != '0') ? hour : null;
    }

    /// <summary>"5", "six forty-three", "6.45", "16:30": an hour, before it is known to be one.</summary>
    private ClockTime? HourAt(int i)
    {
        if (Kind(i) == TimeWordKind.Clock && Value(i) < 24 * 60) return new ClockTime(Value(i), i + 1, Value(i) >= 13 * 60);
        if (Kind(i) != TimeWordKind.Number) return null;
        if (IsDigits(i))
        {
            var form = _words[i].In(_text);
            if (DigitWords.DottedClock(form) is >= 0 and var dotted) return new ClockTime(dotted, i + 1, dotted >= 13 * 60);
            if (form.Length == 4 && form[0] == '0' && Value(i) % 100 < 60) return new ClockTime(Value(i) / 100 * 60 + Value(i) % 100, i + 1, HalfKnown: true);
            return form.Length <= 2 && Value(i) is >= 1 and <= 12 ? new ClockTime(Value(i) * 60, i + 1, HalfKnown: false) : null;
        }
        if (Value(i) is < 1 or > 12) return null;
        if (Kind(i + 1) != TimeWordKind.Number || IsDigits(i + 1) || Value(i + 1) is < 10 or > 59) return new ClockTime(Value(i) * 60, i + 1, HalfKnown: false);
        var (end, minutes) = CardinalAt(i + 1);
        if (Kind(end) == TimeWordKind.Unit && UnitOf(end) == TimeUnit.Minute) end++;
        return minutes < 60 ? new ClockTime(Value(i) * 60 + minutes, end, HalfKnown: false) : null;
    }

    private bool IsJoint(int i) => Kind(i) == TimeWordKind.Hyphen || Is(i, "to") || Is(i, "and") || Is(i, "until") || Is(i, "till") || Is(i, "through");

    /// <summary>The second hour of a stretch whose first one was just found.</summary>
    private bool ContinuesHours(int i) => IsJoint(i - 1) && _found is [.., { TimeOfDay: not null, Rule: "clock" } first] && first.End == i - 1 && (!Is(i - 1, "and") || Is(first.Start - 1, "between"));

    /// <summary>"from 7 to 7:30 tonight", "between 3 and 8 yesterday", and said to somebody "Monday 3-8".</summary>
    private bool OpensHours(int i, int end)
    {
        if (!IsJoint(end) || HourAt(end + 1) is not { } second || CountsThings(second.End)) return false;
        var joined = Kind(i - 1) == TimeWordKind.From && !Is(end, "and") || Is(i - 1, "between");
        var dayIsNear = DayEndsAt(i) || DayEndsAt(i - 1) || DayStartsAt(second.End);
        if (joined) return dayIsNear || Kind(end + 1) == TimeWordKind.Clock || Kind(second.End) == TimeWordKind.Zone || second.HalfKnown || second.End > end + 2;
        return dayIsNear && IsAddressed && !Is(end, "and");
    }

    /// <summary>Told to lie before or after noon by what stands around: "in the evening", a part of the day just named, the first hour of the stretch.</summary>
    private ClockTime InHalfOfDay(int i, ClockTime time)
    {
        if (time.HalfKnown) return time;
        var part = Is(time.End, "in") && Kind(time.End + 1) == TimeWordKind.The ? time.End + 2 : Is(time.End, "at") ? time.End + 1 : -1;
        if (part > 0 && Kind(part) == TimeWordKind.DayPart && !IsPluralForm(part)) return new ClockTime(ToPart(time.Minutes, Value(part)), part + 1, HalfKnown: true);
        if (_found is not [.., var last]) return time;
        if (last.End >= i - 2 && (last.Value ?? last.TimeOfDay) is { } value && Array.FindIndex(TimeLexicon.DayParts, p => value.EndsWith(p, StringComparison.Ordinal)) is >= 0 and var named)
            return time with { Minutes = ToPart(time.Minutes, named), HalfKnown = true };
        if (ContinuesHours(i) && Minutes(last.TimeOfDay) is { } first && time.Minutes < first) return time with { Minutes = time.Minutes % Noon + (first % Noon > time.Minutes % Noon && first >= Noon ? 0 : Noon) };
        return time;
    }

    private static int? Minutes(string? timeOfDay) =>
        timeOfDay is ['T', >= '0' and <= '9', _, ':', _, _] ? ((timeOfDay[1] - '0') * 10 + timeOfDay[2] - '0') * 60 + (timeOfDay[4] - '0') * 10 + timeOfDay[5] - '0' : null;

    /// <param name="part">Index of the part of the day.</param>
    private static int ToPart(int minutes, int part)
    {
        const int Night = 3, EarlyHours = 5 * 60;
        if (minutes >= 13 * 60) return minutes;
        var half = minutes % Noon;
        return part switch { 1 or 2 => half + Noon, Night => half < EarlyHours ? half : half + Noon, _ => half };
    }

    private bool StandsInDayPart(int end) => Is(end, "in") && Kind(end + 1) == TimeWordKind.The && Kind(end + 2) == TimeWordKind.DayPart;

    private bool DayEndsAt(int i) =>
        _found is [.., var last] && last.End == i && (last.Date is { Granularity: Granularity.Day } || last.Type == TimeTypeSet && last.Value?.StartsWith("XXXX", StringComparison.Ordinal) == true);

    private const Model.TimeType TimeTypeSet = Model.TimeType.Set;

    private bool DayStartsAt(int i)
    {
        if (Kind(i) == TimeWordKind.Comma || Is(i, "on")) i++;
        return Kind(i) switch
        {
            TimeWordKind.Weekday or TimeWordKind.CalendarDate => true,
            TimeWordKind.Deictic => Value(i) <= TimeLexicon.Tonight,
            TimeWordKind.This or TimeWordKind.Last or TimeWordKind.Next => Kind(i + 1) is TimeWordKind.Weekday or TimeWordKind.DayPart,
            _ => false,
        };
    }

    /// <summary>The word is what a number before it counts or measures, or a part of that number.</summary>
    private bool CountsThings(int i)
    {
        if (!Exists(i) || IsCapitalised(i) && Is(i + 1, "time")) return false;
        if (Kind(i) is TimeWordKind.Unit or TimeWordKind.Multiplier or TimeWordKind.Number or TimeWordKind.Ordinal or TimeWordKind.Of or TimeWordKind.Slash or TimeWordKind.Half or TimeWordKind.Than) return true;
        return Kind(i) == TimeWordKind.Other && (_text[_words[i].Start] is '%' or '°' || analysis.Upos[_words[i].Token] is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num or Upos.Sym);
    }

    /// <summary>Somebody speaks or writes to somebody: hours and days are told by numbers alone there, in the narrative of a report they are not.</summary>
    private bool IsAddressed => _isAddressed ??= (_words.Count > 0 && analysis.Xpos(_words[0].Token) is "VB" && analysis.Upos[_words[0].Token] == Upos.Verb) || _words.Exists(w => w.Kind == TimeWordKind.Other && w.End - w.Start <= 6
        && w.In(_text) is "I" or "i" or "you" or "You" or "we" or "We" or "us" or "me" or "my" or "My" or "our" or "your" or "Your" or "please" or "Please" or "Let" or "let");

    private bool? _isAddressed;
}
