using System.Globalization;
using Counterclaim.Cli.Output.Markdown;
using Counterclaim.Cli.Output.View;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Lays out a list of claims.</summary>
internal static class ClaimList
{
    private const int MostCharacters = 300;

    public static void Write(string format, Page<Claim> page, LedgerQuery query, Streams streams)
    {
        switch (format)
        {
            case "json":
                ListJson.Write(streams.Output, "claims", page, query, ClaimJson.Write);
                return;
            case "jsonl":
                ClaimLayouts.WriteJsonLines(streams.Output, page.Items);
                return;
            case "csv":
                ClaimLayouts.WriteCsv(streams.Output, page.Items);
                return;
            case "geojson":
                ClaimLayouts.WriteGeoJson(streams.Output, page.Items);
                return;
        }
        using var text = streams.OpenText();
        foreach (var claim in page.Items)
        {
            if (format == "md") WriteMarkdown(text, claim);
            else WriteTable(text, claim);
        }
        ListFoot.Write(text, page, "claim");
    }

    private static void WriteTable(TextWriter text, Claim claim)
    {
        text.WriteLine(Slots(claim));
        text.WriteLine("  " + Telling(claim));
        text.WriteLine($"  “{SafeText.Shorten(SafeText.OneLine(claim.Exact), MostCharacters)}”");
        text.WriteLine($"  {Where(claim)}");
        text.WriteLine();
    }

    private static void WriteMarkdown(TextWriter text, Claim claim)
    {
        text.WriteLine($"- **{MarkdownWriter.Escape(Slots(claim))}**  ");
        text.WriteLine($"  {MarkdownWriter.Escape(Telling(claim))}  ");
        text.WriteLine($"  “{MarkdownWriter.Escape(SafeText.OneLine(claim.Exact))}”  ");
        text.WriteLine($"  {MarkdownWriter.Escape(Where(claim))}");
    }

    /// <summary>"casualties · killed · ≥ 30 · Quillhaven · 2026-03-11 · possible": what is claimed.</summary>
    private static string Slots(Claim claim) => Wording.Joined(
        claim.Kind,
        claim.Polarity == Polarity.Negative ? "negated" : "",
        claim.Position ?? "",
        claim.Quantity is { } quantity ? Wording.Quantity(quantity) : "",
        claim.Agent is { } agent ? SafeText.OneLine(agent.Name) : "",
        claim.Patient is { } patient ? (claim.Agent is null ? "of " : "to ") + SafeText.OneLine(patient.Name) : "",
        claim.Place is { } place ? SafeText.OneLine(place.Relation is { } relation ? $"{relation.Words} {place.Name}" : place.Name) : "",
        claim.Meant is { } when ? when.Value ?? SafeText.OneLine(when.Words) : "",
        claim.Certainty == Certainty.Certain ? "" : JsonNames.Of(claim.Certainty),
        claim.Stance switch { ClaimStance.Denies => "denied", ClaimStance.HeldBack => "not committed to", _ => "" });

    /// <summary>"Interior Ministry, told by Merrow Courier": the first teller, then outwards.</summary>
    private static string Telling(Claim claim)
    {
        if (claim.Tellers.Count == 1) return $"{Name(claim.Tellers[0])}, in its own voice";
        var outward = claim.Tellers.Take(claim.Tellers.Count - 1).Reverse().Select(Name);
        var first = claim.FirstTeller;
        var act = first.Act == SpeechAct.Assert ? "" : $" ({JsonNames.Of(first.Act)})";
        return $"{Name(first)}{act}, told by {string.Join(", told by ", outward)}";
    }

    private static string Name(ClaimTeller teller) => teller.Name.Length > 0 ? SafeText.OneLine(teller.Name) : teller.IsPublisher ? "an unnamed publisher" : "somebody unnamed";

    private static string Where(Claim claim) => Wording.Joined(
        $"{ReportKeys.Short(claim.Ref.Report)}/{claim.Ref.Assertion}",
        claim.Report.Published is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date",
        claim.Confidence is { } confidence ? confidence.ToString("0.00", CultureInfo.InvariantCulture) : "",
        ClaimNames.Of(claim.Review) + (claim.IsCorrected ? ", corrected" : ""));
}
