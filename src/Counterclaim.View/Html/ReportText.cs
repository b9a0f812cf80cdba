using System.Text.Encodings.Web;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.View.Html;

/// <summary>The report's text with everything the reading found in it, and the way to the ledger.</summary>
/// <remarks>
/// Every mark carries <c>data-i</c>: the ledger entry it belongs to, then the holder. A statement's first piece is where the
/// entry's link leads ("t-" and the entry's id). A paragraph's <c>data-at</c> is where it begins, in code points of the report's text.
/// </remarks>
/// <param name="more">Marks besides those of the reading: a stretch that a link leads to.</param>
public sealed class ReportText(LedgerView view, string prefix, params IReadOnlyList<Mark> more)
{
    /// <summary>A paragraph counts as one telling from this share of its characters on.</summary>
    private const double Whole = 0.8;

    /// <summary>A chain's tellings from this share on.</summary>
    private const double Half = 0.5;

    private readonly CodePointMap _points = new(view.Text);

    private const string CloseSpan = "</span>";
    private const string CloseMark = "</mark>";

    public void Write(HtmlBuilder html)
    {
        var report = view.Reading.Report;
        var text = new MarkedText(report.Text, Marks());
        html.Raw("<div class=\"text\" lang=\"").Line(report.Language ?? "").Raw("\">\n");
        html.Raw("<p class=\"legend\" lang=\"en\"><span class=\"says hx d0\">said by a holder</span>, a rule for every telling · <span class=\"own\">own voice</span> · ")
            .Raw("<mark class=\"loaded\">loaded</mark> · <span class=\"place\">place</span> · <span class=\"place metonym\">stands for a government</span> · <span class=\"time\">time</span></p>\n");
        var paragraphs = report.Paragraphs;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (paragraphs[i].Kind != ParagraphKind.Furniture)
            {
                WriteParagraph(paragraphs[i], text, html);
                continue;
            }
            var from = i;
            while (i + 1 < paragraphs.Count && paragraphs[i + 1].Kind == ParagraphKind.Furniture) i++;
            WriteFurniture(from, i + 1, text, html);
        }
        html.Raw("</div>\n");
    }

    private void WriteParagraph(Paragraph paragraph, MarkedText text, HtmlBuilder html)
    {
        var tellings = Rules(paragraph.Span);
        foreach (var entry in tellings) html.Raw($"<div class=\"whole {Colour(view.HolderOf(entry.Statement))}\">");
        var isOwn = tellings.Count == 0 && IsMostly([.. view.Own.Select(a => a.Span)], paragraph.Span, Whole);
        if (isOwn) html.Raw("<div class=\"whole ownly\">");
        var element = paragraph.Kind switch
        {
            ParagraphKind.Title or ParagraphKind.Heading => "h3",
            ParagraphKind.Quote or ParagraphKind.Social => "blockquote",
            _ => "p",
        };
        html.Raw($"<{element} class=\"{JsonNames.Of(paragraph.Kind)}\" dir=\"auto\" data-at=\"{_points.ToCodePoint(paragraph.Span.Start)}\">");
        if (paragraph.Post is { } post)
        {
            var from = Wording.Joined(
                post.Author ?? "unknown author",
                post.Handle is { } handle ? "@" + handle : "",
                post.Network ?? "post",
                post.Posted is { } posted ? Wording.Date(posted, dayOnly: posted.TimeOfDay == TimeSpan.Zero) : "");
            html.Raw("<span class=\"from\" dir=\"auto\">").Line(from).Raw(CloseSpan);
        }
        text.Write(paragraph.Span, html);
        html.Raw($"</{element}>");
        if (isOwn) html.Raw("</div>");
        foreach (var _ in tellings) html.Raw("</div>");
        html.Raw("\n");
    }

    private void WriteFurniture(int from, int to, MarkedText text, HtmlBuilder html)
    {
        html.Raw("<details><summary>Page furniture, not read (").Line(Wording.Count(to - from, "paragraph")).Raw(")</summary>\n");
        for (var i = from; i < to; i++)
        {
            html.Raw("<p dir=\"auto\">");
            text.Write(view.Reading.Report.Paragraphs[i].Span, html);
            html.Raw("</p>\n");
        }
        html.Raw("</details>\n");
    }

    /// <summary>The tellings whose rules stand at a paragraph's margin, outermost left: what is mostly somebody's words, and inside it what they tell of others.</summary>
    private List<StatementEntry> Rules(TextSpan paragraph)
    {
        var rules = new List<StatementEntry>();
        foreach (var entry in view.Outermost)
            if (IsMostly(entry.Statement.Content, paragraph, entry.Told.Count > 0 ? Half : Whole)) Add(entry);
        return rules;

        void Add(StatementEntry entry)
        {
            rules.Add(entry);
            foreach (var told in entry.Told)
                if (IsMostly(told.Statement.Content, paragraph, Half)) Add(told);
        }
    }

    private static bool IsMostly(SpanList content, TextSpan paragraph, double share)
    {
        var covered = content.Sum(span => Math.Max(0, Math.Min(span.End, paragraph.End) - Math.Max(span.Start, paragraph.Start)));
        return covered > 0 && covered >= share * paragraph.Length;
    }

    private IEnumerable<Mark> Marks() =>
        [.. more, .. OwnVoice(), .. Statements(), .. Claims(), .. Consequences(), .. Places(), .. Times()];

    private IEnumerable<Mark> Statements()
    {
        foreach (var entry in view.Statements)
        {
            var statement = entry.Statement;
            var holder = view.HolderOf(statement);
            var colour = Colour(holder);
            var items = Items(statement.Id, holder);
            var label = (holder is null ? "" : holder.Letter + "·") + statement.Id;
            var tag = $"<a class=\"tag {colour}\" id=\"t-{prefix}{statement.Id}\" href=\"#{prefix}{statement.Id}\" data-i=\"{items}\">{label}</a>";
            var depth = Math.Min(entry.Depth, 4);
            var isFirst = true;
            foreach (var span in statement.Content)
            {
                yield return new Mark(span, 10 + entry.Depth, $"<span class=\"says {colour} d{depth}\" data-i=\"{items}\">", CloseSpan, isFirst ? tag : "");
                isFirst = false;
            }
            foreach (var span in statement.Holder)
                yield return new Mark(span, 30, $"<span class=\"holder {colour}\" data-i=\"{items}\">", CloseSpan);
            foreach (var span in statement.Cue)
                yield return new Mark(span, 31, $"<span class=\"cue {colour}\" data-i=\"{items}\">", CloseSpan);
        }
    }

    private IEnumerable<Mark> OwnVoice()
    {
        foreach (var assertion in view.Own)
        {
            yield return new Mark(
                assertion.Span, 1, $"<span class=\"own\" data-i=\"{prefix}{assertion.Id}\">", CloseSpan,
                $"<span id=\"t-{prefix}{assertion.Id}\"></span>");
            foreach (var (loaded, _, reason) in assertion.Loaded)
            {
                var title = HtmlEncoder.Default.Encode("loaded word in the publisher's own voice" + (reason is null ? "" : ": " + SafeText.OneLine(reason)));
                yield return new Mark(loaded, 40, $"<mark class=\"loaded\" title=\"{title}\" data-i=\"{prefix}{assertion.Id}\">", CloseMark);
            }
        }
    }

    private IEnumerable<Mark> Claims() =>
        from entry in view.Statements
        from assertion in entry.Assertions
        where assertion.Kind is not null
        select Invisible(assertion.Span, assertion.Id, 20) with { First = $"<span id=\"t-{prefix}{assertion.Id}\"></span>" };

    private IEnumerable<Mark> Consequences()
    {
        for (var i = 0; i < view.Reading.Consequences.Count; i++)
        {
            var consequence = view.Reading.Consequences[i];
            yield return Invisible(consequence.Cause, $"k{i + 1}", 21);
            yield return Invisible(consequence.Effect, $"k{i + 1}", 21);
            foreach (var marker in consequence.Marker) yield return Invisible(marker, $"k{i + 1}", 22);
        }
    }

    private IEnumerable<Mark> Places()
    {
        foreach (var place in view.Reading.Places)
        {
            var title = new HtmlBuilder().Line(Wording.Place(place)).ToString();
            var role = place.Role switch { PlaceRole.Literal => "", PlaceRole.Metonym => " metonym", _ => " aside" };
            yield return new Mark(place.Span, 50, $"<span class=\"place{role}\" title=\"{title}\" data-i=\"{prefix}{place.Id}\">", CloseSpan);
        }
    }

    private IEnumerable<Mark> Times()
    {
        foreach (var time in view.Reading.Times)
        {
            var title = new HtmlBuilder().Line(time.Value ?? "unresolved").ToString();
            yield return new Mark(time.Span, 51, $"<span class=\"time\" title=\"{title}\" data-i=\"{prefix}{time.Id}\">", CloseSpan);
        }
    }

    /// <summary>Shown only while its ledger entry is pointed at.</summary>
    private Mark Invisible(TextSpan span, string id, int rank) => new(span, rank, $"<span data-i=\"{prefix}{id}\">", CloseSpan);

    private string Items(string id, HolderLabel? holder) => holder is null ? prefix + id : $"{prefix}{id} {prefix}h{holder.Letter}";

    /// <summary>The class that sets the holder's colour.</summary>
    public static string Colour(HolderLabel? holder) =>
        holder is not null && holder.Index < OkabeIto.Colours.Length ? $"h{holder.Index}" : "hx";
}
