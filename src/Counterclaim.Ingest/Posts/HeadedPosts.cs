using Counterclaim.Ingest.Plain;
using Counterclaim.Model;

namespace Counterclaim.Ingest.Posts;

/// <summary>Posts copied with what the network's page sets above and below them: name, handle and age; time, counts and buttons.</summary>
internal static class HeadedPosts
{
    private const int MostParagraphs = 8;
    private const int LongestRun = 4000;

    /// <param name="Blocks">How many blocks the header takes.</param>
    /// <param name="TellsAge">It says when the post was made.</param>
    private readonly record struct Header(int Blocks, SocialPost Post, bool TellsAge);

    public static void Mark(string text, List<TextBlock> blocks)
    {
        var heads = CountHeaders(text, blocks);
        var prose = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (HeaderAt(text, blocks, i) is { } header && EndOfPost(text, blocks, i + header.Blocks) is var (end, framed) && end > i + header.Blocks
                && (framed || header.TellsAge && (prose || heads > 1 || header.Post.Network is not null || PostSignature.OpensThread(blocks[i + header.Blocks].Span.In(text)))))
            {
                var post = header.Post with { Network = header.Post.Network ?? LinkedNetwork(text, blocks, end) };
                for (var b = i; b < end; b++) Set(blocks, b, ParagraphKind.Social, post);
                for (; end < blocks.Count && IsFrame(text, blocks[end]); end++)
                    Set(blocks, end, PostSignature.IsStamp(blocks[end].Span.In(text)) ? ParagraphKind.Social : ParagraphKind.Furniture, post);
                i = end - 1;
                prose = true;
                continue;
            }
            prose |= blocks[i].Words >= 8 && blocks[i].Is(LineTraits.Sentence);
        }
    }

    /// <summary>A writer's name stands above an article once; above posts names stand again and again.</summary>
    private static int CountHeaders(string text, List<TextBlock> blocks)
    {
        var count = 0;
        for (var i = 0; i < blocks.Count; i++)
            if (HeaderAt(text, blocks, i) is { TellsAge: true } header)
            {
                count++;
                i += header.Blocks - 1;
            }
        return count;
    }

    /// <summary>The header that begins at a block: one line, or name, handle, a dot and the age on lines of their own.</summary>
    private static Header? HeaderAt(string text, List<TextBlock> blocks, int at)
    {
        var line = blocks[at].Span.In(text);
        if (blocks[at].Kind is not null) return null;
        if (PostSignature.Heads(line) && !PostSignature.IsHandle(line))
        {
            var whole = line.ToString();
            return PostSignature.ReadAbove(whole, blocks[at].Span) is { } post ? new Header(1, post, PostSignature.TellsAge(whole)) : null;
        }
        if (at + 2 >= blocks.Count || line.Length > 80 || blocks[at].Words is 0 or > 8 || !char.IsUpper(line[0]) || LineLook.EndsSentence(line)) return null;
        var handle = blocks[at + 1];
        if (handle.AfterBlank || !PostSignature.IsHandle(handle.Span.In(text))) return null;
        var end = at + 2;
        if (end < blocks.Count && blocks[end].Span.In(text) is "·" or "•" or "|") end++;
        var aged = end < blocks.Count && PostSignature.IsAge(blocks[end].Span.In(text));
        if (aged) end++;
        var signature = new TextSpan(blocks[at].Span.Start, blocks[end - 1].Span.End);
        return new Header(end - at, new SocialPost(line.ToString(), handle.Span.In(text)[1..].ToString(), null, null, signature), aged);
    }

    /// <summary>Where the post under a header ends, and whether what the network's page sets below or above a post's text shows it.</summary>
    private static (int End, bool Framed) EndOfPost(string text, List<TextBlock> blocks, int first)
    {
        var end = first;
        for (; end < blocks.Count && end - first < MostParagraphs; end++)
        {
            var block = blocks[end];
            if (block.Kind is not null || block.Span.End - blocks[first].Span.Start > LongestRun) break;
            if (IsFrame(text, block)) return (end, true);
            if (end > first && block.AfterBlank || HeaderAt(text, blocks, end) is not null || PostSignature.Closes(block.Span.In(text))) break;
        }
        var answers = first < blocks.Count && blocks[first].Span.In(text).StartsWith("Replying to @");
        return (end, answers || end < blocks.Count && IsFrame(text, blocks[end]));
    }

    private static string? LinkedNetwork(string text, List<TextBlock> blocks, int from)
    {
        for (; from < blocks.Count && IsFrame(text, blocks[from]); from++)
            if (PostSignature.LinkedNetwork(blocks[from].Span.In(text)) is { } network) return network;
        return null;
    }

    private static bool IsFrame(string text, TextBlock block)
    {
        var line = block.Span.In(text);
        return block.Kind is null && (PostSignature.IsFrame(line) || PostSignature.IsStamp(line));
    }

    private static void Set(List<TextBlock> blocks, int index, ParagraphKind kind, SocialPost post)
    {
        var block = blocks[index];
        block.Kind = kind;
        block.Post = kind == ParagraphKind.Social ? post : null;
        blocks[index] = block;
    }
}
