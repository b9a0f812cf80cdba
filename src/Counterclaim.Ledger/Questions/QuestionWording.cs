using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;

namespace Counterclaim.Ledger.Questions;

/// <summary>Words a question for people, after docs/kinds.md.</summary>
public static class QuestionWording
{
    public static string Of(IReadOnlyList<Claim> claims)
    {
        var first = claims[0];
        var place = QuestionMaker.PlaceOf(claims)?.Name ?? claims.Select(c => c.Setting.Place?.Name).FirstOrDefault(n => n is not null);
        var agent = claims.Select(c => c.Agent?.Name).FirstOrDefault(n => n is not null) ?? Shared(claims, c => c.AgentWords);
        var patient = claims.Select(c => c.Patient?.Name).FirstOrDefault(n => n is not null) ?? Shared(claims, c => c.PatientWords);
        var at = place is null ? "" : " at " + place;
        return first.Kind switch
        {
            "control" => $"Who holds {place}?",
            "advance" => $"Is the front at {place} moving, and which way?",
            "encirclement" => $"Is {place} encircled?",
            "route" => $"Can {place} be supplied and left?",
            "casualties" => $"How many were {first.Position ?? "killed or wounded"}{In(place)}{On(claims)}?",
            "equipment" => $"How many {first.Quantity?.Unit ?? first.Patient?.Name ?? "pieces of equipment"} {(agent is null ? "were" : $"has {agent}")} {(first.Position is { } outcome ? outcome : "lost")}{On(claims)}?",
            "displacement" => $"How many have {first.Position ?? "left"}{In(place)}{On(claims)}?",
            "strike" => $"What was hit{In(place)}{On(claims)}, and by whom?",
            "responsibility" => $"Who did it{In(place)}{On(claims)}?",
            "strength" => $"How strong is {agent ?? "the force"}{at}?",
            "stock" => $"How much {Things.Of(first) ?? patient ?? "supply"} {(agent is null ? $"is there{In(place)}" : $"has {agent}")}?",
            "detection" => $"What sees {place}?",
            "weather" => $"Whom does the weather help{at}?",
            "movement" => $"What is moving towards {place}?",
            "negotiation" => $"Are {Parties(agent, patient)} talking, and who is blamed for stalling?",
            "ceasefire" => $"Does the ceasefire{In(place)} hold, and who broke it?",
            "appeal" => $"Was this asked{(agent is null ? "" : " by " + agent)}{(patient is null ? "" : " of " + patient)}: “{Shortened(first.Exact)}”?",
            "aid" => $"What does {agent ?? "somebody"} give to {patient ?? "others"}?",
            "sanction" => $"What does {agent ?? "somebody"} cut off from {patient ?? "others"}?",
            "support" => $"How popular is {patient ?? agent ?? "the government"}?",
            "humanitarian" => Things.Of(first) is { } thing ? $"Is there {thing} in {place}?" : $"What do people in {place} lack?",
            "intention" => $"Does {agent ?? "the force"} mean to do this: “{Shortened(first.Exact)}”?",
            _ => $"{char.ToUpperInvariant(first.Kind[0])}{first.Kind[1..]}{at}?",
        };
    }

    /// <summary>The words that all claims which fill a slot fill it with; null where they differ.</summary>
    private static string? Shared(IReadOnlyList<Claim> claims, Func<Claim, SlotWords?> slot)
    {
        string[] words = [.. claims.Select(c => slot(c)?.Telling).OfType<string>()];
        return words.Length > 0 && words.All(w => string.Equals(w, words[0], StringComparison.OrdinalIgnoreCase)) ? words[0] : null;
    }

    /// <summary>The first words of a clause, cut from it.</summary>
    private static string Shortened(string exact)
    {
        const int Most = 140;
        if (exact.Length <= Most) return exact;
        return exact[..(exact.LastIndexOf(' ', Most) is > 0 and var blank ? blank : Most)] + " …";
    }

    private static string In(string? place) => place is null ? "" : " in " + place;

    private static string Parties(string? agent, string? patient) => (agent, patient) switch
    {
        ({ } one, { } other) => $"{one} and {other}",
        (null, null) => "the parties",
        _ => (agent ?? patient) + " and others",
    };

    /// <summary>" on 10 October" where the claims agree on a day.</summary>
    private static string On(IReadOnlyList<Claim> claims)
    {
        var days = claims.Select(ClaimWindow.Of).OfType<ClaimWindow>().Where(w => w.IsTold && !w.IsPeriod).Select(w => w.From.Date).Distinct().ToList();
        return days.Count == 1 ? " on " + days[0].ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
    }
}
