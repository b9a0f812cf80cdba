namespace Counterclaim.Ingest;

/// <summary>What a caller knows about the sources that the sources do not say, and how far they are trusted.</summary>
public sealed record IngestOptions
{
    /// <summary>Stands for the time of publication of every report, whatever the source says.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Whether only the day of <see cref="Published"/> is meant.</summary>
    public bool PublishedIsDay { get; init; }

    /// <summary>Stands for the publisher of every report, whatever the source says.</summary>
    public string? Publisher { get; init; }

    /// <summary>How to read the bytes; told from name and content where it is <see cref="InputFormat.Auto"/>.</summary>
    public InputFormat Format { get; init; }

    /// <summary>Lets a URL lead to private, loopback and link-local addresses.</summary>
    public bool AllowPrivateAddresses { get; init; }

    public IngestLimits Limits { get; init; } = IngestLimits.Untrusted;
}

public enum InputFormat
{
    Auto,
    Html,
    Text,
    Markdown,

    /// <summary>One article a line: <c>{"id","text","title"?,"publisher"?,"published"?,"url"?}</c>.</summary>
    Jsonl,

    /// <summary>RSS 0.9–2.0 or Atom.</summary>
    Feed,
}
