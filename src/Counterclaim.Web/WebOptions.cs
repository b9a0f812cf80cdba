using Counterclaim.Ingest;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Adding;

namespace Counterclaim.Web;

/// <summary>What the web application works on, and where it listens.</summary>
public sealed record WebOptions
{
    public const int DefaultPort = 4710;
    public const string DefaultAddress = "127.0.0.1";

    /// <summary>Asked and written to; whoever opened it closes it.</summary>
    public required LedgerStore Ledger { get; init; }

    /// <summary>An address of this machine; beyond loopback a <see cref="Token"/> must be given.</summary>
    public string Address { get; init; } = DefaultAddress;

    /// <summary>0 for any that is free.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Reads what people hand over; made when first something is. Null for a room that only shows.</summary>
    public Lazy<LoadedReader>? Reader { get; init; }

    /// <summary>How far what people hand over is trusted.</summary>
    public IngestOptions Ingest { get; init; } = new();

    /// <summary>Who corrects, where they do not say.</summary>
    public string Author { get; init; } = "somebody";

    /// <summary>The file that keeps when what was looked at, and searches; null to keep it as long as the room is open.</summary>
    public string? Notebook { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What whoever asks must know; null where only this machine can ask.</summary>
    public string? Token { get; init; }
}
