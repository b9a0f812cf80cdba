using System.Diagnostics.CodeAnalysis;
using Counterclaim.Model;

namespace Counterclaim.Ingest;

/// <summary>Exactly one of a report and the reason why there is none.</summary>
public sealed record SourceResult
{
    private SourceResult(Report? report, SourceError? error) => (Report, Error) = (report, error);

    public Report? Report { get; }

    public SourceError? Error { get; }

    [MemberNotNullWhen(true, nameof(Report))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsReport => Report is not null;

    public static implicit operator SourceResult(Report report) => new(report, null);

    public static implicit operator SourceResult(SourceError error) => new(null, error);
}

/// <summary>Why a source could not be read.</summary>
/// <param name="Source">The source as given, with the line or item where it holds several.</param>
/// <param name="Code">One of <see cref="SourceErrorCode"/>; never changes between versions.</param>
/// <param name="Message">What happened and what can be done, in one line.</param>
public sealed record SourceError(string Source, string Code, string Message);

/// <summary>The stable codes of <see cref="SourceError.Code"/>.</summary>
public static class SourceErrorCode
{
    public const string NotFound = "not-found";
    public const string NoMatch = "no-match";
    public const string EmptyFolder = "empty-folder";
    public const string NoAccess = "no-access";
    public const string Unreadable = "unreadable";
    public const string Empty = "empty";
    public const string TooLarge = "too-large";
    public const string Binary = "binary";
    public const string TooDeep = "too-deep";
    public const string NoText = "no-text";
    public const string BadJson = "bad-json";
    public const string MissingField = "missing-field";
    public const string BadFeed = "bad-feed";
    public const string BadCompression = "bad-compression";
    public const string BadUrl = "bad-url";
    public const string PrivateAddress = "private-address";
    public const string HostUnknown = "host-unknown";
    public const string NoConnection = "no-connection";
    public const string Timeout = "timeout";
    public const string TooManyRedirects = "too-many-redirects";
    public const string HttpStatus = "http-status";
    public const string Defect = "defect";
}

/// <summary>Carries a <see cref="SourceError"/> up to the reader that turns it into a result.</summary>
internal sealed class SourceException(string code, string message) : Exception(message)
{
    public string Code => code;

    public SourceError At(string source) => new(source, code, Message);
}
