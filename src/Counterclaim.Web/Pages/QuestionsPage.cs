using System.Globalization;
using Counterclaim.Ledger.Asking;
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
        var page = new ListPage<Question>(Texts.Questions, Section.Questions, Path, "question", "questions", "kind:casualties place:Quillhaven", (query, request) => List(desk, query, request, isRecent), Row)
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

    public static Page<Question> List(Desk desk, LedgerQuery query, PageRequest request, bool isRecent)
    {
        var all = desk.Questions.Of(query);
        if (isRecent) all = [.. all.OrderByDescending(Last)];
        var from = int.TryParse(request.After, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        Question[] shown = [.. all.Skip(from).Take(request.Limit)];
        var end = from + shown.Length;
        return new Page<Question>(shown, all.Count, end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null) { Offset = from };
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
