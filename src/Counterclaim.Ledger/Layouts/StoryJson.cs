using System.Text.Json;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Stories;

namespace Counterclaim.Ledger.Layouts;

/// <summary>A story in JSON, with its reports and what joined each.</summary>
internal static class StoryJson
{
    public static void Write(Utf8JsonWriter json, LedgerStory story)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, story.Id);
        json.WriteString("title"u8, story.Title);
        json.WriteString("first"u8, story.First is { } first ? ClaimColumns.Minute(first) : null);
        json.WriteString("last"u8, story.Last is { } last ? ClaimColumns.Minute(last) : null);
        json.WriteNumber("reports"u8, story.Reports);
        json.WriteNumber("origins"u8, story.Origins);
        Write(json, "outlets"u8, story.Outlets);
        Write(json, "places"u8, story.Places);
        json.WriteStartArray("members"u8);
        foreach (var member in story.Members) Write(json, member);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StoryReport member)
    {
        json.WriteStartObject();
        json.WriteString("report"u8, member.Report.Id);
        json.WriteString("outlet"u8, member.Report.Outlet);
        json.WriteString("title"u8, member.Report.Title);
        json.WriteString("published"u8, ClaimColumns.Published(member.Report));
        if (member.Score is { } score) json.WriteNumber("score"u8, Math.Round(score, 3));
        json.WriteString("reason"u8, member.Reason);
        json.WriteStartArray("text_of"u8);
        foreach (var tie in member.Ties) Write(json, tie);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportTie tie)
    {
        json.WriteStartObject();
        json.WriteString("report"u8, tie.Earlier);
        json.WriteString("outlet"u8, tie.Outlet);
        json.WriteString("relation"u8, TextNames.Of(tie.Tie.Relation));
        json.WriteNumber("share"u8, Math.Round(tie.Tie.Share, 3));
        json.WriteNumber("earlier_share"u8, Math.Round(tie.Tie.EarlierShare, 3));
        json.WriteString("rule"u8, tie.Tie.InWords());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
