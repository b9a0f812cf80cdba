using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Places;

/// <summary><c>evaluate places</c>: toponyms and where they lie.</summary>
internal static class PlacesExam
{
    public static Exam Exam { get; } = new("places", "Place names and where they lie.", new HashSet<string> { "--types", "--roles" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(PlaceFile.Read(options.Gold));
        _ = JsonLines.ById(gold, g => g.Id, options.Gold);
        var predicted = options.Predictions is { } path ? PlaceFile.Read(path) : Pipeline.ForAll(gold, g => Predict(g, pipeline));
        if (options.WritePredictions is { } kept) PlaceFile.Write(kept, predicted);
        var byId = JsonLines.ById(predicted, p => p.Id, options.Predictions ?? options.Gold);
        Predictions.WarnOfStrangers(byId.Keys, gold.Select(g => g.Id));
        foreach (var document in gold)
        {
            if (byId.TryGetValue(document.Id, out var other) && other.Text is { } text && text != document.Text)
                throw new InvalidDataException($"{options.Predictions}: the text of \"{document.Id}\" differs from the gold's.");
        }

        var scores = Pipeline.ForAll(gold, g => PlaceScores.Of(g, OfRoles(byId.GetValueOrDefault(g.Id), options.Roles), options.Types));
        var heading = $"{gold.Count} documents, {scores.Sum(s => s.Exact.Gold)} gold places, {scores.Sum(s => s.Exact.Predicted)} predicted";
        return new ScoreSheet("places", heading, gold.Count, Bootstrap.Rows(scores, PlaceScores.Rows, options.Boot));
    }

    private static PlaceDocument Predict(PlaceDocument gold, Pipeline pipeline)
    {
        var map = new CodePointMap(gold.Text!);
        var reading = pipeline.Read(gold.Id, gold.Text!, gold.Date);
        return gold with
        {
            Places = [.. reading.Places.Select(p => new PlaceMark(
                Pipeline.Points(p.Span, map), p.Latitude, p.Longitude, JsonNames.Of(p.Role)))],
        };
    }

    /// <summary>Predictions without those of other roles.</summary>
    internal static PlaceDocument? OfRoles(PlaceDocument? predicted, IReadOnlySet<string>? roles) =>
        roles is null || predicted is null ? predicted : predicted with { Places = [.. predicted.Places.Where(p => p.Type is { } role && roles.Contains(role))] };
}
