using AngleSharp.Dom;
using Counterclaim.Ingest.Plain;

namespace Counterclaim.Ingest.Html;

/// <summary>Walks a parsed page once, without recursion, and cuts it into blocks.</summary>
internal sealed class PageWalker
{
    private readonly PageBlocks _page = new();
    private readonly InlineText _text = new();
    private readonly Stack<(INode Node, bool IsBlock)> _open = new();
    private int _container = -1;
    private int _links;
    private int _lineBreaks;


    public static PageBlocks Walk(IElement root)
    {
        var walker = new PageWalker();
        walker.Run(root);
        return walker._page;
    }

    private void Run(IElement root)
    {
        INode node = root;
        while (true)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (true)
            {
                Leave(node);
                if (node == root) return;
                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }
                node = node.Parent!;
            }
        }
    }

    /// <summary>Whether the children are to be walked.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            if (_lineBreaks > 0 && !string.IsNullOrWhiteSpace(text.Data)) EndLine(text.Data);
            _text.Append(text.Data, _links > 0);
            return false;
        }
        if (node is not IElement element) return false;
        var tag = element.LocalName;
        switch (Kind(tag))
        {
            case TagKind.Skipped:
                return false;
            case TagKind.Break:
                _lineBreaks++;
                return false;
            case TagKind.Cell:
                if (_text.Length > 0) _text.Append(" |", false);
                _text.AppendSpace();
                return true;
            case TagKind.Link:
                _links++;
                _open.Push((node, false));
                return true;
            case TagKind.Inline:
                return !(element.GetAttribute("class") is { Length: > 0 } names && IsForScreenReaders(names));
        }
        var hints = HintReader.Of(element, tag);
        Flush();
        if (EmbeddedPost.IsPost(element, tag) && AddPost(element)) return false;
        var around = _container < 0 ? Hints.None : _page.Containers[_container].Hints;
        _page.Containers.Add(new PageContainer { Parent = _container, Depth = _container < 0 ? 0 : _page.Containers[_container].Depth + 1, Own = hints, Hints = around | hints });
        _container = _page.Containers.Count - 1;
        _open.Push((node, true));
        return true;
    }

    private void Leave(INode node)
    {
        if (_open.Count == 0 || _open.Peek().Node != node) return;
        if (!_open.Peek().IsBlock)
        {
            _open.Pop();
            _links--;
            return;
        }
        Flush();
        _open.Pop();
        _container = _page.Containers[_container].Parent;
    }

    /// <summary>A line break is a space, but two of them, or one after a whole sentence that is long or before the next speaker's name, end a block.</summary>
    private void EndLine(string next)
    {
        if (_lineBreaks > 1 || _text.Last is '.' or '!' or '?' or '”' or '"' && (_text.Length > 60 || LineLook.NamesSpeaker(next))) Flush();
        else _text.AppendSpace();
        _lineBreaks = 0;
    }

    private void Flush()
    {
        _lineBreaks = 0;
        var (text, linkChars) = _text.Take();
        text = text.Trim(' ', '|');
        if (text.Length == 0 || _container < 0) return;
        _page.Blocks.Add(new PageBlock
        {
            Text = text,
            Tag = CurrentTag(out var element),
            IsMainHeading = element == "h1",
            Container = _container,
            LinkChars = Math.Min(linkChars, text.Length),
            Words = LineLook.CountWords(text),
            IsSentence = LineLook.EndsSentence(text),
            Hints = _page.Containers[_container].Hints,
        });
    }

    private bool AddPost(IElement element)
    {
        if (EmbeddedPost.Read(element) is not { } post || _container < 0) return false;
        _page.Blocks.Add(new PageBlock
        {
            Text = post.Text,
            Post = post.Post,
            Tag = BlockTag.Post,
            Container = _container,
            LinkChars = 0,
            Words = LineLook.CountWords(post.Text),
            Hints = _page.Containers[_container].Hints,
        });
        return true;
    }

    /// <summary>What the text is by the nearest open element that is no inline one.</summary>
    private BlockTag CurrentTag(out string element)
    {
        element = "";
        foreach (var (node, isBlock) in _open)
        {
            if (!isBlock) continue;
            element = ((IElement)node).LocalName;
            return element switch
            {
                "p" or "blockquote" => BlockTag.Paragraph,
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockTag.Heading,
                "li" or "dt" or "dd" => BlockTag.Item,
                "tr" => BlockTag.Row,
                "pre" => BlockTag.Preformatted,
                _ => BlockTag.Loose,
            };
        }
        return BlockTag.Loose;
    }

    private static bool IsForScreenReaders(string names) =>
        names.Contains("sr-only", StringComparison.Ordinal) || names.Contains("screen-reader", StringComparison.Ordinal)
        || names.Contains("visually-hidden", StringComparison.OrdinalIgnoreCase) || names.Contains("visuallyhidden", StringComparison.OrdinalIgnoreCase);

    private enum TagKind { Block, Inline, Link, Break, Cell, Skipped }

    private static TagKind Kind(string tag) => tag switch
    {
        "script" or "style" or "noscript" or "template" or "svg" or "math" or "iframe" or "object" or "embed" or "canvas" or "audio" or "video"
            or "button" or "select" or "textarea" or "input" or "option" or "datalist" or "head" or "link" or "meta" or "title" or "map" or "picture" or "img"
            or "progress" or "meter" or "amp-ad" or "rt" or "rp" => TagKind.Skipped,
        "br" or "wbr" => tag == "br" ? TagKind.Break : TagKind.Inline,
        "td" or "th" => TagKind.Cell,
        "a" => TagKind.Link,
        "span" or "b" or "i" or "em" or "strong" or "u" or "s" or "small" or "big" or "sub" or "sup" or "abbr" or "acronym" or "cite" or "code" or "dfn"
            or "font" or "ins" or "del" or "kbd" or "mark" or "q" or "samp" or "strike" or "time" or "tt" or "var" or "bdi" or "bdo" or "data" or "label"
            or "nobr" or "ruby" or "rb" or "slot" or "output" or "center" => tag == "center" ? TagKind.Block : TagKind.Inline,
        _ => TagKind.Block,
    };
}
