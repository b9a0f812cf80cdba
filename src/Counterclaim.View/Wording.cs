using System.Globalization;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.View;

/// <summary>How the layouts put a reading's values into words; the same in the terminal, in Markdown and on the page.</summary>
public static class Wording
{
    public const string NoHolder = "no one named";

    /// <summary>"9 March 2026, 17:30 UTC"; the day alone where only that is known.</summary>
    public static string Date(Report report) => report.Published is { } time ? Date(time, report.PublishedIsDay) : "undated";

    public static string Date(DateTimeOffset time, bool dayOnly)
    {
        var day = time.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (dayOnly) return day;
        var zone = time.Offset == TimeSpan.Zero ? "UTC" : time.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return $"{day}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)} {zone}";
    }

    /// <summary>"The Courier · 9 March 2026 · Tamsin Orrell".</summary>
    public static string Head(Report report) => Joined(
        SafeText.OneLine(report.Publisher ?? "publisher unknown"), Date(report), SafeText.OneLine(string.Join(", ", report.Byline)));

    /// <summary>"9 statements by 5 holders · 12 own-voice clauses (2 loaded) · 6 places · 4 times".</summary>
    public static string Counts(LedgerView view)
    {
        var reading = view.Reading;
        var loaded = view.Own.Count(a => a.Loaded.Count > 0);
        var holders = view.Holders.Count();
        return Joined(
            Count(reading.Statements.Count, "statement") + (holders > 0 ? $" by {Count(holders, "holder")}" : ""),
            Count(view.Own.Count, "clause") + " in own voice" + (loaded > 0 ? $" ({loaded} loaded)" : ""),
            reading.Consequences.Count > 0 ? Count(reading.Consequences.Count, "consequence") : "",
            reading.Places.Count > 0 ? Count(reading.Places.Count, "place") : "",
            reading.Times.Count > 0 ? Count(reading.Times.Count, "time") : "");
    }

    /// <summary>The holder in the report's words; the actor's name for a holder who is not expressed.</summary>
    public static string Holder(LedgerView view, Statement statement) =>
        !statement.Holder.IsEmpty ? SafeText.OneLine(statement.Holder, view.Text)
        : view.ActorOf(statement.Actor) is { } actor ? SafeText.OneLine(actor.Name)
        : NoHolder;

    /// <summary>Whom the holder's words stand for, where they do not say it themselves ("he" → "Teodor Halloran"); else null.</summary>
    public static string? ResolvedHolder(LedgerView view, Statement statement)
    {
        if (view.ActorOf(statement.Actor) is not { } actor) return null;
        var name = SafeText.OneLine(actor.Name);
        return Holder(view, statement).Contains(name, StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    /// <summary>"direct", "deny · indirect", "not asserted"…: how it is said; an assertion goes without saying.</summary>
    public static string Manner(Statement statement) => Joined(
        statement.Act == SpeechAct.Assert ? "" : JsonNames.Of(statement.Act),
        JsonNames.Of(statement.Mode),
        statement.NegatedOrHypothetical ? "not asserted" : "");

    /// <summary>"to the paper · through X · said Tuesday = 2026-03-10".</summary>
    public static string Circumstances(LedgerView view, Statement statement) => Joined(
        view.ActorOf(statement.Addressee) is { } addressee ? $"to {SafeText.OneLine(addressee.Name)}" : "",
        statement.Channel is { } channel ? $"through {SafeText.OneLine(channel)}" : "",
        view.TimeOf(statement.Time) is { } time ? $"said {Time(view, time)}" : "");

    /// <summary>"responds to s1" seen from one end, "answered by s5" from the other.</summary>
    public static string Link(Link link, string seenFrom) =>
        link.From == seenFrom ? $"{Outward(link.Relation)} {link.To}" : $"{Inward(link.Relation)} {link.From}";

    public static string Outward(LinkRelation relation) => relation switch
    {
        LinkRelation.Responds => "responds to",
        _ => JsonNames.Of(relation),
    };

    public static string Inward(LinkRelation relation) => relation switch
    {
        LinkRelation.Repeats => "repeated by",
        LinkRelation.Supports => "supported by",
        LinkRelation.Contradicts => "contradicted by",
        LinkRelation.Denies => "denied by",
        _ => "answered by",
    };

    /// <summary>"Tuesday = 2026-03-10"; the words alone while unresolved.</summary>
    public static string Time(LedgerView view, TimeExpression time)
    {
        var words = SafeText.OneLine(time.Span.In(view.Text));
        return time.Value is { } value ? $"{words} = {value}" : $"{words} (unresolved)";
    }

    /// <summary>"Port Ash (city, 41.20° N 8.10° E)".</summary>
    public static string Place(Place place)
    {
        var about = Join(
            ", ", [place.Kind, place.Country ?? "", Coordinates(place) ?? "not located", Within(place), Role(place)]);
        return $"{SafeText.OneLine(place.Name)} ({SafeText.OneLine(about)})";
    }

    /// <summary>What the name does in its sentence where it is not simply the place; empty else.</summary>
    public static string Role(Place place) => place.Role switch
    {
        PlaceRole.Metonym => "stands for a government",
        PlaceRole.Origin => "says whose or where from",
        PlaceRole.Organisation => "part of a name",
        _ => "",
    };

    /// <summary>"in Saltfen, ± 80 km" for a place no gazetteer holds, "± 12 km" for one whose point alone would mislead; empty else.</summary>
    public static string Within(Place place)
    {
        const double Point = 10;
        var radius = place is { Role: PlaceRole.Literal, RadiusKm: { } kilometres, Kind: not "country" } && (kilometres >= Point || place.Container is not null)
            ? string.Create(CultureInfo.InvariantCulture, $"± {kilometres:0} km") : "";
        return place.Container is { } container ? Join(", ", ["in " + SafeText.OneLine(container), radius]) : radius;
    }

    /// <summary>"20 km east of: 48.28° N 37.45° E ± 4 km": what the words around a name mean; empty where there are none.</summary>
    public static string Relation(LedgerView view, Place place)
    {
        if (place.Relation is not { } relation) return "";
        var at = Coordinates(place with { Latitude = relation.Latitude, Longitude = relation.Longitude });
        return string.Create(CultureInfo.InvariantCulture, $"{SafeText.OneLine(relation.Span.In(view.Text))}: {at} ± {relation.RadiusKm:0} km");
    }

    public static string? Coordinates(Place place) =>
        place is { Latitude: { } latitude, Longitude: { } longitude }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Abs(latitude):0.00}° {(latitude < 0 ? 'S' : 'N')} {Math.Abs(longitude):0.00}° {(longitude < 0 ? 'W' : 'E')}")
            : null;

    /// <summary>"strike · the militia → a grain store · the eastern mole": the slots of an assertion, nothing of an unknown kind.</summary>
    public static string Slots(LedgerView view, Assertion assertion) => Joined(
        assertion.Kind ?? "",
        assertion.Polarity == Polarity.Negative ? "negated" : "",
        assertion.Position ?? "",
        assertion.Quantity is { } quantity ? Quantity(quantity) : "",
        DoneBy(view, assertion),
        view.PlaceOf(assertion.Place) is { } place ? SafeText.OneLine(place.Name) : "",
        view.TimeOf(assertion.Time) is { } time ? When(time.Value, time.Span.In(view.Text)) : "",
        assertion.Certainty == Certainty.Certain ? "" : JsonNames.Of(assertion.Certainty));

    /// <summary>A time's value; the words themselves where that is the code of "now", of a length or of a part of no day known ("PRESENT_REF", "P61D", "XXXX-XX-XXTNI").</summary>
    public static string When(string? value, ReadOnlySpan<char> words) =>
        value is [>= '0' and <= '9', ..] ? value : SafeText.OneLine(words);

    /// <summary>"the militia → a grain store": the words of who does it and to whom; those counted stand in the quantity.</summary>
    private static string DoneBy(LedgerView view, Assertion assertion)
    {
        var agent = Named(view, assertion.AgentSpan, assertion.Agent);
        var patient = assertion.Quantity is null ? Named(view, assertion.PatientSpan, assertion.Patient) : "";
        if (patient.Length > 0) return (agent.Length > 0 ? agent + " " : "") + "→ " + patient;
        return agent.Length > 0 ? "by " + agent : "";
    }

    private static string Named(LedgerView view, TextSpan? words, string? actor)
    {
        if (words is not { } span) return "";
        var text = SafeText.OneLine(span.In(view.Text));
        return text.ToLowerInvariant() is "he" or "she" or "it" or "they" or "we" or "i" or "who" or "them" or "him" or "her" or "us" && view.ActorOf(actor) is { } named ? SafeText.OneLine(named.Name) : text;
    }

    /// <summary>"loaded: regime (denies a government its standing)"; empty where nothing is.</summary>
    public static string Loaded(LedgerView view, Assertion assertion) => assertion.Loaded.Count == 0 ? "" : "loaded: " + string.Join(", ", assertion.Loaded.Select(
        word => SafeText.OneLine(word.Span.In(view.Text)) + (word.Reason is { } reason ? $" ({SafeText.OneLine(reason)})" : "")));

    /// <summary>"≥ 41 killed", "30–40", "about 10 armored vehicle".</summary>
    public static string Quantity(Quantity quantity)
    {
        var bound = quantity.Bound switch
        {
            QuantityBound.AtLeast => "≥ ",
            QuantityBound.AtMost => "≤ ",
            _ => "",
        };
        var value = Number(quantity.Value) + (quantity.To is { } to ? $"–{Number(to)}" : "");
        return (quantity.Approximate ? "about " : "") + bound + value + (quantity.Unit is { } unit ? $" {SafeText.OneLine(unit)}" : "");
    }

    /// <summary>"if … then", the words between a cause and its effect.</summary>
    public static string Relation(ConsequenceRelation relation) => relation switch
    {
        ConsequenceRelation.Cause => "leads to",
        ConsequenceRelation.Condition => "if so, then",
        ConsequenceRelation.Enable => "makes possible",
        _ => "prevents",
    };

    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The parts that say something, between middle dots.</summary>
    public static string Joined(params ReadOnlySpan<string> parts) => Join(" · ", parts);

    private static string Join(string separator, ReadOnlySpan<string> parts)
    {
        var said = new List<string>(parts.Length);
        foreach (var part in parts)
            if (part.Length > 0) said.Add(part);
        return string.Join(separator, said);
    }

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
