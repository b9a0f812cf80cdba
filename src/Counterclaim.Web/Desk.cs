using Counterclaim.Ledger.Store;

namespace Counterclaim.Web;

/// <summary>What every page works with.</summary>
internal sealed class Desk(WebOptions options)
{
    public LedgerStore Ledger { get; } = options.Ledger;

    public QuestionBook Questions { get; } = new(options.Ledger);

    public WebOptions Options { get; } = options;
}
