using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Stories;
using Counterclaim.Model;
using Counterclaim.View.Html;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Parts;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Pages;

/// <summary>Two reports side by side: sentences that both have, what each has alone, and the questions that both, or only one of them, answer.</summary>
internal static class ComparePage
{
    private sealed record Side(LedgerReport Report, Model.Reading Reading, SharedPart Shared);

    public static WebPage? Of(Desk desk, string one, string other)
    {
        if (Found(desk, one) is not { } left || Found(desk, other) is not { } right) return null;
        var overlap = TextOverlap.Of(ReportWords.Of(right.Reading.Report), ReportWords.Of(left.Reading.Report));
        return new WebPage(Texts.SideBySide, Section.Stories, html => Write(desk, new Side(left.Report, left.Reading, overlap.Earlier), new Side(right.Report, right.Reading, overlap.Later), html)) { IsWide = true };
    }

    private static (LedgerReport Report, Model.Reading Reading)? Found(Desk desk, string id) =>
        ReportFinder.Find(desk.Ledger, id) is { } report && desk.Ledger.Reading(report.Report.Id) is { } reading ? (report, reading) : null;

    private static void Write(Desk desk, Side left, Side right, HtmlBuilder html)
    {
        html.Write($"<header class=\"top\"><h1>{Texts.SideBySide}</h1><p class=\"lead\">{Texts.SideBySideLead}</p></header>\n");
        WriteQuestions(desk, left, right, html);
        html.Raw("<div class=\"sides\">\n");
        WriteText(left, html);
        WriteText(right, html);
        html.Raw("</div>\n");
    }

    /// <summary>Questions that both answer, then those that one answers and the other leaves out.</summary>
    private static void WriteQuestions(Desk desk, Side left, Side right, HtmlBuilder html)
    {
        var (mine, theirs) = (desk.Ledger.AnswersOf(left.Report.Report.Id), desk.Ledger.AnswersOf(right.Report.Report.Id));
        var questions = desk.Questions.Of([.. mine.Concat(theirs).Select(a => a.Key).Distinct(StringComparer.Ordinal)]);
        if (questions.Count == 0) return;
        html.Write($"<table class=\"answers-table\"><caption>{Texts.WhatTheyAnswer}</caption><thead><tr><th scope=\"col\">{Texts.Question}</th><th scope=\"col\">{Name(left)}</th><th scope=\"col\">{Name(right)}</th></tr></thead><tbody>\n");
        foreach (var question in questions.OrderByDescending(q => mine.Contains(q.Id!) && theirs.Contains(q.Id!)))
            html.Write($"<tr><th scope=\"row\"><a href=\"{Urls.Question(question.Id!)}\"><bdi>{question.Wording}</bdi></a></th><td>{html => WriteAnswers(Answers(question, mine), html)}</td><td>{html => WriteAnswers(Answers(question, theirs), html)}</td></tr>\n");
        html.Raw("</tbody></table>\n");
    }

    /// <summary>Each answer that a report gives, once, with the letter that it has on the question's page.</summary>
    private static List<(int Index, string Label, Claim Claim)> Answers(Question question, ILookup<string, Claim> claims)
    {
        var keys = question.Positions.Select(p => PositionKeys.Of(p.Claims[0])).ToList();
        return [.. claims[question.Id!].Select(c => (Index: keys.IndexOf(PositionKeys.Of(c)), Claim: c)).Where(a => a.Index >= 0).DistinctBy(a => a.Index).OrderBy(a => a.Index).Select(a => (a.Index, question.Positions[a.Index].Label, a.Claim))];
    }

    private static void WriteAnswers(List<(int Index, string Label, Claim Claim)> answers, HtmlBuilder html)
    {
        if (answers.Count == 0) html.Write($"<span class=\"left-out\">{Texts.LeftOut}</span>");
        foreach (var (index, label, claim) in answers)
            html.Write($"<p class=\"{Letters.Colour(index)}\"><span class=\"tag\">{Letters.Of(index)}</span><a href=\"{Urls.Item(claim.Ref)}\"><bdi>{label}</bdi></a> <small>{ClaimParts.NameOf(claim.FirstTeller)}</small></p>");
    }

    private static string Name(Side side) => side.Report.Report.Outlet ?? side.Report.Report.Title ?? Texts.UnnamedPublisher;

    /// <summary>The text; sentences that the other has stand back, what it has alone keeps its ink and a rule at the margin.</summary>
    private static void WriteText(Side side, HtmlBuilder html)
    {
        var report = side.Reading.Report;
        html.Write($"""
            <section class="side"><h2 dir="auto"><a href="{Urls.Report(report.Id)}">{report.Title ?? report.Source}</a></h2>
            <p class="lead"><bdi>{Name(side)}</bdi> · {Dates.Published(side.Report.Report)} · {Texts.SharedSentences(side.Shared.Sentences, side.Shared.OfSentences)}</p><div class="text">

            """);
        var text = new MarkedText(report.Text, side.Shared.Spans.Select(s => new Mark(s, 0, "<span class=\"both\">", "</span>")));
        foreach (var paragraph in report.Paragraphs.Where(p => p.Kind is not ParagraphKind.Furniture))
        {
            var isAlone = side.Shared.Sentences > 0 && paragraph.Kind != ParagraphKind.Title && !side.Shared.Spans.Any(s => s.Overlaps(paragraph.Span));
            html.Raw(isAlone ? "<p class=\"alone\" dir=\"auto\">" : "<p dir=\"auto\">");
            text.Write(paragraph.Span, html);
            html.Raw("</p>\n");
        }
        html.Raw("</div></section>\n");
    }
}
