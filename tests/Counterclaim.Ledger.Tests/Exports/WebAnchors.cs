using System.Text;
using System.Text.Json;

namespace Counterclaim.Ledger.Tests.Exports;

/// <summary>Anchors a target of a Web Annotation in its text again, as a client does, counting code points by itself.</summary>
internal static class WebAnchors
{
    public static void Check(JsonElement target, string text)
    {
        Assert.True(Uri.IsWellFormedUriString(target.GetProperty("source").GetString(), UriKind.Absolute));
        JsonElement[] selectors = [.. target.GetProperty("selector").EnumerateArray()];
        var quote = selectors.Single(s => s.GetProperty("type").GetString() == "TextQuoteSelector");
        var position = selectors.Single(s => s.GetProperty("type").GetString() == "TextPositionSelector");
        Rune[] runes = [.. text.EnumerateRunes()];
        int start = position.GetProperty("start").GetInt32(), end = position.GetProperty("end").GetInt32();
        Assert.InRange(start, 0, end - 1);
        Assert.Equal(string.Concat(runes[start..end]), quote.GetProperty("exact").GetString());
        Assert.Equal(string.Concat(runes[Math.Max(0, start - 32)..start]), quote.GetProperty("prefix").GetString());
        Assert.Equal(string.Concat(runes[end..Math.Min(runes.Length, end + 32)]), quote.GetProperty("suffix").GetString());
    }
}
