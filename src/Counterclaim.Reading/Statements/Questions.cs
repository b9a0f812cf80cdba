using Counterclaim.Model;

namespace Counterclaim.Reading.Statements;

/// <summary>Whether what is said asks, by the marks at the ends of its sentences.</summary>
internal static class Questions
{
    private const string Closers = "\"'”’“»«)]*_ \t\r\n";

    /// <summary>Whether the last sentence is a question.</summary>
    public static bool EndsInQuestion(string text, SpanList content) =>
        !content.IsEmpty && content[^1].In(text).TrimEnd(Closers) is { IsEmpty: false } last && last[^1] is '?' or '？' or '؟';

    /// <summary>Whether every sentence is a question.</summary>
    public static bool IsQuestion(string text, SpanList content)
    {
        if (!EndsInQuestion(text, content)) return false;
        foreach (var span in content)
        {
            var words = span.In(text);
            for (var i = 0; i + 1 < words.Length; i++)
                if (words[i] is '.' or '!' or '…' && char.IsWhiteSpace(words[i + 1]) && !(i > 1 && char.IsUpper(words[i - 2]) && char.IsLower(words[i - 1]))) return false;
        }
        return true;
    }
}
