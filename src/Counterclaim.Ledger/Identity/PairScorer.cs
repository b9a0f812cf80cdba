namespace Counterclaim.Ledger.Identity;

/// <summary>How likely two actors of different reports are one: a logistic score of signs, with the weights of <c>Data/identity-weights.tsv</c>.</summary>
/// <remarks>The score of Fellegi and Sunter (1969), a sum of weights of agreement and disagreement, on the scale of a probability.</remarks>
internal static class PairScorer
{
    private static readonly Dictionary<string, (double Weight, string Shown)> Weights =
        IdentityData.Rows("identity-weights.tsv", 3).ToDictionary(r => r[0], r => (IdentityData.Number(r[1]), r[2]));

    /// <summary>Compares two; null where nothing makes them comparable.</summary>
    public static IdentityProposal? Score(Candidate a, Candidate b)
    {
        if (a.Ref.CompareTo(b.Ref) > 0) (a, b) = (b, a);
        var signs = SignsOf(a, b);
        if (signs is null) return null;
        var sum = Weights["bias"].Weight;
        foreach (var sign in signs) sum += Weights[sign].Weight;
        return new IdentityProposal(a.Ref, b.Ref, Math.Round(1 / (1 + Math.Exp(-sum)), 6), [.. signs.OrderByDescending(s => Math.Abs(Weights[s].Weight)).ThenBy(s => s, StringComparer.Ordinal)]);
    }

    /// <summary>What a sign is called for people.</summary>
    public static string Shown(string sign) => Weights[sign].Shown;

    /// <summary>The signs for and against; null where the two share neither name nor role.</summary>
    public static List<string>? SignsOf(Candidate a, Candidate b)
    {
        var signs = new List<string>();
        if (a.Record.Identity is { } one && b.Record.Identity is { } other) signs.Add(one == other ? "same-identity" : "other-identity");
        var related = signs.Contains("same-identity");
        if (a.IsPerson != b.IsPerson)
        {
            if (OneName(a, b) is { } name)
            {
                signs.Add(name);
                signs.Add("kind-misread");
                related = true;
            }
            else signs.Add("other-kind");
        }
        else if (a.IsPerson ? AddPerson(a, b, signs) : AddBody(a, b, signs)) related = true;
        if (!related) return null;
        AddCountry(a, b, signs);
        AddContext(a, b, signs);
        return signs;
    }

    /// <summary>A reader may take a body for a person: one report tells that it is none, the other nothing but the name.</summary>
    private static string? OneName(Candidate a, Candidate b)
    {
        string? best = null;
        foreach (var one in a.Bodies)
            foreach (var other in b.Bodies)
                if (best != "same-words" && BodySigns.Of(one, other, _ => false) is { } sign && (sign is "same-words" or "short-form")) best = sign;
        return best;
    }

    private static bool AddPerson(Candidate a, Candidate b, List<string> signs)
    {
        var role = Roles.Sign(a.Role, b.Role);
        if (a.Person is { } name && b.Person is { } other)
        {
            if (name.SurnameSign(other) is not { } surname) return false;
            signs.Add(surname);
            if (name.GivenSign(other) is { } given) signs.Add(given);
            if (name.Suffix.Length > 0 && other.Suffix.Length > 0 && name.Suffix != other.Suffix) signs.Add("other-suffix");
            if (role is not null) signs.Add(role);
            return true;
        }
        if (role is null or "other-office") return false;
        signs.Add(role);
        if (IsOfficeOf(a, b) || IsOfficeOf(b, a)) signs.Add("office-of-place");
        else if (a.Places.Overlaps(b.Places) || a.Record.Country is { } country && country == b.Record.Country) signs.Add("office-alone");
        return true;
    }

    /// <summary>"the governor of Tessaly", and a governor in a report on Tessaly.</summary>
    private static bool IsOfficeOf(Candidate told, Candidate other)
    {
        var any = false;
        foreach (var detail in told.RoleDetails)
        {
            if (!other.Role.Contains(detail) && !other.Setting.Contains(detail)) return false;
            any = true;
        }
        return any;
    }

    private static bool AddBody(Candidate a, Candidate b, List<string> signs)
    {
        string? best = null;
        foreach (var one in a.Bodies)
            foreach (var other in b.Bodies)
                if (BodySigns.Of(one, other, word => a.IsSetting(word) || b.IsSetting(word)) is { } sign && (best is null || Weights[sign].Weight > Weights[best].Weight)) best = sign;
        if (best is null) return false;
        if (best == "generic-form" && a.Record.Country is { } country && country == b.Record.Country) best = "short-form";
        signs.Add(best);
        if (a.Record.Kind != b.Record.Kind) signs.Add("like-kind");
        return true;
    }

    private static void AddCountry(Candidate a, Candidate b, List<string> signs)
    {
        if (a.Record.Country is { } country && b.Record.Country is { } other) signs.Add(country == other ? "same-country" : "other-country");
    }

    private static void AddContext(Candidate a, Candidate b, List<string> signs)
    {
        if (a.Ref.Report == b.Ref.Report)
        {
            signs.Add("same-report");
            return;
        }
        var shared = a.Companions.Count(b.Companions.Contains);
        if (shared > 0) signs.Add(shared > 2 ? "many-companions" : "companions");
        if (a.Places.Overlaps(b.Places)) signs.Add("places");
    }
}
