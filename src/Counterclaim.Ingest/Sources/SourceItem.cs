namespace Counterclaim.Ingest.Sources;

/// <summary>One thing to open: what a source as given stands for.</summary>
/// <param name="Name">How errors and reports name it.</param>
internal abstract record SourceItem(string Name);

internal sealed record FileItem(string Path) : SourceItem(Path);

internal sealed record StandardInputItem() : SourceItem("-");

/// <summary>Bytes that somebody handed over under a name.</summary>
internal sealed record GivenItem(Stream Bytes, string GivenName) : SourceItem(GivenName);

internal sealed record UrlItem(string Url) : SourceItem(Url);

internal sealed record FailedItem(SourceError Error) : SourceItem(Error.Source);
