namespace Counterclaim.Ledger.Store;

/// <summary>Numbers of the words that fill a slot: the claim's number, then 0 for its agent, 1 for its patient.</summary>
internal static class SlotWordIds
{
    public static long Of(long claim, int role) => (claim << 1) | (role == ClaimRows.PatientRole ? 1L : 0L);

    /// <summary>The claims of which the slot has words that match, as a query.</summary>
    /// <param name="matching">A query for the numbers of matching words.</param>
    public static string Claims(string matching, int role) => $"SELECT m.id >> 1 FROM ({matching}) m WHERE (m.id & 1) = {(role == ClaimRows.PatientRole ? 1 : 0)}";
}
