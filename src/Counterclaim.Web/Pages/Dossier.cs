using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Ledger.Questions;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>What the ledger tells of a place, collected for its page.</summary>
/// <param name="Parts">In their order on the page.</param>
/// <param name="Questions">The most contested first.</param>
/// <param name="Claims">The latest.</param>
internal sealed record Dossier(IReadOnlyList<DossierPart> Parts, Page<Question> Questions, Page<Claim> Claims, ConsequenceMap Consequences)
{
    private const int MostQuestions = 40;
    private const int MostClaims = 10;
    private const int OverTime = 300;

    private static readonly (string Id, string Heading, string Kinds, bool IsOverTime)[] Plan =
    [
        ("control", Texts.Control, "control,encirclement,advance", true),
        ("routes", Texts.Routes, "route", true),
        ("strikes", Texts.Strikes, "strike,responsibility", false),
        ("people", Texts.People, "casualties,displacement,humanitarian", false),
        ("stocks", Texts.Stocks, "stock,aid,equipment", false),
    ];

    /// <summary>Asks the ledger for all of it at once: the questions of a large place take as long as everything else together.</summary>
    /// <param name="term">"place:Velm".</param>
    public static Dossier Of(Desk desk, string term)
    {
        var asked = Task.Run(() => desk.Ledger.Questions(QueryParser.Parse(term), new PageRequest(MostQuestions)));
        var depends = Task.Run(() => ConsequenceSection.Of(desk, term));
        var claims = Plan.Select(p => Task.Run(() => desk.Ledger.Claims(QueryParser.Parse($"{term} kind:{p.Kinds} sort:newest"), new PageRequest(p.IsOverTime ? OverTime : MostClaims)))).ToList();
        var latest = desk.Ledger.Claims(QueryParser.Parse(term + " sort:newest"), new PageRequest(MostClaims));
        var questions = asked.GetAwaiter().GetResult();
        var parts = Plan.Zip(claims, (p, of) => new DossierPart(p.Id, p.Heading, $"{term} kind:{p.Kinds}", p.IsOverTime)
        {
            Claims = of.GetAwaiter().GetResult(),
            Questions = [.. questions.Items.Where(q => p.Kinds.Split(',').Contains(q.Kind))],
        }).ToList();
        return new Dossier(parts, questions, latest, depends.GetAwaiter().GetResult());
    }
}

/// <summary>A part of a dossier.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Query">What finds its claims.</param>
/// <param name="IsOverTime">Whether its claims tell states, which are drawn as bands.</param>
internal sealed record DossierPart(string Id, string Heading, string Query, bool IsOverTime)
{
    /// <summary>The latest.</summary>
    public required Page<Claim> Claims { get; init; }

    /// <summary>Those of its kinds among the place's most contested.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }
}
