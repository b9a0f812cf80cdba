using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>An embedded social post is a statement of its author: the whole post, without its signature, and no cue.</summary>
internal sealed class PostStatements
{
    private const double Confidence = 0.97;

    /// <summary>Of a post whose author nothing names.</summary>
    private const double Unsigned = 0.7;

    private readonly TokenTable _table;
    private readonly Report _report;
    private readonly bool _explain;

    /// <summary>For each token the number of the post it is in, counted from 1; negative in a signature, 0 outside.</summary>
    private readonly int[] _postOf;

    private readonly List<(int First, int End)> _posts = [];

    private PostStatements(TokenTable table, Report report, bool explain)
    {
        (_table, _report, _explain) = (table, report, explain);
        _postOf = new int[table.Count];
        var paragraphs = report.Paragraphs;
        for (var p = 0; p < paragraphs.Count;)
        {
            var first = p++;
            if (paragraphs[first].Kind != ParagraphKind.Social) continue;
            while (p < paragraphs.Count && paragraphs[p].Kind == ParagraphKind.Social && Equals(paragraphs[p].Post, paragraphs[first].Post)) p++;
            _posts.Add((first, p));
            for (var i = first; i < p; i++) Fill(paragraphs[i].Span, _posts.Count);
            if (paragraphs[first].Post?.Signature is { } signature) Fill(signature, -_posts.Count);
        }
    }

    /// <summary>The statements of all posts; what was found across a post's edge, and so says part of it once more, is taken out.</summary>
    public static List<AttributionSpans> Take(TokenTable table, Report report, List<Candidate> chosen, bool explain)
    {
        var posts = new PostStatements(table, report, explain);
        if (posts._posts.Count == 0) return [];
        var introductions = new Candidate?[posts._posts.Count];
        chosen.RemoveAll(c => posts.Crosses(c, introductions));
        var found = new List<AttributionSpans>(posts._posts.Count);
        for (var i = 0; i < introductions.Length; i++) posts.Read(posts._posts[i], introductions[i], found);
        return found;
    }

    private void Fill(TextSpan span, int value)
    {
        var tokens = _table.Analysis.TokensIn(span);
        _postOf.AsSpan(tokens.Start, tokens.Count).Fill(value);
    }

    /// <summary>Whether a statement lies partly in a post and partly outside or in its signature; one that announces the post is remembered.</summary>
    private bool Crosses(Candidate statement, Candidate?[] introductions)
    {
        var home = statement.Cue.IsEmpty ? PostAt(statement.Content[0].Start) : PostAt(statement.Cue.Start);
        var crosses = home < 0;
        foreach (var run in statement.Content)
            for (var t = run.Start; t < run.End; t++)
            {
                if (_postOf[t] == home) continue;
                crosses = true;
                if (home == 0 && _postOf[t] > 0 && statement.Cue.Start < t) introductions[_postOf[t] - 1] ??= statement;
            }
        return crosses || (!statement.Holder.IsEmpty && PostAt(statement.Holder.Start) != home);
    }

    private int PostAt(int token) => token < _postOf.Length ? _postOf[token] : 0;

    private void Read((int First, int End) post, Candidate? introduction, List<AttributionSpans> found)
    {
        var byline = _report.Paragraphs[post.First].Post;
        var signature = byline?.Signature;
        var parts = new List<TextSpan>();
        for (var p = post.First; p < post.End; p++) parts.AddRange(Without(_report.Paragraphs[p].Span, signature));
        var text = PostText.Read(_report.Text, parts);
        if (text.Content.IsEmpty) return;
        var holder = signature is { } signed ? [Author(_report.Text, signed, byline!)] : SpanList.Empty;
        if (holder.IsEmpty && introduction is { Holder.IsEmpty: false }) holder = [_table.Analysis.SpanOf(introduction.Holder)];
        SpanList stamp = signature is null ? SpanList.Empty : [signature.Value];
        if (text.Stamp is { } line) stamp = SpanList.Create([.. stamp, line]);
        found.Add(new AttributionSpans(holder, SpanList.Empty, text.Content, holder.IsEmpty ? Unsigned : Confidence, "rule:post", _explain ? "a post: its author says all of it" : null)
        {
            IsVerbatim = true,
            Addressee = text.Addressee,
            Stamp = stamp,
            Act = Questions.IsQuestion(_report.Text, text.Content) ? SpeechAct.Ask : null,
        });
        if (text.Repost is { Words.IsEmpty: false } passed)
            found.Add(new AttributionSpans([passed.Account], [passed.Mark], [passed.Words], Confidence, "rule:repost", _explain ? "the words of another account, passed on" : null) { IsVerbatim = true });
    }

    /// <summary>The author's name within the signature, else the handle, else the signature as it stands.</summary>
    private static TextSpan Author(string text, TextSpan signature, SocialPost post)
    {
        foreach (var name in (ReadOnlySpan<string?>)[post.Author, post.Handle is null ? null : "@" + post.Handle, post.Handle])
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            var at = signature.In(text).IndexOf(name.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
            if (at >= 0) return new TextSpan(signature.Start + at, signature.Start + at + name.AsSpan().Trim().Length);
        }
        return signature;
    }

    private static IEnumerable<TextSpan> Without(TextSpan span, TextSpan? cut)
    {
        if (cut is not { } c || !span.Overlaps(c)) return [span];
        return
        [
            new TextSpan(span.Start, Math.Clamp(c.Start, span.Start, span.End)),
            new TextSpan(Math.Clamp(c.End, span.Start, span.End), span.End),
        ];
    }
}
