using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Places;

/// <summary><c>evaluate pins</c>: names of places of many wars in context, and whether an investigator would be shown the right spot.</summary>
internal static class PinsExam
{
    /// <summary>Kilometres from which a pin counts as on a wrong continent.</summary>
    private const double AnotherContinent = 2500;

    public static Exam Exam { get; } = new("pins", "Conflict place names in context: role, point, relation, or what it lies in.", new HashSet<string> { "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(PinsFile.Read(options.Gold));
        var readings = Pipeline.ForAll(gold, g => pipeline.Read(GoldReports.Of(g.Id, g.Text, null)));
        var tallies = new Tally[gold.Count];
        var errors = new List<string>();
        for (var i = 0; i < gold.Count; i++)
        {
            var tally = tallies[i] = new Tally();
            foreach (var label in gold[i].Labels)
            {
                var place = readings[i].Places.FirstOrDefault(p => p.Span.Overlaps(label.Span));
                var right = IsRight(label, place);
                tally.Share("right", "all", right ? 1 : 0, 1);
                tally.Share("right", KindOf(label), right ? 1 : 0, 1);
                if (label.Point is { } point) tally.Share("pin", "on another continent", place is { Role: PlaceRole.Literal } && DistanceOf(place, point) is > AnotherContinent ? 1 : 0, 1);
                if (!right) errors.Add($"{gold[i].Id} {label.Span.In(gold[i].Text)} ({KindOf(label)}): {Describe(place)}");
            }
            foreach (var place in readings[i].Places)
                tally.Share("pin", "not labelled", place is { Role: PlaceRole.Literal, Latitude: not null, Precision: not PlacePrecision.Country } && !gold[i].Labels.Any(l => l.Span.Overlaps(place.Span)) ? 1 : 0, 1);
        }
        return new ScoreSheet("pins", $"{gold.Count} texts, {gold.Sum(g => g.Labels.Count)} names, {gold.DistinctBy(g => g.War).Count()} wars", gold.Count, Bootstrap.Rows(tallies, Tally.Sum, options.Boot))
        {
            Remarks = [.. errors.Take(options.Errors)],
        };
    }

    private static bool IsRight(PinsLabel label, Place? place)
    {
        if (label.Role is not { } role) return place is not { Role: PlaceRole.Literal, Latitude: not null };
        if (place is null) return false;
        if (role != PlaceRole.Literal) return place.Role == role;
        if (place.Role != PlaceRole.Literal) return false;
        if (label.Container is { } container)
            return place.Gazetteer is null && place.Country == label.Country && place.Container?.Contains(container, StringComparison.OrdinalIgnoreCase) == true;
        if (label.Point is { } point && !(DistanceOf(place, point) <= label.Tolerance)) return false;
        return label.RelationPoint is not { } meant
            || place.Relation is { } relation && (relation.Kind == label.Relation || IsStretch(relation.Kind) && IsStretch(label.Relation)) && Kilometres(new GeoPoint(relation.Latitude, relation.Longitude), meant) <= label.Tolerance;
    }

    /// <summary>"the road between A and B" is a route as much as what lies between.</summary>
    private static bool IsStretch(PlaceRelationKind? kind) => kind is PlaceRelationKind.Between or PlaceRelationKind.Route;

    private static string KindOf(PinsLabel label) => label switch
    {
        { Role: null } => "no place",
        { Role: not PlaceRole.Literal and { } role } => JsonNames.Of(role),
        { Container: not null } => "held by no gazetteer",
        { Relation: not null } => "with a relation",
        _ => "literal",
    };

    private static double? DistanceOf(Place place, GeoPoint point) =>
        place is { Latitude: { } latitude, Longitude: { } longitude } ? Kilometres(new GeoPoint(latitude, longitude), point) : null;

    private static double Kilometres(GeoPoint a, GeoPoint b) => Distance.Kilometres(MarkOf(a), MarkOf(b));

    private static PlaceMark MarkOf(GeoPoint point) => new(default, point.Latitude, point.Longitude, null);

    private static string Describe(Place? place) => place is null
        ? "not found"
        : $"{place.Name} {place.Country} {place.Latitude},{place.Longitude} {JsonNames.Of(place.Role)}"
          + (place.Container is null ? "" : $" in {place.Container}")
          + (place.Relation is null ? "" : $" {JsonNames.Of(place.Relation.Kind)} {place.Relation.Latitude},{place.Relation.Longitude}");
}
