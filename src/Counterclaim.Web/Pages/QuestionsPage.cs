using Counterclaim.Ledger.Questions;
using Counterclaim.View.Html;
using Counterclaim.Web.Charts;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Notes;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Where the sources part: questions, the most contested or the most recent first.</summary>
internal static class QuestionsPage
{
    private const string Path = "/questions";
    public const string Recent = "recent";

    /// <summary>Under what a look at the list is noted.</summary>
    private const string LookName = "questions";

    public static WebPage Of(Desk desk, Asked asked)
    {
        var isRecent = asked.Order == Recent;
        var before = asked is { Text: "", After: null } && asked.Visit.IsLook ? desk.Notes.LookAt(LookName) : null;
        var since = before?.Last ?? (asked.Text.Length == 0 ? desk.Notes.Begun : desk.Notes.LastLook(LookName));
        var page = new ListPage<Question>(Texts.Questions, Section.Questions, Path, "question", "questions", "kind:casualties place:Quillhaven", (query, request) => desk.Questions.List(query, request, isRecent), Row)
        { Lead = Texts.QuestionsLead, BesideCount = html => WriteOrders(desk, asked, isRecent, since, html), More = [("order", isRecent ? Recent : null)], RowsOf = questions => RowsOf(desk, questions) };
        return page.Show(desk, asked);
    }

    /// <summary>Each with how many claims came since it was last looked at.</summary>
    private static Action<Question, HtmlBuilder> RowsOf(Desk desk, IReadOnlyList<Question> questions)
    {
        var news = desk.Ledger.NewAnswers(questions.Where(q => q.Id is not null).ToDictionary(q => q.Id!, q => desk.Notes.LastLook(q.Id!), StringComparer.Ordinal));
        return (question, html) => Row(question, question.Id is { } id ? news.GetValueOrDefault(id) : 0, html);
    }

    private static void WriteOrders(Desk desk, Asked asked, bool isRecent, DateTimeOffset since, HtmlBuilder html)
    {
        html.Write($"<nav class=\"orders\" aria-label=\"{Texts.Order}\">");
        Order(Texts.MostContested, null, !isRecent);
        Order(Texts.MostRecent, Recent, isRecent);
        if (desk.New.Count("questions", asked.Text, since) is > 0 and var count)
        {
            html.Write($"<a href=\"{Urls.List(Path, NewRows.Since(asked.Text, since))}\">{Texts.NewSinceLook(count, Dates.Moment(since))}</a>");
            html.Write($"<form method=\"post\" action=\"/questions/seen\">{asked.Visit.Seal.Field}<input type=\"hidden\" name=\"back\" value=\"{asked.Visit.Address}\"><button>{Texts.SeenAll}</button></form>");
        }
        html.Raw("</nav>");

        void Order(string words, string? order, bool isCurrent) =>
            html.Write($"<a href=\"{Urls.With(Path, ("q", asked.Text), ("order", order))}\"").Raw(isCurrent ? " aria-current=\"true\"" : "").Write($">{words}</a> ");
    }

    private static DateTime? Last(Question question) => question.Positions.Max(p => p.Last);

    public static void Row(Question question, HtmlBuilder html) => Row(question, 0, html);

    /// <param name="news">How many of its claims are new to whoever looks.</param>
    private static void Row(Question question, long news, HtmlBuilder html)
    {
        var address = Urls.Question(question.Id ?? question.Key);
        html.Write($"""
            <li class="row" data-open="{address}" tabindex="0">
            <p class="title"><a href="{address}"><bdi>{question.Wording}</bdi></a>{html => WriteNews(question, news, html)}</p>
            <p class="drawn">{html => QuestionChart.Mini(question, html)}</p>
            <p class="answers">{html => WriteAnswers(question, html)}</p>
            <p class="sum"><b>{Contest.Of(question.Contested)}</b> {Texts.Count(question.Positions.Sum(p => p.Origins), "origin")} · {Texts.Count(question.Positions.Sum(p => p.ClaimCount), "claim")}{(Last(question) is { } last ? " · " + Dates.Day(last) : "")}</p>
            </li>

            """);
    }

    private static void WriteNews(Question question, long news, HtmlBuilder html)
    {
        if (news > 0 && news >= question.Positions.Sum(p => p.ClaimCount)) html.Write($" <span class=\"new\">{Texts.NewQuestion}</span>");
        else NotesParts.Badge(news, html);
    }

    private static void WriteAnswers(Question question, HtmlBuilder html)
    {
        const int MostShown = 5;
        for (var i = 0; i < Math.Min(MostShown, question.Positions.Count); i++)
            html.Write($"<span class=\"answer {Letters.Colour(i)}\"><span class=\"tag\">{Letters.Of(i)}</span><bdi>{question.Positions[i].Label}</bdi></span> ");
        if (question.Positions.Count > MostShown) html.Write($"<span class=\"answer\">{Texts.AndMore(question.Positions.Count - MostShown)}</span>");
    }
}
