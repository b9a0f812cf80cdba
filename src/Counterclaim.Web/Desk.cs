using Counterclaim.Ledger.Store;
using Counterclaim.Web.Adding;
using Counterclaim.Web.Mapping;

namespace Counterclaim.Web;

/// <summary>What every page works with.</summary>
internal sealed class Desk(WebOptions options)
{
    private MapBook? _maps;

    public MapBook Maps => _maps ??= new MapBook(this);

    public LedgerStore Ledger { get; } = options.Ledger;

    public QuestionBook Questions { get; } = new(options.Ledger);

    /// <summary>Null in a room that only shows.</summary>
    public Intake? Intake { get; } = options.Reader is { } reader ? new Intake(options.Ledger, reader) : null;

    public WebOptions Options { get; } = options;
}
