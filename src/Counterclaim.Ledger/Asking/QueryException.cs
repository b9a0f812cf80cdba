namespace Counterclaim.Ledger.Asking;

/// <summary>A query says something that cannot be asked; the message says where, and what can be.</summary>
/// <param name="position">Where in the query, in characters from 0.</param>
public sealed class QueryException(int position, string message) : Exception(message)
{
    public int Position => position;
}
