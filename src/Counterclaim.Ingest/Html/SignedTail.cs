using AngleSharp.Dom;
using Counterclaim.Ingest.Posts;

namespace Counterclaim.Ingest.Html;

/// <summary>The last words of a quotation without any network's mark, which may all the same be the signature of a post.</summary>
internal static class SignedTail
{
    private const int LongestTail = 200;

    /// <summary>Nodes looked at from the end; nested markup must not make a page slow.</summary>
    private const int MostNodes = 40;

    private const int MostLinks = 8;

    /// <summary>"— Name (@handle) November 10, 2025" at the end of an element's text; null where there is no such words.</summary>
    public static string? Of(IElement element)
    {
        var tail = Gather(element);
        var dash = tail.AsSpan().LastIndexOfAny('—', '–', '―');
        return dash >= 0 && tail.AsSpan(dash).Contains('@') && PostSignature.Closes(tail.AsSpan(dash)) ? tail[dash..] : null;
    }

    /// <summary>The network that the links in an element lead to; null where they lead to none.</summary>
    public static string? Network(IElement element)
    {
        foreach (var link in element.QuerySelectorAll("a[href]").Take(MostLinks))
            if (PostNetworks.OfAddress(link.GetAttribute("href")) is { } network) return network;
        return null;
    }

    private static string Gather(IElement element)
    {
        var parts = new List<string>();
        var length = 0;
        INode? node = element;
        for (var steps = 0; steps < MostNodes && node is not null && length < LongestTail; steps++)
        {
            if (node is IText { Data: { } data })
            {
                parts.Add(data.Length > 2 * LongestTail ? data[^(2 * LongestTail)..] : data);
                length += data.AsSpan().Trim().Length;
            }
            node = node is not IText && node.LastChild is { } child ? child : Before(node, element);
        }
        parts.Reverse();
        return OneLine.Spaced(string.Concat(parts));
    }

    private static INode? Before(INode node, IElement root)
    {
        while (node != root)
        {
            if (node.PreviousSibling is { } sibling) return sibling;
            node = node.Parent!;
        }
        return null;
    }
}
