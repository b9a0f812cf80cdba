using Counterclaim.Ledger.Store;
using Counterclaim.View.Html;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Where reports are handed over, and how far their reading is.</summary>
internal static class AddPage
{
    /// <param name="wrong">Why what was given before could not be taken.</param>
    public static WebPage Of(Desk desk, FormSeal seal, string? wrong) => new(Texts.Add, Section.Add, html =>
    {
        html.Write($"<div class=\"top\"><h1>{Texts.Add}</h1><p class=\"lead\">{Texts.AddLead}</p></div>");
        if (desk.Intake is null)
        {
            html.Write($"<div class=\"nothing\"><p>{Texts.AddNotHere}</p></div>");
            return;
        }
        if (wrong is not null) html.Write($"<div class=\"wrong\" role=\"alert\"><p>{wrong}</p></div>");
        html.Write($"""
            <form class="add" method="post" action="/add" enctype="multipart/form-data">{seal.Field}
            <label for="text">{Texts.PasteHere}</label><textarea id="text" name="text" rows="12" dir="auto" spellcheck="false"></textarea>
            <label for="files">{Texts.Files}</label><input id="files" name="files" type="file" multiple>
            <label for="url">{Texts.AddressOfPage}</label><input id="url" name="url" inputmode="url" placeholder="https://" spellcheck="false" autocomplete="off">
            <p class="follow"><label><input type="checkbox" name="follow" value="yes"> {Texts.FollowIt}</label> · <a href="/feeds">{Texts.FeedsFollowed(desk.Notes.Feeds.Count)}</a></p>
            <fieldset><legend>{Texts.WhereItDoesNotSay}</legend>
            <label for="published">{Texts.PublishedOn}</label><input id="published" name="published" type="date">
            <label for="publisher">{Texts.Publisher}</label><input id="publisher" name="publisher" dir="auto" autocomplete="off">
            </fieldset>
            <button class="main">{Texts.Read}</button>
            </form>

            """);
    });

    /// <summary>Loads itself anew until all is read; without script too.</summary>
    public static WebPage Progress(IntakeJob job)
    {
        var lines = job.Lines.ToList();
        return new WebPage(Texts.Add, Section.Add, html =>
        {
            html.Write($"<div class=\"top\"><h1>{(job.IsDone ? Texts.ReadAll : Texts.StillReading)}</h1><p class=\"lead\" role=\"status\">{Sum(lines)}</p></div>\n<ol class=\"rows intake\">\n");
            foreach (var line in lines) Write(line, html);
            html.Write($"</ol><p class=\"pager\"><a href=\"/questions\">{Texts.Questions}</a> <a href=\"/reports?q=sort%3Aadded\">{Texts.Reports}</a> <a href=\"/add\">{Texts.AddMore}</a></p>");
        })
        { RefreshSeconds = job.IsDone ? null : 1 };
    }

    private static string Sum(List<IntakeLine> lines) => string.Join(", ", lines.GroupBy(l => l.Outcome).OrderBy(g => g.Key).Select(g => Texts.Outcome(g.Key, g.Count())));

    private static void Write(IntakeLine line, HtmlBuilder html)
    {
        html.Raw("<li class=\"row\" tabindex=\"0\"");
        if (line.Report is { } report)
            html.Write($" data-open=\"{Urls.Report(report.Id)}\"><p class=\"title\"><a href=\"{Urls.Report(report.Id)}\"><bdi>{report.Title ?? line.Source}</bdi></a></p><p class=\"about\">{Texts.OutcomeOf(line.Outcome)} · <bdi>{line.Source}</bdi></p>{html => Warn(line.Warning, html)}</li>\n");
        else
            html.Write($"><p class=\"title\"><bdi>{line.Source}</bdi></p><p class=\"about\"><b>{Texts.OutcomeOf(AddOutcome.Failed)}</b>: {line.Reason}</p></li>\n");
    }

    private static void Warn(string? warning, HtmlBuilder html)
    {
        if (warning is not null) html.Write($"<p class=\"about\">{warning}</p>");
    }
}
