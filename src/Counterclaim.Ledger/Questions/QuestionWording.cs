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
        var place = claims.Select(c => c.Place?.Name ?? c.Setting.Place?.Name).FirstOrDefault(n => n is not null);
        var agent = claims.Select(c => c.Agent?.Name).FirstOrDefault(n => n is not null);
        var patient = claims.Select(c => c.Patient?.Name).FirstOrDefault(n => n is not null);
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
            "stock" => $"How much {patient ?? "supply"} has {agent ?? "the force"}?",
            "detection" => $"What sees {place}?",
            "weather" => $"Whom does the weather help{at}?",
            "movement" => $"What is moving towards {place}?",
            "negotiation" => $"Are {Parties(agent, patient)} talking, and who is blamed for stalling?",
            "ceasefire" => $"Does the ceasefire{In(place)} hold, and who broke it?",
            "appeal" => $"What does {agent ?? "somebody"} ask of {patient ?? "others"}?",
            "aid" => $"What does {agent ?? "somebody"} give to {patient ?? "others"}?",
            "sanction" => $"What does {agent ?? "somebody"} cut off from {patient ?? "others"}?",
            "support" => $"How popular is {patient ?? agent ?? "the government"}?",
            "humanitarian" => $"What do people in {place} lack?",
            "intention" => $"What does {agent ?? "the force"} mean to do?",
            _ => $"{char.ToUpperInvariant(first.Kind[0])}{first.Kind[1..]}{at}?",
        };
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
