using System.Text.RegularExpressions;
using Counterclaim.Model;

namespace Counterclaim.Reading.Statements;

/// <summary>What of a post's text its author says, and what the network or the custom of threads and replies adds.</summary>
internal sealed partial class PostText
{
    private const int LongestLine = 160;

    private readonly string _text;
    private readonly List<TextSpan> _content = [];

    private PostText(string text) => _text = text;

    /// <summary>The author's own words, in text order.</summary>
    public SpanList Content => SpanList.Create([.. _content]);

    /// <summary>The first account that the post answers.</summary>
    public TextSpan? Addressee { get; private set; }

    /// <summary>The line that says when it was posted, where that is no signature.</summary>
    public TextSpan? Stamp { get; private set; }

    /// <summary>The account whose words are passed on ("RT @account: …"), and those words.</summary>
    public (TextSpan Mark, TextSpan Account, TextSpan Words)? Repost { get; private set; }

    /// <param name="parts">The post's paragraphs without its signature.</param>
    public static PostText Read(string text, IEnumerable<TextSpan> parts)
    {
        var post = new PostText(text);
        foreach (var part in parts) post.Add(part);
        post.CutFront();
        post.CutEnd();
        return post;
    }

    private void Add(TextSpan part)
    {
        part = Trim(part);
        while (!part.IsEmpty && FirstLine(part) is { Length: <= LongestLine } line && ReadLine(line)) part = Trim(new TextSpan(line.End, part.End));
        if (!part.IsEmpty) _content.Add(part);
    }

    /// <summary>Whether a line is none of the author's: whom it answers, or when it was posted.</summary>
    private bool ReadLine(TextSpan line)
    {
        var words = line.In(_text);
        if (words.StartsWith("Replying to @") && words.IndexOfAny(".!?:") < 0)
        {
            Addressee ??= AccountAt(line.Start + "Replying to ".Length, line.End);
            return true;
        }
        if (!char.IsAsciiDigit(words[0]) || !StampLine().IsMatch(words)) return false;
        Stamp ??= line;
        return true;
    }

    /// <summary>Takes off the number in a thread and the accounts that an answer begins with; notes whose words are passed on.</summary>
    private void CutFront()
    {
        if (_content.Count == 0) return;
        for (var part = 1; part < _content.Count; part++)
            if (ThreadNumber().Match(_text, _content[part].Start, Math.Min(_content[part].Length, 12)) is { Success: true } later && Trim(new TextSpan(_content[part].Start + later.Length, _content[part].End)) is { IsEmpty: false } rest)
                _content[part] = rest;
        var first = _content[0];
        if (ThreadNumber().Match(_text, first.Start, Math.Min(first.Length, 12)) is { Success: true } number) first = Trim(new TextSpan(first.Start + number.Length, first.End));
        for (var accounts = 0; accounts < 50 && !first.IsEmpty && _text[first.Start] == '@' && AccountAt(first.Start, first.End) is { } account && account.End < first.End && _text[account.End] == ' '; accounts++)
        {
            var words = Trim(new TextSpan(account.End, first.End));
            if (words.IsEmpty || char.IsLower(_text[words.Start])) break; // "@account says so": the account is part of what is said
            Addressee ??= account;
            first = words;
        }
        _content[0] = first;
        if (first.In(_text).StartsWith("RT @") && AccountAt(first.Start + 3, first.End) is { } passed && passed.End + 1 < first.End && _text[passed.End] == ':')
            Repost = (new TextSpan(first.Start, first.Start + 2), passed, Trim(new TextSpan(passed.End + 1, first.End)));
        if (first.IsEmpty) _content.RemoveAt(0);
    }

    /// <summary>Takes off links to pictures and shortened links, and the number in a thread.</summary>
    private void CutEnd()
    {
        while (_content.Count > 0)
        {
            var last = _content[^1];
            var end = last.End;
            while (end > last.Start && !char.IsWhiteSpace(_text[end - 1])) end--;
            var word = _text.AsSpan(end, last.End - end);
            if (!IsLink(word) && !(end > last.Start && word.Length <= 8 && EndNumber().IsMatch(word))) return;
            last = Trim(new TextSpan(last.Start, end));
            if (last.IsEmpty) _content.RemoveAt(_content.Count - 1);
            else _content[^1] = last;
        }
    }

    private static bool IsLink(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("https://")) word = word[8..];
        else if (word.StartsWith("http://")) word = word[7..];
        return word.StartsWith("t.co/") || word.StartsWith("pic.twitter.com/") || word.StartsWith("pic.x.com/");
    }

    private TextSpan? AccountAt(int start, int end)
    {
        if (start >= end || _text[start] != '@') return null;
        var at = start + 1;
        while (at < end && (char.IsLetterOrDigit(_text[at]) || _text[at] is '_' or '-' || _text[at] is '.' or '@' && at + 1 < end && char.IsLetterOrDigit(_text[at + 1]))) at++;
        return at > start + 1 ? new TextSpan(start, at) : null;
    }

    private TextSpan FirstLine(TextSpan part)
    {
        var length = part.In(_text).IndexOf('\n');
        return length < 0 ? part : new TextSpan(part.Start, part.Start + length);
    }

    /// <summary>Without white space and dashes at the edges.</summary>
    private TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsEdge(_text[start])) start++;
        while (end > start && IsEdge(_text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '—' or '–' or '-' or '>';

    [GeneratedRegex(@"^(?:\d{1,2}:\d{2}(?: ?[AaPp][Mm])? ?[·•|,-]? ?[\p{L}\d ,./]{6,30}|(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}),?(?: at)? ?[·•|-]? ?\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)(?: ?[·•|-].{0,60})?$", RegexOptions.CultureInvariant)]
    private static partial Regex StampLine();

    [GeneratedRegex(@"\G\(?\d{1,2}/\d{0,2}\)?[.:)]?\s", RegexOptions.CultureInvariant)]
    private static partial Regex ThreadNumber();

    [GeneratedRegex(@"^(?:\(?\d{1,2}/\d{0,2}\)?|🧵|⬇️|👇)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndNumber();
}
