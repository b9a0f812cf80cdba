using System.Globalization;
using Counterclaim.Ledger.Identity;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Identity;

/// <summary><c>evaluate identity</c>: whether the same people and bodies are found to be the same across reports of several outlets.</summary>
internal static class IdentityExam
{
    public static Exam Exam { get; } = new("identity", "Who is who across short invented reports of several outlets; predictions are readings as JSON lines.",
        new HashSet<string> { "--given", "--errors" }, Run);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        var gold = options.Chosen(IdentityFile.Read(options.Gold));
        var facts = IdentityFile.Facts(options.Gold);
        List<FoundActor> found;
        if (options.Given) found = [.. gold.SelectMany(g => Given(g, facts))];
        else
        {
            var readings = options.Predictions is { } path
                ? ReadingLines.Read(gold.Select(g => g.Id), path)
                : Pipeline.ForAll(gold, g => (Model.Reading?)pipeline.Read(GoldReports.Of(g.Id, g.Text, g.Published)));
            if (options.WritePredictions is { } kept) ReadingLines.Write(kept, readings);
            found = [.. gold.Zip(readings, (g, r) => FoundActor.In(g, r)).SelectMany(f => f)];
        }
        var graph = IdentityGraph.Empty.With(found.SelectMany(f => f.All).DistinctBy(r => r.Ref));
        var scores = new IdentityScores(gold, facts, found, graph);
        return new ScoreSheet("identity", $"{gold.Count} reports, {gold.Sum(g => g.Actors.Count)} actors in them, {gold.SelectMany(g => g.Actors).DistinctBy(a => a.Label).Count()} identities", gold.Count,
            Tally.Sum([scores.Tally()]))
        {
            Remarks = [.. scores.Errors().Take(options.Errors)],
        };
    }

    /// <summary>The labelled actors themselves, with the words of their marks.</summary>
    private static IEnumerable<FoundActor> Given(IdentityReport gold, IReadOnlyDictionary<string, LabelFacts> facts)
    {
        var day = gold.Published is { } published ? DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        var names = gold.Actors.Select(a => (Actor: a, Name: NameOf(a, facts[a.Label].Kind))).ToList();
        foreach (var (actor, name) in names)
        {
            var record = new ActorRecord(new ActorRef(gold.Id, actor.Mentions[0]), name, facts[actor.Label].Kind)
            {
                Published = day,
                OtherNames = facts[actor.Label].Kind == ActorKind.Person ? [] : [.. actor.Wordings.Select(w => w.Name).Where(n => n != name && NameWords.IsName(n)).Distinct()],
                Role = facts[actor.Label].Kind == ActorKind.Person ? RoleOf(actor) : null,
                Country = facts[actor.Label].Country,
                Companions = [.. names.Where(n => n.Actor != actor && NameWords.IsName(n.Name)).Select(n => n.Name)],
                Mentions = actor.Mentions,
            };
            yield return new FoundActor(gold, actor, record, [record]);
        }
    }

    private static string NameOf(LabelledActor actor, ActorKind kind)
    {
        var names = actor.Wordings.Select(w => w.Name).Where(n => n.Length > 0);
        return (kind == ActorKind.Person
            ? names.OrderByDescending(NameWords.IsNameOfPerson).ThenByDescending(n => n.Split(' ').Length)
            : names.OrderByDescending(NameWords.IsName).ThenByDescending(n => n.Length)).First();
    }

    private static string? RoleOf(LabelledActor actor) =>
        actor.Wordings.Select(w => w.Role is { Length: > 0 } role ? role : NameWords.IsNameOfPerson(w.Name) ? null : w.Name).OfType<string>().OrderByDescending(r => r.Length).FirstOrDefault();
}
