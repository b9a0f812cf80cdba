using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Where the sources part: questions, the most contested or the most recent first.</summary>
internal static class QuestionsPage
{
    private const string Path = "/questions";
    public const string Recent = "recent";

    public static WebPage Of(Desk desk, Asked asked)
    {
        var isRecent = asked.Order == Recent;
        var page = new ListPage<Question>(Texts.Questions, Section.Questions, Path, "question", "questions", "kind:casualties place:Quillhaven", (query, request) => desk.Questions.List(query, request, isRecent), Row)
        { Lead = Texts.QuestionsLead, BesideCount = html => WriteOrders(asked, isRecent, html), More = [("order", isRecent ? Recent : null)] };
        return page.Show(desk, asked);
    }

    private static void WriteOrders(Asked asked, bool isRecent, HtmlBuilder html)
    {
        html.Write($"<nav class=\"orders\" aria-label=\"{Texts.Order}\">");
        Order(Texts.MostContested, null, !isRecent);
        Order(Texts.MostRecent, Recent, isRecent);
        html.Raw("</nav>");

        void Order(string words, string? order, bool isCurrent) =>
            html.Write($"<a href=\"{Urls.With(Path, ("q", asked.Text), ("order", order))}\"").Raw(isCurrent ? " aria-current=\"true\"" : "").Write($">{words}</a> ");
    }

    private static DateTime? Last(Question question) => question.Positions.Max(p => p.Last);

    public static void Row(Question question, HtmlBuilder html)
    {
        var address = Urls.Question(question.Id ?? question.Key);
        html.Write($"""
            <li class="row" data-open="{address}" tabindex="0">
            <p class="title"><a href="{address}"><bdi>{question.Wording}</bdi></a></p>
            <p class="drawn">{html => QuestionChart.Mini(question, html)}</p>
            <p class="answers">{html => WriteAnswers(question, html)}</p>
            <p class="sum"><b>{Contest.Of(question.Contested)}</b> {Texts.Count(question.Positions.Sum(p => p.Origins), "origin")} · {Texts.Count(question.Claims.Count(), "claim")}{(Last(question) is { } last ? " · " + Dates.Day(last) : "")}</p>
            </li>

            """);
    }

    private static void WriteAnswers(Question question, HtmlBuilder html)
    {
        const int MostShown = 5;
        for (var i = 0; i < Math.Min(MostShown, question.Positions.Count); i++)
            html.Write($"<span class=\"answer {Letters.Colour(i)}\"><span class=\"tag\">{Letters.Of(i)}</span><bdi>{question.Positions[i].Label}</bdi></span> ");
        if (question.Positions.Count > MostShown) html.Write($"<span class=\"answer\">{Texts.AndMore(question.Positions.Count - MostShown)}</span>");
    }
}
