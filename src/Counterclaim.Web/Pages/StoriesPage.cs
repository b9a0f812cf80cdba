using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.View;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Happenings that reports tell of, and one with its reports and what joined them.</summary>
internal static class StoriesPage
{
    private const int MostQuestions = 12;

    public static WebPage Of(Desk desk, Asked asked) =>
        new ListPage<LedgerStory>(Texts.Stories, Section.Stories, "/stories", "story", "stories", "place:Quillhaven  or  market", desk.Ledger.Stories, Row)
        { Lead = Texts.StoriesLead }.Show(desk, asked);

    public static WebPage? Of(Desk desk, string id)
    {
        if (id.Length is < 2 or > 20 || id[0] != 'S' || id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        var found = desk.Ledger.Stories(QueryParser.Parse("story:" + id), new PageRequest(1)).Items;
        return found.Count == 0 ? null : new WebPage(found[0].Title ?? found[0].Id, Section.Stories, html => Write(desk, found[0], html));
    }

    private static void Row(LedgerStory story, HtmlBuilder html) => html.Write($"""
        <li class="row" data-open="{Urls.Story(story.Id)}" tabindex="0"><p class="title"><a href="{Urls.Story(story.Id)}"><bdi>{story.Title ?? story.Id}</bdi></a></p>
        <p class="about"><bdi>{string.Join(", ", story.Outlets.Take(4))}</bdi></p>
        <p class="sum">{Sum(story)}</p></li>

        """);

    private static string Sum(LedgerStory story) => Wording.Joined(
        Texts.Count(story.Reports, "report"), story.Origins < story.Reports ? Texts.Count(story.Origins, "text") : "",
        story.First is { } first && story.Last is { } last ? Dates.Span(new Model.TimeInterval(first, last.AddTicks(1))) : "");

    private static void Write(Desk desk, LedgerStory story, HtmlBuilder html)
    {
        html.Write($"""
            <header class="top"><h1 dir="auto">{story.Title ?? story.Id}</h1>
            <p class="lead">{Wording.Joined(story.Id, Sum(story))} · <bdi>{string.Join(", ", story.Places)}</bdi></p></header>
            <form action="/compare"><ol class="rows members">

            """);
        for (var i = 0; i < story.Members.Count; i++) WriteMember(story.Members[i], i, html);
        html.Raw("</ol>");
        if (story.Members.Count > 1) html.Write($"<p class=\"verdict\"><button>{Texts.SideBySide}</button> <span class=\"hint\">{Texts.SideBySideHint}</span></p>");
        html.Raw("</form>\n");
        var questions = desk.Ledger.Questions(QueryParser.Parse("story:" + story.Id), new PageRequest(MostQuestions));
        if (questions.Items.Count == 0) return;
        html.Write($"<section><h2>{Texts.TheirAnswers} <small>{Texts.Showing(1, questions.Items.Count, questions.Total, "question", "questions")} · <a href=\"{Urls.List("/questions", "story:" + story.Id)}\">{Texts.AllOfThem}</a></small></h2><ol class=\"rows questions\">\n");
        foreach (var question in questions.Items) QuestionsPage.Row(question, html);
        html.Raw("</ol></section>\n");
    }

    private static void WriteMember(StoryReport member, int index, HtmlBuilder html)
    {
        var report = member.Report;
        var id = ReportKeys.Short(report.Id);
        html.Write($"""
            <li class="row" data-open="{Urls.Report(report.Id)}" tabindex="0"><p class="pick"><label><input type="radio" name="one" value="{id}"{html => Checked(index == 0, html)}> {Texts.Left}</label> <label><input type="radio" name="other" value="{id}"{html => Checked(index == 1, html)}> {Texts.Right}</label></p>
            <div><p class="title"><a href="{Urls.Report(report.Id)}"><bdi>{report.Title ?? id}</bdi></a></p>
            <p class="about"><bdi>{report.Outlet ?? Texts.UnnamedPublisher}</bdi> · {Dates.Published(report)}</p>
            <p class="about">{html => WriteReasons(member, html)}</p></div></li>

            """);
    }

    private static void Checked(bool isChecked, HtmlBuilder html)
    {
        if (isChecked) html.Raw(" checked");
    }

    /// <summary>Why it is one of them: what it shares with the story, and whose text it prints by which rule.</summary>
    private static void WriteReasons(StoryReport member, HtmlBuilder html)
    {
        html.Write($"{member.Reason ?? Texts.FirstOfStory}");
        foreach (var tie in member.Ties)
            html.Write($" · {tie.Tie.InWords()}: <a href=\"{Urls.With("/compare", ("one", ReportKeys.Short(tie.Earlier)), ("other", ReportKeys.Short(member.Report.Id)))}\"><bdi>{tie.Outlet ?? tie.Title ?? ReportKeys.Short(tie.Earlier)}</bdi></a>");
    }
}
