using System.Globalization;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Claims;

/// <summary>Reads off a reading what surrounds its claims (<see cref="ClaimSetting"/>). Pure; looks no further than a few sentences around a clause.</summary>
internal sealed class SettingReader
{
    /// <summary>UTF-16 units before a clause in which its place and time are looked for.</summary>
    private const int PlaceReach = 260;

    /// <summary>UTF-16 units around a clause in which signs of the happening are looked for.</summary>
    private const int SignReach = 160;

    /// <summary>UTF-16 units at the head of a report, its title included, whose first place is what it is about.</summary>
    private const int HeadReach = 500;

    /// <summary>Figures below this agree by chance too often to say anything.</summary>
    private const double LeastTelling = 3;

    private static readonly Regex PartWords = Words(@"\b(among|of (the|them|those|whom|these)|in addition|further|additional|elsewhere|separate|separately|other (incidents?|attacks?|strikes?|areas?|parts?))\b");
    private static readonly Regex MoreDead = Words(@"\b(another|others?)\b");
    private static readonly Regex GrowingWords = Words(@"\b(rises?|rose|risen|rising|climb(s|ed|ing)?|reach(es|ed|ing)?|stands? at|grown|grew|brings?|bringing|brought|so far|previous(ly)?|initial(ly)?|revised|updated?|confirmed dead)\b");

    /// <summary>"TOLVANE, March 12 (Strait Wire) — ": where and when it was written, not where and when it happened.</summary>
    private static readonly Regex DatelineForm = new(@"^\p{Lu}[\p{Lu}\p{M}'’. -]+(,[^—–\n]{0,40})?(\([^)\n]{1,40}\)\s*)?(—|–|--| - )", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>UTF-16 units of a paragraph in which a dateline ends.</summary>
    private const int LongestDateline = 100;

    private readonly Model.Reading _reading;
    private readonly IReadOnlyList<TextSpan> _datelines;
    private readonly Dictionary<string, TimeExpression> _times;
    private readonly Place? _focus;

    public SettingReader(Model.Reading reading)
    {
        _reading = reading;
        _times = new Dictionary<string, TimeExpression>(StringComparer.Ordinal);
        foreach (var time in reading.Times) _times.TryAdd(time.Id, time);
        _datelines = [.. reading.Report.Paragraphs.Select(p => DatelineOf(p.Span)).OfType<TextSpan>()];
        _focus = reading.Places.FirstOrDefault(p => p.Span.Start < HeadReach && IsSpot(p) && !IsInDateline(p.Span)) ?? reading.Places.FirstOrDefault(p => p.Span.Start < HeadReach && IsSpot(p));
    }

    private string Text => _reading.Report.Text;

    /// <summary>The claims with their settings.</summary>
    public IReadOnlyList<Claim> Settle(IReadOnlyList<Claim> claims)
    {
        Claim[] settled = [.. claims.Select(c => c with { Setting = Of(c, claims) })];
        for (var i = 0; i < settled.Length; i++)
            if (!settled[i].Setting.IsPart && Array.Exists(settled, other => CountsMore(other, settled[i])))
                settled[i] = settled[i] with { Setting = settled[i].Setting with { IsPart = true } };
        return settled;
    }

    private ClaimSetting Of(Claim claim, IReadOnlyList<Claim> all)
    {
        var paragraph = _reading.Report.Paragraphs.FirstOrDefault(p => p.Span.Start <= claim.Span.Start && claim.Span.End <= p.Span.End)?.Span ?? new TextSpan(0, Text.Length);
        var isCount = claim.Quantity is not null;
        var time = claim.Meant is null ? TimeAround(claim.Span, paragraph) : null;
        return new ClaimSetting(
            claim.Place is null or { Kind: "country" } ? PlaceBefore(claim.Span, paragraph) : null,
            time,
            Happening.Of(claim.Exact),
            HappeningAround(claim.Span, paragraph),
            isCount ? CountScopes.Of(claim.Exact, claim.Meant ?? time, claim.Quantity!.Value) : CountScope.Happening,
            isCount && (PartWords.IsMatch(claim.Exact) || claim.Position == "killed" && MoreDead.IsMatch(Before(claim))),
            isCount && GrowingWords.IsMatch(claim.Exact),
            isCount ? CompanionsOf(claim, all) : []);
    }

    private static IReadOnlyList<string> CompanionsOf(Claim claim, IReadOnlyList<Claim> all)
    {
        var companions = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var other in all)
            if (other.Kind == claim.Kind && other.Position != claim.Position && other.Quantity is { Value: >= LeastTelling } count
                && other.Span.Start < claim.Span.End + SignReach && claim.Span.Start < other.Span.End + SignReach)
                companions.Add(string.Create(CultureInfo.InvariantCulture, $"{other.Position}={count.Value}"));
        return [.. companions];
    }

    /// <summary>The clause up to its count: "another seven were killed", but not "seven were killed and another nine wounded".</summary>
    private static ReadOnlySpan<char> Before(Claim claim) => claim.Exact.AsSpan(0, Math.Min(claim.Exact.Length, 24));

    private ClaimPlace? PlaceBefore(TextSpan clause, TextSpan paragraph)
    {
        var from = Math.Max(paragraph.Start, clause.Start - PlaceReach);
        var inside = _reading.Places.Where(p => p.Span.Start >= clause.Start && p.Span.End <= clause.End && IsSpot(p)).MinBy(p => p.RadiusKm ?? 0);
        var near = inside ?? _reading.Places.LastOrDefault(p => p.Span.Start >= from && p.Span.End <= clause.End && IsSpot(p) && !IsInDateline(p.Span)) ?? _focus;
        return near is null ? null : ClaimProjection.PlaceOf(near, Text);
    }

    private ClaimTime? TimeAround(TextSpan clause, TextSpan paragraph)
    {
        var from = Math.Max(paragraph.Start, clause.Start - SignReach);
        TimeExpression? best = null;
        foreach (var time in _reading.Times)
            if (time.Span.Start >= from && time.Span.End <= clause.End && time.Interval is { } interval && !ClaimWindow.IsLongerThanDay(interval) && !IsInDateline(time.Span)) best = time;
        return ClaimProjection.TimeOf(best?.Id, _times, Text);
    }

    /// <summary>The signs of the clause and of what stands before and after it in its paragraph.</summary>
    private Happening HappeningAround(TextSpan clause, TextSpan paragraph)
    {
        var start = Math.Max(paragraph.Start, clause.Start - SignReach);
        return Happening.Of(Text.AsSpan(start, Math.Min(paragraph.End, clause.End + SignReach / 2) - start));
    }

    private TextSpan? DatelineOf(TextSpan paragraph)
    {
        var head = Text.Substring(paragraph.Start, Math.Min(paragraph.Length, LongestDateline));
        return DatelineForm.Match(head) is { Success: true } found ? new TextSpan(paragraph.Start, paragraph.Start + found.Length) : null;
    }

    private bool IsInDateline(TextSpan span) => _datelines.Any(d => d.Contains(span));

    /// <summary>A place that something can happen at: literal, and no country.</summary>
    private static bool IsSpot(Place place) => place.Role == PlaceRole.Literal && place.Kind != "country";

    /// <summary>Whether the one counts more of the same people in the same time than the other, and so most likely holds it.</summary>
    private static bool CountsMore(Claim whole, Claim part) =>
        whole.Kind == part.Kind && whole.Position == part.Position && whole.Setting.Scope == part.Setting.Scope && !AreRivals(whole, part)
        && CountComparer.RangeOf(whole) is { } all && CountComparer.RangeOf(part) is { } some && all.Low > some.Low && !whole.Setting.IsPart
        && People.IsPart(CountComparer.PeopleOf(part), CountComparer.PeopleOf(whole))
        && (ClaimWindow.Of(whole) is not { } first || ClaimWindow.Of(part) is not { } second || first.Meets(second));

    /// <summary>Whether two others than the publisher give the figures: where they differ, they disagree.</summary>
    private static bool AreRivals(Claim one, Claim other) =>
        one.FirstTeller.Actor is { } first && other.FirstTeller.Actor is { } second && !ActorMatch.AreSame(first, second);

    private static Regex Words(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
