using System.Globalization;
using Counterclaim.Cli.Output.Markdown;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Briefs;
using Counterclaim.View;

namespace Counterclaim.Cli.Output.Briefs;

/// <summary>A brief as Markdown with footnotes.</summary>
internal static class BriefMarkdown
{
    public static void Write(TextWriter text, Brief brief)
    {
        text.WriteLine($"# {MarkdownWriter.Escape(brief.Title)}\n");
        text.WriteLine($"{MarkdownWriter.Escape(brief.Scope)}. Query: {MarkdownWriter.Escape(brief.Query.Length == 0 ? "everything" : brief.Query)}");
        foreach (var section in brief.Sections)
        {
            text.WriteLine($"\n## {MarkdownWriter.Escape(section.Heading)}\n");
            foreach (var item in section.Items) text.WriteLine($"{new string(' ', 2 * item.Depth)}- {string.Concat(item.Parts.Select(Part))}");
        }
        if (brief.References.Count > 0) text.WriteLine();
        foreach (var reference in brief.References) text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[^{reference.Number}]: {MarkdownWriter.Escape(BriefWords.Of(reference))}"));
    }

    private static string Part(BriefPart part) => part.Kind switch
    {
        BriefPartKind.Quotation => string.Create(CultureInfo.InvariantCulture, $"“{Escape(part.Text)}”[^{part.Reference}]"),
        BriefPartKind.Strong => $"**{Escape(part.Text)}**",
        _ => Spaced(part.Text, Escape(part.Text)),
    };

    private static string Escape(string text) => MarkdownWriter.Escape(text);

    /// <summary>Spaces at the ends part words from quotations; making a line of them takes them away.</summary>
    private static string Spaced(string text, string escaped) => (text[0] == ' ' && !escaped.StartsWith(' ') ? " " : "") + escaped + (text[^1] == ' ' && !escaped.EndsWith(' ') ? " " : "");
}

/// <summary>A reference in words: outlet, title, day, report, characters, address, and who tells it.</summary>
internal static class BriefWords
{
    public static string Of(BriefReference reference)
    {
        var report = reference.Report;
        return Wording.Joined(
            report.Outlet is { Length: > 0 } outlet ? SafeText.OneLine(outlet) : "an unnamed publisher",
            report.Title is { } title ? $"“{SafeText.OneLine(title)}”" : "",
            report.Published is { } published ? published.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "no date",
            string.Create(CultureInfo.InvariantCulture, $"report {ReportKeys.Short(report.Id)}, characters {reference.CodePoints.Start}–{reference.CodePoints.End}"),
            reference.Tellers.Count > 1 ? "told by " + string.Join(", who was told by ", reference.Tellers.Select(t => t.Name.Length > 0 ? SafeText.OneLine(t.Name) : t.IsPublisher ? "an unnamed publisher" : "somebody unnamed")) : "in its own voice",
            report.Url is { } url ? SafeText.OneLine(url) : "");
    }
}
