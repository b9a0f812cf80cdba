using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Quotes;

namespace Counterclaim.Reading.OwnVoice;

/// <summary>Whose words every token is: the innermost statement that holds it, or the publisher's.</summary>
public sealed class VoiceMap
{
    private const int None = -1;

    /// <summary>Confidence from which a content that is no proposition is believed to be somebody's words.</summary>
    private const double SureEnough = 0.5;

    private readonly int[] _content;
    private readonly int[] _cue;
    private readonly bool[] _foreign;
    private readonly IReadOnlyList<Statement> _statements;

    public VoiceMap(Report report, Analysis analysis, IReadOnlyList<Statement> statements)
    {
        _statements = statements;
        _content = new int[analysis.TokenCount];
        _cue = new int[analysis.TokenCount];
        _foreign = new bool[analysis.TokenCount];
        Array.Fill(_content, None);
        Array.Fill(_cue, None);
        var tellings = Enumerable.Range(0, statements.Count).Where(i => IsTelling(statements[i], analysis)).ToList();
        foreach (var index in tellings.OrderByDescending(i => statements[i].Content.Coverage))
        {
            TextSpan? before = null;
            foreach (var span in statements[index].Content)
            {
                if (before is { } last) CloseGap(analysis, statements[index], index, new TextSpan(last.End, Math.Max(last.End, span.Start)));
                Each(analysis, span, token => _content[token] = index);
                before = span;
            }
        }
        foreach (var index in tellings)
            foreach (var span in statements[index].Cue) Each(analysis, span, token => _cue[token] = index);
        foreach (var paragraph in report.Paragraphs)
            if (paragraph.Kind is ParagraphKind.Social or ParagraphKind.Quote or ParagraphKind.Furniture or ParagraphKind.Caption || EndsInCredit(paragraph.Span.In(report.Text)))
                Each(analysis, paragraph.Span, token => _foreign[token] = true);
        foreach (var passage in QuoteStructure.Find(analysis.Text, [.. report.Paragraphs.Where(p => p.Kind != ParagraphKind.Furniture).Select(p => p.Span)]))
            if (StandsAlone(analysis, analysis.TokensIn(passage.Span)))
                Each(analysis, passage.Span, token => _foreign[token] = true);
    }

    /// <summary>The innermost statement whose content holds the token; null outside all of them.</summary>
    public Statement? StatementOf(int token) => _content[token] == None ? null : _statements[_content[token]];

    /// <summary>Whether the token is one of the words that attribute.</summary>
    public bool IsCue(int token) => _cue[token] != None;

    /// <summary>The statement that the token attributes; null where it attributes none.</summary>
    public Statement? CuedBy(int token) => _cue[token] == None ? null : _statements[_cue[token]];

    /// <summary>Outside every statement, post, caption, block quote and unattributed quotation: the publisher says it.</summary>
    public bool IsOwn(int token) => _content[token] == None && !_foreign[token];

    /// <summary>
    /// Whether a governor bears on a token as the same teller's word does. Of a statement without a holder ("it is thought that") the
    /// cue does too: it is the publisher who says how sure it is.
    /// </summary>
    public bool SameTeller(int token, int governor)
    {
        var teller = StatementOf(token);
        return StatementOf(governor) == teller || teller is { Holder.IsEmpty: true } && IsCue(governor);
    }

    /// <summary>
    /// Whether a statement takes words out of the publisher's mouth. One whose content is no proposition, figure or quotation does not where
    /// it has no holder or is held for less likely than not: "the election is expected in May", "the storm claimed eleven lives".
    /// </summary>
    private static bool IsTelling(Statement statement, Analysis analysis)
    {
        if (statement.Cue.IsEmpty || statement.Mode != StatementMode.Indirect && !statement.Holder.IsEmpty || statement.Mode == StatementMode.Direct) return true;
        if (!statement.Holder.IsEmpty && statement.Confidence >= SureEnough) return true;
        foreach (var span in statement.Content)
        {
            var tokens = analysis.TokensIn(span);
            for (var token = tokens.Start; token < tokens.End; token++)
                if (analysis.Upos[token] is Upos.Aux || analysis.Upos[token] == Upos.Verb && analysis.Deprels[token] is not (Deprel.Amod or Deprel.Compound)
                    || analysis.Upos[token] == Upos.Num && !statement.Holder.IsEmpty && char.IsAsciiDigit(analysis.Form(token)[0])) return true;
        }
        return false;
    }

    /// <summary>What stands between two parts of one content in the same sentence is of it too, but for the words that attribute it.</summary>
    private void CloseGap(Analysis analysis, Statement statement, int index, TextSpan gap)
    {
        var tokens = analysis.TokensIn(gap);
        if (tokens.IsEmpty || tokens.Start == 0 || tokens.End >= analysis.TokenCount || analysis.SentenceOf[tokens.Start - 1] != analysis.SentenceOf[tokens.End]) return;
        foreach (var span in statement.Cue)
            if (span.Start < gap.End && gap.Start < span.End) return;
        foreach (var span in statement.Holder)
            if (span.Start < gap.End && gap.Start < span.End) return;
        for (var token = tokens.Start; token < tokens.End; token++) _content[token] = index;
    }

    /// <summary>A picture's caption, which an agency words, ends in its credit: "(AFP Photo)".</summary>
    private static bool EndsInCredit(ReadOnlySpan<char> paragraph)
    {
        const int longestCredit = 80;
        paragraph = paragraph.TrimEnd().TrimEnd('.');
        if (paragraph.IsEmpty || paragraph[^1] is not (')' or ']')) return false;
        var open = paragraph.LastIndexOfAny('(', '[');
        if (open < 0 || paragraph.Length - open > longestCredit) return false;
        var credit = paragraph[open..];
        foreach (var word in (ReadOnlySpan<string>)["photo", "image", "picture", "getty", "handout", "screenshot", "screengrab"])
            if (credit.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A quotation with a predicate of its own that no clause around it takes up, such as a heading in quotation marks.</summary>
    private static bool StandsAlone(Analysis analysis, TokenRange passage)
    {
        const int climbLimit = 64;
        for (var token = passage.Start; token < passage.End; token++)
        {
            if (analysis.Upos[token] is not (Upos.Verb or Upos.Aux) || analysis.Xpos(token) is not ("VBD" or "VBZ" or "VBP" or "MD")) continue;
            var top = token;
            for (var climb = 0; climb < climbLimit && passage.Contains(analysis.Heads[top]); climb++) top = analysis.Heads[top];
            if (analysis.Heads[top] < 0 || analysis.Deprels[top] is Deprel.Parataxis) return true;
        }
        return false;
    }

    private static void Each(Analysis analysis, TextSpan span, Action<int> act)
    {
        var tokens = analysis.TokensIn(span);
        for (var token = tokens.Start; token < tokens.End; token++) act(token);
    }
}
