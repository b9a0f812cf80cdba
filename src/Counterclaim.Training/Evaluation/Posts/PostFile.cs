using System.Text.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Posts;

/// <summary>A text or page of our own with posts or turns of a transcript in it, and every outermost statement that it should give.</summary>
/// <param name="IsPage">Whether <see cref="Text"/> is HTML.</param>
/// <param name="IsQuiet">It looks like posts or turns, and holds none: whatever is found in it is a false alarm.</param>
public sealed record PostDocument(string Id, string Text, bool IsPage, bool IsQuiet, IReadOnlyList<ExpectedStatement> Statements)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    /// <summary>ISO 8601 day.</summary>
    public string? Published { get; init; }
}

/// <summary>What a statement should be.</summary>
/// <param name="Content">Its pieces, word for word, in text order.</param>
/// <param name="Holder">Name of the actor, else the words that stand for whoever speaks; null where the text names nobody.</param>
/// <param name="Act">Null where several would do.</param>
/// <param name="Addressee">Null where none is looked for.</param>
public sealed record ExpectedStatement(
    IReadOnlyList<string> Content, string? Holder, string? Channel, string? Time, string? Act, string? Addressee);

/// <summary>Reads <c>eval/posts</c>, one JSON object a line.</summary>
internal static class PostFile
{
    public static IReadOnlyList<PostDocument> Read(string path) => JsonLines.Read(path, record =>
        new PostDocument(record.Id(), record.GetProperty("text").GetString()!, record.Text("input") == "html", record.Flag("quiet"), [.. record.Items("statements").Select(Statement)])
        {
            Title = record.Text("title"),
            Publisher = record.Text("publisher"),
            Published = record.Text("published"),
        });

    private static ExpectedStatement Statement(JsonElement s) => new(
        [.. s.Items("content").Select(c => c.GetString()!)], s.Text("holder"), s.Text("channel"), s.Text("time"), s.Text("act"), s.Text("addressee"));
}
