using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.View.Html;

/// <summary>The ledger of a report: holders, statements as chains, own voice, consequences, places and times.</summary>
/// <param name="tools">What can be done with a claim, written behind it; null where the page only shows.</param>
/// <param name="statementTools">The same of a statement.</param>
public sealed class ReportLedger(LedgerView view, string prefix, Action<Assertion, HtmlBuilder>? tools = null, Action<Statement, HtmlBuilder>? statementTools = null)
{
    private readonly ILookup<string, Explanation> _why = view.Reading.Explanations.ToLookup(e => e.Item, StringComparer.Ordinal);

    public void Write(HtmlBuilder html)
    {
        html.Raw("<aside class=\"ledger\" aria-label=\"Ledger of this report\" tabindex=\"-1\">\n");
        WriteHolders(html);
        WriteStatements(html);
        WriteOwnVoice(html);
        WriteConsequences(html);
        WritePlaces(html);
        WriteTimes(html);
        html.Raw("</aside>\n");
    }

    private void WriteHolders(HtmlBuilder html)
    {
        if (!view.Holders.Any()) return;
        Heading("Holders", Wording.Count(view.Holders.Count(), "holder"), html);
        html.Raw("<ul class=\"holders\">");
        foreach (var holder in view.Holders)
        {
            var role = view.ActorOf(holder.Actor)?.Role is { } known ? $" title=\"{Encode(known)}\"" : "";
            html.Raw($"<li class=\"{ReportText.Colour(holder)}\" data-i=\"{prefix}h{holder.Letter}\"")
                .Raw(role).Raw($"><span class=\"tag\">{holder.Letter}</span><bdi>")
                .Line(holder.Name).Raw($"</bdi> <small>{holder.Statements}</small></li>\n");
        }
        html.Raw("</ul>\n");
    }

    private void WriteStatements(HtmlBuilder html)
    {
        Heading("Who says what", Wording.Count(view.Statements.Count, "statement"), html);
        if (view.Statements.Count == 0)
        {
            html.Raw("<p class=\"empty\">No one is said to say anything: all of it is in the publisher’s own voice, below.</p>\n");
            return;
        }
        html.Raw("<ol>\n");
        foreach (var entry in view.Outermost) WriteStatement(entry, html);
        html.Raw("</ol>\n");
    }

    private void WriteStatement(StatementEntry entry, HtmlBuilder html)
    {
        var statement = entry.Statement;
        var holder = view.HolderOf(statement);
        var items = holder is null ? prefix + statement.Id : $"{prefix}{statement.Id} {prefix}h{holder.Letter}";
        html.Raw($"<li class=\"entry {ReportText.Colour(holder)}\" id=\"{prefix}{statement.Id}\" data-i=\"{items}\" tabindex=\"0\">");
        html.Raw($"<a class=\"jump\" href=\"#t-{prefix}{statement.Id}\" title=\"show it in the text\">{statement.Id}</a>");
        html.Raw("<p>");
        if (holder is not null) html.Raw($"<span class=\"tag\">{holder.Letter}</span>");
        html.Raw("<b><bdi>").Line(Wording.Holder(view, statement)).Raw("</bdi></b>");
        if (Wording.ResolvedHolder(view, statement) is { } resolved) html.Raw(" → <b><bdi>").Line(resolved).Raw("</bdi></b>");
        if (!statement.Cue.IsEmpty) html.Raw(" <i><bdi>").Line(SafeText.OneLine(statement.Cue, view.Text)).Raw("</bdi></i>");
        html.Raw(" <span class=\"how\">").Line(Wording.Joined(Wording.Manner(statement), Wording.Circumstances(view, statement))).Raw("</span>");
        statementTools?.Invoke(statement, html);
        html.Raw("</p>\n");
        WriteQuote(statement.Content, [], html);
        foreach (var assertion in entry.Assertions.Where(a => a.Kind is not null))
            WriteClaim(assertion, html);
        WriteNotes(entry, html);
        WriteReasons(statement.Id, html);
        if (entry.Told.Count > 0)
        {
            html.Raw("<ol>\n");
            foreach (var told in entry.Told) WriteStatement(told, html);
            html.Raw("</ol>\n");
        }
        html.Raw("</li>\n");
    }

    private void WriteClaim(Assertion assertion, HtmlBuilder html)
    {
        html.Raw($"<p class=\"notes claim\" id=\"{prefix}{assertion.Id}\" data-i=\"{prefix}{assertion.Id}\" tabindex=\"0\">")
            .Raw($"<a class=\"jump\" href=\"#t-{prefix}{assertion.Id}\" title=\"show it in the text\">{assertion.Id}</a>= ").Line(Wording.Slots(view, assertion));
        tools?.Invoke(assertion, html);
        html.Raw("</p>\n");
    }

    private void WriteNotes(StatementEntry entry, HtmlBuilder html)
    {
        var id = entry.Statement.Id;
        // The code of a length or of "now" (P61D, PRESENT_REF) tells a reader no more than the words in the quotation do.
        var times = view.TimesIn(entry).Where(time => time.Value is null or [>= '0' and <= '9', ..]).Select(time => Wording.Time(view, time)).ToArray();
        if (entry.Links.Count == 0 && times.Length == 0) return;
        html.Raw("<p class=\"notes\">");
        var separator = "";
        foreach (var link in entry.Links)
        {
            var (words, other) = link.From == id ? (Wording.Outward(link.Relation), link.To) : (Wording.Inward(link.Relation), link.From);
            var against = link.Relation is LinkRelation.Contradicts or LinkRelation.Denies ? " class=\"against\"" : "";
            html.Raw($"{separator}<span{against}>{words} <a href=\"#{prefix}{other}\">{other}</a></span>");
            separator = " · ";
        }
        foreach (var time in times)
        {
            html.Raw(separator).Line(time);
            separator = " · ";
        }
        html.Raw("</p>\n");
    }

    private void WriteOwnVoice(HtmlBuilder html)
    {
        if (view.Own.Count == 0) return;
        Heading("In the publisher’s own voice", Wording.Count(view.Own.Count, "clause") + ", certain unless noted", html);
        html.Raw("<ol>\n");
        foreach (var assertion in view.Own)
        {
            html.Raw($"<li class=\"entry plain\" id=\"{prefix}{assertion.Id}\" data-i=\"{prefix}{assertion.Id}\" tabindex=\"0\">");
            html.Raw($"<a class=\"jump\" href=\"#t-{prefix}{assertion.Id}\" title=\"show it in the text\">{assertion.Id}</a>");
            WriteQuote([assertion.Span], assertion.Loaded, html);
            var note = Wording.Joined(Wording.Slots(view, assertion), Wording.Loaded(view, assertion));
            if (note.Length > 0)
            {
                html.Raw("<p class=\"notes\">").Line(note);
                if (assertion.Kind is not null) tools?.Invoke(assertion, html);
                html.Raw("</p>");
            }
            WriteReasons(assertion.Id, html);
            html.Raw("</li>\n");
        }
        html.Raw("</ol>\n");
    }

    private void WriteConsequences(HtmlBuilder html)
    {
        var consequences = view.Reading.Consequences;
        if (consequences.Count == 0) return;
        Heading("What follows from what", "", html);
        html.Raw("<ol>\n");
        for (var i = 0; i < consequences.Count; i++)
        {
            var consequence = consequences[i];
            var statement = view.StatementOf(consequence.Statement);
            var colour = statement is null ? "plain" : ReportText.Colour(view.HolderOf(statement));
            html.Raw($"<li class=\"entry {colour}\" id=\"{prefix}k{i + 1}\" data-i=\"{prefix}k{i + 1}\" tabindex=\"0\">");
            WriteQuote([consequence.Cause], [], html);
            html.Raw("<p class=\"arrow\">").Line(Wording.Relation(consequence.Relation)).Raw("</p>");
            WriteQuote([consequence.Effect], [], html);
            html.Raw($"<p class=\"notes\">{JsonNames.Of(consequence.Certainty)} · ");
            if (statement is null) html.Raw("own voice");
            else html.Raw("<bdi>").Line(Wording.Holder(view, statement)).Raw($"</bdi>, <a href=\"#{prefix}{statement.Id}\">{statement.Id}</a>");
            html.Raw("</p></li>\n");
        }
        html.Raw("</ol>\n");
    }

    private void WritePlaces(HtmlBuilder html)
    {
        if (view.Reading.Places.Count == 0) return;
        Heading("Places", "", html);
        html.Raw("<table class=\"rows\">\n");
        foreach (var group in view.Reading.Places.GroupBy(p => (p.Name, p.Gazetteer, p.Role)))
        {
            var place = group.First();
            var kind = Wording.Joined(place.Kind, place.Country ?? "", Wording.Role(place));
            html.Raw($"<tr data-i=\"{string.Join(' ', group.Select(p => prefix + p.Id))}\"><th scope=\"row\"><bdi>").Line(place.Name).Raw("</bdi></th><td>")
                .Line(kind).Raw("</td><td>").Line(Wording.Joined([Wording.Coordinates(place) ?? "not located", Wording.Within(place), .. group.Select(p => Wording.Relation(view, p)).Distinct()]))
                .Raw($"</td><td>{(group.Count() > 1 ? $"×{group.Count()}" : "")}</td></tr>\n");
        }
        html.Raw("</table>\n");
    }

    private void WriteTimes(HtmlBuilder html)
    {
        if (view.Reading.Times.Count == 0) return;
        Heading("Times", "", html);
        html.Raw("<table class=\"rows\">\n");
        foreach (var time in view.Reading.Times)
            html.Raw($"<tr data-i=\"{prefix}{time.Id}\"><th scope=\"row\"><bdi>").Line(time.Span.In(view.Text))
                .Raw("</bdi></th><td>").Line(time.Value ?? "unresolved").Raw("</td></tr>\n");
        html.Raw("</table>\n");
    }

    /// <summary>The words under the spans, cut from the report, loaded ones marked.</summary>
    private void WriteQuote(SpanList spans, IReadOnlyList<LoadedWord> loaded, HtmlBuilder html)
    {
        html.Raw("<q dir=\"auto\">");
        var marked = new MarkedText(view.Text, loaded.Select(word => new Mark(word.Span, 0, "<mark>", "</mark>")));
        for (var i = 0; i < spans.Count; i++)
        {
            if (i > 0) html.Raw(" … ");
            marked.Write(spans[i], html);
        }
        html.Raw("</q>\n");
    }

    private void WriteReasons(string id, HtmlBuilder html)
    {
        foreach (var reason in _why[id])
            html.Raw("<details class=\"why\"><summary>why</summary>").Line($"{reason.Step}: {reason.Reason}").Raw("</details>\n");
    }

    private static void Heading(string words, string note, HtmlBuilder html)
    {
        html.Raw("<h2>").Line(words);
        if (note.Length > 0) html.Raw(" <small>").Line(note).Raw("</small>");
        html.Raw("</h2>\n");
    }

    private static string Encode(string text) => new HtmlBuilder().Line(text).ToString();
}
