using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.Tests;

/// <summary>One analyzer for all tests of the room, and reports made of one paragraph.</summary>
internal static class TestAnalyzer
{
    private static readonly Lazy<Analyzer> Shared = new(Analyzer.Load);

    public static Analysis Analyze(string text) => Shared.Value.Analyze(text);

    public static Analysis Analyze(string text, IReadOnlyList<TextSpan> blocks) => Shared.Value.Analyze(text, blocks);

    public static Report Report(string text, ParagraphKind kind = ParagraphKind.Body) =>
        new("sha256:test", "test", text, text.Length == 0 ? [] : [new Paragraph(new TextSpan(0, text.Length), kind)]);

    public static TextSpan SpanOf(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' is not in '{text}'");
        return new TextSpan(at, at + words.Length);
    }

    public static Statement Statement(string text, string id, string cue, string content) =>
        new(id, SpanList.Empty, [SpanOf(text, cue)], [SpanOf(text, content)]) { Mode = StatementMode.Indirect, Act = SpeechAct.Assert, Confidence = 1 };
}
