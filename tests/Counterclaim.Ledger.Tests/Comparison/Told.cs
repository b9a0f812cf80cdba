using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Identity;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Comparison;

/// <summary>Claims made by hand, each of a report of its own.</summary>
internal static class Told
{
    private static int _reports;

    public static ClaimPlace Velm { get; } = new("Velm", "city") { Gazetteer = "demo:velm", Country = "XX", Point = new GeoPoint(41, 8), RadiusKm = 6, Precision = PlacePrecision.Exact };

    public static ClaimPlace Reef { get; } = new("Reef Province", "region") { Gazetteer = "demo:reef", Country = "XX", Point = new GeoPoint(41.1, 8.1), RadiusKm = 80, Precision = PlacePrecision.Region };

    public static ClaimPlace Harsk { get; } = new("Harsk", "city") { Gazetteer = "demo:harsk", Country = "XX", Point = new GeoPoint(43, 9), RadiusKm = 5, Precision = PlacePrecision.Exact };

    public static Claim By(string teller, string kind, string day, string exact = "", SpeechAct act = SpeechAct.Assert)
    {
        var id = $"r{Interlocked.Increment(ref _reports):000000}";
        var date = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var report = new ClaimReport(id, null, "Outlet " + id, null, new DateTimeOffset(date, TimeSpan.Zero), true);
        return new Claim(new ClaimRef(id, "c1"), report, kind, new TextSpan(0, exact.Length), exact)
        {
            CodePoints = new CodePointRange(0, exact.Length),
            Tellers = [new ClaimTeller("Outlet " + id), new ClaimTeller(teller) { Statement = "s1", Actor = Actor(teller, ActorKind.Organisation, null, id), Act = act }],
        };
    }

    public static ClaimActor Actor(string name, ActorKind kind = ActorKind.ArmedForce, string? country = null, string report = "r") => new(new ActorRef(report, new TextSpan(0, name.Length)), name, kind) { Country = country };

    public static ClaimTime On(string day) => new(day, day, new TimeInterval(Day(day), Day(day).AddDays(1)), TimeGranularity.Day);

    /// <summary>A count of people killed in Velm on 10 March.</summary>
    public static Claim Killed(double count, string teller, string day = "2026-03-11", QuantityBound bound = QuantityBound.Exact, bool about = false, string unit = "people") => By(teller, "casualties", day) with
    {
        Position = "killed",
        Place = Velm,
        Meant = On("2026-03-10"),
        Quantity = new Quantity(count, about, unit) { Bound = bound },
    };

    /// <summary>That somebody holds Velm.</summary>
    public static Claim Holds(ClaimActor holder, string teller, string day, SpeechAct act = SpeechAct.Assert, string position = "attacker holds") =>
        By(teller, "control", day, act: act) with { Place = Velm, Agent = holder, Position = position };

    public static Claim With(this Claim claim, Func<ClaimSetting, ClaimSetting> change) => claim with { Setting = change(claim.Setting) };

    private static DateTime Day(string day) => DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
