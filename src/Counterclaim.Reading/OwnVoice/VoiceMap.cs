using Counterclaim.Language;
using Counterclaim.Model;

namespace Counterclaim.Reading.OwnVoice;

/// <summary>Whose words every token is: the innermost statement that holds it, or the publisher's.</summary>
public sealed class VoiceMap
{
    private const int None = -1;
    private readonly int[] _content;
    private readonly bool[] _frame;
    private readonly bool[] _foreign;
    private readonly IReadOnlyList<Statement> _statements;

    public VoiceMap(Report report, Analysis analysis, IReadOnlyList<Statement> statements)
    {
        _statements = statements;
        _content = new int[analysis.TokenCount];
        _frame = new bool[analysis.TokenCount];
        _foreign = new bool[analysis.TokenCount];
        Array.Fill(_content, None);
        foreach (var index in Enumerable.Range(0, statements.Count).OrderByDescending(i => statements[i].Content.Coverage))
            foreach (var span in statements[index].Content)
                Each(analysis, span, token => _content[token] = index);
        foreach (var statement in statements)
            foreach (var span in statement.Cue) Each(analysis, span, token => _frame[token] = true);
        foreach (var paragraph in report.Paragraphs)
            if (paragraph.Kind is ParagraphKind.Social or ParagraphKind.Quote or ParagraphKind.Furniture)
                Each(analysis, paragraph.Span, token => _foreign[token] = true);
    }

    /// <summary>The innermost statement whose content holds the token; null outside all of them.</summary>
    public Statement? StatementOf(int token) => _content[token] == None ? null : _statements[_content[token]];

    /// <summary>Whether the token is one of the words that attribute.</summary>
    public bool IsCue(int token) => _frame[token];

    /// <summary>Outside every statement, post and block quote: the publisher says it.</summary>
    public bool IsOwn(int token) => _content[token] == None && !_foreign[token];

    private static void Each(Analysis analysis, TextSpan span, Action<int> act)
    {
        var tokens = analysis.TokensIn(span);
        for (var token = tokens.Start; token < tokens.End; token++) act(token);
    }
}
