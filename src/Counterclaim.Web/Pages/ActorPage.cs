using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Model.Json;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Changing;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Somebody of the ledger: what they say over time, what they deny, what is said of them, where they stand in questions, what is said to depend on what they do.</summary>
internal static class ActorPage
{
    private const int Shown = 12;

    public static WebPage? Of(Desk desk, string id, string done, FormSeal seal)
    {
        if (ActorIdOf(id) is null) return null;
        var found = desk.Ledger.Actors(QueryParser.Parse("actor:" + id), new PageRequest(1)).Items;
        return found.Count == 0 ? null : new WebPage(found[0].Name, Section.Actors, html => Write(desk, found[0], done, seal, html));
    }

    private static string? ActorIdOf(string id) => id.Length is > 1 and < 20 && id[0] == 'A' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? id : null;

    private static void Write(Desk desk, LedgerActor actor, string done, FormSeal seal, HtmlBuilder html)
    {
        var file = desk.Actors.Of(actor.Id!, () => ActorFile.Of(desk, actor.Id!));
        CorrectionParts.Notice(desk, done, Urls.Actor(actor.Id!), seal, html);
        html.Write($"""
            <header class="top"><h1><bdi>{actor.Name}</bdi></h1>
            <p class="lead">{Wording.Joined(JsonNames.Of(actor.Kind).Replace('_', ' '), actor.Country ?? "", actor.Identity ?? "", Texts.Count(actor.Reports, "report"), Texts.Tells(actor.Told), Texts.StandsIn(actor.Concerned))}</p>

            """);
        if (actor.Names.Count > 0) html.Write($"<p class=\"lead\">{Texts.OtherNames} <bdi>{string.Join(", ", actor.Names)}</bdi></p>");
        html.Raw("</header>\n");
        TimeStrip.Write(Texts.SaysOverTime, [.. file.Told.Items.GroupBy(c => c.Kind).OrderByDescending(g => g.Count()).Take(8).Select(g => new TimeStrip.Row(g.Key, null, [.. g]))], html);
        WriteQuestions(desk, file.Answered, html);
        ClaimSection.Write(Texts.Says, ActorFile.Says(actor.Id!), file.Told with { Items = [.. file.Told.Items.Take(Shown)] }, html);
        ClaimSection.Write(Texts.Denies, ActorFile.Denies(actor.Id!), file.Denied, html);
        ClaimSection.Write(Texts.SaidOfThem, ActorFile.SaidOf(actor.Id!), file.SaidOfThem, html);
        ConsequenceSection.Write(ConsequenceSection.Of(desk, "actor:" + actor.Id), "actor:" + actor.Id, Texts.DependsOnThem, Texts.DependsOnNobody, html);
        html.Write($"""
            <details class="rule"><summary>{Texts.WhoIsWho}</summary>
            <form class="inline" method="post" action="{Urls.Actor(actor.Id!)}">{seal.Field}<label>{Texts.SameAs} <input name="other" placeholder="{Texts.JoinHint}"></label> <button name="do" value="join">{Texts.Join}</button></form>
            <form class="inline" method="post" action="{Urls.Actor(actor.Id!)}">{seal.Field}<label>{Texts.NotInReport} <input name="report" placeholder="{Texts.SplitHint}"></label> <button name="do" value="split">{Texts.Split}</button></form>
            </details>

            """);
    }

    /// <summary>The questions they answer, those first that they answer in two ways.</summary>
    private static void WriteQuestions(Desk desk, IReadOnlyList<AnsweredQuestion> theirs, HtmlBuilder html)
    {
        Section(Texts.ContradictsThemselves, [.. theirs.Where(q => q.Ways > 1)]);
        Section(Texts.TheirQuestions, [.. theirs.Where(q => q.Ways == 1)]);

        void Section(string heading, IReadOnlyList<AnsweredQuestion> answered)
        {
            if (answered.Count == 0) return;
            var questions = desk.Questions.Of([.. answered.Take(Shown).Select(q => q.Id)]);
            html.Write($"<section><h2>{heading} <small>{Texts.Showing(1, questions.Count, answered.Count, "question", "questions")}</small></h2><ol class=\"rows questions\">\n");
            foreach (var question in questions) QuestionsPage.Row(question, html);
            html.Raw("</ol></section>\n");
        }
    }
}

/// <summary>What the ledger tells of somebody, collected for their page.</summary>
/// <param name="Told">What they say, the latest.</param>
internal sealed record ActorFile(Page<Claim> Told, Page<Claim> Denied, Page<Claim> SaidOfThem, IReadOnlyList<AnsweredQuestion> Answered)
{
    private const int OverTime = 400;
    private const int Shown = 12;

    public static ActorFile Of(Desk desk, string id) => new(Claims(desk, Says(id), OverTime), Claims(desk, Denies(id), Shown), Claims(desk, SaidOf(id), Shown), desk.Ledger.QuestionsAnswered(id));

    public static string Says(string id) => $"holder:{id} sort:newest";

    public static string Denies(string id) => $"holder:{id} stance:denies sort:newest";

    public static string SaidOf(string id) => $"actor:{id} -holder:{id} sort:newest";

    private static Page<Claim> Claims(Desk desk, string query, int most) => desk.Ledger.Claims(QueryParser.Parse(query), new PageRequest(most));
}

/// <summary>The first claims of a query, and the way to all of them.</summary>
internal static class ClaimSection
{
    /// <summary>Writes nothing where there are none.</summary>
    public static void Write(string heading, string query, Page<Claim> page, HtmlBuilder html)
    {
        if (page.Items.Count == 0) return;
        html.Write($"<section><h2>{heading} <small>{Texts.Showing(1, page.Items.Count, page.Total, "claim", "claims")} · <a href=\"{Urls.List("/claims", query)}\">{Texts.AllOfThem}</a></small></h2><ol class=\"rows claims\">\n");
        foreach (var claim in page.Items) ClaimParts.Entry(claim, html);
        html.Raw("</ol></section>\n");
    }
}
