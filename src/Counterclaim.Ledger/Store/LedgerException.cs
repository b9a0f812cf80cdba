namespace Counterclaim.Ledger.Store;

/// <summary>The ledger cannot be opened or does not hold what was asked of it; the message is one line for people.</summary>
public sealed class LedgerException(string message, Exception? inner = null) : Exception(message, inner);
