using System.Globalization;
using AngleSharp.Dom;
using Counterclaim.Ingest.Dates;
using Counterclaim.Ingest.Posts;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Html;

/// <summary>Reads posts of social networks that a page embeds, in the markup each network hands out.</summary>
internal static class EmbeddedPost
{
    private static readonly (string Name, string Network)[] Marks =
    [
        ("twitter-tweet", "X"), ("twitter-video", "X"), ("instagram-media", "Instagram"), ("tiktok-embed", "TikTok"), ("bluesky-embed", "Bluesky"),
        ("fb-post", "Facebook"), ("fb-xfbml-parse-ignore", "Facebook"), ("fb-video", "Facebook"), ("text-post-media", "Threads"), ("mastodon-embed", "Mastodon"),
        ("telegram-post", "Telegram"), ("tgme_widget_message", "Telegram"), ("truthsocial-embed", "Truth Social"), ("vk_post", "VK"), ("reddit-embed-bq", "Reddit"), ("reddit-card", "Reddit"),
    ];

    public static bool IsPost(IElement element, string tag)
    {
        if (tag is not ("blockquote" or "div" or "section" or "article")) return false;
        if (element.GetAttribute("class") is { Length: >= 7 } names && NetworkOf(names) is { } network)
            return !(network == "Facebook" && IsPageWidget(element.GetAttribute("cite") ?? element.GetAttribute("data-href")));
        return tag == "blockquote" && SignedTail.Of(element) is not null;
    }

    /// <summary>A box that shows off a whole Facebook page links to the page, not to a post on it.</summary>
    private static bool IsPageWidget(string? url) =>
        url is null || !(url.Contains("post", StringComparison.Ordinal) || url.Contains("video", StringComparison.Ordinal) || url.Contains("photo", StringComparison.Ordinal)
            || url.Contains("story", StringComparison.Ordinal) || url.Contains("permalink", StringComparison.Ordinal));

    /// <summary>
    /// The post's text, then its signature on a line of its own where the page gives one; null where the page holds only
    /// a frame that a script would fill. The signature's span counts from the start of the text.
    /// </summary>
    public static (string Text, SocialPost Post)? Read(IElement element)
    {
        var network = element.GetAttribute("class") is { } names ? NetworkOf(names) : null;
        network ??= SignedTail.Network(element);
        return network == "Telegram" && element.QuerySelector(".tgme_widget_message_text, .js-message_text") is { } message
            ? ReadTelegram(element, message)
            : ReadQuote(element, network);
    }

    private static string? NetworkOf(string names)
    {
        foreach (var (name, network) in Marks)
        {
            var at = names.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && names[at - 1] != ' ')) continue;
            var end = at + name.Length;
            if (end == names.Length || names[end] == ' ' || names.AsSpan(end).StartsWith("-rendered")) return network;
        }
        return null;
    }

    /// <summary>A quotation whose last bare words name the author: "— Name (@handle) November 10, 2025".</summary>
    private static (string, SocialPost)? ReadQuote(IElement element, string? network)
    {
        var lines = new List<string>();
        var tail = new InlineText();
        var text = new InlineText();
        Gather(element, lines, text, tail);
        var signature = tail.Take().Text;
        var dash = signature.IndexOfAny(['—', '–', '―']);
        if (dash > 0)
        {
            lines.Add(signature[..dash].Trim());
            signature = signature[dash..];
        }
        lines.RemoveAll(line => line.Length == 0 || IsPrompt(line));
        if (dash < 0 && network == "TikTok" && signature.StartsWith('@')) signature = signature.Split(' ')[0]; // what follows is the music
        else if (dash < 0 && PostSignature.ReadBehind(signature, default) is null)
        {
            if (signature.Length > 0 && !IsPrompt(signature)) lines.Add(signature);
            signature = "";
        }
        if (signature.Length == 0 && lines.Count > 0 && PostSignature.ReadBehind(lines[^1], default) is not null)
        {
            signature = lines[^1];
            lines.RemoveAt(lines.Count - 1);
        }
        if (lines.Count == 0) return null;
        if (signature.Length == 0 && HandleOf(element) is { } linked) signature = "— @" + linked;
        return Signed(string.Join('\n', lines), signature, network, element);
    }

    private static (string, SocialPost) Signed(string content, string signature, string? network, IElement element)
    {
        if (signature.Length == 0) return (content, new SocialPost(null, null, network, null, null));
        var whole = content + "\n" + signature;
        var span = new TextSpan(content.Length + 1, whole.Length);
        var post = PostSignature.ReadBehind(signature, span, network)
            ?? new SocialPost(null, signature.StartsWith('@') ? signature[1..] : HandleOf(element), network, DateText.Find(signature)?.Value, span);
        return (whole, post);
    }

    /// <summary>Paragraphs become lines; text outside any paragraph is kept apart, for the signature stands there.</summary>
    private static void Gather(IElement element, List<string> lines, InlineText text, InlineText tail)
    {
        INode node = element;
        var paragraphs = 0;
        while (true)
        {
            if (node is IText { Data: var data }) (paragraphs > 0 ? text : tail).Append(data, false);
            var isParagraph = node is IElement { LocalName: "p" };
            if (node is IElement { LocalName: "br" }) EndLine(lines, paragraphs > 0 || text == tail ? text : null);
            if (isParagraph) paragraphs++;
            if (node is not IElement { LocalName: "script" or "style" or "svg" } && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (true)
            {
                if (node is IElement { LocalName: "p" })
                {
                    paragraphs--;
                    EndLine(lines, text);
                }
                if (node == element) return;
                if (node is IElement { LocalName: "div" or "section" }) tail.AppendSpace();
                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }
                node = node.Parent!;
            }
        }
    }

    private static void EndLine(List<string> lines, InlineText? text)
    {
        if (text is not null && text.Take().Text.Trim() is { Length: > 0 } line) lines.Add(line);
    }

    private static (string, SocialPost)? ReadTelegram(IElement element, IElement message)
    {
        var lines = new List<string>();
        var text = new InlineText();
        Gather(message, lines, text, text);
        EndLine(lines, text);
        if (lines.Count == 0) return null;
        var author = element.QuerySelector(".tgme_widget_message_owner_name")?.TextContent.Trim();
        var link = element.GetAttribute("data-post") ?? element.QuerySelector("[data-post]")?.GetAttribute("data-post");
        var handle = link?.Split('/')[0];
        var posted = element.QuerySelector("time[datetime]")?.GetAttribute("datetime") is { } time ? DateText.Find(time) : null;
        // The page sets name and time around the message; as the other networks do, they are set behind it here.
        var name = string.IsNullOrEmpty(author) ? handle is null ? null : "@" + handle : handle is null ? author : $"{author} (@{handle})";
        var content = string.Join('\n', lines);
        if (name is null) return (content, new SocialPost(null, null, "Telegram", posted?.Value, null));
        var signature = $"— {OneLine.Spaced(name)}{Written(posted)}";
        return (content + "\n" + signature, new SocialPost(string.IsNullOrEmpty(author) ? null : author, handle, "Telegram", posted?.Value, new TextSpan(content.Length + 1, content.Length + 1 + signature.Length)));
    }

    private static string Written(WrittenDate? posted) => posted is not { } date ? ""
        : date.Value.ToString(date.IsDay ? " MMMM d, yyyy" : " MMMM d, yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string? HandleOf(IElement element)
    {
        var url = element.GetAttribute("cite") ?? element.GetAttribute("data-instgrm-permalink") ?? element.GetAttribute("data-text-post-permalink") ?? element.QuerySelector("a[href*='/@']")?.GetAttribute("href");
        if (url is null) return null;
        var at = url.IndexOf("/@", StringComparison.Ordinal);
        if (at < 0) return null;
        var end = url.AsSpan(at + 2).IndexOfAny("/?#");
        var handle = end < 0 ? url[(at + 2)..] : url.Substring(at + 2, end);
        return handle.Length is 0 or > 60 || handle.AsSpan().ContainsAny(" \t\n") ? null : handle;
    }

    /// <summary>Whether an element lies within an embedded post.</summary>
    public static bool IsInside(IElement element)
    {
        var around = element.ParentElement;
        for (var level = 0; level < 12 && around is not null; level++, around = around.ParentElement)
            if (IsPost(around, around.LocalName)) return true;
        return false;
    }

    /// <summary>What the network's own frame says in place of the post.</summary>
    private static bool IsPrompt(string line) =>
        line.StartsWith("View this post", StringComparison.OrdinalIgnoreCase) || line.StartsWith("View on ", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Sieh dir diesen Beitrag", StringComparison.Ordinal) || line.StartsWith("Post by ", StringComparison.Ordinal) || line == "—";
}
